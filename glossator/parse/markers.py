"""The styles in which sections are numbered, and the runs that tell a number from a marker.

No marker is believed alone, unless an editor names it: candidates stand at the start of a
paragraph, and a style counts when at least two of its candidates stand in sequence. Then every
candidate of the style is kept, the odd ones too, and what is odd about them is reported instead
of repaired.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from glossator.model import Source, Span
from glossator.parse.numerals import CJK, WORDS, number_of

_UNITS = (
    "Article|Articolo|Artículo|Artigo|Artikel|Art|Статья|Стаття|Артыкул|المادة|مادة|סעיף|अनुच्छेद|धारा"
    "|Section|Sec|Clause|Point|Amendment|Principle|Rule"
)
_GROUPS = (
    "Chapter|Part|Title|Annex|Appendix|Schedule|Chapitre|Partie|Titre|Annexe|Capítulo|Título|Anexo"
    "|Kapitel|Teil|Anlage|Глава|Часть|Раздел|Приложение|الفصل|الباب|الجزء|الملحق|פרק|חלק|נספח"
    "|अध्याय|भाग|परिशिष्ट"
)
_SIGNS = "\u200e\u200f\u2066-\u2069\u202a-\u202e"
_BEFORE = re.compile(rf"[\s{_SIGNS}]*(?:#{{1,6}}[ \t]*)?\*{{0,3}}[\s{_SIGNS}]*")
_WORD = "|".join(sorted(map(re.escape, WORDS), key=len, reverse=True))
_NUMERAL = rf"\d{{1,4}}|[IVXLCІХ]{{1,7}}|[א-ת]['׳״]?[א-ת]?['׳]?|[a-z]|{_WORD}"
_HEAD = 90
_LONGEST_TITLE = 80
_MANY = 3
_MANY_LATER = 50


def _keyed(words: str) -> re.Pattern[str]:
    # Arabic words may be drawn out with kashida between any two letters.
    drawn = "|".join(
        "ـ*".join(word) if "\u0600" <= word[0] <= "\u06ff" else word for word in words.split("|")
    )
    return re.compile(
        rf"(?i:(?P<word>{drawn}))\.?[ \t\u00a0]*(?<![^\W\d_](?=[^\W\d_]))[(]?(?P<n>(?i:{_NUMERAL}))[)]?"
        rf"(?![\w])(?P<end>[{_SIGNS}]*)"
    )


@dataclass(frozen=True, slots=True)
class Marker:
    """A printed number at the start of a paragraph; ``alone`` tells that its line has nothing else."""

    paragraph: int
    span: Span
    ordinal: int
    style: str
    alone: bool = False

    @property
    def named(self) -> bool:
        """Tell whether a word stands with the number, as in ``Article 4``."""
        return ":" in self.style or self.style in ("第…条", "§", "first")


_STYLES = (
    ("第…条", re.compile(rf"[第弟](?P<n>\d{{1,4}}|[{CJK}]{{1,6}})[条條](?=[\s：:]|$)")),
    ("§", re.compile(r"§[ \u00a0]*(?P<n>\d{1,3})(?![\d.]\d)\.?")),
    ("一、", re.compile(rf"(?P<n>[{CJK}]{{1,6}})[、．]")),
    ("（一）", re.compile(rf"[（(](?P<n>[{CJK}]{{1,6}})[）)]")),
    ("1、", re.compile(r"(?P<n>\d{1,3})、(?!\d)")),
    ("1.", re.compile(r"(?P<n>\d{1,3})\\?[.．。](?!\d)")),
    ("(1)", re.compile(r"[(（](?P<n>\d{1,3})[)）](?=\s)")),
    ("1)", re.compile(r"(?P<n>\d{1,3})\\?[)）](?!\d)")),
    ("first", re.compile(rf"(?P<n>(?i:{_WORD}))(?=\*\*|[.,:])")),
    ("A.", re.compile(r"(?P<n>[A-HJ-UW-Z])\.(?=\s)")),
    ("一 ", re.compile(rf"(?P<n>[{CJK}]{{1,3}})(?=[ \u3000])")),
    ("I", re.compile(r"(?P<n>[IVX]{1,6})(?=[.)]\s|[.)]?\s*$)[.)]?")),
)
_GROUP = re.compile(rf"第(?P<n>\d{{1,3}}|[{CJK}]{{1,6}})[章节節編编部篇](?=[\s：:]|$)")
_ARTICLE, _CHAPTER = _keyed(_UNITS), _keyed(_GROUPS)
_ANNEX = re.compile(r"(?i:annex|appendix|schedule|anexo|anlage|приложение)|الملحق|נספח|附件|附录|परिशिष्ट")
_LONE_GROUP = re.compile(
    r"(?i:annex|appendix|schedule|amendments|annexe|anexo|приложение|الملحق|נספח|附件|附录|परिशिष्ट)[\s.:：]*"
)


def find_run(source: Source, paragraphs: Sequence[Span], named: Collection[str]) -> tuple[Marker, ...]:
    """Return the markers of the outermost style that makes a run, in reading order.

    The outermost style is the one whose first marker comes first, unless numbers run on through all
    its parts: then those are groups. Without a run a single marker is believed only when its number
    is among those that the editor has ``named``.
    """
    by_style: dict[str, list[Marker]] = defaultdict(list)
    for number, paragraph in enumerate(paragraphs):
        marker = marker_at(source, paragraph, number)
        if marker:
            by_style[marker.style].append(marker)
    styles = [_outermost(source, run) for run in by_style.values()]
    runs = [run for run in styles if _in_sequence(run)] or [
        run for run in styles if any(str(marker.ordinal) in named for marker in run)
    ]
    found = min((tuple(run) for run in runs), key=lambda run: run[0].span, default=())
    chain = _chain(sorted((one for run in by_style.values() for one in run), key=lambda one: one.span))
    if len({one.style for one in chain}) > _MANY and len(chain) > len(found) * 1.5:
        return chain
    through = [tuple(run) for run in runs if _restarts(run) == 0 and len(run) > len(found) > 0]
    if through and ":" in found[0].style and ":" not in through[0][0].style:
        return through[0]
    return _with_later(found, runs)


def _chain(markers: Sequence[Marker]) -> tuple[Marker, ...]:
    """Return the markers that count on from 1 whatever their style; a number may be lost."""
    chain: list[Marker] = []
    for at, marker in enumerate(markers):
        wanted = chain[-1].ordinal + 1 if chain else 1
        later = any(one.ordinal == wanted for one in markers[at + 1 : at + 1 + _MANY_LATER])
        if marker.ordinal == wanted or (chain and marker.ordinal == wanted + 1 and not later):
            chain.append(marker)
    return tuple(chain)


def _outermost(source: Source, run: Sequence[Marker]) -> Sequence[Marker]:
    """Return the markers of a style that are indented least, where numbers begin anew and again."""
    if _restarts(run) == 0:
        return run
    indents = [
        marker.span.start - source.line_starts[source.line_of(marker.span.start) - 1] for marker in run
    ]
    least = min(indents) + 1
    outer = [marker for marker, indent in zip(run, indents, strict=True) if indent <= least]
    return outer if _in_sequence(outer) else run


def _restarts(run: Sequence[Marker]) -> int:
    return sum(1 for one, two in pairwise(run) if two.ordinal <= one.ordinal)


def _with_later(found: tuple[Marker, ...], runs: Sequence[Sequence[Marker]]) -> tuple[Marker, ...]:
    """Return the run with those of the same kind that follow it, as amendments follow articles."""
    for run in runs:
        later = bool(found) and run[0].span > found[-1].span
        keyed = later and ":" in run[0].style and ":" in found[0].style
        lettered = later and run[0].style == "A." and found[0].style == "1." and run[0].ordinal == 1
        if keyed or lettered:
            found += tuple(run)
    return found


def marker_at(source: Source, paragraph: Span, number: int = 0) -> Marker | None:
    """Return the marker that opens the paragraph, white space before it forgiven, or None."""
    head = _head(source, paragraph)
    before = _BEFORE.match(head)
    at = before.end() if before else 0
    bold = "*" in head[:at]
    # A number behind the sign of a Markdown heading counts with others of its kind only.
    sign = "#" * ("#" in head[:at])
    found = _ARTICLE.match(head, at)
    if found and _stands(head, found):
        return _marker(paragraph, number, found, f"article:{_plain(found['word'])}", head)
    for style, pattern in _STYLES:
        found = pattern.match(head, at)
        if found and (style != "first" or bold):
            return _marker(paragraph, number, found, style + sign, head)
    return None


def group_at(source: Source, paragraph: Span) -> bool:
    """Tell whether the paragraph is the heading of a group: a chapter, a part, an annex."""
    head = _head(source, paragraph)
    before = _BEFORE.match(head)
    at = before.end() if before else 0
    found = _CHAPTER.match(head, at) or _GROUP.match(head, at)
    whole = len(source.text[paragraph.start : paragraph.end].split("\n")[0])
    if found:
        return whole <= _LONGEST_TITLE * 2 and _stands(head, found)
    return bool(_LONE_GROUP.fullmatch(head[at:].strip("*_ \n"))) and whole <= _LONGEST_TITLE


def annex_at(source: Source, paragraph: Span) -> bool:
    """Tell whether an annex begins with the paragraph, in which numbers begin anew."""
    head = _head(source, paragraph)
    before = _BEFORE.match(head)
    return group_at(source, paragraph) and bool(_ANNEX.match(head, before.end() if before else 0))


def _marker(paragraph: Span, number: int, found: re.Match[str], style: str, head: str) -> Marker:
    rest = head[found.end() :].split("\n", maxsplit=1)[0].strip(" \t*.:：\u00a0")
    # Signs of emphasis and of direction before it belong to the marker: nothing may be lost.
    start = len(head) - len(head.lstrip())
    span = Span(paragraph.start + start, paragraph.start + found.end())
    return Marker(number, span, number_of(found["n"].strip("'׳״")), style, alone=not rest)


def _stands(head: str, found: re.Match[str]) -> bool:
    """Tell whether a keyword with its number is a marker, and not the beginning of a sentence."""
    rest = head[found.end() :].split("\n", maxsplit=1)[0].strip()
    if not rest.strip("*.:：-–— \u00a0"):
        return True
    if rest[0] in ".:：-–—":
        return True
    return rest[0].isupper() and len(rest) <= _LONGEST_TITLE and not rest.endswith((".", ",", ";"))


def _plain(word: str) -> str:
    return word.replace("ـ", "").casefold()


def _head(source: Source, paragraph: Span) -> str:
    # So many characters hold every marker and keep long lines from costing anything.
    return source.text[paragraph.start : min(paragraph.end, paragraph.start + _HEAD)]


def _in_sequence(run: Sequence[Marker]) -> bool:
    pairs = list(pairwise(run))
    steps = sum(1 for one, two in pairs if two.ordinal == one.ordinal + 1)
    # All numbers equal is how Markdown lets a program count.
    equal = len(pairs) > 1 and all(marker.ordinal == 1 for marker in run)
    return bool(pairs) and (steps * 2 >= len(pairs) or equal)
