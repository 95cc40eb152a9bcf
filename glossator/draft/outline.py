"""The outline of a new edition: what was found, written so that an editor can correct it.

It may only be written where it says again what was found without it; so it comes in degrees, and
the fullest that changes nothing is taken.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from glossator.draft.forms import flatten
from glossator.draft.quotes import shorten
from glossator.model import PREAMBLE, SIGNATURE, WHOLE, Source, Span, Statement
from glossator.records import is_slug

FULL = "full"
TITLES = "titles"
NONE = "none"
DEGREES = (FULL, TITLES, NONE)
"""How much of the outline counts; the rest is written as comments."""

_LONGEST = 40
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline: a part of the title block (with a role) or a section (with a label)."""

    line: int
    begins: str
    shown: str
    role: str = ""
    label: str = ""


def titles_of(statement: Statement) -> tuple[Entry, ...]:
    """Return the lines of the title block."""
    source = statement.source
    return tuple(_entry(source, one.span, role=str(one.role)) for one in statement.title_block)


def sections_of(statement: Statement) -> tuple[Entry, ...]:
    """Return where sections begin; those whose label cannot stand in an outline are left out."""
    return tuple(_sections(statement))


def _sections(statement: Statement) -> Iterator[Entry]:
    for section in statement.sections:
        spans = [section.marker] if section.marker else []
        spans += [one.span for one in section.clauses[:1]] or [one.span for one in section.lines[:1]]
        if not spans or not is_slug(section.label) or section.label == WHOLE:
            continue
        yield _entry(statement.source, Span(spans[0].start, spans[-1].end), label=section.label)


def _entry(source: Source, span: Span, *, role: str = "", label: str = "") -> Entry:
    words = source.cut(span)
    # The first words are compared letter for letter, so they end where a line or a tab does.
    first = words.lstrip().splitlines()[0].partition("\t")[0]
    begins = shorten(first, _LONGEST).strip()
    return Entry(source.line_of(span.start), begins, shorten(flatten(words), _SHOWN), role, label)


def is_end(entry: Entry) -> bool:
    """Tell whether an entry is the preamble or the signature block."""
    return entry.label in {PREAMBLE, SIGNATURE}
