"""Headings that are run into the number below them: ``General 2. Since …`` is a heading and a section.

They are believed when their numbers fit between those that begin paragraphs, and there are several.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from glossator.model import Source, Span
from glossator.parse.markers import marker_at

_RUN_IN = re.compile(r"(?=[^\W\d_])(?P<heading>[^.;:!?。\n]{3,60}?) (?=(?P<n>\d{1,3})\\?[.)] \S)")
_NUMBER = re.compile(r" \d{1,3}\\?[.)] \S")
_GOES_ON = re.compile(
    r"(?:^|\s)(?:articles?|art|sections?|chapter|annex|paragraphs?|number|no|resolution|and|or|of|to|the|in|on|at"
    r"|by|for|from|with|under|than|until|after|before|стать[яи]|пункта?)$",
    re.IGNORECASE,
)
"""No heading ends so: the number belongs to the word."""

_HEAD = 70
_FEWEST = 2


def part_headings(source: Source, found: Sequence[Span]) -> tuple[Span, ...]:
    """Return the paragraphs, each with such a heading as two."""
    ways = dict(_in_order(source, found))
    if len(ways) < _FEWEST:
        return tuple(found)
    parted: list[Span] = []
    for number, span in enumerate(found):
        end = ways.get(number)
        parted += [Span(span.start, end), Span(end, span.end)] if end else [span]
    return tuple(parted)


def _in_order(source: Source, found: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield paragraph and the offset of its number, where the numbers count on."""
    likely = dict(_likely(source, found))
    numbers = [int(run_in["n"]) for run_in in likely.values()]
    if not any(one < two for one, two in pairwise(numbers)):
        return  # Nearly all texts end here, before every paragraph is asked for its marker.
    counted: int | None = None
    for number, span in enumerate(found):
        marker = marker_at(source, span)
        run_in = None if marker else likely.get(number)
        if marker and marker.style == "1.":
            counted = marker.ordinal
        elif run_in and int(run_in["n"]) == (counted or int(run_in["n"]) - 1) + 1:
            counted = int(run_in["n"])
            yield number, run_in.end("heading")


def _likely(source: Source, found: Sequence[Span]) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the paragraphs that have a number behind their first words."""
    for number, span in enumerate(found):
        reach = min(span.end, span.start + _HEAD)
        if _NUMBER.search(source.text, span.start, reach):
            run_in = _RUN_IN.match(source.text, span.start, reach)
            if run_in and not _GOES_ON.search(run_in["heading"]):
                yield number, run_in
