"""What may open a paragraph or a line: numbers, keywords and bullets of all styles, side by side.

Numbers of sections stand in runs, so their ``SECTIONS`` may be loose forms. ``ITEMS`` of a list are
told one by one. What opens one in the middle of a hard-wrapped text, ``LIST``, has white space after
its number, as most numbers that a broken line happens to begin with have not.
"""

import re
from collections.abc import Sequence
from itertools import product

from glossator.parse.numerals import ADVERBS, BRANCHES, CJK, WORDS

_UNITS = (
    "Article|Articolo|Artículo|Articulo|Artigo|Artikel|Artykuł|Art|Статья|Стаття|Артыкул|المادة|مادة|סעיף"
    "|अनुच्छेद|धारा|Madde|Pasal|Điều|Section|Sec|Sección|Clause|Point|Amendment|Principle|Rule"
)
_GROUPS = (
    "Chapter|Part|Title|Book|Annex|Appendix|Schedule|Chapitre|Partie|Titre|Annexe|Livre|Capítulo|Título|Anexo"
    "|Kapitel|Teil|Abschnitt|Anlage|Anhang|Глава|Часть|Раздел|Приложение|الفصل|الباب|الجزء|القسم|الملحق"
    "|פרק|חלק|נספח|अध्याय|भाग|परिशिष्ट"
)
_COUNTED = (
    "Teil|Abschnitt|Kapitel|Hauptstück|Titel|Buch|Partie|Chapitre|Titre|Livre|Parte|Capítulo|Título|Part|Chapter"
    "|partie|parte|Часть|Глава|Раздел|часть|глава|раздел"
)
"""Groups whose number comes first: ``I. Teil``, ``Erster Abschnitt``, ``Première partie``."""
HEAD = 90
"""So many characters hold whatever opens a paragraph, and keep long lines from costing anything."""

SIGNS = "\u200e\u200f\u2066-\u2069\u202a-\u202e"
BEFORE = re.compile(rf"[\s{SIGNS}]*(?:#{{1,6}}[ \t]*)?\*{{0,3}}[\s{SIGNS}]*")
_WORD = "|".join(sorted(map(re.escape, WORDS), key=len, reverse=True))
_NUMERAL = rf"\d{{1,4}}|[IVXLCІХ]{{1,7}}|[א-ת]['׳״]?[א-ת]?['׳]?|[a-z]|{_WORD}"


def _keyed(words: str) -> re.Pattern[str]:
    # Arabic words may be drawn out with kashida between any two letters.
    drawn = "|".join(
        "ـ*".join(word) if "\u0600" <= word[0] <= "\u06ff" else word for word in words.split("|")
    )
    return re.compile(
        rf"(?i:(?P<word>{drawn}))\.?[ \t\u00a0]*(?<![^\W\d_](?=[^\W\d_]))[(]?(?P<n>(?i:{_NUMERAL}))[)]?"
        rf"(?:\.?[ºª°]|[A-Za-z](?![\w])|[ \t\u00a0](?:bis|ter|quater)\b)?(?![\w])(?P<end>[{SIGNS}]*)"
    )


_DAY = (
    r"(?! ?(?:Jänner|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b)"
)
"""A number before a German month is that of a day."""

_SECTIONS = (
    ("第…条", rf"[第弟][ ]?(\d{{1,4}}|[{CJK}]{{1,6}})[ ]?[条條](?:之[{CJK}]{{1,3}})?(?=[\s：:*]|$)"),
    ("제…조", r"제[ ]?(\d{1,4})[ ]?조(?=[\s(（:：*]|$)"),
    ("§", r"§{1,2}[ \u00a0]*(\d{1,4})[a-z]?(?![\d.]\d|\w)\.?"),
    ("一、", rf"([{CJK}]{{1,6}})[、．]"),
    ("（一）", rf"[（(]([{CJK}]{{1,6}})[）)]"),
    ("1、", r"(\d{1,3})、(?!\d)"),
    ("1.", rf"(\d{{1,3}})\\?[.．。](?!\d){_DAY}"),
    ("(1)", r"[(（](\d{1,3})[)）](?!\d)"),
    ("1)", r"(\d{1,3})\\?[)）](?!\d)"),
    ("first", rf"((?i:{_WORD}))(?=\*\*|[.,:])"),
    ("أولا", rf"((?:{'|'.join(ADVERBS)})\u064b?)(?=\s?[:：.،\-–—])"),
    ("1　", r"(\d{1,3})(?=\u3000)"),
    ("A.", r"([A-HJ-UW-Z])\.(?=\s)"),
    ("一 ", rf"([{CJK}]{{1,3}})(?=[ \u3000])"),
    ("I", r"([IVXІХ]{1,6})(?=[.)]\s|[.)]?\s*$|[ \u00a0]+[A-ZА-ЯЁ«“\"])[.)]?"),
)


