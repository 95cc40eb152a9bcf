"""What counts when words are compared: letters alone, each with where it stands.

Copies differ in spacing, quotation marks, hyphens, case, vowel signs and the form of letters; such a
difference is named and is no other word. ``docs/assets/site.js`` has the same tables for browsers.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

SPACING, MARKS, HYPHENS = "spacing", "quotation marks", "hyphens"
CASE, VOWELS, FORM = "case", "vowel signs", "the form of letters"
KINDS = (SPACING, MARKS, HYPHENS, CASE, VOWELS, FORM)
_QUOTES = frozenset("\"'`´„‚＂＇「」『』《》〈〉׳״")
_HYPHENS = frozenset("\u2212\u00ad")
_TWINS = dict(zip("ךםןףץٱىیکةہەёЁ", "כמנפצاييكهههеЕ", strict=True))
"""Letters that are another form of one letter: at the end of a word, or as another custom writes it."""
_VOWELS = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff]"
)
"""Signs that Hebrew and Arabic set or leave out, and the stroke that only makes a word longer."""


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a text, and for each the position of the character that it comes from."""

    text: str
    origins: tuple[int, ...]


def letters_of(text: str, start: int = 0, kept: str = "") -> Letters:
    """Return the letters of a text whose first character stands at ``start``.

    Differences of the kind ``kept`` stay in them.
    """
    pieces, origins = [], []
    for at, character in enumerate(text, start):
        folded = _fold(character, kept)
        pieces.append(folded)
        origins += [at] * len(folded)
    return Letters("".join(pieces), tuple(origins))


def differences(one: str, other: str) -> tuple[str, ...]:
    """Return the kinds of difference between two texts of the same letters."""
    if one == other:
        return ()
    return tuple(
        kind for kind in KINDS if letters_of(one, kept=kind).text != letters_of(other, kept=kind).text
    )


@cache
def _fold(character: str, kept: str) -> str:
    if _drops(character, kept):
        return ""
    folded = character if kept == FORM else _form(character)
    folded = folded if kept == CASE else folded.lower()
    # A sign that is part of a letter belongs to its form.
    signs = "" if kept == VOWELS and folded == character else folded
    return "".join(
        one for one in folded if not (one in signs and _VOWELS.match(one)) and not _drops(one, kept)
    )


def _form(character: str) -> str:
    """Return a character without its place in a word, its width, and the script of a figure."""
    plain = _TWINS.get(character) or unicodedata.normalize("NFKD", character)
    return "".join(_TWINS.get(one) or _figure(one) for one in plain)


def _figure(character: str) -> str:
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)


def _drops(character: str, kept: str) -> bool:
    category = unicodedata.category(character)
    if category == "Pd" or character in _HYPHENS:
        return kept != HYPHENS
    if category in ("Pi", "Pf") or character in _QUOTES:
        return kept != MARKS
    return (character.isspace() or category == "Cf") and kept != SPACING
