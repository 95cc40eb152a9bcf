"""Cut a stretch of text where marks begin and end, so that overlapping marks can be set in HTML."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from glossator.index import Mark
from glossator.model import Span


def segments(span: Span, marks: Sequence[Mark]) -> Iterator[tuple[Span, tuple[str, ...], tuple[str, ...]]]:
    """Yield the parts of ``span`` in order, as long as they can be.

    Each comes with the names of the marks that cover it, sorted, and with the readings proposed for
    marks that end with it.
    """
    opened: dict[int, list[Mark]] = defaultdict(list)
    closed: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        start, end = max(mark.span.start, span.start), min(mark.span.end, span.end)
        if start < end:
            opened[start].append(mark)
            closed[end].append(mark)
    covering: Counter[str] = Counter()
    at = span.start
    for edge in sorted({*opened, *closed, span.end}):
        if edge > at:
            ends = [mark for mark in closed[edge] if mark.span.end == edge]
            readings = tuple(mark.read or "–" for mark in ends if mark.read is not None)
            yield (
                Span(at, edge),
                _names(covering, [mark for mark in opened[at] if mark.span.start == at], ends),
                readings,
            )
        covering.subtract(mark.name for mark in closed[edge])
        covering.update(mark.name for mark in opened[edge])
        at = edge


def _names(covering: Counter[str], begun: list[Mark], ended: list[Mark]) -> tuple[str, ...]:
    """Return the names of what covers a part; the edges of a gap show only where they lie."""
    begins, ends = {mark.name for mark in begun}, {mark.name for mark in ended}
    hidden = {"lacuna-before"} - begins | {"lacuna-after"} - ends
    return tuple(sorted({name for name, count in covering.items() if count > 0} - hidden))
