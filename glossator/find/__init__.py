"""Find which clause says this: the very words, the same but for spacing and the like, or near ones."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from glossator.find.letters import Letters, differences, letters_of
from glossator.find.near import compare, inside_word, marked, nearest, words_in
from glossator.model import Span, Statement
from glossator.parse import sentences_of

__all__ = ["MOST_WORDS", "Found", "Part", "Piece", "find"]

MOST_WORDS = 700
_NEAR = 0.6
_MOST_PLACES = 50
_ELLIPSIS = re.compile(r"\s*(?:[\[(（【]\s*(?:…+|\.{3,}|\. \. \.)\s*[\])）】]|…+|\.{3,}|\. \. \.)\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words found in one clause or block: its address, the numbers of its sentences, where they stand."""

    at: str
    sentences: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Found:
    """A place that says it, of one clause or several in a row.

    ``kinds`` name in what the same letters differ; ``cut`` tells that they begin or end inside a
    word, ``near`` that other words are among them.
    ``marked`` shows every difference, and is empty when there is none.
    """

    pieces: tuple[Piece, ...]
    kinds: tuple[str, ...] = ()
    cut: bool = False
    near: bool = False
    marked: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Words between ellipses, the places that say them, and whether they come after the part before."""

    words: str
    found: tuple[Found, ...]
    in_order: bool = True


def find(statement: Statement, words: str) -> tuple[Part, ...]:
    """Return the parts of a quotation with where each is found; none when it has no letters."""
    text = _Text(statement)
    whole = _core(words)
    cores = [one for one in map(_core, _ELLIPSIS.split(words)) if one]
    if not cores:
        return ()
    # Dots may be the statement's own: the whole is sought before its parts.
    if len(cores) <= 1 or text.same(whole):
        one = cores[0] if len(cores) == 1 else whole
        return (Part(one, text.find(one)),)
    parts: list[Part] = []
    reached = 0
    for one in cores:
        found = text.find(one)
        following = [each for each in found if each.pieces[0].span.start >= reached]
        parts.append(Part(one, tuple(following[:1]) or found, bool(following) or not found))
        if following:
            reached = following[0].pieces[-1].span.end
    return tuple(parts)


def _core(words: str) -> str:
    """Return the words without what stands around their first and last letter."""
    origins = letters_of(words).origins
    return words[origins[0] : origins[-1] + 1] if origins else ""


class _Text:
    """The clauses and blocks of a statement as one run of letters and one of words."""

    def __init__(self, statement: Statement) -> None:
        self.source = statement.source
        self.clauses = {one.address: one for one in statement.clauses}
        spans = [(span, at) for at, spans in statement.places.items() for span in spans]
        self.spans = sorted(spans, key=lambda one: one[0])
        found = [letters_of(self.source.cut(span), span.start) for span, _ in self.spans]
        origins = tuple(origin for one in found for origin in one.origins)
        self.letters = Letters("".join(one.text for one in found), origins)

    def find(self, words: str) -> tuple[Found, ...]:
        return self.same(words) or self.near(words)

    def same(self, words: str) -> tuple[Found, ...]:
        """Return the places with the same letters: the exact ones if there are such."""
        sought = letters_of(words).text
        whole: list[Found] = []
        split: list[Found] = []
        for at in _places(self.letters.text, sought):
            span = Span(self.letters.origins[at], self.letters.origins[at + len(sought) - 1] + 1)
            cut = inside_word(self.source.text, span.start) or inside_word(self.source.text, span.end)
            (split if cut else whole).append(self._found(self._pieces(span), words, cut))
        found = whole or split
        return tuple([one for one in found if not one.kinds] or found)

    def near(self, words: str) -> tuple[Found, ...]:
        """Return the one place that comes nearest, if any comes near."""
        sought = words_in(words)
        if not 1 < len(sought) <= MOST_WORDS:
            return ()
        stand = [one for span, _ in self.spans for one in words_in(self.source.cut(span), span.start)]
        taken, likeness = nearest(stand, sought)
        if likeness < _NEAR or len(taken) <= 1:
            return ()
        pieces = self._pieces(Span(stand[taken.start].start, stand[taken.stop - 1].end))
        quoted = words[sought[0].start : sought[-1].end]
        return (Found(pieces, near=True, marked=marked(compare(self._words(pieces), quoted))),)

    def _found(self, pieces: tuple[Piece, ...], words: str, cut: bool) -> Found:
        stated = self._words(pieces)
        if len(pieces) > 1:
            # Between clauses there is a gap of some sort in every copy.
            stated, words = " ".join(stated.split()), " ".join(words.split())
        kinds = differences(stated, words)
        return Found(pieces, kinds, cut, marked=marked(compare(stated, words)) if kinds else "")

    def _words(self, pieces: Iterable[Piece]) -> str:
        return "\n".join(self.source.cut(one.span) for one in pieces)

    def _pieces(self, span: Span) -> tuple[Piece, ...]:
        """Cut a stretch of the text where clauses begin and end."""
        first = max(bisect_right(self.spans, span.start, key=lambda one: one[0].start) - 1, 0)
        pieces = []
        for own, at in self.spans[first:]:
            if own.start >= span.end:
                break
            cut = Span(max(own.start, span.start), min(own.end, span.end))
            if cut.start < cut.end:
                pieces.append(Piece(at, tuple(self._sentences(at, cut)), cut))
        return tuple(pieces)

    def _sentences(self, at: str, span: Span) -> Iterator[str]:
        clause = self.clauses.get(at)
        for one in sentences_of(self.source, clause) if clause else ():
            if one.span.start < span.end and one.span.end > span.start:
                yield one.address.rpartition(".")[2]


def _places(text: str, sought: str) -> Sequence[int]:
    found: list[int] = []
    at = text.find(sought)
    while at >= 0 and len(found) < _MOST_PLACES:
        found.append(at)
        at = text.find(sought, at + 1)
    return found
