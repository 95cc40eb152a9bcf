"""Divide a source into paragraphs, by the line style that the whole file keeps.

A file holds either one paragraph on a line, or hard-wrapped paragraphs with blank lines between
them. The style is decided once for the file; nothing is joined or mended, a paragraph is a span.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from glossator.model import Source, Span
from glossator.parse.styles import may_open
from glossator.parse.wrapped import PLAIN, begins, ends, look_of, underlines

LAYOUT = " \t\r\n\f\v"
"""White space that only lays the text out. Any other, a no-break space say, is part of the text."""

_LONGEST_WRAPPED = 130
_SHORTEST_BROKEN = 60
_FEW_FOLLOW = 0.35
_LINE, _LINE_CR = re.compile(r"[^ \t\r\n\f\v][^\n]*"), re.compile(r"[^ \t\r\n\f\v][^\r]*")


def lines(source: Source, within: Span | None = None) -> tuple[Span, ...]:
    """Return every physical line that is not blank, without the layout space around it."""
    text = source.text
    within = within or Span(0, len(text))
    found = []
    # A carriage return ends a line only where the text has no line feed at all.
    pattern = _LINE if "\n" in text else _LINE_CR
    for line in pattern.finditer(text, within.start, within.end):
        start, end = line.span()
        if text[end - 1] in LAYOUT:
            end = start + len(line[0].rstrip(LAYOUT))
        if not text[start].isspace() or not line[0].isspace():
            found.append(Span(start, end))
    return tuple(found)


def paragraphs(source: Source) -> tuple[Span, ...]:
    """Return the paragraphs in reading order; together they hold every non-space character."""
    all_lines = lines(source)
    numbers = _numbers(source, all_lines)
    if _has_long(all_lines):
        return _underlined(source, _rejoined(source, all_lines, numbers))
    if not _broken(source, all_lines, numbers):
        return _underlined(source, all_lines)
    firsts = begins(source, all_lines, numbers)
    last = [one - 1 for one in firsts[1:]] + [len(all_lines) - 1]
    return tuple(
        Span(all_lines[one].start, all_lines[two].end) for one, two in zip(firsts, last, strict=True)
    )


def _has_long(all_lines: Sequence[Span]) -> bool:
    # An address or two may be longer than the measure.
    return sum(1 for line in all_lines if line.end - line.start > _LONGEST_WRAPPED) * 30 > len(all_lines)


def _rejoined(source: Source, all_lines: Sequence[Span], numbers: Sequence[int]) -> tuple[Span, ...]:
    """Return the lines of a file that has one paragraph on a line, save for a few that are broken.

    They are joined only where blank lines part the paragraphs.
    """
    following = sum(two == one + 1 for one, two in pairwise(numbers))
    if not following or following > len(numbers) * _FEW_FOLLOW:
        return tuple(all_lines)
    found = list(all_lines[:1])
    for line, number, before in zip(all_lines[1:], numbers[1:], numbers, strict=False):
        if number == before + 1 and _goes_on(source, found[-1], line):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
    return tuple(found)


def _goes_on(source: Source, last: Span, line: Span) -> bool:
    """Tell whether a line goes on with the long one before it, which ends like no sentence."""
    text = source.text
    length = last.end - max(last.start, text.rfind("\n", last.start, last.end))
    small = text[line.start].islower()
    least = _SHORTEST_BROKEN if small else _LONGEST_WRAPPED
    cased = small or text[line.start].isupper()
    return cased and length >= least and not ends(text, last) and not _opens(source, line)


def _underlined(source: Source, found: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the paragraphs, each title with the row of hyphens or equals signs below it."""
    if "===" not in source.text and "---" not in source.text:
        return found
    joined = list(found[:1])
    for before, line in pairwise(found):
        follows = source.text.count("\n", before.end, line.start) == 1 and source.text[line.start] in "=-"
        if follows and underlines(source, before, line):
            joined[-1] = Span(before.start, line.end)
        else:
            joined.append(line)
    return tuple(joined)


def _opens(source: Source, line: Span) -> bool:
    return may_open(source.text, line.start) and look_of(source, line) != PLAIN


def _numbers(source: Source, all_lines: Sequence[Span]) -> list[int]:
    """Return the number of each line, counted from 0."""
    return [bisect_right(source.line_starts, line.start) - 1 for line in all_lines]


def _broken(source: Source, all_lines: Sequence[Span], numbers: Sequence[int]) -> bool:
    """Tell whether lines are broken to a measure: few of them end where sentences do."""
    followed = ended = 0
    for line, number, following in zip(all_lines, numbers, numbers[1:], strict=False):
        if following == number + 1:
            followed += 1
            ended += ends(source.text, line)
    return ended * 2 < followed


def trim(text: str, span: Span) -> Span:
    """Return the span without the layout white space at its two ends."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(LAYOUT))
    return Span(start, max(start, span.start + len(words.rstrip(LAYOUT))))
