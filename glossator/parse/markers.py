"""The marker that opens a paragraph, and the heading of a group: a chapter, a part, an annex."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from glossator.model import Source, Span
from glossator.parse.numerals import number_of
from glossator.parse.styles import (
    ANNEX,
    ARTICLE,
    BEFORE,
    CHAPTER,
    COUNTED,
    GROUP,
    HEAD,
    LONE_GROUP,
    may_open,
    number_at,
)

_LONGEST_TITLE = 80
_STOPS = (".", ",", ";", "،", "؛", "。", "，", "；")
_RUNS_ON = re.compile(r"(?:من|في|أو|إلى|على|أعلاه|هي|לעיל|של|או|के|का|की|में|से|और)\b")
_WORDED = ("第…条", "제…조", "§")
_QUOTED = {ord(mark): None for mark in "'\"׳״"}
"""Numbers that say themselves what they count, wherever they stand."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A printed number at the start of a paragraph; ``alone`` tells that its line has nothing else."""

    paragraph: int
    span: Span
    ordinal: int
    style: str
    alone: bool = False

    @property
    def named(self) -> bool:
        """Tell whether a word stands with the number, as in ``Article 4``."""
        return ":" in self.style or self.style in (*_WORDED, "first")


@dataclass(frozen=True, slots=True)
class Openings:
    """Of a row of paragraphs, by number, what opens some of them.

    ``odd`` do not begin with a plain word, and only they can have a marker, be the heading of a group
    or an item of a list.
    """

    odd: tuple[int, ...]
    markers: Mapping[int, Marker]
    groups: Collection[int]


def openings(source: Source, paragraphs: Sequence[Span]) -> Openings:
    """Return what opens the paragraphs; most begin with a plain word and take next to no time."""
    text = source.text
    odd = tuple(number for number, one in enumerate(paragraphs) if may_open(text, one.start))
    found = ((number, marker_at(source, paragraphs[number], number)) for number in odd)
    groups = {number for number in odd if group_at(source, paragraphs[number])}
    # A group may have its number first: ``I. Teil``.
    markers = {number: marker for number, marker in found if marker and number not in groups}
    return Openings(odd, markers, groups)


def marker_at(source: Source, paragraph: Span, number: int = 0) -> Marker | None:
    """Return the marker that opens the paragraph, white space before it forgiven, or None."""
    if not may_open(source.text, paragraph.start):
        return None
    head = _head(source, paragraph)
    at = _begin(head)
    found = ARTICLE.match(head, at) if head[at : at + 1].isalpha() else None
    if found and _stands(head, found.end()):
        style = f"article:{_plain(found['word'])}"
        return _marker(paragraph, number, (style, found["n"], found.end()), head)
    numeral = number_at(head, at, bold="*" in head[:at])
    return numeral and _marker(paragraph, number, numeral, head)


def group_at(source: Source, paragraph: Span) -> bool:
    """Tell whether the paragraph is the heading of a group: a chapter, a part, an annex."""
    if not may_open(source.text, paragraph.start):
        return False
    head = _head(source, paragraph)
    at = _begin(head)
    if not head[at : at + 1].isalnum() and head[at : at + 1] != "_":
        return False  # A keyword comes first, or its number.
    found = CHAPTER.match(head, at) or GROUP.match(head, at) or COUNTED.match(head, at)
    line_end = source.text.find("\n", paragraph.start, paragraph.end)
    whole = (paragraph.end if line_end < 0 else line_end) - paragraph.start
    if found:
        return whole <= _LONGEST_TITLE * 2 and _stands(head, found.end())
    return whole <= _LONGEST_TITLE and bool(LONE_GROUP.fullmatch(head[at:].strip("*_ \n")))


def annex_at(source: Source, paragraph: Span) -> bool:
    """Tell whether an annex begins with the paragraph, in which numbers begin anew."""
    head = _head(source, paragraph)
    return group_at(source, paragraph) and bool(ANNEX.match(head, _begin(head)))


def _begin(head: str) -> int:
    """Return how much white space and how many signs of emphasis or direction stand before the words."""
    before = BEFORE.match(head)
    return before.end() if before else 0


def _marker(paragraph: Span, number: int, numeral: tuple[str, str, int], head: str) -> Marker:
    style, digits, end = numeral
    line = head[end:].split("\n", maxsplit=1)[0]
    rest = line.strip(" \t*.:：\u00a0")
    if not rest:
        end += len(line.rstrip())  # What ends a line without words belongs to the marker.
    # Signs of emphasis and of direction before it belong to the marker: nothing may be lost.
    start = len(head) - len(head.lstrip())
    # A number behind the sign of a Markdown heading counts with others of its kind only.
    sign = "#" * (":" not in style and style not in _WORDED and "#" in head[:end])
    span = Span(paragraph.start + start, paragraph.start + end)
    # The quotation marks of Hebrew numerals count nothing.
    return Marker(number, span, number_of(digits.translate(_QUOTED)), style + sign, alone=not rest)


def _stands(head: str, end: int) -> bool:
    """Tell whether a keyword with its number is a marker, and not the beginning of a sentence."""
    rest = head[end:].split("\n", maxsplit=1)[0].strip()
    if not rest.strip("*_.:：-–— \u00a0"):
        return True
    if rest[0] in ".:：-–—":
        return True
    if len(rest) > _LONGEST_TITLE or rest.rstrip("*_ ").endswith(_STOPS):
        return False
    # Scripts without capitals tell a title by its form alone.
    caseless = rest[0].isalpha() and rest[0].upper() == rest[0].lower()
    return not _RUNS_ON.match(rest) if caseless else rest[0].isupper()


def _plain(word: str) -> str:
    return word.replace("ـ", "").casefold()


def _head(source: Source, paragraph: Span) -> str:
    return source.text[paragraph.start : min(paragraph.end, paragraph.start + HEAD)]
