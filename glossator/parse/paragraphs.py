"""Divide a source into paragraphs, by the line style that the whole file keeps.

A file holds either one paragraph on a line, or hard-wrapped paragraphs with blank lines between
them. The style is decided once for the file; nothing is joined or mended, a paragraph is a span.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from glossator.model import Source, Span
from glossator.parse.markers import group_at, marker_at

LAYOUT = " \t\r\n\f\v"
"""White space that only lays the text out. Any other, a no-break space say, is part of the text."""

_LONGEST_WRAPPED = 130
_UNDERLINE = re.compile(r"={3,}")
_RULE = re.compile(r"[-_*—–]{10,}")
_LIST = re.compile(
    r"[-*•‣▪–](?=\s)|——|\(?(?:[a-z]|[ivx]{1,5}|[A-Z]|\d{1,3})\\?[.)](?=\s)|[A-Z]\.\d+\.|\d+(?:\.\d+)+\.?\s"
)
_SENTENCE_END = re.compile(r"[.;:!?。；：！？؛؟।]['\"”’»)\]）」』]*$")


def lines(source: Source, within: Span | None = None) -> tuple[Span, ...]:
    """Return every physical line that is not blank, without the layout space around it."""
    within = within or Span(0, len(source.text))
    first = source.line_of(within.start) - 1
    starts = source.line_starts[first : source.line_of(max(within.end - 1, 0))]
    ends = (*starts[1:], within.end)
    cut = (
        trim(source.text, Span(max(start, within.start), min(end, within.end)))
        for start, end in zip(starts, ends, strict=True)
    )
    return tuple(line for line in cut if source.cut(line).strip())


def paragraphs(source: Source) -> tuple[Span, ...]:
    """Return the paragraphs in reading order; together they hold every non-space character."""
    all_lines = lines(source)
    if not hard_wrapped(source, all_lines):
        return all_lines
    layout = _layout(source, all_lines)
    found: list[Span] = []
    before: _Line | None = None
    for line in layout.lines:
        if before and found and not layout.begins(before, line):
            found[-1] = Span(found[-1].start, line.span.end)
        else:
            found.append(line.span)
        before = line
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a hard-wrapped file: its words, its number, how far in it begins; what opens in it."""

    span: Span
    text: str
    number: int
    indent: int
    alone: bool
    opens: bool


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a hard-wrapped file is laid out: the ``measure`` that its full lines reach, in characters.

    ``sparse`` tells that blank lines do not part its paragraphs.
    """

    lines: tuple[_Line, ...]
    measure: int
    sparse: bool

    def begins(self, before: _Line, line: _Line) -> bool:
        """Tell whether a paragraph begins with ``line``, which follows ``before``."""
        parted = line.number != before.number + 1
        underlined = bool(_UNDERLINE.fullmatch(line.text))
        alone = before.alone or line.alone or bool(_UNDERLINE.fullmatch(before.text))
        return parted or (not underlined and (alone or self._parts(before, line)))

    def _parts(self, before: _Line, line: _Line) -> bool:
        """Tell whether two lines that follow one another, neither alone, belong to two paragraphs."""
        short = before.indent + len(before.text) < self.measure * 0.8
        ended = bool(_SENTENCE_END.search(before.text))
        goes_on = line.text[0].islower()
        opens = line.opens and (ended or short or before.indent != line.indent)
        titled = before.opens and before.text[0].isalnum() and line.text[0].isupper()
        # A number with a title, and the text below it, further in.
        titled = titled and short and not ended and line.indent > before.indent
        # A title at the top, or a part of a list that ends with a comma, where no blank line parts them.
        apart = self.sparse and (before is self.lines[0] or before.text.endswith(","))
        return opens or titled or (short and not goes_on and (ended or apart))


def _layout(source: Source, all_lines: Sequence[Span]) -> _Layout:
    found = []
    for span in all_lines:
        number = source.line_of(span.start)
        text = source.cut(span).strip()
        indent = span.start - source.line_starts[number - 1]
        marker = marker_at(source, span)
        alone = bool(marker and marker.alone and ":" in marker.style) or group_at(source, span)
        alone = alone or text.startswith(("<!--", "###")) or bool(_RULE.fullmatch(text))
        opens = bool(marker) or bool(_LIST.match(text))
        found.append(_Line(span, text, number, indent, alone, opens))
    widths = sorted(one.indent + len(one.text) for one in found)
    joined = sum(1 for one, two in pairwise(found) if two.number == one.number + 1)
    measure = widths[int(len(widths) * 0.9)] if widths else 0
    return _Layout(tuple(found), measure, joined > len(found) * 0.9)


def hard_wrapped(source: Source, all_lines: tuple[Span, ...]) -> bool:
    """Tell whether lines are broken to a measure: none is long, and few end where sentences do."""
    long = sum(1 for line in all_lines if line.end - line.start > _LONGEST_WRAPPED)
    if long * 30 > len(all_lines):
        return False  # An address or two may be longer than the measure.
    numbers = [source.line_of(line.start) for line in all_lines]
    followed = [
        line
        for line, number, following in zip(all_lines, numbers, numbers[1:], strict=False)
        if following == number + 1
    ]
    ended = sum(1 for line in followed if _SENTENCE_END.search(source.cut(line)))
    return ended * 2 < len(followed)


def trim(text: str, span: Span) -> Span:
    """Return the span without the layout white space at its two ends."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(LAYOUT))
    return Span(start, max(start, span.start + len(words.rstrip(LAYOUT))))
