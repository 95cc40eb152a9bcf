"""The numbers that markers are printed with: digits of every script, Roman, Chinese, letters, words."""

import unicodedata

CJK = "〇零一二三四五六七八九十百廿"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CJK_DIGITS = {mark: value for value, mark in enumerate("〇一二三四五六七八九")} | {"零": 0}
_CJK_UNITS = {"十": 10, "百": 100, "千": 1000}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_LOOK_ALIKE = str.maketrans("ІХСМⅠⅤⅩ", "IXCMIVX")
_HEBREW = {letter: value for value, letter in enumerate("אבגדהוזחטי", 1)} | {
    letter: (value + 2) * 10 for value, letter in enumerate("כלמנסעפצ")
}
_ORDINALS = (
    (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
        " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    ),
    "one two three four five six seven eight nine ten eleven twelve",
    "الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة",
    "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر",
    "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième",
    "unique seconde",
    "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo",
    "primera segunda tercera cuarta quinta sexta séptima octava novena décima",
    "первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый",
    "первая вторая третья четвертая пятая шестая седьмая восьмая девятая десятая",
    "erster zweiter dritter vierter fünfter sechster siebter achter neunter zehnter",
    "erstes zweites drittes viertes fünftes sechstes siebtes achtes neuntes zehntes",
    "ראשון שני שלישי רביעי חמישי שישי שביעי שמיני תשיעי עשירי",
)
WORDS = {word: value for words in _ORDINALS for value, word in enumerate(words.split(), 1)} | {
    "première": 1,
    "primer": 1,
}
for _ones, _tens in (("الحادية", "عشرة"), ("الحادي", "عشر")):
    # Eleventh to nineteenth: chapters are masculine, articles feminine.
    _small = _ORDINALS[2 if _tens == "عشرة" else 3].split()
    WORDS |= {f"{one} {_tens}": value for value, one in enumerate([_ones, *_small[1:9]], 11)}
_ADVERBS = "أولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا"
ADVERBS = {word: value for value, word in enumerate(_ADVERBS.split(), 1)}
"""Firstly, secondly, ... as Arabic statements number their parts."""
WORDS |= {"العشرون": 20, "العشرين": 20}


def cjk_number(numeral: str) -> int:
    """Return the value of a Chinese numeral below ten thousand: 一百二十 is 120."""
    total, digit = 0, 0
    for mark in numeral.replace("廿", "二十"):
        if mark in _CJK_UNITS:
            total += (digit or 1) * _CJK_UNITS[mark]
            digit = 0
        else:
            digit = digit * 10 + _CJK_DIGITS[mark]
    return total + digit


def roman_number(numeral: str) -> int:
    """Return the value of a Roman numeral, read without judging its form."""
    values = [_ROMAN[mark] for mark in numeral.upper().translate(_LOOK_ALIKE)]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def is_roman(numeral: str) -> bool:
    """Tell whether all letters are those of Roman numerals, or look like them."""
    return bool(numeral) and all(mark in _ROMAN for mark in numeral.upper().translate(_LOOK_ALIKE))


def number_of(numeral: str) -> int:
    """Return what a numeral of any kind counts, or 0 when it is none."""
    plain = unicodedata.normalize("NFKC", numeral)
    if plain.isdecimal():
        return int(plain)
    word = plain.casefold().rstrip("\u064b")
    if word in WORDS or word in ADVERBS:
        return WORDS.get(word) or ADVERBS[word]
    if is_roman(plain):
        return roman_number(plain)
    if all(mark in _CJK_DIGITS or mark in _CJK_UNITS or mark == "廿" for mark in plain):
        return cjk_number(plain)
    if all(mark in _HEBREW for mark in plain):
        return sum(_HEBREW[mark] for mark in plain)
    return ord(plain.lower()) - ord("a") + 1 if len(plain) == 1 and plain.isascii() and plain.isalpha() else 0
