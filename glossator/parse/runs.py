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
_NEAR = 2
_LONGEST = 90
_STOPS = (".", ";", ":", ",", "。", "；", "：")
_HEADING = ("I", "A.", "I#", "A.#", "一、")
_COUNTING = ("一、", "（一）", "1、", "1.", "(1)", "1)", "一 ")
"""Styles of mere numbers, which a text may mix."""


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
    numbers = sorted((one for run in by_style.values() for one in run), key=lambda one: one.span)
    chain = _chain(numbers)
    changes = sum(1 for one, two in pairwise(chain) if one.style != two.style)
    whole = _with_strays(_with_later(found, runs), numbers)
    first = not whole or (chain[:1] and chain[0].span <= whole[0].span)
    if changes >= _MANY and first and len(chain) > len(found) * 1.5:
        return _with_strays(chain, numbers)
    through = [tuple(run) for run in runs if _restarts(run) == 0 and len(run) > len(found) > 0]
    if through and _over(source, found) and not through[0][0].named:
        return through[0]
    return whole


def _over(source: Source, found: Sequence[Marker]) -> bool:
    """Tell whether the numbers are those of headings, under which other numbers may run on."""
    if ":" in found[0].style:
        return True
    text = source.text
    rests = [text[one.span.end : one.span.end + _LONGEST].split("\n", maxsplit=1)[0].strip() for one in found]
    return found[0].style in _HEADING and all(
        len(rest) < _LONGEST - 1 and not rest.endswith(_STOPS) for rest in rests
    )


def _chain(markers: Sequence[Marker]) -> tuple[Marker, ...]:
    """Return the markers that count on from 1 whatever their style; a number may be lost."""
    last_of = {marker.ordinal: at for at, marker in enumerate(markers)}
    chain: list[Marker] = []
    for at, marker in enumerate(markers):
        wanted = chain[-1].ordinal + 1 if chain else 1
        later = at < last_of.get(wanted, -1)
        if marker.ordinal == wanted or (marker.ordinal == wanted + 1 and not later):
            chain.append(marker)
    return tuple(chain)


def _with_strays(found: tuple[Marker, ...], markers: Sequence[Marker]) -> tuple[Marker, ...]:
    """Return the run with numbers of other styles that it lacks, where they are no list of their own."""
    if len(found) < _MANY or _restarts(found) > len(found) // _MANY or found[0].style not in _COUNTING:
        return found
    members, counted = set(found), {one.ordinal for one in found}
    strays: list[Marker] = []
    listed: dict[str, int] = {}
    highest = 0
    for marker in markers:
        if marker in members:
            listed, highest = {}, max(highest, marker.ordinal)
            continue
        near = bool(highest) and abs(marker.ordinal - highest) <= _NEAR and marker.style in _COUNTING
        again = marker.ordinal == highest and marker.style[:1] == found[0].style[:1]
        in_list = marker.ordinal in (1, listed.get(marker.style, -1) + 1)
        if near and not in_list and (again or marker.ordinal not in counted):
            strays.append(marker)
            highest = max(highest, marker.ordinal)
            counted.add(marker.ordinal)
        else:
            listed[marker.style] = marker.ordinal
    return tuple(sorted((*found, *strays), key=lambda one: one.span))


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
    if run[0].named and run[0].style != "first":
        # An excerpt may leave articles out.
        rising = sum(1 for one, two in pairs if two.ordinal > one.ordinal)
        return bool(pairs) and rising * 2 >= len(pairs)
    steps = sum(1 for one, two in pairs if two.ordinal == one.ordinal + 1)
    # All numbers equal is how Markdown lets a program count.
    equal = len(pairs) > 1 and run[0].style == "1." and all(marker.ordinal == 1 for marker in run)
    return bool(pairs) and (steps * 2 >= len(pairs) or equal)
