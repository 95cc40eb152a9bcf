"""The text: a seed once read, and the structure found in it.

All positions are code-point offsets into ``Source.text``, so ``source.text[span.start:span.end]``
always cuts out the very words. Parts are named by their address (``4.3``), never by a pointer.
"""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

TITLE = "title"
PREAMBLE = "preamble"
SIGNATURE = "signature"
WHOLE = "text"
"""The label of a text that has no sections at all."""

_PREFIXES = {PREAMBLE: "P", WHOLE: "T"}
_LABELS = {prefix: label for label, prefix in _PREFIXES.items()}


def prefix_of(label: str) -> str:
    """Return how the addresses of a section's clauses begin: ``4``, ``P`` for the preamble."""
    return _PREFIXES.get(label, label)


def label_of(address: str) -> str:
    """Return the label of the section in which a clause has this address: ``preamble`` for ``P.1``."""
    prefix = address.rpartition(".")[0]
    return _LABELS.get(prefix, prefix)


def number_of(address: str) -> str:
    """Return what an address is within its section: ``3a`` for ``4.3a``."""
    return address.rpartition(".")[2]


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


class Kind(StrEnum):
    """What a paragraph of a section is; each has an address, whatever it is, so that none is lost."""

    CLAUSE = "clause"
    ITEM = "item"
    HEADING = "heading"
    GROUP = "group"
    NOTE = "note"
    FOOTNOTE = "footnote"
    CLOSING = "closing"
    DEBRIS = "debris"


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
    kind: Kind = Kind.CLAUSE


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

    @property
    def places(self) -> dict[str, tuple[Span, ...]]:
        """Return everything that can be annotated, in reading order, with where its words stand.

        These are the clauses, by address, and the two blocks at the ends: ``title``, ``signature``.
        """
        found = {TITLE: tuple(line.span for line in self.title_block)} if self.title_block else {}
        for section in self.sections:
            found |= {clause.address: (clause.span,) for clause in section.clauses}
            if section.lines:
                found[section.label] = section.lines
        return found
