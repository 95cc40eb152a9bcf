"""Compare the generated pages with ``docs/``, then write what changed and remove what is orphaned."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from glossator.disk import write_whole
from glossator.errors import EditionError, Mistake, disk_mistakes
from glossator.model import Output

_HEAD = 600
"""A generated file says that it is one within this many bytes."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What has to happen for ``docs/`` to be up to date; paths are relative to it, sorted."""

    write: tuple[Output, ...]
    remove: tuple[Path, ...]

    def __bool__(self) -> bool:
        return bool(self.write or self.remove)

    def as_mistakes(self, docs: str) -> tuple[Mistake, ...]:
        """Return one mistake for each stale page, for a check that writes nothing."""
        remedy = "run python build.py and commit what it writes"
        stale = [
            Mistake(f"{docs}/{output.path}", "the page is stale: its sources say otherwise", remedy)
            for output in self.write
        ]
        orphaned = [
            Mistake(f"{docs}/{path.as_posix()}", "the page is orphaned: nothing makes it", remedy)
            for path in self.remove
        ]
        return (*stale, *orphaned)


def compare(outputs: Sequence[Output], docs: Path, mark: str) -> Changes:
    """Return the changes; it only reads. ``mark`` is the sentence that every generated file holds.

    Raises ``EditionError`` when a page written by people stands where one would be generated.
    """
    marked = mark.encode()
    mistakes: list[Mistake] = []
    write: list[Output] = []
    for output in outputs:
        path = docs / output.path
        with disk_mistakes(path):
            present = path.read_bytes() if path.is_file() else None
        if present is not None and marked not in present[:_HEAD]:
            problem = "a page written by people stands where a generated one belongs"
            remedy = "move it to another name; it would be overwritten"
            mistakes.append(Mistake(f"{docs.name}/{output.path}", problem, remedy))
        elif present != output.text.encode():
            write.append(output)
    if mistakes:
        raise EditionError(mistakes)
    return Changes(tuple(write), tuple(_orphans(outputs, docs, marked)))


def _orphans(outputs: Sequence[Output], docs: Path, marked: bytes) -> list[Path]:
    kept = {Path(output.path) for output in outputs}
    orphans = []
    for path in sorted(docs.rglob("*.md")):
        relative = path.relative_to(docs)
        if relative not in kept and path.is_file():
            with path.open("rb") as file:
                if marked in file.read(_HEAD):
                    orphans.append(relative)
    return orphans


def apply(changes: Changes, docs: Path) -> None:
    """Make the changes; each file is replaced whole, so that none is ever seen half-written."""
    with disk_mistakes(docs):
        for output in changes.write:
            path = docs / output.path
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, output.text.encode())
        for relative in changes.remove:
            path = docs / relative
            path.unlink(missing_ok=True)
            if path.parent != docs and not any(path.parent.iterdir()):
                path.parent.rmdir()
