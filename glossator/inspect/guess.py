"""What a text tells of itself: the language it is in, the day it was done."""

import re
from datetime import date as day_of

from glossator.parse.numerals import CJK, cjk_number
from glossator.parse.signs import MONTHS

_SCRIPTS = {
    "ja": "\u3040-\u30ff",
    "ko": "\uac00-\ud7af",
    "zh": "\u3400-\u9fff",
    "ru": "\u0400-\u04ff",
    "ar": "\u0600-\u06ff",
    "he": "\u0590-\u05ff",
    "hi": "\u0900-\u097f",
}
_COMMON = {
    "en": "the and of to in shall that for",
    "fr": "le la les des et du une dans pour",
    "es": "el los las del y una para que",
    "de": "der die und das des den von mit",
}
_SAMPLE = 20_000
_FEWEST = 0.2
_MONTHS = MONTHS.split("|")
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th|er|-го)?\s+(?:de\s+|of\s+)?({MONTHS})\s+(?:de\s+)?(\d{{4}})", re.IGNORECASE
)
_MONTH_FIRST = re.compile(rf"\b({MONTHS})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.IGNORECASE)
_ISO = re.compile(r"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b")
_CHINESE = re.compile(rf"([\d{CJK}千]{{4,8}})年([\d{CJK}]{{1,3}})月([\d{CJK}]{{1,3}})日")


def language_of(text: str) -> str:
    """Return the language of a text as its script or its commonest words tell it, or ''."""
    sample = text[:_SAMPLE]
    letters = sum(1 for mark in sample if mark.isalpha()) or 1
    shares = {name: len(re.findall(f"[{marks}]", sample)) / letters for name, marks in _SCRIPTS.items()}
    # Japanese is told by its kana, however many of its letters are Chinese.
    if shares["ja"] > _FEWEST:
        return "ja"
    best = max(shares, key=lambda name: shares[name])
    if shares[best] > _FEWEST:
        return best
    words = re.findall(r"[^\W\d_]+", sample.lower())
    counts = {name: sum(map(words.count, common.split())) for name, common in _COMMON.items()}
    likely = max(counts, key=lambda name: counts[name])
    return likely if counts[likely] else ""


def date_in(text: str) -> str:
    """Return the first whole date in a text as year-month-day, or ''."""
    for pattern, order in (
        (_DAY_FIRST, (2, 1, 0)),
        (_MONTH_FIRST, (2, 0, 1)),
        (_CHINESE, (0, 1, 2)),
        (_ISO, (0, 1, 2)),
    ):
        found = pattern.search(text)
        if found:
            year, month, day = (_number(found.groups()[at]) for at in order)
            try:
                return day_of(year, month, day).isoformat()
            except ValueError:
                continue
    return ""


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    if text.lower() in _MONTHS:
        return _MONTHS.index(text.lower()) % 12 + 1
    return cjk_number(text)
