"""What the editor says of single lines: the paragraphs are divided there, and each has the role it is given.

A range of lines begins a paragraph, and so does what follows it; the lines of a title, or of the
beginning of a section, are one paragraph. Whatever is not named keeps what its form tells.
"""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from glossator.errors import Report
from glossator.model import Kind, Source, Span
from glossator.parse.outline import SECTION, LineEntry, Outline
from glossator.parse.paragraphs import trim

Told = Mapping[int, str]
"""The roles that the editor gives, by the offset at which a paragraph begins."""

_WHOLE = (SECTION, "title")
"""Roles whose lines, as far as one range goes, are one paragraph."""

_CITED = {"section": Kind.CLAUSE, "preamble": Kind.CLAUSE}


def divide_told(
    source: Source, found: Sequence[Span], outline: Outline, report: Report
) -> tuple[tuple[Span, ...], Told]:
    """Return the paragraphs as the outline's ``lines`` divide them, and the roles they are given."""
    last = len(source.line_starts)
    entries = []
    for one in outline.lines:
        if one.last <= last:
            entries.append(one)
            continue
        problem = f"line {one.last} does not exist: {source.name} has {last} line{'s' * (last != 1)}"
        report.mistake(one.place, problem, "count the first line as 1")
    if not entries:
        return tuple(found), {}
    divided = _joined(source, _divided(source, found, entries), entries)
    told: dict[int, str] = {}
    for one in entries:
        start, end = _reach(source, one)
        within = range(bisect_left(divided, Span(start, 0)), bisect_left(divided, Span(end, 0)))
        told |= {divided[number].start: one.role for number in within}
        if not within:
            problem = f"no words stand on line {one.first} of {source.name}"
            report.mistake(one.place, problem, "give the lines on which they stand")
    return divided, told


def kind_told(role: str) -> Kind:
    """Return what kind of paragraph a role makes."""
    return _CITED.get(role) or Kind(role)


def _reach(source: Source, entry: LineEntry) -> tuple[int, int]:
    starts = source.line_starts
    end = starts[entry.last] if entry.last < len(starts) else len(source.text)
    return starts[entry.first - 1], end


def _divided(source: Source, found: Sequence[Span], entries: Collection[LineEntry]) -> list[Span]:
    cuts = sorted({offset for one in entries for offset in _reach(source, one)})
    divided: list[Span] = []
    for span in found:
        inner = cuts[bisect_left(cuts, span.start + 1) : bisect_left(cuts, span.end)]
        edges = [span.start, *inner, span.end]
        parts = (trim(source.text, Span(a, b)) for a, b in pairwise(edges))
        divided += [part for part in parts if part.start < part.end]
    return divided


def _joined(source: Source, found: list[Span], entries: Collection[LineEntry]) -> tuple[Span, ...]:
    """Make one paragraph of the lines of a title, and of those with which a section begins."""
    for one in entries:
        if one.role not in _WHOLE:
            continue
        start, end = _reach(source, one)
        first, after = bisect_left(found, Span(start, 0)), bisect_left(found, Span(end, 0))
        if after - first > 1:
            found[first:after] = [Span(found[first].start, found[after - 1].end)]
    return tuple(found)
