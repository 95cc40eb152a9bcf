"""Cut the words around a quote out of their place, so that an index shows it in context."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from glossator.model import Source, Span

_BESIDE = 90
"""How many characters stand before and after a quote, at most; a word is never cut."""


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
