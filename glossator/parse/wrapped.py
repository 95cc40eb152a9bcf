"""Where paragraphs begin in a text whose lines are broken to a measure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from glossator.model import Source, Span
from glossator.parse.markers import group_at, marker_at
from glossator.parse.signs import CLOSING, DEBRIS, OPERATIVE, ORGAN, PAGE, RECITAL, STAMP, is_loud
from glossator.parse.styles import LIST, may_open

_SHORTEST_LOUD = 15
_LONGEST_ORGAN = 40
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_UNLIKE = 3
_STOPS = tuple(".;:!?。；：！？؛؟।")
_QUOTES = "'\"”’»)]）」』"


def ends(text: str, line: Span) -> bool:
    """Tell whether a sentence or a part of it ends with the line."""
    last = text[line.end - 1]
    return last in _STOPS or (last in _QUOTES and _ended(text[line.start : line.end]))


def _ended(words: str) -> bool:
    return words.rstrip(_QUOTES).endswith(_STOPS)


@dataclass(frozen=True, slots=True)
class Look:
    """What a line of a hard-wrapped file looks like that is not plainly one of many.

    It is ``alone`` when nothing belongs to it, ``opens`` a paragraph with a number or a bullet,
    or is the ``underline`` of a title.
    """

    alone: bool = False
    opens: bool = False
    underline: bool = False


PLAIN = Look()


def look_of(source: Source, span: Span) -> Look:
    """Return what a line looks like that may open something."""
    text = source.cut(span).strip()
    marker = marker_at(source, span)
    alone = bool(marker and marker.alone and marker.named) or group_at(source, span)
    alone = alone or text.startswith(("<!--", "###")) or bool(DEBRIS.fullmatch(text) or STAMP.fullmatch(text))
    opens = bool(marker) or bool(LIST.match(text))
    return Look(alone, opens, text.startswith("===") and bool(_UNDERLINE.fullmatch(text)))


def begins(source: Source, all_lines: Sequence[Span], numbers: Sequence[int]) -> list[int]:
    """Return the lines of a hard-wrapped file with which paragraphs begin."""
    starts = [source.line_starts[number] for number in numbers]
    widths = _widths(source, all_lines, starts)
    # The measure that full lines reach; blank lines may part no paragraphs at all.
    full = sorted(widths)[int(len(widths) * 0.9)] * 0.8
    sparse = sum(two == one + 1 for one, two in pairwise(numbers)) > len(numbers) * 0.9
    first = next((at for at, width in enumerate(widths) if width >= full), len(widths))
    found = [0]
    before = look_of(source, all_lines[0])
    for at in range(1, len(all_lines)):
        look = PLAIN
        if may_open(source.text, all_lines[at].start):
            look = _look_below(source, all_lines[at - 1], all_lines[at], before)
        short = widths[at - 1] < full
        if numbers[at] != numbers[at - 1] + 1:
            found.append(at)
        elif look.underline:
            pass
        elif before.underline or look.alone:
            found.append(at)
        elif before.alone or sparse or short or look.opens:
            two = source.cut(all_lines[at - 1]).strip(), source.cut(all_lines[at]).strip()
            further = (all_lines[at].start - starts[at]) - (all_lines[at - 1].start - starts[at - 1])
            loose = sparse and (at <= first or two[0].endswith(","))
            # A title in capitals may go on in small letters.
            ended = before.alone and (short or not two[1][:1].islower())
            apart = ended or (sparse and _apart(*two))
            if apart or _part(two, (before, look), further, short=short, loose=loose):
                found.append(at)
        before = look
    return found


def _widths(source: Source, all_lines: Sequence[Span], starts: Sequence[int]) -> list[int]:
    text = source.text
    widths = [line.end - start for line, start in zip(all_lines, starts, strict=True)]
    for at, line in enumerate(all_lines):
        # Layout space is cut off already; any other is rare, and no part of what reaches the measure.
        if text[line.start].isspace() or text[line.end - 1].isspace():
            widths[at] = line.start - starts[at] + len(source.cut(line).strip())
    return widths


def _look_below(source: Source, above: Span, line: Span, before: Look) -> Look:
    """Return what a line looks like below another: the foot of a page is none, a row may underline it."""
    look = look_of(source, line)
    if look.alone and not before.alone and _page_ends(source, above, line):
        return PLAIN  # A sentence goes on over the foot of a page.
    return Look(underline=True) if look.alone and underlines(source, above, line) else look


def underlines(source: Source, before: Span, line: Span) -> bool:
    """Tell whether a row of hyphens or equals signs is the underline of the words above it, and no rule."""
    marks = source.cut(line).strip()
    alike = abs(len(marks) - len(source.cut(before).strip())) <= _UNLIKE
    titled = source.text[before.end - 1] not in ".,;:"
    return alike and titled and bool(_UNDERLINE.fullmatch(marks))


def _page_ends(source: Source, before: Span, line: Span) -> bool:
    return bool(PAGE.fullmatch(source.cut(line).strip())) and not ends(source.text, before)


def _apart(before: str, line: str) -> bool:
    """Tell of two lines that no blank line parts whether the second begins something else.

    That is a recital after a comma, a testimonium, the organ that speaks, or the end of a title in capitals.
    """
    if before.endswith((",", ";")):
        return line[0].isupper() and bool(RECITAL.match(line) or OPERATIVE.match(line))
    if _ended(before) and CLOSING.match(line):
        return True
    if ORGAN.fullmatch(line) and len(line) <= _LONGEST_ORGAN and not before.endswith((",", "-")):
        return True
    return min(len(before), len(line)) > _SHORTEST_LOUD and is_loud(before) and not is_loud(line)


def _part(
    lines_: tuple[str, str], looks: tuple[Look, Look], further: int, *, short: bool, loose: bool
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
