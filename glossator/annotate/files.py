"""Find the files of hand-made annotations and read their records."""

import os
from pathlib import Path

from glossator.errors import EditionError, Report, disk_mistakes
from glossator.records import Record, read_records


def read_sections(folder: Path, report: Report) -> tuple[Record, ...]:
    """Return the records of ``sections/*.yml`` below ``folder``, file by file."""
    return tuple(
        record
        for path in _section_files(folder / "sections", folder.name, report)
        for record in read_records(path, f"{folder.name}/sections/{path.name}", report)
    )


def _section_files(folder: Path, name: str, report: Report) -> list[Path]:
    """Return the files of hand-made annotations; any other file there would be silently unread."""
    if not os.path.lexists(folder):
        return []
    try:
        with disk_mistakes(f"{name}/sections"):
            paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except EditionError as error:
        report.mistakes.extend(error.mistakes)
        return []
    for path in paths:
        if path.suffix != ".yml":
            problem = "the file is not read: its name does not end in .yml"
            report.mistake(f"{name}/sections/{path.name}", problem, "rename it, or move it away")
    return [path for path in paths if path.suffix == ".yml"]
