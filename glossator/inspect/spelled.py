"""Dates that are written out in words, as testimonia do in English, French, Spanish, Russian and Arabic."""

import re
from collections.abc import Iterator, Mapping

from glossator.parse.signs import MONTHS

_MONTHS = MONTHS.split("|")
_MONTH = re.compile(rf"(?<!\w)(?:{MONTHS})(?!\w)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_DAY_DIGITS = re.compile(r"(?<!\d)(\d{1,2})\D{0,20}$")
_YEAR_DIGITS = re.compile(r"\D{0,20}?(\d{4})(?!\d)")
_OF_MONTH = re.compile(r"\b(?:mes|month|mois|شهر)\b")
_NEAREST = 7
_AROUND = 110


def _counted(words: str, first: int = 1, step: int = 1) -> dict[str, int]:
    return {word: first + at * step for at, word in enumerate(words.split())}


_ENGLISH = (
    _counted(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    )
    | _counted("seventeen eighteen nineteen", 17)
    | _counted("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth")
    | _counted("fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth", 14)
    | _counted("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
    | {"thirtieth": 30}
)
_FRENCH = (
    _counted("un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize")
    | _counted("vingt trente quarante cinquante soixante", 20, 10)
    | {"premier": 1, "vingts": 20}
)
_SPANISH = (
    _counted("uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis")
    | _counted("diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro", 17)
    | _counted("veinticinco veintiséis veintisiete veintiocho veintinueve", 25)
    | _counted("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10)
    | _counted(
        "doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos", 200, 100
    )
    | {"primero": 1, "novecientos": 900, "cien": 100, "ciento": 100}
)
_ARABIC = (
    _counted("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الحادي")
    | {"العشرين": 20, "العشرون": 20, "الثلاثين": 30, "الثلاثون": 30}
    | _counted("عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين", 20, 10)
)
_WORTH: Mapping[str, int] = {**_ENGLISH, **_FRENCH, **_SPANISH, **_ARABIC, "عشر": 10}
_HUNDRED = {"hundred": 100, "cent": 100, "cents": 100}
_THOUSAND = {"thousand": 1000, "mil": 1000, "mille": 1000}
_JOINTS = ("and", "et", "y", "")
_FIRST_YEAR = 1000
_MOST_IN_DAY = 30
_LAST_DAY = 31
_RUSSIAN = {
    stem: value
    for stems, first, step in (
        ("перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат", 1, 1),
        ("четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат", 14, 1),
        ("двадцат тридцат сорок пятьдесят шестьдесят семьдесят восемьдесят девяност", 20, 10),
        ("сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот тысяч", 100, 100),
    )
    for stem, value in _counted(stems, first, step).items()
} | {"тридцато": 30, "двухтысячн": 2000, "две": 2}
_STEMS = sorted(_RUSSIAN, key=len, reverse=True)


def spelled(text: str) -> Iterator[tuple[int, int, tuple[int, int, int]]]:
    """Yield where dates in words begin and end, with year, month and day: a month between two numbers."""
    for month in _MONTH.finditer(text):
        after = month.end()
        start, day = _day(text, max(0, month.start() - _AROUND), month.start())
        end, year = _year(text, after, after + _AROUND) if day else (after, 0)
        # Digits on both sides of a word may have nothing to do with it: "Article 3 may be ... 2031".
        loose = text[start].isdigit() and text[end - 1].isdigit()
        if day and year and (not loose or _OF_MONTH.search(text, start, month.start())):
            yield start, end, (year, _MONTHS.index(month[0].lower()) % 12 + 1, day)


def _words(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    found = _WORD.finditer(text, start, min(end, len(text)))
    return [(one[0].lower().removeprefix("و"), *one.span()) for one in found]


def _day(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the number that the last words say, whatever small words stand between, and where it begins."""
    digits = _DAY_DIGITS.search(text, start, end)
    if digits:
        return digits.start(1), int(digits[1])
    day, begin = 0, end
    for word, at, _ in reversed(_words(text, start, end)[-_NEAREST:]):
        worth = _worth(word)
        if 0 < worth <= _MOST_IN_DAY:
            day, begin = day + worth, at
        elif day:
            break
    return begin, day if day <= _LAST_DAY else 0


def _year(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the year ends that the next words say, and the year."""
    digits = _YEAR_DIGITS.match(text, start, min(end, len(text)))
    if digits:
        return digits.end(1), int(digits[1])
    total, part, last = 0, 0, start
    for word, _, after in _words(text, start, end)[: _NEAREST * 2]:
        worth = _worth(word)
        if word in _THOUSAND or word.startswith("тысяч"):
            total, part = total + (part or 1) * 1000, 0
        elif word in _HUNDRED:
            part = (part or 1) * 100
        elif worth:
            part += worth
        elif (total or part) and word not in _JOINTS:
            break
        else:
            continue
        last = after
    return last, total + part if total + part >= _FIRST_YEAR else 0


def _worth(word: str) -> int:
    if word in _WORTH:
        return _WORTH[word]
    if "а" <= word[:1] <= "я":
        stem = next((stem for stem in _STEMS if word.startswith(stem)), "")
        return _RUSSIAN.get(stem, 0)
    return 0
