"""The text: the structure found in a source.

Parts are named by their address (``4.3``), never by a pointer, and stand where their span says.
"""

from dataclasses import dataclass
from enum import StrEnum

from glossator.model.source import Source, Span

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


class Role(StrEnum):
    """What a line of the title block is."""

    HEADLINE = "headline"
    STAMP = "stamp"
    TITLE = "title"
    DATELINE = "dateline"
    METADATA = "metadata"


class Kind(StrEnum):
    """What a paragraph is: the first three are clauses, the others passages, which people do not cite."""

    CLAUSE = "clause"
    ITEM = "item"
    CLOSING = "closing"
    HEADING = "heading"
    GROUP = "group"
    NOTE = "note"
    FOOTNOTE = "footnote"
    DEBRIS = "debris"
    METADATA = "metadata"
    TITLE = "title"
    DATELINE = "dateline"
    SIGNATURE = "signature"


CITED = frozenset((Kind.CLAUSE, Kind.ITEM, Kind.CLOSING))
"""The kinds of paragraphs that are clauses and have addresses."""


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
    caption: str = ""
    kind: Kind = Kind.CLAUSE


@dataclass(frozen=True, slots=True)
class Passage:
    """What is no clause: a heading between clauses, a note of the source, a line of signatures."""

    kind: Kind
    span: Span


@dataclass(frozen=True, slots=True)
class Section:
    """A division of the statement: ``preamble``, a numbered one, or ``signature``.

    ``label`` names it in addresses (``4``); ``marker`` is where its printed number stands, or
    None; ``supplied`` is the editors' reason when they gave a number the source has lost.
    The signature block has ``lines``, every other section has ``clauses``. Passages stand between
    them in ``passages``, and before the marker in ``head``: the title of a chapter, say. ``printed``
    is what the source calls the section where that is more than a number (``Article 4``); ``title``
    is the heading that stands there instead of one.
    """

    label: str
    marker: Span | None
    supplied: str
    caption: str
    clauses: tuple[Clause, ...]
    lines: tuple[Passage, ...] = ()
    passages: tuple[Passage, ...] = ()
    head: tuple[Passage, ...] = ()
    printed: str = ""
    title: str = ""

    @property
    def parts(self) -> tuple[Clause | Passage, ...]:
        """Return clauses and passages in reading order, without those of the head."""
        if not self.passages:
            return self.clauses
        return tuple(sorted((*self.clauses, *self.passages), key=lambda one: one.span))

    @property
    def opening(self) -> Clause | None:
        """Return the clause that follows the marker at once, or None where a passage does."""
        first = self.parts[0] if self.parts else None
        return first if isinstance(first, Clause) else None

    @property
    def numbered(self) -> bool:
        """Tell whether the section is a numbered one, by print or by the editors."""
        return self.marker is not None or bool(self.supplied)

    @property
    def number(self) -> str:
        """Return the number as shown to readers: ``4``, ``Article 4``, ``[1]`` when supplied, or empty."""
        if not self.numbered or self.title:
            return ""
        return f"[{self.label}]" if self.supplied else self.printed or self.label

    @property
    def groups(self) -> tuple[Passage, ...]:
        """Return the lines above the marker that give the title of a group, a chapter say, if any."""
        first = next((n for n, one in enumerate(self.head) if one.kind is Kind.GROUP), len(self.head))
        return self.head[first:]

    @property
    def name(self) -> str:
        """Return what the section is called in lists and titles: ``4 Economy and trade``."""
        title = self.caption or self.title or (self.label.capitalize() if not self.numbered else "")
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
                found[section.label] = tuple(line.span for line in section.lines)
        return found
