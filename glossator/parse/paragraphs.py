"""Divide a source into paragraphs, by the line style that the whole file keeps.

A file holds either one paragraph on a line, or hard-wrapped paragraphs with blank lines between
them. The style is decided once for the file; nothing is joined or mended, a paragraph is a span.
"""

import re

from glossator.model import Source, Span

LAYOUT = " \t\r\n\f\v"
"""White space that only lays the text out. Any other, a no-break space say, is part of the text."""

_LONGEST_WRAPPED = 130
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
    found: list[Span] = []
    last_line = -1
    for line in all_lines:
        number = source.line_of(line.start)
        if found and number == last_line + 1:
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
        last_line = number
    return tuple(found)


def hard_wrapped(source: Source, all_lines: tuple[Span, ...]) -> bool:
    """Tell whether lines are broken to a measure: none is long, and few end where sentences do."""
    if any(line.end - line.start > _LONGEST_WRAPPED for line in all_lines):
        return False
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
