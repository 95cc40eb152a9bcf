"""What counts when words are compared: letters alone, each with where it stands.

Copies differ in spacing, quotation marks, hyphens, case and the form of letters; such a difference is
named and is no other word.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache

SPACING, MARKS, HYPHENS, CASE, FORM = "spacing", "quotation marks", "hyphens", "case", "the form of letters"
KINDS = (SPACING, MARKS, HYPHENS, CASE, FORM)
_QUOTES = frozenset("\"'`´„‚＂＇「」『』《》〈〉")
_HYPHENS = frozenset("\u2212\u00ad")


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
    folded = character if kept == FORM else unicodedata.normalize("NFKD", character)
    folded = folded if kept == CASE else folded.lower()
    return "".join(one for one in folded if not _drops(one, kept))


def _drops(character: str, kept: str) -> bool:
    category = unicodedata.category(character)
    if category == "Pd" or character in _HYPHENS:
        return kept != HYPHENS
    if category in ("Pi", "Pf") or character in _QUOTES:
        return kept != MARKS
    return (character.isspace() or category == "Cf") and kept != SPACING
