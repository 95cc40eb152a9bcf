"""Quotes for drafts: words that stand in a clause exactly once, with where its sentences are."""

from collections.abc import Iterator
from dataclasses import dataclass

from glossator.draft.forms import flatten
from glossator.model import Clause, Source
from glossator.parse import sentences_of

_LONGEST = 240
_UNSPACED_FROM = "\u2e80"


@dataclass(frozen=True, slots=True)
class Flat:
    """A clause with every run of white space made one space, and its sentences as ranges of that."""

    address: str
    text: str
    sentences: tuple[tuple[int, int], ...]


def flat_clause(source: Source, clause: Clause) -> Flat:
    """Return a clause as one line."""
    text = flatten(source.cut(clause.span))
    return Flat(clause.address, text, tuple(_sentences(source, clause, text)))


def _sentences(source: Source, clause: Clause, text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for sentence in sentences_of(source, clause):
        words = flatten(source.cut(sentence.span))
        start = text.find(words, at)
        if words and start >= 0:
            at = start + len(words)
            yield start, at


def unique_quote(text: str, start: int, end: int) -> str:
    """Return ``text[start:end]``, lengthened to whole words until it stands once, or ''."""
    start, end = _whole(text, start, end)
    while _count(text, text[start:end].strip()) > 1:
        if end < len(text):
            end = _next(text, end)
        elif start:
            start = _before(text, start)
        else:
            return ""
        if end - start > _LONGEST:
            return ""
    return text[start:end].strip()


def shorten(text: str, longest: int) -> str:
    """Return the text cut at the end of a word where it is longer than that."""
    if len(text) <= longest:
        return text
    cut = text[:longest]
    if " " in cut[longest // 2 :] and text[longest] != " ":
        cut = cut.rpartition(" ")[0]
    return cut.rstrip(" ,;:，、；：")


def _count(text: str, words: str) -> int:
    count, at = 0, text.find(words)
    while at >= 0:
        count, at = count + 1, text.find(words, at + 1)
    return count


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


def _next(text: str, end: int) -> int:
    """Return where the next word ends, or the next character where words are not parted."""
    end += 1
    while end < len(text) and text[end] != " " and text[end] < _UNSPACED_FROM:
        end += 1
    return end


def _before(text: str, start: int) -> int:
    start -= 1
    while start and text[start - 1] != " " and text[start] < _UNSPACED_FROM:
        start -= 1
    return start
