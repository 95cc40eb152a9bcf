"""Tie what is said to the words it is said of: ``annotations/`` onto the statement.

Every file is read and judged even when another is wrong, so that one run tells all mistakes.
"""

import os
from pathlib import Path

from glossator.annotate.about import read_about
from glossator.annotate.filings import file_clauses
from glossator.annotate.topics import read_topics
from glossator.errors import EditionError, Report, disk_mistakes
from glossator.model import About, Edition, Statement
from glossator.records import read_records

__all__ = ["annotate", "read_about"]


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


def annotate(
    statement: Statement | None,
    about: About,
    folder: Path,
    report: Report,
) -> Edition | None:
    """Return the edition, or None without a statement; mistakes and notices go to ``report``.

    ``folder`` is ``annotations/``. Without a statement the files are judged for themselves only.
    """
    name = folder.name
    before = len(report.mistakes)
    topics = read_topics(read_records(folder / "topics.yml", f"{name}/topics.yml", report))
    sound = bool(topics) or len(report.mistakes) == before
    by_hand = [
        record
        for path in _section_files(folder / "sections", name, report)
        for record in read_records(path, f"{name}/sections/{path.name}", report)
    ]
    if statement is None:
        return None
    filings = file_clauses(statement, topics, by_hand, report, sound=sound)
    used = {filing.topic for filing in filings} | {topic.broader for topic in topics}
    for topic in topics:
        if topic.id not in used:
            problem = f"no clause is filed under the topic {topic.id!r}"
            remedy = "file one by phrase or by hand, or take the topic out"
            report.notice(f"{name}/topics.yml", problem, remedy)
    return Edition(about, statement, topics, filings)
