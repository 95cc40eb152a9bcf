"""A seed once read.

All positions are code-point offsets into ``Source.text``, so ``source.text[span.start:span.end]``
always cuts out the very words.
"""

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of code points."""

    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.start}:{self.end}"


@dataclass(frozen=True, slots=True)
class Source:
    """A seed once read: the decoded text, untouched, and where its lines begin.

    ``name`` is the path shown to people (``seeds/x.txt``); ``sha256`` and ``size`` are of the
    bytes; ``line_starts`` are offsets, the first 0.
    """

    name: str
    text: str
    encoding: str
    guessed: bool
    sha256: str
    size: int
    line_starts: tuple[int, ...]

    def cut(self, span: Span) -> str:
        """Return the words of ``span``, letter for letter."""
        return self.text[span.start : span.end]

    def line_of(self, offset: int) -> int:
        """Return the 1-based number of the line that holds ``offset``."""
        return bisect_right(self.line_starts, offset)

    def place(self, offset: int) -> str:
        """Return ``file:line`` of ``offset``, as error messages and pages name it."""
        return f"{self.name}:{self.line_of(offset)}"
