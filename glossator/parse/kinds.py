"""What a paragraph is beside a clause: an item, a heading, a note, a closing formula, debris.

Each is told by its form and its place; what is not told stays a clause.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from glossator.model import Kind, Source, Span
from glossator.parse.markers import Openings
from glossator.parse.signs import (
    CLOSING,
    DEBRIS,
    FOOTNOTE,
    FORMULA,
    NOTE,
    OPERATIVE,
    ORGAN,
    PREAMBLE_HEADING,
    SIGNED,
    is_loud,
)
from glossator.parse.styles import ITEMS
from glossator.parse.told import Told, kind_told

_UNDERLINED = re.compile(r"^[^\n]{3,80}\n\s*={3,}$")
_DECIMAL = re.compile(r"(?:\d{1,3}|[A-Z])\.\d{1,3}(?:\.\d{1,3})*\.?\s+\S")
_END = re.compile(r"[.;:,。；：，।؛،؟۔?!？！]['\"”’»)\]）」』*]*$")
_ALWAYS = {"bullet", "(a)", "а)", "①", "(A)"}
_FEW = 3
_SIGNING = (Kind.CLOSING, Kind.SIGNATURE)
_LONGEST_HEADING = 110
_LONGEST_NOTE = 200


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


def _by_form(
    source: Source, body: Sequence[Span], opened: Openings, starts: Collection[int]
) -> dict[int, Kind]:
    texts = [source.cut(one).strip() for one in body]
    items = {number: _item(texts[number]) for number in opened.odd}
    often = Counter(items.values())
    keyed = any(":" in opened.markers[one].style for one in starts if one in opened.markers)
    found: dict[int, Kind] = {}
    first = min(starts, default=len(body))
    # The text layer of a PDF, whose lines are broken, has often lost the bullets of its lists.
    wrapped = any("\n" in text for text in texts)
    for number, text in enumerate(texts):
        if number in starts:
            continue
        kind = _kind(text, group=number in opened.groups)
        marker, style = opened.markers.get(number), items.get(number)
        if kind is Kind.CLAUSE and marker and ":" in marker.style:
            kind = Kind.HEADING if keyed else Kind.GROUP
        elif kind is Kind.CLAUSE and style and (style in _ALWAYS or often[style] > 1):
            kind = Kind.ITEM
        if kind in (Kind.CLAUSE, Kind.ITEM) and is_heading(text):
            # A short line next to the heading of a group, or before a section, is a heading too.
            opens = number and (number + 1 in starts or number + 1 in opened.groups)
            near = found.get(number - 1) is Kind.GROUP or bool(opens)
            # What is loud in a preamble is said loud, and heads nothing.
            recital = kind is Kind.CLAUSE and number < first < len(body) and not near and not _bold(text)
            if not recital and _fits(text, kind, near=near):
                kind = _over(number, opened, starts, found)
        if kind is Kind.CLAUSE and wrapped and first < number and _listed(texts, number, found):
            kind = Kind.ITEM
        if kind is Kind.CLAUSE and _signed(text):
            several = number + 1 < len(texts) and _signed(texts[number + 1])
            kind = Kind.SIGNATURE if several or found.get(number - 1) in _SIGNING else kind
        if kind is not Kind.CLAUSE:
            found[number] = kind
    return found


def _over(number: int, opened: Openings, starts: Collection[int], found: Mapping[int, Kind]) -> Kind:
    """Return what a heading is: numbers that begin anew below it make it the title of a group."""
    below = opened.markers.get(number + 1) if number + 1 in starts else None
    if found.get(number - 1) is Kind.SIGNATURE:
        return Kind.GROUP  # What follows signatures is another instrument.
    anew = below is not None and below.ordinal == 1 and min(starts) < number and ":" not in below.style
    return Kind.GROUP if anew else Kind.HEADING


def _listed(texts: Sequence[str], number: int, found: Mapping[int, Kind]) -> bool:
    """Tell whether a paragraph goes on with a sentence that a colon has opened, as parts of a list do."""
    before = texts[number - 1]
    listed = found.get(number - 1) is Kind.ITEM and before.endswith((";", "?", ","))
    return (listed or before.endswith(":")) and texts[number][:1].islower()


def _signed(text: str) -> bool:
    return len(text) <= _LONGEST_NOTE and bool(SIGNED.match(text)) and not text.endswith((".", ";"))


def _fits(text: str, kind: Kind, *, near: bool) -> bool:
    decimal = bool(_DECIMAL.match(text))
    return decimal or (kind is Kind.CLAUSE and (near or is_loud(text) or _bold(text)))


def headings(source: Source, body: Sequence[Span]) -> list[int]:
    """Return the numbers of the paragraphs that are headings without a number, set off by their form."""
    texts = [source.cut(one).strip() for one in body]
    bold = [
        number
        for number, text in enumerate(texts)
        if (_bold(text) or (text.endswith("===") and _UNDERLINED.search(text))) and not is_debris(text)
    ]
    return bold if len(bold) > 1 else []


def formula(source: Source, body: Sequence[Span]) -> int:
    """Return the number of the paragraph after the enacting formula in a text without sections, or 0."""
    for number, paragraph in enumerate(body[: max(len(body) * 2 // 3, 1)]):
        tail = source.text[max(paragraph.start, paragraph.end - 120) : paragraph.end].strip()
        if FORMULA.search(tail):
            return number + 1 if number + 1 < len(body) else 0
    if body and ORGAN.fullmatch(source.cut(body[0]).strip()):
        return next((number for number, one in enumerate(body) if OPERATIVE.match(source.cut(one))), 0)
    return 0


def is_debris(text: str) -> bool:
    """Tell whether a paragraph is a rule, a page number, an end mark, or a comment of a converter."""
    return bool(DEBRIS.fullmatch(text.strip()))


def is_preamble_heading(text: str) -> bool:
    """Tell whether a line is the word "preamble" in one of its languages."""
    return bool(PREAMBLE_HEADING.fullmatch(text.strip()))


def is_footnote(text: str) -> bool:
    """Tell whether a paragraph is a footnote of the source."""
    return bool(FOOTNOTE.match(text.strip()))


def is_closing(text: str) -> bool:
    """Tell whether a paragraph begins as testimonia do."""
    words = text.strip("*_ \t\u3000\u00a0")
    return bool(CLOSING.match(words)) or (len(words) < _LONGEST_NOTE and "签订于" in words)


def _kind(text: str, *, group: bool) -> Kind:
    if DEBRIS.fullmatch(text):
        return Kind.DEBRIS
    if FOOTNOTE.match(text):
        return Kind.FOOTNOTE
    if is_closing(text):
        return Kind.CLOSING
    if PREAMBLE_HEADING.fullmatch(text):
        return Kind.HEADING
    if group:
        return Kind.GROUP
    return Kind.NOTE if len(text) <= _LONGEST_NOTE and NOTE.match(text) else Kind.CLAUSE


def _item(text: str) -> str:
    return next((name for name, pattern in ITEMS if pattern.match(text[:12])), "")


def is_heading(text: str) -> bool:
    """Tell whether a paragraph is short and does not end as a sentence does."""
    return len(text) <= _LONGEST_HEADING and not _END.search(text) and not text.startswith(":")


def _bold(text: str) -> bool:
    return (
        len(text.strip("*")) > _FEW
        and text.startswith("**")
        and text.endswith("**")
        and len(text) <= _LONGEST_NOTE
    )
