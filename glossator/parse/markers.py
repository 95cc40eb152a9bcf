"""The styles in which sections are numbered, and the runs that tell a number from a marker.

No marker is believed alone, unless an editor names it: candidates stand at the start of a
paragraph, and a style counts when at least two of its candidates stand in sequence. Then every
candidate of the style is kept, the odd ones too, and what is odd about them is reported instead
of repaired.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from glossator.model import Source, Span

_CJK = "〇零一二三四五六七八九十百"
_CJK_DIGITS = {mark: value for value, mark in enumerate("〇一二三四五六七八九")} | {"零": 0}
_CJK_UNITS = {"十": 10, "百": 100}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_KEYWORDS = "Article|Section|Sec|Art|Artículo|Статья|Artikel|المادة|סעיף|अनुच्छेद|Clause|Point"


@dataclass(frozen=True, slots=True)
class Marker:
    """A printed number at the start of a paragraph: its span, what it counts, its style."""

    paragraph: int
    span: Span
    ordinal: int
    style: str


def cjk_number(numeral: str) -> int:
    """Return the value of a Chinese numeral below one thousand: 一百二十 is 120."""
    total, digit = 0, 0
    for mark in numeral:
        if mark in _CJK_UNITS:
            total += (digit or 1) * _CJK_UNITS[mark]
            digit = 0
        else:
            digit = digit * 10 + _CJK_DIGITS[mark]
    return total + digit


def roman_number(numeral: str) -> int:
    """Return the value of a Roman numeral, read without judging its form."""
    values = [_ROMAN[mark] for mark in numeral.upper()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def _keyword_number(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else roman_number(numeral)


def _article_number(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else cjk_number(numeral)


@dataclass(frozen=True, slots=True)
class _Style:
    """A way of printing numbers: ``n`` in the pattern is the numeral, ``ordinal`` gives its value."""

    name: str
    pattern: re.Pattern[str]
    ordinal: Callable[[str], int]


_STYLES = (
    _Style(
        "keyword",
        re.compile(rf"(?i:{_KEYWORDS})\.?[ \u00a0]+[(]?(?P<n>\d{{1,3}}|[IVXLC]{{1,7}})[)]?(?=[.:\s]|$)"),
        _keyword_number,
    ),
    _Style(
        "第…条",
        re.compile(rf"第(?P<n>\d{{1,3}}|[{_CJK}]{{1,6}})[条條](?=[\s：:]|$)"),
        _article_number,
    ),
    _Style("§", re.compile(r"§[ \u00a0]*(?P<n>\d{1,3})(?![\d.]\d)\.?"), int),
    _Style("一、", re.compile(rf"(?P<n>[{_CJK}]{{1,6}})、"), cjk_number),
    _Style("（一）", re.compile(rf"[（(](?P<n>[{_CJK}]{{1,6}})[）)]"), cjk_number),
    _Style("1、", re.compile(r"(?P<n>\d{1,3})、(?!\d)"), int),
    _Style("1.", re.compile(r"(?P<n>\d{1,3})\\?[.．。](?!\d)"), int),
    _Style("(1)", re.compile(r"[(（](?P<n>\d{1,3})[)）](?=\s)"), int),
    _Style("1)", re.compile(r"(?P<n>\d{1,3})[)）](?!\d)"), int),
)


def find_run(source: Source, paragraphs: Sequence[Span], named: Collection[str]) -> tuple[Marker, ...]:
    """Return the markers of the outermost style that makes a run, in reading order.

    The outermost style is the one whose first marker comes first. Without a run a single marker is
    believed only when its number is among those that the editor has ``named``.
    """
    by_style: dict[str, list[Marker]] = defaultdict(list)
    for number, paragraph in enumerate(paragraphs):
        marker = marker_at(source, paragraph, number)
        if marker:
            by_style[marker.style].append(marker)
    styles = by_style.values()
    runs = [run for run in styles if _in_sequence(run)] or [
        run for run in styles if any(str(marker.ordinal) in named for marker in run)
    ]
    return min((tuple(run) for run in runs), key=lambda run: run[0].span, default=())


def marker_at(source: Source, paragraph: Span, number: int = 0) -> Marker | None:
    """Return the marker that opens the paragraph, white space before it forgiven, or None."""
    # Eighty characters hold every marker and keep long lines from costing anything.
    head = source.text[paragraph.start : min(paragraph.end, paragraph.start + 80)]
    indent = len(head) - len(head.lstrip())
    for style in _STYLES:
        found = style.pattern.match(head, indent)
        if found:
            start = paragraph.start + found.start()
            span = Span(start, paragraph.start + found.end())
            return Marker(number, span, style.ordinal(found["n"]), style.name)
    return None


def _in_sequence(run: Sequence[Marker]) -> bool:
    pairs = list(pairwise(run))
    steps = sum(1 for one, two in pairs if two.ordinal == one.ordinal + 1)
    return bool(pairs) and steps * 2 >= len(pairs)
