"""What a paragraph is beside a clause: an item, a heading, a note, a closing formula, debris.

Each is told by its form and its place; what is not told stays a clause.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from glossator.model import Kind, Source, Span
from glossator.parse.markers import Marker, group_at, marker_at
from glossator.parse.numerals import BRANCHES, CJK
from glossator.parse.signs import CLOSING, DEBRIS, FOOTNOTE, FORMULA, NOTE, PREAMBLE_HEADING, SIGNED
from glossator.parse.told import Told, kind_told

_ITEMS = (
    ("bullet", re.compile(r"[-•‣▪–](?=\s)|——")),
    ("(a)", re.compile(r"\(?(?:[a-z]|[ivx]{1,5})\)")),
    ("(A)", re.compile(r"\((?:[A-Z]|[IVX]{1,5})\)")),
    ("а)", re.compile(r"\(?[а-яא-תء-ي]\)")),
    ("1.", re.compile(r"\(?\d{1,3}(?:\\?[.)]|[-–](?=\s)|\))(?!\d)")),
    ("一、", re.compile(rf"[{CJK}]{{1,5}}、|[（(][{CJK}{BRANCHES}]{{1,4}}[）)]")),
    ("①", re.compile(r"[①-⑳○]")),
)
_UNDERLINED = re.compile(r"^[^\n]{3,80}\n\s*={3,}$")
_DECIMAL = re.compile(r"(?:\d{1,3}|[A-Z])\.\d{1,3}(?:\.\d{1,3})*\.?\s+\S")
_END = re.compile(r"[.;:,。；：，।؛،؟۔?!？！]['\"”’»)\]）」』*]*$")
_ALWAYS = {"bullet", "(a)", "а)", "①", "(A)"}
_FEW = 3
_SIGNING = (Kind.CLOSING, Kind.SIGNATURE)
_LONGEST_HEADING = 110
_LONGEST_NOTE = 200


def kinds(source: Source, body: Sequence[Span], starts: Collection[int], told: Told) -> dict[int, Kind]:
    """Return the kinds of those paragraphs that are no plain clauses; ``starts`` open sections."""
    found = _by_form(source, body, starts)
    found |= {
        number: kind_told(told[span.start])
        for number, span in enumerate(body)
        if span.start in told and number not in starts
    }
    return found


def _by_form(source: Source, body: Sequence[Span], starts: Collection[int]) -> dict[int, Kind]:
    texts = [source.cut(one).strip() for one in body]
    items = [_item(text) for text in texts]
    often = Counter(items)
    markers = [marker_at(source, one) for one in body]
    keyed = any(":" in marker.style for marker in (markers[one] for one in starts) if marker)
    found: dict[int, Kind] = {}
    first = min(starts, default=len(body))
    for number, text in enumerate(texts):
        if number in starts:
            continue
        kind = _kind(text, source, body[number])
        marker, style = markers[number], items[number]
        near = found.get(number - 1) is Kind.GROUP or (number and _opens(number + 1, starts, source, body))
        if kind is Kind.CLAUSE and marker and ":" in marker.style:
            kind = Kind.HEADING if keyed else Kind.GROUP
        elif kind is Kind.CLAUSE and style and (style in _ALWAYS or often[style] > 1):
            kind = Kind.ITEM
        if kind in (Kind.CLAUSE, Kind.ITEM) and is_heading(text) and _fits(text, kind, near=bool(near)):
            # What is loud in a preamble is said loud, and heads nothing.
            recital = kind is Kind.CLAUSE and number < first < len(body) and not near and not _bold(text)
            kind = kind if recital else _over(number, markers, starts, first)
        if kind is Kind.CLAUSE and found.get(number - 1) in _SIGNING and _signed(text):
            kind = Kind.SIGNATURE
        if kind is not Kind.CLAUSE:
            found[number] = kind
    return found


def _over(number: int, markers: Sequence[Marker | None], starts: Collection[int], first: int) -> Kind:
    """Return what a heading is: numbers that begin anew below it make it the title of a group."""
    below = markers[number + 1] if number + 1 in starts else None
    anew = below is not None and below.ordinal == 1 and first < number and ":" not in below.style
    return Kind.GROUP if anew else Kind.HEADING


def _signed(text: str) -> bool:
    return len(text) <= _LONGEST_NOTE and bool(SIGNED.match(text)) and not text.endswith((".", ";"))


def _opens(number: int, starts: Collection[int], source: Source, body: Sequence[Span]) -> bool:
    """Tell whether a section or group begins with that paragraph: a short line before it is its heading."""
    return number in starts or (number < len(body) and group_at(source, body[number]))


def _fits(text: str, kind: Kind, *, near: bool) -> bool:
    decimal = bool(_DECIMAL.match(text))
    return decimal or (kind is Kind.CLAUSE and (near or is_loud(text) or _bold(text)))


def headings(source: Source, body: Sequence[Span]) -> list[int]:
    """Return the numbers of the paragraphs that are headings without a number, set off by their form."""
    texts = [source.cut(one).strip() for one in body]
    bold = [
        number
        for number, text in enumerate(texts)
        if not is_debris(text) and (_bold(text) or _UNDERLINED.search(text))
    ]
    return bold if len(bold) > 1 else []


def formula(source: Source, body: Sequence[Span]) -> int:
    """Return the number of the paragraph after the enacting formula in a text without sections, or 0."""
    for number, paragraph in enumerate(body[: max(len(body) * 2 // 3, 1)]):
        tail = source.text[max(paragraph.start, paragraph.end - 120) : paragraph.end].strip()
        if FORMULA.search(tail):
            return number + 1 if number + 1 < len(body) else 0
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


def _kind(text: str, source: Source, span: Span) -> Kind:
    forms = (
        (Kind.DEBRIS, is_debris(text)),
        (Kind.FOOTNOTE, is_footnote(text)),
        (Kind.CLOSING, is_closing(text)),
        (Kind.HEADING, is_preamble_heading(text)),
        (Kind.GROUP, group_at(source, span)),
        (Kind.NOTE, len(text) <= _LONGEST_NOTE and bool(NOTE.match(text))),
    )
    return next((kind for kind, fits in forms if fits), Kind.CLAUSE)


def _item(text: str) -> str:
    return next((name for name, pattern in _ITEMS if pattern.match(text[:12])), "")


def is_heading(text: str) -> bool:
    """Tell whether a paragraph is short and does not end as a sentence does."""
    return len(text) <= _LONGEST_HEADING and not _END.search(text)


def is_loud(text: str) -> bool:
    """Tell whether a text is in capitals."""
    letters = [mark for mark in text if mark.isalpha()]
    upper = sum(1 for mark in letters if mark.isupper())
    return len(letters) > _FEW and upper >= len(letters) * 0.85


def _bold(text: str) -> bool:
    return (
        len(text.strip("*")) > _FEW
        and text.startswith("**")
        and text.endswith("**")
        and len(text) <= _LONGEST_NOTE
    )
