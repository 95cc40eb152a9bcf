"""Account for every character of the source: which part of the statement holds how many."""

from collections.abc import Iterable
from dataclasses import dataclass

from glossator.model import Span, Statement
from glossator.parse import sentences_of


@dataclass(frozen=True, slots=True)
class Row:
    """A part of the statement: its name, where it can be read, and its characters by kind."""

    name: str
    path: str
    clauses: int
    sentences: int
    words: int
    markers: int

    @property
    def characters(self) -> int:
        """Return all characters of the part, printed markers included."""
        return self.words + self.markers


@dataclass(frozen=True, slots=True)
class Tally:
    """The whole account; ``between`` counts the white space that only lays the text out."""

    rows: tuple[Row, ...]
    between: int
    total: int


def tally(statement: Statement) -> Tally:
    """Return the account of a statement; rows and ``between`` add up to ``total``."""
    rows = [Row("Title block", "index.md", 0, 0, _size(t.span for t in statement.title_block), 0)]
    for section in statement.sections:
        words = [part.span for part in (*section.head, *section.parts, *section.lines)]
        rows.append(
            Row(
                name=section.name,
                path=f"{section.label}/index.md",
                clauses=len(section.clauses),
                sentences=sum(len(sentences_of(statement.source, clause)) for clause in section.clauses),
                words=_size(words),
                markers=_size([section.marker] if section.marker else []),
            )
        )
    total = len(statement.source.text)
    return Tally(tuple(rows), total - sum(row.characters for row in rows), total)


def _size(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)
