"""Begin an edition of a text: a whole folder that builds at once, or none.

Everything is written into a folder beside the one asked for, which takes its name at the very end.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

import yaml

from glossator.draft import Draft, draft
from glossator.draft.convert import Received, receive
from glossator.draft.folder import STATEMENT, Start, edition_files, statement_file
from glossator.draft.outline import DEGREES, sections_of, titles_of
from glossator.draft.quotes import shorten
from glossator.draft.slugs import slug_of
from glossator.edition import load_edition, read_text
from glossator.errors import EditionError, Mistake, disk_mistakes, mistaken
from glossator.inspect import Inspection, dates_in, inspect
from glossator.model import EntityKind, Role, Statement
from glossator.parse import Outline
from glossator.records import is_tag

_LONGEST_TITLE = 200
_GAP = re.compile(r"(?<=[\u3040-\u9fff])\s+(?=[\u3040-\u9fff])")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What whoever begins an edition says of the text; '' leaves it to the program."""

    encoding: str = ""
    language: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Begun:
    """What was found and written. ``outline`` tells how much of the outline counts."""

    inspection: Inspection
    notices: tuple[Mistake, ...]
    draft: Draft
    start: Start
    files: int


def begin(text: Path, folder: Path, wishes: Wishes, home: Path) -> Begun:
    """Write an edition of ``text`` into ``folder``; ``home`` is the folder of Glossator itself.

    Raises ``EditionError``, and leaves nothing behind, when the text makes none or the folder is taken.
    """
    _refuse(folder, wishes)
    received = receive(text, wishes.encoding)
    seed = f"{slug_of(text.stem, 'statement')}.txt"
    with _beside(folder) as fresh:
        path = fresh / "seeds" / seed
        _write(fresh, {PurePosixPath("seeds", seed): received.data})
        encoding = "" if received.kind else wishes.encoding
        statement, notices = read_text(path, encoding, Outline())
        found = inspect(statement, notices, "", wishes.language)
        start = _start(text.name, received, statement, found, replace(wishes, encoding=encoding))
        config = (home / "mkdocs.yml").read_text(encoding="utf-8")
        files = edition_files(home / "templates" / "edition", start, statement, config)
        schemas = sorted((home / "annotations" / "schemas").glob("*.json"))
        files |= {PurePosixPath("annotations/schemas", one.name): one.read_bytes() for one in schemas}
        _write(fresh, files)
        (fresh / "docs").mkdir(exist_ok=True)
        degree = _settle(fresh, home / "templates" / "edition", start, statement)
    return Begun(found, notices, start.draft, replace(start, degree=degree), len(files) + 1)


def _refuse(folder: Path, wishes: Wishes) -> None:
    """Raise ``EditionError`` when the folder may not be written, or a wish cannot be granted."""
    if wishes.language and not is_tag(wishes.language):
        problem = f"{wishes.language!r} is not a language tag"
        where = "--language"
        raise mistaken(where, problem, "write a language tag such as en, fr, zh-Hans")
    with disk_mistakes(folder):
        if not folder.parent.is_dir():
            raise mistaken(str(folder), "there is no folder to put it into", f"make {folder.parent} first")
        if not os.path.lexists(folder):
            return
        if folder.is_symlink() or not folder.is_dir():
            raise mistaken(str(folder), "something else has this name", "name a folder that is not there yet")
        if any(folder.iterdir()):
            problem = "the folder is not empty, and nothing in it is overwritten"
            raise mistaken(str(folder), problem, "name a folder that is not there yet, or an empty one")


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """Give a folder beside the one asked for; it takes that name when all went well, and goes if not."""
    with disk_mistakes(folder):
        fresh = Path(tempfile.mkdtemp(prefix=".glossator-new-", dir=folder.parent))
    try:
        with disk_mistakes(folder):
            yield fresh
            # Such a folder is for its owner alone; an edition is as open as any other folder.
            mask = os.umask(0)
            os.umask(mask)
            fresh.chmod(0o777 & ~mask)
            if folder.is_dir():
                folder.rmdir()
            fresh.rename(folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _write(fresh: Path, files: dict[PurePosixPath, bytes]) -> None:
    for name, data in files.items():
        path = fresh / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _start(name: str, received: Received, statement: Statement, found: Inspection, wishes: Wishes) -> Start:
    source = statement.source
    language = wishes.language or found.language or ""
    drafted = draft(statement, language)
    states = tuple(one.label for one in drafted.entities if one.kind is EntityKind.STATE)
    return Start(
        title=shorten(" ".join((wishes.title or _plain(found.title or "")).split()), _LONGEST_TITLE),
        language=language,
        date=found.date or "",
        place=_place(statement, drafted),
        states=states,
        received=name,
        seed=PurePosixPath(source.name).name,
        converted=received.kind,
        sha256=received.sha256,
        encoding=wishes.encoding or (source.encoding if source.guessed else ""),
        guessed=source.guessed,
        titles=titles_of(statement),
        sections=sections_of(statement),
        degree=DEGREES[0],
        draft=drafted,
    )


def _plain(title: str) -> str:
    """Return a title without the escapes that the properties of a file may have, Chinese without gaps."""
    title = _GAP.sub("", title)
    if "\\" not in title:
        return title
    try:
        read = yaml.safe_load(f'"{title}"')
    except yaml.YAMLError:
        return title
    return read if isinstance(read, str) else title


def _place(statement: Statement, drafted: Draft) -> str:
    """Return the place that the lines with the date name, when it is one that is known and no other."""
    lines = [one.span for one in statement.title_block if one.role is Role.DATELINE]
    lines += [line.span for section in statement.sections for line in section.lines]
    words = " ".join(cut for cut in map(statement.source.cut, lines) if dates_in(cut))
    places = [one for one in drafted.entities if one.kind is EntityKind.PLACE]
    named = [one.label for one in places if any(form in words for form in one.also)]
    return named[0] if len(named) == 1 else ""


def _settle(fresh: Path, templates: Path, start: Start, statement: Statement) -> str:
    """Leave the fullest outline that changes nothing, and return its degree.

    Raises ``EditionError`` when the edition would not load even without one.
    """
    for degree in DEGREES:
        (fresh / STATEMENT).write_text(
            statement_file(templates, start, degree), encoding="utf-8", newline="\n"
        )
        try:
            loaded = load_edition(fresh).edition.statement
        except EditionError:
            if degree == DEGREES[-1]:
                raise
            continue
        if (loaded.title_block, loaded.sections) == (statement.title_block, statement.sections):
            break
    return degree
