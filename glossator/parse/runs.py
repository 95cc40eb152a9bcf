"""The runs that tell a number from a marker.

No marker is believed alone, unless an editor names it: candidates stand at the start of a
paragraph, and a style counts when at least two of its candidates stand in sequence. Then every
candidate of the style is kept, the odd ones too, and what is odd about them is reported instead
of repaired.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from glossator.model import Source
from glossator.parse.markers import Marker

_MANY = 3
_MANY_LATER = 50


def find_run(source: Source, markers: Iterable[Marker], named: Collection[str]) -> tuple[Marker, ...]:
    """Return those of the markers that have the outermost style that makes a run, in reading order.

    The outermost style is the one whose first marker comes first, unless numbers run on through all
    its parts: then those are groups. Without a run a single marker is believed only when its number
    is among those that the editor has ``named``.
    """
    by_style: dict[str, list[Marker]] = defaultdict(list)
    for marker in markers:
        by_style[marker.style].append(marker)
    styles = [_outermost(source, run) for run in by_style.values()]
    runs = [run for run in styles if _in_sequence(run)] or [
        run for run in styles if any(str(marker.ordinal) in named for marker in run)
    ]
    found = min((tuple(run) for run in runs), key=lambda run: run[0].span, default=())
    chain = _chain(sorted((one for run in by_style.values() for one in run), key=lambda one: one.span))
    if len({one.style for one in chain}) > _MANY and len(chain) > len(found) * 1.5:
        return chain
    through = [tuple(run) for run in runs if _restarts(run) == 0 and len(run) > len(found) > 0]
    if through and ":" in found[0].style and ":" not in through[0][0].style:
        return through[0]
    return _with_later(found, runs)


def _chain(markers: Sequence[Marker]) -> tuple[Marker, ...]:
    """Return the markers that count on from 1 whatever their style; a number may be lost."""
    chain: list[Marker] = []
    for at, marker in enumerate(markers):
        wanted = chain[-1].ordinal + 1 if chain else 1
        later = any(one.ordinal == wanted for one in markers[at + 1 : at + 1 + _MANY_LATER])
        if marker.ordinal == wanted or (chain and marker.ordinal == wanted + 1 and not later):
            chain.append(marker)
    return tuple(chain)


def _outermost(source: Source, run: Sequence[Marker]) -> Sequence[Marker]:
    """Return the markers of a style that are indented least, where numbers begin anew and again."""
    if _restarts(run) == 0:
        return run
    indents = [
        marker.span.start - source.line_starts[source.line_of(marker.span.start) - 1] for marker in run
    ]
    least = min(indents) + 1
    outer = [marker for marker, indent in zip(run, indents, strict=True) if indent <= least]
    return outer if _in_sequence(outer) else run


def _restarts(run: Sequence[Marker]) -> int:
    return sum(1 for one, two in pairwise(run) if two.ordinal <= one.ordinal)


def _with_later(found: tuple[Marker, ...], runs: Sequence[Sequence[Marker]]) -> tuple[Marker, ...]:
    """Return the run with those of the same kind that follow it, as amendments follow articles."""
    for run in runs:
        later = bool(found) and run[0].span > found[-1].span
        keyed = later and ":" in run[0].style and ":" in found[0].style
        lettered = later and run[0].style == "A." and found[0].style == "1." and run[0].ordinal == 1
        if keyed or lettered:
            found += tuple(run)
    return found


def _in_sequence(run: Sequence[Marker]) -> bool:
    pairs = list(pairwise(run))
    steps = sum(1 for one, two in pairs if two.ordinal == one.ordinal + 1)
    # All numbers equal is how Markdown lets a program count.
    equal = len(pairs) > 1 and all(marker.ordinal == 1 for marker in run)
    return bool(pairs) and (steps * 2 >= len(pairs) or equal)
