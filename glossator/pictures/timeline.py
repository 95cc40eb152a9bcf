"""A timeline: a column for each year in which something happened, a point for each event."""

from collections import defaultdict
from collections.abc import Sequence

from glossator.pictures.frame import Link, frame, linked, text, titled

_COLUMN, _STEP, _ROWS = 66, 13, 24
_RADIUS = 4.5
FILLED = "in the text"
"""The kind of event whose points are filled; all others are rings."""


def timeline(title: str, events: Sequence[tuple[str, str, Link]]) -> str:
    """Return the picture of events: a date that begins with a year, a kind, and a link.

    Within a year the points stand one below the other in the order given; years in which nothing
    happened are left out, with a mark where they are. Of nothing it is ''.
    """
    if not events:
        return ""
    years: dict[str, list[tuple[str, str, Link]]] = defaultdict(list)
    for event in events:
        years[event[0][:4]].append(event)
    drawing = []
    x = 10.0
    before = ""
    for year in sorted(years):
        if before and int(year) - int(before) > 1:
            drawing.append(text(x + 4, 18, "…"))
            x += 24
        drawing += _year(x, year, years[year])
        x += _COLUMN + _COLUMN / 3 * ((len(years[year]) - 1) // _ROWS)
        before = year
    kinds = list(dict.fromkeys(kind for _, kind, _ in events))
    deepest = min(max(map(len, years.values())), _ROWS)
    foot = 42 + deepest * _STEP
    drawing.append(f'<path d="M6,26 H{x - 8:g}" class="line"/>')
    for at, kind in enumerate(kinds):
        drawing += [_point(14 + at * 130, foot + 8, kind == FILLED), text(24 + at * 130, foot + 12, kind)]
    return frame("timeline", title, max(x, 280), foot + 22, drawing)


def _year(x: float, year: str, events: Sequence[tuple[str, str, Link]]) -> list[str]:
    drawing = [text(x, 18, f"{year} ({len(events)})")]
    for at, (date, kind, link) in enumerate(events):
        column, row = divmod(at, _ROWS)
        point = _point(x + 6 + column * _COLUMN / 3, 38 + row * _STEP, kind == FILLED)
        drawing.append(linked(link, titled(point, f"{date} ({kind}): {link.label}")))
    return drawing


def _point(x: float, y: float, filled: bool) -> str:
    return f'<circle cx="{x:g}" cy="{y:g}" r="{_RADIUS}" class="{"ink" if filled else "ring"}"/>'
