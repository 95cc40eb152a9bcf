"""What the text does not show, an editor's outline says in the open: ``statement.yml``, ``outline``.

It names lines of the title block, sections whose marker is lost, where the signature block
begins, and gives captions. Its ``lines`` give single lines a role. What it does not name is found
by the form of the text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from glossator.errors import did_you_mean
from glossator.model import Role
from glossator.records import Record, Value

RESERVED = frozenset(
    {
        *(
            "about",
            "assets",
            "cite",
            "commitments",
            "cross-references",
            "data",
            "editions",
            "entities",
            "explore",
        ),
        *(
            "full",
            "glossary",
            "guide",
            "instruments",
            "notes",
            "organisations",
            "people",
            "places",
            "positions",
        ),
        *("search", "sources", "textual-notes", "timeline", "title", "topics"),
    }
)
"""Addresses of other pages, now or in time to come; no section may have one as its label."""


SECTION = "section"
ROLES = (
    *("title", "dateline", "metadata", "preamble", "group", SECTION, "heading", "clause", "item"),
    *("note", "footnote", "closing", "signature", "debris"),
)
"""What an editor may call a line; ``section`` opens one."""

_RANGE = re.compile(r"(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?")


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph, named by the 1-based line on which it begins, by its first words, or by both.

    ``place`` is where the editor wrote it. A line alone is None when it is not given; words that
    are given must stand there, so that a changed source cannot move anything unnoticed.
    """

    line: int | None
    begins: str
    place: str

    def __bool__(self) -> bool:
        return self.line is not None or bool(self.begins)


@dataclass(frozen=True, slots=True)
class TitleEntry:
    """A line of the title block and what it is."""

    spot: Spot
    role: Role
    note: str


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """What the editor says of one section.

    ``spot`` names nothing when the marker shows where the section begins; ``supplied`` is the
    reason for a number that the source has lost; ``captions`` is keyed by clause address.
    """

    label: str
    spot: Spot
    supplied: str
    caption: str
    captions: dict[str, Value]
    place: str


@dataclass(frozen=True, slots=True)
class LineEntry:
    """The role of the lines from ``first`` to ``last``, both 1-based and counted in."""

    role: str
    first: int
    last: int
    place: str


@dataclass(frozen=True, slots=True)
class Outline:
    """The whole outline; an empty one leaves everything to the parser."""

    title_block: tuple[TitleEntry, ...] = ()
    sections: tuple[SectionEntry, ...] = ()
    by_label: dict[str, SectionEntry] = field(default_factory=dict)
    lines: tuple[LineEntry, ...] = ()


def read_outline(record: Record | None) -> Outline:
    """Return the outline in ``record``, noting what is wrong with it; None is an empty outline."""
    if record is None:
        return Outline()
    titles = tuple(_title(entry) for entry in record.records("title_block"))
    sections = tuple(_section(entry) for entry in record.records("sections"))
    lines = _read_lines(record)
    record.finish()
    _check_lines([*(one.spot for one in titles), *(one.spot for one in sections)], record)
    by_label: dict[str, SectionEntry] = {}
    for entry in sections:
        if entry.label in RESERVED:
            remedy = "number it, or give it another label"
            record.report.mistake(entry.place, f"the label {entry.label!r} is taken by a page", remedy)
        elif entry.label and entry.label in by_label:
            remedy = f"the first is at {by_label[entry.label].place}: keep one of the two"
            record.report.mistake(entry.place, f"section {entry.label!r} stands twice in the outline", remedy)
        else:
            by_label[entry.label] = entry
    return Outline(titles, sections, by_label, lines)


def _read_lines(record: Record) -> tuple[LineEntry, ...]:
    """Return the roles of lines in the order of the text: ``heading: 5-9, 12``."""
    found: list[LineEntry] = []
    for role, value in record.strings("lines").items():
        if role not in ROLES:
            remedy = did_you_mean(role, ROLES, "known here: " + ", ".join(ROLES))
            record.report.mistake(value.place, f"{role!r} is no role of a line", remedy)
            continue
        for part in value.text.split(","):
            numbers = _RANGE.fullmatch(part.strip())
            first, last = (int(numbers[1]), int(numbers[2] or numbers[1])) if numbers else (0, 0)
            if not 1 <= first <= last:
                remedy = "write numbers of lines, the first being 1, as in 5-9, 12"
                record.report.mistake(value.place, f"{part.strip()[:40]!r} names no lines", remedy)
            else:
                found.append(LineEntry(role, first, last, value.place))
    found.sort(key=lambda one: one.first)
    for one, two in pairwise(found):
        if two.first <= one.last:
            remedy = f"it is {one.role!r} at {one.place}: keep one of the two"
            record.report.mistake(two.place, f"line {two.first} is given twice", remedy)
    return tuple(found)


def _check_lines(spots: Sequence[Spot], record: Record) -> None:
    places: dict[int, str] = {}
    for spot in spots:
        if spot.line and places.setdefault(spot.line, spot.place) != spot.place:
            remedy = f"the first is at {places[spot.line]}: keep one of the two"
            record.report.mistake(spot.place, f"line {spot.line} is given twice", remedy)


def _title(record: Record) -> TitleEntry:
    spot = _spot(record)
    if not spot and not record.has("line"):
        record.report.mistake(record.place, "'line' is missing", "write 'line: …' there")
    role = record.one_of("role", list(Role), "role")
    note = record.line("note", "")
    record.finish()
    return TitleEntry(spot, Role(role) if role else Role.METADATA, note)


def _section(record: Record) -> SectionEntry:
    entry = SectionEntry(
        label=record.slug("label"),
        spot=_spot(record),
        supplied=record.line("supplied", ""),
        caption=record.line("caption", ""),
        captions=record.strings("clauses"),
        place=record.place,
    )
    record.finish()
    return entry


def _spot(record: Record) -> Spot:
    key = "line" if record.has("line") else "begins"
    return Spot(record.number("line"), record.text("begins", ""), record.place_of(key))
