"""The data of an edition: frozen, slotted, made of tuples; it imports nothing of the house.

All positions are code-point offsets into ``Source.text``, so ``source.text[span.start:span.end]``
always cuts out the very words. Parts are named by their address (``4.3``), never by a pointer.
"""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

PREAMBLE = "preamble"
SIGNATURE = "signature"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of code points."""

    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.start}:{self.end}"


@dataclass(frozen=True, slots=True)
class Source:
    """A seed once read: the decoded text, untouched, and where its lines begin.

    ``name`` is the path shown to people (``seeds/x.txt``); ``sha256`` and ``size`` are of the
    bytes; ``line_starts`` are offsets, the first 0.
    """

    name: str
    text: str
    encoding: str
    guessed: bool
    sha256: str
    size: int
    line_starts: tuple[int, ...]

    def cut(self, span: Span) -> str:
        """Return the words of ``span``, letter for letter."""
        return self.text[span.start : span.end]

    def line_of(self, offset: int) -> int:
        """Return the 1-based number of the line that holds ``offset``."""
        return bisect_right(self.line_starts, offset)

    def place(self, offset: int) -> str:
        """Return ``file:line`` of ``offset``, as error messages and pages name it."""
        return f"{self.name}:{self.line_of(offset)}"


class Role(StrEnum):
    """What a line of the title block is."""

    HEADLINE = "headline"
    STAMP = "stamp"
    TITLE = "title"
    DATELINE = "dateline"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True)
class TitleLine:
    """A paragraph of the title block, with the editors' word on it (may be empty)."""

    role: Role
    span: Span
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A part of a clause that can be linked to: ``4.3.2``."""

    address: str
    span: Span


@dataclass(frozen=True, slots=True)
class Clause:
    """One paragraph of a section, the unit people cite. ``caption`` is the editors', or empty."""

    address: str
    span: Span
    sentences: tuple[Sentence, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A division of the statement: ``preamble``, a numbered one, or ``signature``.

    ``label`` names it in addresses (``4``); ``marker`` is where its printed number stands, or
    None; ``supplied`` is the editors' reason when they gave a number the source has lost.
    The signature block has ``lines``, every other section has ``clauses``.
    """

    label: str
    marker: Span | None
    supplied: str
    caption: str
    clauses: tuple[Clause, ...]
    lines: tuple[Span, ...] = ()

    @property
    def numbered(self) -> bool:
        """Tell whether the section is a numbered one, by print or by the editors."""
        return self.marker is not None or bool(self.supplied)

    @property
    def number(self) -> str:
        """Return the number as shown to readers: ``4``, ``[1]`` when supplied, or empty."""
        if not self.numbered:
            return ""
        return f"[{self.label}]" if self.supplied else self.label

    @property
    def name(self) -> str:
        """Return what the section is called in lists and titles: ``4 Economy and trade``."""
        title = self.caption or (self.label.capitalize() if not self.numbered else "")
        return " ".join(part for part in (self.number, title) if part)


@dataclass(frozen=True, slots=True)
class Statement:
    """The text as a whole: title block, then sections in reading order."""

    source: Source
    title_block: tuple[TitleLine, ...]
    sections: tuple[Section, ...]

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Return all clauses in reading order."""
        return tuple(clause for section in self.sections for clause in section.clauses)


@dataclass(frozen=True, slots=True)
class Witness:
    """Where a text came from, or another version of it: a line of the provenance."""

    title: str
    note: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What ``statement.yml`` says of the statement as a whole. All prose is plain text."""

    short_title: str
    language: str
    date: str
    place: str
    parties: tuple[str, ...]
    standing: str
    summary: str
    trust: str
    provenance: str
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of the topic index, defined once; ``broader`` is the id of its parent or empty."""

    id: str
    label: str
    definition: str
    broader: str
    related: tuple[str, ...]
    match: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filing:
    """A clause filed under a topic: by a matched phrase (by machine) or by an editor's hand.

    ``quote`` is the range of words that carry the topic, or None when it is the whole clause.
    """

    topic: str
    clause: str
    quote: Span | None
    by_hand: bool


@dataclass(frozen=True, slots=True)
class Edition:
    """The statement with everything said of it."""

    about: About
    statement: Statement
    topics: tuple[Topic, ...]
    filings: tuple[Filing, ...]


@dataclass(frozen=True, slots=True)
class Output:
    """A file yet to be written: its path below ``docs/`` and its text, whose lines end in LF."""

    path: PurePosixPath
    text: str
