"""The day on which a text was done, as statements write it in many languages."""

import re
from datetime import date as day_of

from glossator.parse.numerals import CJK, WORDS, cjk_number
from glossator.parse.signs import MONTHS

_MONTHS = MONTHS.split("|")
_DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|er|\.|-го)?\s+(?:de\s+|of\s+)?ב?"
    rf"({MONTHS})(?:/\w+)?,?\s+(?:de\s+)?(\d{{4}})",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(rf"\b({MONTHS})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.IGNORECASE)
_ISO = re.compile(r"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b")
_CHINESE = re.compile(rf"([\d{CJK}千]{{4,8}})年([\d{CJK}]{{1,3}})月([\d{CJK}]{{1,3}})日")
_SPELLED = re.compile(
    rf"\b([a-z]+(?:-[a-z]+)?)(?:\s+day)?\s+of\s+({MONTHS}),?\s+((?:one|two)\s+thousand(?:[\s-]+[a-z]+)*)",
    re.IGNORECASE,
)
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_WORTH = (
    {
        word: value
        for value, word in enumerate(
            ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], 1
        )
    }
    | {word: value for value, word in enumerate(_TEENS.split(), 10)}
    | {
        word: value * 10
        for value, word in enumerate(
            ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
        )
    }
    | {"twentieth": 20, "thirtieth": 30}
)


_ORDERS = (
    (_DAY_FIRST, (2, 1, 0)),
    (_MONTH_FIRST, (2, 0, 1)),
    (_CHINESE, (0, 1, 2)),
    (_SPELLED, (2, 1, 0)),
    (_ISO, (0, 1, 2)),
)
"""How whole dates are written, and where year, month and day stand in them."""


def date_in(text: str) -> str:
    """Return the first whole date in a text as year-month-day, or ''."""
    for pattern, order in _ORDERS:
        found = pattern.search(text)
        if found and (day := _day(found, order)):
            return day
    return ""


def dates_in(text: str) -> list[tuple[int, int, str]]:
    """Return all whole dates in a text: where each begins and ends, and year-month-day."""
    found = {
        one.start(): (one.start(), one.end(), day)
        for pattern, order in _ORDERS
        for one in pattern.finditer(text)
        if (day := _day(one, order))
    }
    return [found[start] for start in sorted(found)]


def _day(found: re.Match[str], order: tuple[int, int, int]) -> str:
    year, month, day = (_number(found.groups()[at]) for at in order)
    try:
        return day_of(year, month, day).isoformat()
    except ValueError:
        return ""


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    if text.lower() in _MONTHS:
        return _MONTHS.index(text.lower()) % 12 + 1
    return _spelled(text.lower()) if text.isascii() else cjk_number(text)


def _spelled(text: str) -> int:
    """Return the number that English words name: ``one thousand nine hundred and forty-five``."""
    total = part = 0
    for word in re.findall(r"[a-z]+", text):
        if word == "thousand":
            total, part = part * 1000, 0
        elif word == "hundred":
            part *= 100
        else:
            part += _WORTH.get(word) or WORDS.get(word) or _WORTH.get(word.removesuffix("th"), 0)
    return total + part
