"""An arc diagram: nodes in a row, an arc for each two of them that are tied."""

from collections.abc import Sequence

from glossator.pictures.frame import Link, frame, linked, number, text, titled, width_of

_NODE, _GAP = 18, 10
_FLAT = 0.42
"""How high an arc is against how far it reaches."""


def arcs(
    title: str, nodes: Sequence[Link], groups: Sequence[int], links: Sequence[tuple[int, int, str]]
) -> str:
    """Return the picture of ``links``, pairs of positions in ``nodes`` with what ties them.

    ``groups`` gives a number for each node; where it changes, there is a gap. Two nodes that are
    tied more than once have one arc, which names every tie. Of nothing it is ''.
    """
    if not nodes:
        return ""
    places = _places(groups)
    ties: dict[tuple[int, int], list[str]] = {}
    for one, other, why in links:
        ties.setdefault((min(one, other), max(one, other)), []).append(why)
    reach = max((places[last] - places[first] for first, last in ties), default=0)
    base = round(reach * _FLAT) + 14
    drawing = []
    for (first, last), reasons in ties.items():
        name = f"{nodes[first].label} – {nodes[last].label}"
        why = "; ".join(dict.fromkeys(filter(None, reasons)))
        drawing.append(titled(_arc(places[first], places[last], base), f"{name}: {why}" if why else name))
    for place, node in zip(places, nodes, strict=True):
        point = f'<circle cx="{number(place)}" cy="{base}" r="2.5" class="ink"/>'
        drawing.append(linked(node, point + text(place + 4, base + 9, node.label, "end", turned=-90)))
    deepest = max(width_of(node.label) for node in nodes)
    return frame("arcs", title, places[-1] + 16, base + deepest + 16, drawing)


def _places(groups: Sequence[int]) -> list[float]:
    """Return where each node stands, from the left."""
    places: list[float] = []
    for at, group in enumerate(groups):
        apart = _NODE + (_GAP if at and group != groups[at - 1] else 0)
        places.append(places[-1] + apart if places else 12.0)
    return places


def _arc(first: float, last: float, base: float) -> str:
    """Draw half an ellipse; a node tied to itself has a small loop."""
    if first == last:
        loop = f"M{number(first)},{base} c-9,-14 9,-14 0,0"
        return f'<path d="{loop}" class="arc"/>'
    wide = (last - first) / 2
    half = f"A{number(wide)},{number(wide * 2 * _FLAT)} 0 0 1 {number(last)},{base}"
    return f'<path d="M{number(first)},{base} {half}" class="arc"/>'
