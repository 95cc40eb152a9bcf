"""What the parser makes of a text, line by line: for people as a tree, for programs as one object.

Every line that is not blank has one role. A paragraph of several lines gives all of them its own.
"""

from bisect import bisect, bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby

from glossator.errors import Mistake
from glossator.inspect.dates import dates_in
from glossator.inspect.guess import language_of
from glossator.inspect.named import date_of, title_of
from glossator.model import PREAMBLE, SIGNATURE, WHOLE, Clause, Kind, Role, Section, Span, Statement
from glossator.parse.printed import undressed

__all__ = ["Inspection", "Line", "SectionLines", "dates_in", "inspect", "printed", "tree"]

_TITLES = {
    Role.HEADLINE: "title",
    Role.TITLE: "title",
    Role.DATELINE: "dateline",
    Role.STAMP: "metadata",
    Role.METADATA: "metadata",
}
_UNNUMBERED = (PREAMBLE, WHOLE, SIGNATURE)


@dataclass(frozen=True, slots=True)
class Line:
    """A physical line that is not blank: its 1-based number, its role, its section and address if any."""

    line: int
    role: str
    section: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class SectionLines:
    """A section: its label, the group it is in, the 1-based lines from its first to its last."""

    label: str
    group: str | None
    first_line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Inspection:
    """The structure that was found in a text; ``anomalies`` are said as notices are."""

    title: str | None
    date: str | None
    language: str | None
    sections: tuple[SectionLines, ...]
    anomalies: tuple[str, ...]
    lines: tuple[Line, ...]

    def as_object(self) -> dict[str, object]:
        """Return it as plain lists and dictionaries, for JSON."""
        return asdict(self)


def inspect(
    statement: Statement, anomalies: Sequence[Mistake], date: str = "", language: str = ""
) -> Inspection:
    """Return what was found; ``date`` and ``language`` are guessed where the editor gives none."""
    source = statement.source
    # Of two parts of one line, such as a heading and the number run into it, the section is told.
    found = sorted(_lines(statement), key=lambda one: (one.line, one.role != "section"))
    lines = tuple(next(ones) for _, ones in groupby(found, key=lambda one: one.line))
    return Inspection(
        title=title_of(statement) or None,
        date=date or date_of(statement) or None,
        language=language or language_of(source.text) or None,
        sections=tuple(_sections(statement)),
        anomalies=tuple(f"{one.place}: {one.problem}" for one in anomalies),
        lines=lines,
    )


def tree(found: Inspection) -> Iterator[str]:
    """Yield the structure as lines for a person: what stands where, and what is odd."""
    yield f"title: {found.title or 'none found'}"
    yield f"sections: {len(found.sections)}"
    numbers = [one.line for one in found.lines]
    for section in found.sections:
        group = f" ({section.group})" if section.group else ""
        within = found.lines[bisect_left(numbers, section.first_line) : bisect(numbers, section.last_line)]
        clauses = len({one.address for one in within if one.address and one.section == section.label})
        where = f"lines {section.first_line} to {section.last_line}"
        yield f"  {section.label}{group}: {where}, clauses: {clauses}"
    by_role: dict[str, list[int]] = {}
    for one in found.lines:
        by_role.setdefault(one.role, []).append(one.line)
    yield from (f"{role}: {_ranges(by_role[role])}" for role in sorted(by_role))
    yield from (f"odd: {one}" for one in found.anomalies)


def _ranges(numbers: Sequence[int]) -> str:
    """Write ascending numbers with their runs joined: 1-3, 7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def _lines(statement: Statement) -> Iterator[Line]:
    for title in statement.title_block:
        yield from _of_span(statement, title.span, _TITLES[title.role], None, None)
    for section in statement.sections:
        if section.marker:
            first = section.parts[0].span.start if section.parts else len(statement.source.text)
            for line in _of_span(statement, section.marker, "section", printed(section, statement), None):
                # A line that the marker shares with words has the address of those.
                if line.line != statement.source.line_of(first):
                    yield line
        for part in section.parts:
            if isinstance(part, Clause):
                yield from _of_clause(statement, section, part)
            else:
                label = printed(section, statement) if section.numbered else None
                yield from _of_span(statement, part.span, str(part.kind), label, None)
        for one in (*section.head, *section.lines):
            yield from _of_span(statement, one.span, str(one.kind), None, None)


def _of_clause(statement: Statement, section: Section, clause: Clause) -> Iterator[Line]:
    label = printed(section, statement) if section.label not in _UNNUMBERED else None
    if clause.kind is not Kind.CLAUSE:
        yield from _of_span(statement, clause.span, str(clause.kind), label, clause.address)
        return
    if section.label == PREAMBLE:
        yield from _of_span(statement, clause.span, "preamble", None, clause.address)
        return
    own = section.marker and statement.source.line_of(section.marker.end - 1)
    opens = own in (None, statement.source.line_of(clause.span.start)) and label is not None
    role = "section" if opens and clause is section.opening else "clause"
    yield from _of_span(statement, clause.span, role, label, clause.address)


def _of_span(
    statement: Statement, span: Span, role: str, section: str | None, address: str | None
) -> Iterator[Line]:
    source = statement.source
    for number in range(source.line_of(span.start), source.line_of(span.end - 1) + 1):
        start = source.line_starts[number - 1]
        end = source.line_starts[number] if number < len(source.line_starts) else len(source.text)
        if source.text[max(start, span.start) : min(end, span.end)].strip():
            yield Line(number, role, section, address)


def printed(section: Section, statement: Statement) -> str:
    """Return the label of a section as the source prints it, without marks of emphasis and escapes."""
    if section.marker is None:
        return section.label
    return undressed(statement.source, section.marker)


def _sections(statement: Statement) -> Iterator[SectionLines]:
    group: str | None = None
    for section in statement.sections:
        for passage in section.head:
            if passage.kind is Kind.GROUP:
                group = " ".join(statement.source.cut(passage.span).split()).strip("#*_ ")
        if section.label not in _UNNUMBERED:
            spans = [*([section.marker] if section.marker else []), *(one.span for one in section.parts)]
            first = statement.source.line_of(spans[0].start)
            last = statement.source.line_of(spans[-1].end - 1)
            yield SectionLines(printed(section, statement), group, first, last)
        for one in section.passages:
            if one.kind is Kind.GROUP:
                group = " ".join(statement.source.cut(one.span).split()).strip("#*_ ")
