"""The day on which a text was done, as statements write it in many languages."""

import re
from datetime import date as day_of

from glossator.inspect.spelled import spelled
from glossator.parse.numerals import CJK, cjk_number
from glossator.parse.signs import MONTHS

_MONTHS = MONTHS.split("|")
_YEAR = (
    r"(?:in\s+the\s+year\s+(?:of\s+(?:our\s+)?\w+\s+)?|de\s+|del\s+(?:año\s+)?|سنة\s+|عام\s+|שנת\s+|an\s+)?"
    r"(\d{4})"
)
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})[»”\"]?(?:st|nd|rd|th|er|º|\.|-го)?\s+(?:day\s+of\s+|de\s+|of\s+|من\s+(?:شهر\s+)?|शु?\s)?ב?"
    rf"({MONTHS})(?!\w)(?:\s?/\s?\w+(?:\s\w+)?)?,?\s+{_YEAR}",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b({MONTHS})\s+(?:\d{{1,2}}\s?(?:[-–—]|and|to)\s?)?(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\d.])")
_EASTERN = re.compile(
    rf"(明治|大正|昭和|平成|令和)?([\d{CJK}千元]{{1,8}})[年년]\s?([\d{CJK}]{{1,3}})[月월]\s?([\d{CJK}]{{1,3}})[日일]"
)
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_FIRST_YEAR = 1000


_ORDERS = (
    (_DAY_FIRST, (2, 1, 0)),
    (_MONTH_FIRST, (2, 0, 1)),
    (_ISO, (0, 1, 2)),
    (_DOTTED, (2, 1, 0)),
    (_EASTERN, (1, 2, 3)),
)
"""How whole dates are written, and where year, month and day stand in them."""


def date_in(text: str) -> str:
    """Return the first whole date in a text as year-month-day, or ''; digits come before words."""
    for pattern, order in _ORDERS:
        found = pattern.search(text)
        if found and (day := _day_found(found, order)):
            return day
    return next((day for _, _, numbers in spelled(text) if (day := _day(*numbers))), "")


def dates_in(text: str) -> list[tuple[int, int, str]]:
    """Return all whole dates in a text: where each begins and ends, and year-month-day."""
    found = {start: (start, end, day) for start, end, numbers in spelled(text) if (day := _day(*numbers))}
    for pattern, order in _ORDERS:
        for one in pattern.finditer(text):
            if day := _day_found(one, order):
                found[one.start()] = (one.start(), one.end(), day)
    return [found[start] for start in sorted(found)]


def _day_found(found: re.Match[str], order: tuple[int, int, int]) -> str:
    year, month, day = (_number(found.groups()[at].replace("元", "一")) for at in order)
    era = found[1] if found.re is _EASTERN else None
    return _day(year + _ERAS.get(era or "", 0), month, day)


def _day(year: int, month: int, day: int) -> str:
    try:
        return day_of(year, month, day).isoformat() if year >= _FIRST_YEAR else ""
    except ValueError:
        return ""


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    if text.lower() in _MONTHS:
        return _MONTHS.index(text.lower()) % 12 + 1
    return cjk_number(text)