def _either(styles: Sequence[tuple[str, str]]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return one pattern for all, and their names: every style has one group, which tells it."""
    return re.compile("|".join(pattern for _, pattern in styles)), ("", *(name for name, _ in styles))


_BOLD = _either(_SECTIONS)
_PLAIN = _either([one for one in _SECTIONS if one[0] != "first"])
GROUP = re.compile(
    rf"第[ ]?(?P<n>\d{{1,3}}|[{CJK}]{{1,6}})[ ]?[章节節編编部篇](?=[\s：:*]|$)"
    r"|제[ ]?\d{1,3}[ ]?[장편절](?=[\s:：*]|$)"
)
COUNTED = re.compile(rf"(?:[IVXLC]{{1,6}}\.|\d{{1,2}}\.|(?i:{_WORD}))[ \u00a0](?:{_COUNTED})(?=[\s.:*]|$)")
ARTICLE, CHAPTER = _keyed(_UNITS), _keyed(_GROUPS)
_LONE = (
    "annex|appendix|schedule|annexe|anexo|anlage|anhang|приложение|додаток|الملحق|ملحق|مرفق|נספח|附件|附录"
    "|附錄|附則|別表|परिशिष्ट"
)
ANNEX = re.compile(rf"(?i:{_LONE})")
_LETTERED = r"[ \u00a0]?[(（]?[一二三四五六七八九\w]{1,3}[)）]?[.:：]?"
LONE_GROUP = re.compile(rf"(?i:(?:{_LONE}|amendments)(?:[\s.:：]*|{_LETTERED}|\s*[:：–—-] ?[^\n.;]+))")
ITEMS = (
    ("bullet", re.compile(r"[-•‣▪–—●·○◦■□➢✓](?=\s)|——")),
    ("*", re.compile(r"[*+](?=\s)")),
    ("(a)", re.compile(r"\(?(?:[a-z]|[ivx]{1,5})\)|[（(][ａ-ｚa-z]{1,3}[）)]")),
    ("(A)", re.compile(r"\((?:[A-Z]|[IVX]{1,5})\)")),
    ("а)", re.compile(r"\(?[а-яא-תء-يक-ह][)）]|[أ-يא-ת](?:[.] | ?[-–] )")),
    ("1.", re.compile(rf"[(（]?\d{{1,3}}(?:\\?[.)．、）。]|[-–](?=\s)|(?=\u3000))(?!\d){_DAY}")),
    ("一、", re.compile(rf"[{CJK}]{{1,5}}、|[（(][{CJK}{BRANCHES}]{{1,4}}[）)]")),
    ("①", re.compile(r"[①-⑳○]")),
    ("一 ", re.compile(rf"(?:[{CJK}]{{1,4}}|[イロハニホヘト])(?=[ \u3000])")),
)
LIST = re.compile(
    rf"[-*•‣▪–●◦](?=\s)|——|\(?(?:[a-z]|[ivx]{{1,5}}|[A-Z]|\d{{1,3}})\\?[.)](?=\s){_DAY}|[A-Z]\.\d+\.|\d+(?:\.\d+)+\.?\s"
)

# A plain word: two letters or more, of which the first is no numeral.
_WORD_AT = re.compile(rf"[^\W\d_{CJK}{BRANCHES}第弟][^\W\d_]{{1,{HEAD}}}")
_ROMAN = ("".join(marks) for length in range(2, 8) for marks in product("ivx", repeat=length))
_KEYWORDS = frozenset(
    found[0].casefold()
    for word in (*f"{_UNITS}|{_GROUPS}|{_LONE}|amendments".split("|"), *WORDS, *ADVERBS, *_ROMAN)
    if (found := _WORD_AT.match(word))
)


def may_open(text: str, start: int) -> bool:
    """Tell at little cost whether anything in this table may begin at ``start``.

    Few paragraphs begin so. All others begin with a plain word that is no keyword and no Roman numeral.
    """
    word = _WORD_AT.match(text, start)
    return word is None or word[0].casefold().replace("ـ", "") in _KEYWORDS


def number_at(head: str, at: int, *, bold: bool) -> tuple[str, str, int] | None:
    """Return style and numeral of the number of a section that stands there, and where it ends.

    A number in words counts only when it is ``bold``.
    """
    pattern, names = _BOLD if bold else _PLAIN
    found = pattern.match(head, at)
    style = found.lastindex if found else None
    return (names[style], found[style], found.end()) if found and style else None
