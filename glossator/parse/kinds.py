"""What a paragraph is beside a clause: an item, a heading, a note, a closing formula, debris.

Each is told by its form and its place; what is not told stays a clause.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from glossator.model import Kind, Source, Span
from glossator.parse.forms import (
    LONGEST_NOTE,
    is_bold,
    is_closing,
    is_heading,
    is_preamble_heading,
)
from glossator.parse.markers import Openings
from glossator.parse.signing import signing
from glossator.parse.signs import DEBRIS, FOOTNOTE, NOTE, is_loud
from glossator.parse.styles import ITEMS
from glossator.parse.told import Told, kind_told

_BARE_NOTE = re.compile(r"\d{1,2}\*? [^\W\d_a-zа-я]")
_FEWEST_SUBJECTS = 2
_DATE_ALONE = re.compile(
    r"(?:[^\W\d][^,.;\d]{2,30}, )?(?:the )?\d{1,2}(?:st|nd|rd|th|\.)? [^\W\d]+,? \d{4}\.?"
)
_DIGITS = re.compile(r"\d+")
_TOP = 1000
_DECIMAL = re.compile(r"(?:\d{1,3}|[A-Z])\.\d{1,3}(?:\.\d{1,3})*\.?\s+\S")
_ALWAYS = {"bullet", "(a)", "а)", "①", "(A)"}
_LONGEST_NEAR = 70
_GOING_ON = (";", "?", ",")


def kinds(
    source: Source, body: Sequence[Span], opened: Openings, starts: Collection[int], told: Told
) -> dict[int, Kind]:
    """Return the kinds of those paragraphs that are no plain clauses; ``starts`` open sections."""
    found = _by_form(source, body, opened, starts)
    found |= {
        number: kind_told(told[span.start])
        for number, span in enumerate(body)
        if span.start in told and number not in starts
    }
    return found


@dataclass(frozen=True, slots=True)
class _Whole:
    """What all paragraphs of a text have to do with the kind of one: ``first`` and ``last`` open sections."""

    source: Source
    body: Sequence[Span]
    texts: Sequence[str]
    opened: Openings
    starts: Collection[int]
    items: Mapping[int, str]
    often: Mapping[str, int]
    keyed: bool
    first: int
    last: int

    def begins_below(self, number: int) -> bool:
        """Tell whether a section or a group begins with the paragraph after this one."""
        return number > 0 and (number + 1 in self.starts or number + 1 in self.opened.groups)


def _by_form(
    source: Source, body: Sequence[Span], opened: Openings, starts: Collection[int]
) -> dict[int, Kind]:
    texts = [source.cut(one).strip() for one in body]
    items = {number: _item(texts[number]) for number in opened.odd}
    keyed = any(":" in opened.markers[one].style for one in starts if one in opened.markers)
    first, last = min(starts, default=len(body)), max(starts, default=0)
    whole = _Whole(source, body, texts, opened, starts, items, Counter(items.values()), keyed, first, last)
    subjects = _subject_lines(texts, opened, starts)
    heads = _page_heads(source, body, texts)
    # The text layer of a PDF, whose lines are broken, has often lost the bullets of its lists.
    wrapped = any("\n" in text for text in texts)
    found: dict[int, Kind] = {}
    for number, text in enumerate(texts):
        if number in starts:
            continue
        kind = _kind(text, group=number in opened.groups)
        if kind is Kind.CLAUSE and (number in subjects or number in heads):
            found[number] = Kind.DEBRIS if number in heads else Kind.HEADING
            continue
        if kind is Kind.CLAUSE and (number in items or number > last):
            kind = _opened(number, kind, whole, found)
        short = len(text) <= LONGEST_NOTE  # Nothing longer is a heading or a signature.
        kind = _headed(number, kind, whole, found) if short else kind
        if kind is Kind.CLAUSE and wrapped and first < number and _listed(texts, number, found):
            kind = Kind.ITEM
        if short and kind in (Kind.CLAUSE, Kind.HEADING, Kind.ITEM):
            following = texts[number + 1] if number + 1 < len(texts) and number + 1 not in starts else ""
            kind = signing(text, kind, found.get(number - 1), following, heads=number + 1 in starts)
        if kind is not Kind.CLAUSE:
            found[number] = kind
    return found


def _opened(number: int, kind: Kind, whole: _Whole, found: Mapping[int, Kind]) -> Kind:
    """Return what the number or the bullet makes of a clause that opens with it."""
    if number > whole.last and _footnote_too(whole.texts[number], found.get(number - 1)):
        return Kind.FOOTNOTE
    marker, style = whole.opened.markers.get(number), whole.items.get(number)
    if marker and ":" in marker.style:
        return Kind.HEADING if whole.keyed else Kind.GROUP
    return Kind.ITEM if style and (style in _ALWAYS or whole.often[style] > 1) else kind


def _headed(number: int, kind: Kind, whole: _Whole, found: Mapping[int, Kind]) -> Kind:
    """Return what kind a paragraph is that may be a heading."""
    text = whole.texts[number]
    if kind not in (Kind.CLAUSE, Kind.ITEM) or not is_heading(text):
        return kind
    # A short line next to the heading of a group, or before a section, is a heading too.
    opens = whole.begins_below(number) and _width(text) <= _LONGEST_NEAR
    near = found.get(number - 1) is Kind.GROUP or opens
    # What is loud in a preamble is said loud, and heads nothing.
    within = number < whole.first < len(whole.body)
    recital = kind is Kind.CLAUSE and within and not near and not is_bold(text)
    return _over(number, whole, found) if not recital and _fits(text, kind, near=near) else kind


def _page_heads(source: Source, body: Sequence[Span], texts: Sequence[str]) -> set[int]:
    """Return the short lines below a form feed that stand there again, or at the top of the text."""
    if "\f" not in source.text:
        return set()
    top = " ".join(source.text[:_TOP].casefold().split())
    below = {
        number: " ".join(_DIGITS.sub("0", texts[number]).casefold().split())
        for number, one in enumerate(body)
        if "\f" in source.text[max(0, one.start - 3) : one.start] and len(texts[number]) <= _LONGEST_NEAR
    }
    often = Counter(below.values())
    return {
        n for n, text in below.items() if text and is_heading(texts[n]) and (often[text] > 1 or text in top)
    }


def _subject_lines(texts: Sequence[str], opened: Openings, starts: Collection[int]) -> set[int]:
    """Return the lines that tell what articles are about, where most have one below their number."""
    alone = [n for n in starts if n in opened.markers and opened.markers[n].alone and opened.markers[n].named]
    found = {
        number + 1
        for number in alone
        if number + 2 < len(texts)
        and not (number + 1 in starts or number + 2 in starts)
        and not (number + 1 in opened.groups or number + 1 in opened.markers)
        and len(texts[number + 1]) <= _LONGEST_NEAR
        and is_heading(texts[number + 1])
    }
    return found if len(found) >= _FEWEST_SUBJECTS and len(found) * 2 >= len(alone) else set()


def _over(number: int, whole: _Whole, found: Mapping[int, Kind]) -> Kind:
    """Return what a heading is: above mere numbers the theme of a group, if it is not run into them."""
    opened = whole.opened
    below = opened.markers.get(number + 1) if number + 1 in whole.starts else None
    if found.get(number - 1) is Kind.SIGNATURE and number + 1 not in opened.groups:
        return Kind.GROUP  # What follows signatures is another instrument.
    theme = below is not None and not below.named and found.get(number - 1) is not Kind.GROUP
    return Kind.GROUP if theme and _ends_line(whole.source, whole.body[number]) else Kind.HEADING


def _width(text: str) -> int:
    """Return how long a text is; Chinese and Japanese say as much in half the characters."""
    return len(text) * (2 if any("\u3040" <= mark <= "\u9fff" for mark in text[:9]) else 1)


def _ends_line(source: Source, span: Span) -> bool:
    return source.text[span.end : span.end + 80].split("\n", maxsplit=1)[0].strip("* \t\u00a0") == ""


def _listed(texts: Sequence[str], number: int, found: Mapping[int, Kind]) -> bool:
    """Tell whether a paragraph goes on with a sentence that a colon has opened, as parts of a list do."""
    if not texts[number][:1].islower():
        return False
    before = texts[number - 1]
    return before.endswith(":") or (found.get(number - 1) is Kind.ITEM and before.endswith(_GOING_ON))


def _footnote_too(text: str, before: Kind | None) -> bool:
    """Tell whether a bare number opens another note, below one or below a rule, behind all sections."""
    return before in (Kind.FOOTNOTE, Kind.DEBRIS) and bool(_BARE_NOTE.match(text))


def _fits(text: str, kind: Kind, *, near: bool) -> bool:
    decimal = bool(_DECIMAL.match(text))
    formed = near or text.startswith("#") or is_loud(text) or is_bold(text)
    return decimal or (kind is Kind.CLAUSE and formed)


_FORMS = (
    (DEBRIS.fullmatch, Kind.DEBRIS),
    (FOOTNOTE.match, Kind.FOOTNOTE),
    (is_closing, Kind.CLOSING),
    (is_preamble_heading, Kind.HEADING),
)


def _kind(text: str, *, group: bool) -> Kind:
    if len(text) > LONGEST_NOTE and text[0].isalpha():
        return Kind.CLOSING if is_closing(text) else Kind.CLAUSE  # Nothing else is so long.
    for tells, kind in _FORMS:
        if tells(text):
            return kind
    if group:
        return Kind.GROUP
    if len(text) <= _LONGEST_NEAR and text[-5:].strip(". ").isdigit() and _DATE_ALONE.fullmatch(text):
        return Kind.DATELINE
    return Kind.NOTE if len(text) <= LONGEST_NOTE and NOTE.match(text) else Kind.CLAUSE


def _item(text: str) -> str:
    return next((name for name, pattern in ITEMS if pattern.match(text[:12])), "")
