"""Find phrases in a text: whole words, case as given, the longest first, never overlapping."""

import re
from collections.abc import Iterable, Iterator

from glossator.model import Span


class Phrases:
    """A set of phrases made ready to be looked for."""

    def __init__(self, phrases: Iterable[str]) -> None:
        # The order decides which phrase wins where several begin at the same letter.
        longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
        alternatives = "|".join(map(re.escape, longest_first))
        self._pattern = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)") if alternatives else None

    def find(self, text: str, within: Span) -> Iterator[tuple[str, Span]]:
        """Yield each phrase that stands in ``text[within]``, with its place, in reading order."""
        if self._pattern:
            for found in self._pattern.finditer(text, within.start, within.end):
                yield found[0], Span(found.start(), found.end())
