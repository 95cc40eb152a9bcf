"""Find phrases in a text: whole words, case as given, the longest first, never overlapping.

An Aho–Corasick automaton finds all phrases in one pass, however many there are.
"""

import re
from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, Implementation

from glossator.model import Span

_BREAK = re.compile(r"\s+")
# Thai to Khmer, and Chinese and Japanese, put no spaces between words: there a phrase may stand anywhere.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff]")
_WORD = re.compile(r"\w")


class Phrases:
    """A set of phrases made ready to be looked for."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = sorted(
            {one_space for phrase in phrases if (one_space := _BREAK.sub(" ", phrase).strip())}
        )
        self._automaton = AhoCorasick(self._phrases, implementation=Implementation.ContiguousNFA)

    def find(self, text: str, within: Span) -> list[tuple[str, Span]]:
        """Return each phrase that stands in ``text[within]``, with its place, in reading order.

        Where a line ends, the phrase may have a space. Of two phrases that overlap, the longer
        one stands; of two of one length, the first.
        """
        if not self._phrases:
            return []
        line, places = _flatten(text, within)
        whole = [
            (start, end, self._phrases[number])
            for number, start, end in self._automaton.find_matches_as_indexes(line, overlapping=True)
            if _whole(line, start, end)
        ]
        kept = apart(whole, len(line))
        return [(phrase, Span(places[start], places[end - 1] + 1)) for start, end, phrase in kept]


def apart(candidates: Iterable[tuple[int, int, str]], length: int) -> list[tuple[int, int, str]]:
    """Return those that overlap no longer one, in reading order; ``length`` is that of the text."""
    taken = bytearray(length)
    kept: list[tuple[int, int, str]] = []
    for start, end, phrase in sorted(candidates, key=lambda one: (one[0] - one[1], one[0])):
        # What has been taken is no shorter than this, so it would cover the first or the last character.
        if not (taken[start] or taken[end - 1]):
            taken[start:end] = b"\1" * (end - start)
            kept.append((start, end, phrase))
    return sorted(kept)


def _flatten(text: str, within: Span) -> tuple[str, range | list[int]]:
    """Return the text with every run of white space made one space, and where each character was."""
    cut = text[within.start : within.end]
    flat = _BREAK.sub(" ", cut)
    if flat == cut:
        return flat, range(within.start, within.end)
    places: list[int] = []
    at = 0
    for gap in _BREAK.finditer(cut):
        places += range(within.start + at, within.start + gap.start() + 1)
        at = gap.end()
    return flat, [*places, *range(within.start + at, within.end)]


def _whole(line: str, start: int, end: int) -> bool:
    """Tell whether the words at both ends of ``line[start:end]`` are whole."""
    return not (_joined(line, start - 1, start) or _joined(line, end, end - 1))


def _joined(line: str, outer: int, inner: int) -> bool:
    beyond = 0 <= outer < len(line) and _WORD.match(line[outer])
    return bool(beyond) and not (_UNSPACED.match(line[outer]) or _UNSPACED.match(line[inner]))
