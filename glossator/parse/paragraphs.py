"""Divide a source into paragraphs, by the line style that the whole file keeps.

A file holds either one paragraph on a line, or hard-wrapped paragraphs with blank lines between
them. The style is decided once for the file; nothing is joined or mended, a paragraph is a span.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from glossator.model import Source, Span
from glossator.parse.markers import group_at, marker_at
from glossator.parse.signs import DEBRIS, OPERATIVE, ORGAN, RECITAL, is_loud
from glossator.parse.styles import LIST, may_open

LAYOUT = " \t\r\n\f\v"
"""White space that only lays the text out. Any other, a no-break space say, is part of the text."""

_LONGEST_WRAPPED = 130
_SHORTEST_LOUD = 15
_LONGEST_ORGAN = 40
_UNDERLINE = re.compile(r"={3,}")
_STOPS = tuple(".;:!?。；：！？؛؟।")
_QUOTES = "'\"”’»)]）」』"
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
    if _has_long(all_lines):
        return all_lines
    numbers = _numbers(source, all_lines)
    if not _broken(source, all_lines, numbers):
        return all_lines
    begins = _begins(source, all_lines, numbers)
    last = [one - 1 for one in begins[1:]] + [len(all_lines) - 1]
    return tuple(
        Span(all_lines[one].start, all_lines[two].end) for one, two in zip(begins, last, strict=True)
    )


def _has_long(all_lines: Sequence[Span]) -> bool:
    # An address or two may be longer than the measure.
    return sum(1 for line in all_lines if line.end - line.start > _LONGEST_WRAPPED) * 30 > len(all_lines)


def _numbers(source: Source, all_lines: Sequence[Span]) -> list[int]:
    """Return the number of each line, counted from 0."""
    return [bisect_right(source.line_starts, line.start) - 1 for line in all_lines]


def _broken(source: Source, all_lines: Sequence[Span], numbers: Sequence[int]) -> bool:
    """Tell whether lines are broken to a measure: few of them end where sentences do."""
    followed = ended = 0
    for line, number, following in zip(all_lines, numbers, numbers[1:], strict=False):
        if following == number + 1:
            followed += 1
            ended += _ends(source.text, line)
    return ended * 2 < followed


def _ends(text: str, line: Span) -> bool:
    """Tell whether a sentence or a part of it ends with the line."""
    last = text[line.end - 1]
    return last in _STOPS or (last in _QUOTES and _ended(text[line.start : line.end]))


def _ended(words: str) -> bool:
    return words.rstrip(_QUOTES).endswith(_STOPS)


@dataclass(frozen=True, slots=True)
class _Look:
    """What a line of a hard-wrapped file looks like that is not plainly one of many.

    It is ``alone`` when nothing belongs to it, ``opens`` a paragraph with a number or a bullet,
    or is the ``underline`` of a title.
    """

    alone: bool = False
    opens: bool = False
    underline: bool = False


_PLAIN = _Look()


def _look(source: Source, span: Span) -> _Look:
    text = source.cut(span).strip()
    marker = marker_at(source, span)
    alone = bool(marker and marker.alone and ":" in marker.style) or group_at(source, span)
    alone = alone or text.startswith(("<!--", "###")) or bool(DEBRIS.fullmatch(text))
    opens = bool(marker) or bool(LIST.match(text))
    return _Look(alone, opens, bool(_UNDERLINE.fullmatch(text)))


def _begins(source: Source, all_lines: Sequence[Span], numbers: Sequence[int]) -> list[int]:
    """Return the lines of a hard-wrapped file with which paragraphs begin."""
    text, line_starts = source.text, source.line_starts
    starts = [line_starts[number] for number in numbers]
    widths = [line.end - start for line, start in zip(all_lines, starts, strict=True)]
    for at, line in enumerate(all_lines):
        # Layout space is cut off already; any other is rare, and no part of what reaches the measure.
        if text[line.start].isspace() or text[line.end - 1].isspace():
            widths[at] = line.start - starts[at] + len(source.cut(line).strip())
    # The measure that full lines reach; blank lines may part no paragraphs at all.
    full = sorted(widths)[int(len(widths) * 0.9)] * 0.8
    sparse = sum(two == one + 1 for one, two in pairwise(numbers)) > len(numbers) * 0.9
    first = next((at for at, width in enumerate(widths) if width >= full), len(widths))
    found = [0]
    before = _look(source, all_lines[0])
    for at in range(1, len(all_lines)):
        look = _look(source, all_lines[at]) if may_open(text, all_lines[at].start) else _PLAIN
        short = widths[at - 1] < full
        if numbers[at] != numbers[at - 1] + 1:
            found.append(at)
        elif look.underline:
            pass
        elif before.alone or look.alone or before.underline:
            found.append(at)
        elif sparse or short or look.opens:
            two = source.cut(all_lines[at - 1]).strip(), source.cut(all_lines[at]).strip()
            further = (all_lines[at].start - starts[at]) - (all_lines[at - 1].start - starts[at - 1])
            loose = sparse and (at <= first or two[0].endswith(","))
            if _part(two, (before, look), further, short=short, loose=loose) or (sparse and _apart(*two)):
                found.append(at)
        before = look
    return found


def _apart(before: str, line: str) -> bool:
    """Tell of two lines that no blank line parts whether the second begins something else.

    That is a recital after a comma, the organ that speaks, or the end of a title in capitals.
    """
    if before.endswith((",", ";")):
        return line[0].isupper() and bool(RECITAL.match(line) or OPERATIVE.match(line))
    if ORGAN.fullmatch(line) and len(line) <= _LONGEST_ORGAN and not before.endswith((",", "-")):
        return True
    return min(len(before), len(line)) > _SHORTEST_LOUD and is_loud(before) and not is_loud(line)


def _part(
    lines_: tuple[str, str], looks: tuple[_Look, _Look], further: int, *, short: bool, loose: bool
) -> bool:
    """Tell whether two lines that follow one another, neither alone, belong to two paragraphs.

    The second is indented ``further`` than the first, which is ``short``; ``loose`` tells that it is
    a title at the top, or a part of a list that ends with a comma, where no blank line parts them.
    """
    before, line = lines_
    ended = _ended(before)
    opens = looks[1].opens and (ended or short or further != 0)
    # A number with a title, and the text below it, further in.
    titled = looks[0].opens and before[0].isalnum() and line[0].isupper() and further > 0
    goes_on = line[0].islower()
    return opens or (titled and short and not ended) or (short and not goes_on and (ended or loose))


def trim(text: str, span: Span) -> Span:
    """Return the span without the layout white space at its two ends."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(LAYOUT))
    return Span(start, max(start, span.start + len(words.rstrip(LAYOUT))))
