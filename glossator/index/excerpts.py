"""Cut the words around a quote out of their place, so that an index shows it in context."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from glossator.model import Source, Span

_BESIDE = 90
"""How many characters stand before and after a quote, at most; a word is never cut."""


_FIRST = 64
_FIRST_WIDE = 26
"""How many characters name a clause that has no caption: fewer where each takes the room of two."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of the text, the quote in it, and whether more stands ``before`` and ``after`` it."""

    span: Span
    quote: Span
    before: bool
    after: bool


def excerpt(source: Source, places: Mapping[str, Sequence[Span]], at: str, quote: Span | None) -> Excerpt:
    """Return the words around ``quote`` in the place ``at``; without a quote, its first words."""
    spans = places[at]
    quote = quote or Span(spans[0].start, spans[0].start)
    within = next((span for span in spans if span.start <= quote.start < span.end), spans[0])
    start, end = within.start, within.end
    text = source.text
    if quote.start - start > _BESIDE:
        start = quote.start - _BESIDE
        start = next((at for at in range(start, quote.start) if text[at - 1].isspace()), start)
    if end - quote.end > _BESIDE:
        end = quote.end + _BESIDE
        end = next((at for at in range(end, quote.end, -1) if text[at].isspace()), end)
    return Excerpt(Span(start, end), quote, start > within.start, end < within.end)


def first_words(source: Source, span: Span) -> Span:
    """Return the first words of a span, enough to know it by; only where no space parts words is one cut."""
    whole = source.cut(span)
    start = span.start + len(whole) - len(whole.lstrip())
    words = source.cut(Span(start, min(span.end, start + _FIRST + 1)))
    most = _FIRST_WIDE if unicodedata.east_asian_width(words[:1] or " ") in "WF" else _FIRST
    if len(words) <= most:
        return Span(start, start + len(words))
    cut = next((at for at in range(most, most // 2, -1) if words[at].isspace()), most)
    return Span(start, start + cut)
