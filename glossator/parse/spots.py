"""The paragraph that an editor names, by the line on which it begins or by its first words."""

from bisect import bisect_left
from collections.abc import Sequence

from glossator.errors import Report
from glossator.model import Source, Span
from glossator.parse.outline import Spot


def paragraph_at(source: Source, found: Sequence[Span], spot: Spot, report: Report) -> int | None:
    """Return which paragraph the spot names; when it names none, note why."""
    if spot.line is None:
        return _paragraph_that_begins(source, found, spot, report)
    number = _paragraph_on(source, found, spot.line)
    last = len(source.line_starts)
    remedy = "give the number of the line on which it begins, the first line being 1"
    if not 1 <= spot.line <= last:
        problem = f"line {spot.line} does not exist: {source.name} has {last} line{'s' * (last != 1)}"
    elif number is None:
        problem = f"no paragraph begins on line {spot.line} of {source.name} where it is looked for"
    elif spot.begins and not _begins(source, found[number], spot):
        problem = f"line {spot.line} of {source.name} does not begin with {spot.begins!r}"
    else:
        return number
    lines_found = [source.line_of(one.start) for one in found if spot.begins and _begins(source, one, spot)]
    if lines_found:
        remedy = f"these words begin line {lines_found[0]}: correct the number"
    report.mistake(spot.place, problem, remedy)
    return None


def _paragraph_on(source: Source, found: Sequence[Span], line: int) -> int | None:
    if not 1 <= line <= len(source.line_starts):
        return None
    number = bisect_left(found, Span(source.line_starts[line - 1], 0))
    there = number < len(found) and source.line_of(found[number].start) == line
    return number if there else None


def _paragraph_that_begins(source: Source, found: Sequence[Span], spot: Spot, report: Report) -> int | None:
    numbers = [number for number, one in enumerate(found) if _begins(source, one, spot)]
    if len(numbers) == 1:
        return numbers[0]
    problem = f"{len(numbers)} paragraphs of {source.name} begin with {spot.begins!r}"
    remedy = "give more of its first words, letter for letter" if numbers else "copy its first words"
    report.mistake(spot.place, problem, remedy)
    return None


def _begins(source: Source, paragraph: Span, spot: Spot) -> bool:
    # The longest indentation is not worth more than a few hundred characters of searching.
    head = source.text[paragraph.start : min(paragraph.end, paragraph.start + len(spot.begins) + 400)]
    return head.lstrip().startswith(spot.begins)
