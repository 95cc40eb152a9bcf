"""What may open a paragraph or a line: numbers, keywords and bullets of all styles, side by side.

Numbers of sections stand in runs, so their ``SECTIONS`` may be loose forms. ``ITEMS`` of a list are
told one by one. What opens one in the middle of a hard-wrapped text, ``LIST``, has white space after
its number, as most numbers that a broken line happens to begin with have not.
"""

import re
from collections.abc import Sequence
from itertools import product

from glossator.parse.numerals import BRANCHES, CJK, WORDS

_UNITS = (
    "Article|Articolo|Artículo|Artigo|Artikel|Art|Статья|Стаття|Артыкул|المادة|مادة|סעיף|अनुच्छेद|धारा"
    "|Section|Sec|Clause|Point|Amendment|Principle|Rule"
)
_GROUPS = (
    "Chapter|Part|Title|Annex|Appendix|Schedule|Chapitre|Partie|Titre|Annexe|Capítulo|Título|Anexo"
    "|Kapitel|Teil|Anlage|Глава|Часть|Раздел|Приложение|الفصل|الباب|الجزء|الملحق|פרק|חלק|נספח"
    "|अध्याय|भाग|परिशिष्ट"
)
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
        rf"(?![\w])(?P<end>[{SIGNS}]*)"
    )


_SECTIONS = (
    ("第…条", rf"[第弟](\d{{1,4}}|[{CJK}]{{1,6}})[条條](?=[\s：:]|$)"),
    ("§", r"§[ \u00a0]*(\d{1,3})(?![\d.]\d)\.?"),
    ("一、", rf"([{CJK}]{{1,6}})[、．]"),
    ("（一）", rf"[（(]([{CJK}]{{1,6}})[）)]"),
    ("1、", r"(\d{1,3})、(?!\d)"),
    ("1.", r"(\d{1,3})\\?[.．。](?!\d)"),
    ("(1)", r"[(（](\d{1,3})[)）](?=\s)"),
    ("1)", r"(\d{1,3})\\?[)）](?!\d)"),
    ("first", rf"((?i:{_WORD}))(?=\*\*|[.,:])"),
    ("A.", r"([A-HJ-UW-Z])\.(?=\s)"),
    ("一 ", rf"([{CJK}]{{1,3}})(?=[ \u3000])"),
    ("I", r"([IVX]{1,6})(?=[.)]\s|[.)]?\s*$)[.)]?"),
)


def _either(styles: Sequence[tuple[str, str]]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return one pattern for all, and their names: every style has one group, which tells it."""
    return re.compile("|".join(pattern for _, pattern in styles)), ("", *(name for name, _ in styles))


_BOLD = _either(_SECTIONS)
_PLAIN = _either([one for one in _SECTIONS if one[0] != "first"])
GROUP = re.compile(rf"第(?P<n>\d{{1,3}}|[{CJK}]{{1,6}})[章节節編编部篇](?=[\s：:]|$)")
ARTICLE, CHAPTER = _keyed(_UNITS), _keyed(_GROUPS)
ANNEX = re.compile(r"(?i:annex|appendix|schedule|anexo|anlage|приложение)|الملحق|נספח|附件|附录|परिशिष्ट")
_LONE = "annex|appendix|schedule|amendments|annexe|anexo|приложение|الملحق|נספח|附件|附录|परिशिष्ट"
LONE_GROUP = re.compile(rf"(?i:{_LONE})[\s.:：]*")
ITEMS = (
    ("bullet", re.compile(r"[-•‣▪–](?=\s)|——")),
    ("(a)", re.compile(r"\(?(?:[a-z]|[ivx]{1,5})\)")),
    ("(A)", re.compile(r"\((?:[A-Z]|[IVX]{1,5})\)")),
    ("а)", re.compile(r"\(?[а-яא-תء-ي]\)")),
    ("1.", re.compile(r"\(?\d{1,3}(?:\\?[.)]|[-–](?=\s)|\))(?!\d)")),
    ("一、", re.compile(rf"[{CJK}]{{1,5}}、|[（(][{CJK}{BRANCHES}]{{1,4}}[）)]")),
    ("①", re.compile(r"[①-⑳○]")),
)
LIST = re.compile(
    r"[-*•‣▪–](?=\s)|——|\(?(?:[a-z]|[ivx]{1,5}|[A-Z]|\d{1,3})\\?[.)](?=\s)|[A-Z]\.\d+\.|\d+(?:\.\d+)+\.?\s"
)

# A plain word: two letters or more, of which the first is no numeral.
_WORD_AT = re.compile(rf"[^\W\d_{CJK}{BRANCHES}第弟][^\W\d_]{{1,{HEAD}}}")
_ROMAN = ("".join(marks) for length in range(2, 8) for marks in product("ivx", repeat=length))
_KEYWORDS = frozenset(
    found[0].casefold()
    for word in (*f"{_UNITS}|{_GROUPS}|{_LONE}".split("|"), *_ROMAN)
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
