"""Find names and phrases in the forms in which a language has them: endings, prefixes, plurals.

Russian words have their endings by a table, Arabic ones the letters that are written together with
them, English, French and Spanish ones a plural. What is found is the form as it stands in the text:
an annotation then names it letter for letter.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from glossator.annotate.match import apart

_BREAK = re.compile(r"\s+")
_ALIKE = str.maketrans("ёʼ’أإآ", "е''ااا")
_UNSPACED = {"zh", "ja", "th", "km", "lo", "my"}
_PLURAL = {"en", "fr", "es"}
_BEFORE_ARTICLE = re.compile("[وف]?[بكل]?")
_BEFORE_NOUN = re.compile("[وف]?(?:[بكل]?(?:ال)?|لل)")
_RUSSIAN = (
    ("ость", "ость|ости|остью|остей|остям|остями|остях"),
    ("ие", "ие|ия|ию|ием|ии|ий|иям|иями|иях|их|им|ими"),
    ("ия", "ия|ии|ию|ией|ий|иям|иями|иях"),
    ("ии", "ии|ий|иям|иями|иях|ия|ию|ией"),
    ("ые", "ые|ых|ым|ыми"),
    ("ая", "ая|ой|ую|ою"),
    ("ый", "ый|ого|ому|ым|ом|ые|ых|ыми|ая|ой|ую|ое"),
    ("ий", "ий|ого|его|ому|ему|им|ом|ем|ие|их|ими|ая|ой|ую|ое|яя|ей"),
    ("ое", "ое|ого|ому|ым|ом|им"),
    ("ее", "ее|его|ему|им|ем"),
    ("а", "а|ы|и|е|у|ой|ою||ам|ами|ах"),
    ("я", "я|и|е|ю|ей|ею|ь|й|ям|ями|ях"),
    ("ы", "ы|ов||ам|ами|ах"),
    ("и", "и|ей|ам|ами|ах|ов|ям|ями|ях|"),
    ("ь", "ь|я|ю|ем|и|ью|ей|е|ям|ями|ях"),
    ("й", "й|я|ю|ем|е|и|ев|ям|ями|ях"),
    ("о", "о|а|у|ом|е||ам|ами|ах"),
    ("", "|а|у|ом|ем|е|ы|и|ов|ей|ам|ами|ах"),
)
"""How a word ends as lists have it, and how it may end in a text; the first that fits counts."""
_SHORTEST_STEM = 3
_UNBENT = re.compile("[иуоеэ]$")
_NEVER_BENT = {"радио", "кино"}


def flatten(text: str) -> str:
    """Return the text with every run of white space made one space, none at its ends."""
    return _BREAK.sub(" ", text).strip()


def fold(text: str) -> str:
    """Return the text without case and without marks that writers leave out, of the same length."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    return lower.translate(_ALIKE)


@dataclass(frozen=True, slots=True)
class Found:
    """A form as it stands in a flat text, and the ids whose it is."""

    start: int
    end: int
    ids: tuple[str, ...]


class Finder:
    """Forms of one language, made ready to be looked for.

    ``names`` tells that they are names: they keep their case, and single words that foreign names
    do not bend are not bent.
    """

    def __init__(self, forms: Iterable[tuple[str, str]], language: str, *, names: bool) -> None:
        self._language, self._names = language, names
        by_head: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for id_, form in forms:
            for head in self._heads(form):
                by_head[head].append((id_, form))
        self._heads_of = list(by_head.items())
        self._automaton = AhoCorasick([*by_head], implementation=Implementation.ContiguousNFA)

    def find(self, flat: str) -> list[Found]:
        """Return the forms in a flat text, the longest where they overlap, in reading order."""
        if not self._heads_of:
            return []
        folded = fold(flat)
        owners: dict[tuple[int, int], dict[str, None]] = defaultdict(dict)
        for number, start, _ in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            head, forms = self._heads_of[number]
            begin = self._begin(folded, start, head)
            for id_, form in forms if begin is not None else ():
                end = self._end(folded, start, head, form)
                if begin is not None and end and self._case_fits(flat[start:end], form):
                    owners[begin, end][id_] = None
        kept = apart([(start, end, "") for start, end in owners], len(flat))
        return [Found(start, end, tuple(owners[start, end])) for start, end, _ in kept]

    def _heads(self, form: str) -> list[str]:
        folded = fold(form)
        if self._language == "ru":
            single = self._names and " " not in folded
            stem = _bend(folded.split(" ")[0], names=single)[0]
            return [folded.split(" ")[0] if form.isupper() else stem]
        if self._language == "ar" and folded.startswith("ال"):
            return [folded, "لل" + folded[2:]]
        return [folded]

    def _begin(self, folded: str, start: int, head: str) -> int | None:
        """Return where the word begins in which the head stands, or None where it may not stand there."""
        if self._language in _UNSPACED or not start or not _is_word(folded[start - 1]):
            return start
        if self._language != "ar":
            return None
        begin = start
        while begin and _is_word(folded[begin - 1]):
            begin -= 1
        article = head.startswith(("ال", "لل"))
        before = folded[begin:start]
        fits = (_BEFORE_ARTICLE if article else _BEFORE_NOUN).fullmatch(before)
        return begin if fits and not (head.startswith("لل") and before not in {"", "و", "ف"}) else None

    def _end(self, folded: str, start: int, head: str, form: str) -> int:
        """Return where the form ends that begins with its head at ``start``, or 0."""
        if self._language in _UNSPACED:
            return start + len(head)
        pattern = _russian(form, self._names) if self._language == "ru" else re.escape(head)
        plural = "(?:e?s)?" if self._language in _PLURAL and not self._names else ""
        found = _compiled(rf"{pattern}{plural}(?!\w)").match(folded, start)
        return found.end() if found else 0

    def _case_fits(self, found: str, form: str) -> bool:
        if not self._names:
            return True
        if self._language == "ru" and not form.isupper():
            return found[0].isupper() == form[0].isupper()
        return found.translate(_ALIKE) == form.translate(_ALIKE) or self._language in {"ar", *_UNSPACED}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _is_word(mark: str) -> bool:
    return mark.isalnum() or mark == "_"


@cache
def _russian(form: str, names: bool) -> str:
    single = names and " " not in form
    words = [_bend(word, names=single) for word in fold(form).split(" ")]
    if form.isupper():
        words = [(word, "") for word in fold(form).split(" ")]
    return " ".join(rf"{re.escape(stem)}(?:{ends})(?!\w)" for stem, ends in words)


def _bend(word: str, *, names: bool) -> tuple[str, str]:
    """Return the stem of a Russian word and the endings that it may have."""
    if word in _NEVER_BENT or (names and _UNBENT.search(word)):
        return word, ""
    for ending, others in _RUSSIAN:
        stem = word.removesuffix(ending)
        if word.endswith(ending) and len(stem) >= _SHORTEST_STEM:
            return stem, others
    return word, ""
