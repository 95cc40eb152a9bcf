"""Write files so that nobody ever sees half of one."""

from pathlib import Path

from glossator.errors import disk_mistakes


def write_whole(path: Path, data: bytes) -> None:
    """Write or replace a file in one step; raises ``EditionError`` where the system refuses."""
    draft = path.with_name(f".{path.name}.new")
    with disk_mistakes(path):
        try:
            draft.write_bytes(data)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
