"""What a paragraph looks like by itself: debris, a footnote, a heading, a testimonium, a formula."""

import re
from collections.abc import Sequence

from glossator.model import Source, Span
from glossator.parse.signs import CLOSING, DEBRIS, FOOTNOTE, FORMULA, OPERATIVE, ORGAN, PREAMBLE_HEADING

END = re.compile(r"[.;:,。；：，।؛،؟۔?!？！]['\"”’»)\]）」』*]*$")
"""How a sentence or a part of it ends."""

NOTED = re.compile(r"(?:\s*(?:\[\^?\d{1,3}\]|<sup>\s*\d{1,3}\s*</sup>|[¹²³⁰-⁹]+))+$")
"""References to footnotes behind the last word."""

LONGEST_HEADING = 110
LONGEST_NOTE = 200
_FEW = 3
_SIGN = re.compile(r"#{1,6}")
_UNDERLINED = re.compile(r"^[^\n]{3,80}\n\s*(?:={3,}|-{3,})$")


def headings(source: Source, body: Sequence[Span]) -> list[int]:
    """Return the numbers of the paragraphs that are headings without a number, set off by their form."""
    found: dict[str, list[int]] = {}
    for number, one in enumerate(body):
        if one.end - one.start > LONGEST_NOTE:
            continue
        text = source.cut(one).strip()
        if text[:1].isalnum() and "\n" not in text:
            continue
        under = text.endswith(("===", "---")) and _UNDERLINED.search(text)
        sign = _SIGN.match(text)
        if not is_debris(text) and (is_bold(text) or under or (sign and is_heading(text))):
            found.setdefault(sign[0] if sign else "", []).append(number)
    # Of the signs of Markdown, the one with the fewest marks that comes again is that of sections.
    return next((found[sign] for sign in sorted(found, key=len) if len(found[sign]) > 1), [])


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
    return len(text) <= LONGEST_HEADING and bool(PREAMBLE_HEADING.fullmatch(text.strip()))


def is_footnote(text: str) -> bool:
    """Tell whether a paragraph is a footnote of the source."""
    return bool(FOOTNOTE.match(text.strip()))


def is_closing(text: str) -> bool:
    """Tell whether a paragraph begins as testimonia do."""
    words = text.strip("*_ \t\u3000\u00a0")
    return bool(CLOSING.match(words)) or (len(words) < LONGEST_NOTE and "签订于" in words)


def is_heading(text: str) -> bool:
    """Tell whether a paragraph is short and does not end as a sentence does."""
    if len(text) > LONGEST_HEADING or text.startswith(":"):
        return False
    return not END.search(NOTED.sub("", text) if text[-1:] in ("]", ">") or not text.isascii() else text)


def is_bold(text: str) -> bool:
    """Tell whether a short paragraph is bold from its first word on; the last stars may be lost."""
    return (
        len(text.strip("*")) > _FEW
        and text.startswith("**")
        and (text.endswith("**") or text.count("**") == 1)
        and len(text) <= LONGEST_NOTE
    )
