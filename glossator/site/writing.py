"""In which script and direction words are written, and what a language tag tells of both.

A script is not a language: where words are in another script than the language they stand in, that
script is all that is told of them, as in ``und-Latn``.
"""

import re
import unicodedata
from collections import Counter
from functools import cache

LTR, RTL = "ltr", "rtl"
_NAMED = {
    "ARABIC": "Arab",
    "ARMENIAN": "Armn",
    "BENGALI": "Beng",
    "CJK": "Hani",
    "CYRILLIC": "Cyrl",
    "DEVANAGARI": "Deva",
    "GEORGIAN": "Geor",
    "GREEK": "Grek",
    "HANGUL": "Hang",
    "HEBREW": "Hebr",
    "HIRAGANA": "Hira",
    "KATAKANA": "Kana",
    "LATIN": "Latn",
    "TAMIL": "Taml",
    "THAI": "Thai",
}
"""Scripts by the first word of the names of their letters."""
_WRITTEN = {
    "Arab": "ar ckb fa ps sd ug ur",
    "Armn": "hy",
    "Beng": "bn as",
    "Cyrl": "ba be bg kk ky mk mn ru sr tg tt uk",
    "Deva": "hi mr ne sa",
    "Geor": "ka",
    "Grek": "el",
    "Hang": "ko",
    "Hani": "ja ko yue zh",
    "Hebr": "he iw yi",
    "Hira": "ja",
    "Kana": "ja",
    "Latn": "kk sr",
    "Taml": "ta",
    "Thai": "th",
}
RIGHT_TO_LEFT = frozenset(("Arab", "Hebr"))
_ANY_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
_SCRIPT_TAG = re.compile("[A-Za-z]{4}")
_ISOLATES = frozenset(("LRI", "RLI", "FSI"))


@cache
def scripts_of(language: str) -> frozenset[str]:
    """Return the scripts in which a language is written; a tag may name its own, as ``sr-Latn`` does."""
    first, *more = language.split("-")
    for one in more:
        if _SCRIPT_TAG.fullmatch(one):
            script = one.capitalize()
            return frozenset(("Hani" if script in ("Hans", "Hant") else script,))
    found = frozenset(script for script, languages in _WRITTEN.items() if first.lower() in languages.split())
    return found or frozenset(("Latn",))


def direction_of(language: str) -> str:
    """Return in which direction a language is written."""
    return RTL if scripts_of(language) & RIGHT_TO_LEFT else LTR


def direction(words: str) -> str:
    """Return in which direction most letters run, of as many the first one, or '' where there is none.

    What is set off by isolates does not count, as in the algorithm of Unicode.
    """
    if not _ANY_RIGHT_TO_LEFT.search(words):
        return LTR if any(map(str.isalpha, words)) else ""
    counts: Counter[str] = Counter()
    depth = 0
    for character in words:
        kind = unicodedata.bidirectional(character)
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(depth - 1, 0)
        elif depth == 0 and kind in ("L", "R", "AL") and unicodedata.category(character) != "Cf":
            counts[LTR if kind == "L" else RTL] += 1
    return max(counts, key=counts.__getitem__) if counts else ""


def language_of(words: str, own: str) -> str:
    """Return the language ``own``, or ``und`` with the script where most letters are of none of its own."""
    own_scripts = scripts_of(own)
    if words.isascii() and "Latn" in own_scripts:
        return own
    counts = Counter(script for script in map(_script, words) if script)
    most = max(counts, key=counts.__getitem__, default="")
    return own if not most or most in own_scripts else f"und-{most}"


@cache
def _script(character: str) -> str:
    return _NAMED.get(unicodedata.name(character, "").partition(" ")[0], "") if character.isalpha() else ""
