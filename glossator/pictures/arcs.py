"""An arc diagram: nodes in a row, an arc for each link between two of them."""

from collections.abc import Sequence

from glossator.pictures.frame import Link, frame, linked, text, titled

_NODE, _GAP = 17, 9
_FLAT = 0.42
"""How high an arc is against how far it reaches."""


def arcs(
    title: str, nodes: Sequence[Link], groups: Sequence[int], links: Sequence[tuple[int, int, str]]
) -> str:
    """Return the picture of ``links``, pairs of positions in ``nodes`` with what ties them.

    ``groups`` gives a number for each node; where it changes, there is a gap. Of nothing it is ''.
    """
    if not nodes:
        return ""
    places = [12.0 + at * _NODE + groups[at] * _GAP for at in range(len(nodes))]
    reach = max((abs(places[one] - places[other]) for one, other, _ in links), default=0)
    base = round(reach * _FLAT) + 14
    drawing = []
    for one, other, why in links:
        first, last = sorted((places[one], places[other]))
        wide = (last - first) / 2
        path = (
            f'<path d="M{first:g},{base} A{wide:g},{wide * 2 * _FLAT:g} 0 0 1 {last:g},{base}" class="arc"/>'
        )
        name = f"{nodes[one].label} – {nodes[other].label}" + (f": {why}" if why else "")
        drawing.append(titled(path, name))
    deepest = max(len(node.label) for node in nodes) * 6.4
    for place, node in zip(places, nodes, strict=True):
        turned = f'transform="rotate(90 {place - 4:g} {base + 8})"'
        drawing.append(f'<circle cx="{place:g}" cy="{base}" r="2.2" class="ink"/>')
        drawing.append(linked(node, text(place - 4, base + 8, node.label, extra=turned)))
    return frame("arcs", title, places[-1] + 16, base + deepest + 16, drawing)
