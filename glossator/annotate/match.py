"""Find phrases in a text: whole words, case as given, the longest first, never overlapping."""

import re
from collections.abc import Iterable, Iterator

from glossator.model import Span

_BREAK = re.compile(r"\s+")
# Thai to Khmer, and Chinese and Japanese, put no spaces between words: there a phrase may stand anywhere.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff]")


class Phrases:
    """A set of phrases made ready to be looked for."""

    def __init__(self, phrases: Iterable[str]) -> None:
        # The order decides which phrase wins where several begin at the same letter.
        longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
        alternatives = "|".join(map(_whole_words, longest_first))
        self._pattern = re.compile(alternatives) if alternatives else None

    def find(self, text: str, within: Span) -> Iterator[tuple[str, Span]]:
        """Yield each phrase that stands in ``text[within]``, with its place, in reading order."""
        if self._pattern:
            for found in self._pattern.finditer(text, within.start, within.end):
                yield _BREAK.sub(" ", found[0]), Span(found.start(), found.end())


def _whole_words(phrase: str) -> str:
    """Return the pattern of a phrase; a line may end where it has a space."""
    words = r"\s+".join(map(re.escape, phrase.split(" ")))
    before = "" if _UNSPACED.match(phrase[0]) else r"(?<!\w)"
    after = "" if _UNSPACED.match(phrase[-1]) else r"(?!\w)"
    return before + words + after
