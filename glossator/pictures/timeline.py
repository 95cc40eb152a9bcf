"""A timeline: a column for each year in which something happened, a row for each month in it."""

from collections import defaultdict
from collections.abc import Sequence

from glossator.pictures.frame import Link, frame, linked, number, text, titled, width_of

_STEP, _ROW = 12, 16
_NARROWEST, _PAD = 70, 14
_LEFT, _TOP = 40, 40
_RADIUS = 4.5
_MONTHS = [f"{month:02}" for month in range(1, 13)]

_Event = tuple[str, str, Link]


def timeline(title: str, events: Sequence[_Event], rings: str = "follow-up") -> str:
    """Return the picture of events: a date that begins with a year, a kind, and a link.

    The events of a month stand side by side in the order given, those of which only the year is
    known in a last row. Years in which nothing happened are left out, with a mark where they are.
    The points of the kind ``rings`` are rings; all others are filled. Of nothing it is ''.
    """
    if not events:
        return ""
    years: dict[str, dict[int, list[_Event]]] = defaultdict(lambda: defaultdict(list))
    for event in events:
        years[event[0][:4]][_row(event[0])].append(event)
    rows = max(len(_MONTHS), *(row + 1 for months in years.values() for row in months))
    columns = []
    x, before = float(_LEFT), ""
    for year in sorted(years):
        if before and int(year) - int(before) > 1:
            columns.append(text(x + 8, 18, "…", "middle"))
            x += 16
        width = max(_NARROWEST, max(map(len, years[year].values())) * _STEP + _PAD)
        columns += _year(x, year, years[year], rows, rings)
        x, before = x + width, year
    foot = _TOP + rows * _ROW
    legend, right = _legend(foot + 20, [kind for _, kind, _ in events], rings)
    return frame("timeline", title, max(x, right), foot + 30, [*_grid(x, rows), *columns, *legend])


def _row(date: str) -> int:
    """Return the row of a date: that of its month, or the one below them all."""
    month = date[5:7]
    return _MONTHS.index(month) if month in _MONTHS else len(_MONTHS)


def _grid(right: float, rows: int) -> list[str]:
    """Draw the lines on which the points stand, each with its month."""
    drawing = [f'<path d="M{_LEFT},26 H{number(right)}" class="line"/>']
    for at, label in enumerate([*_MONTHS, "—"][:rows]):
        y = _TOP + at * _ROW
        drawing.append(text(_LEFT - 12, y + 4, label, "end quiet"))
        drawing.append(f'<path d="M{_LEFT},{y} H{number(right)}" class="rule"/>')
    return drawing


def _year(x: float, year: str, months: dict[int, list[_Event]], rows: int, rings: str) -> list[str]:
    count = sum(map(len, months.values()))
    drawing = [
        f'<path d="M{number(x)},26 V{_TOP + rows * _ROW - 8}" class="rule"/>',
        text(x + 4, 18, f"{year} ({count})"),
    ]
    for row in sorted(months):
        for at, (date, kind, link) in enumerate(months[row]):
            point = _point(x + 10 + at * _STEP, _TOP + row * _ROW, kind == rings)
            drawing.append(linked(link, titled(point, f"{date} ({kind}): {link.label}")))
    return drawing


def _legend(y: float, kinds: Sequence[str], rings: str) -> tuple[list[str], float]:
    """Draw what the points mean; return it with its right end."""
    drawing: list[str] = []
    x = float(_LEFT)
    for kind in dict.fromkeys(kinds):
        drawing += [_point(x + 6, y, kind == rings), text(x + 16, y + 4, kind)]
        x += width_of(kind) + 40
    return drawing, x


def _point(x: float, y: float, ring: bool) -> str:
    name = "ring" if ring else "ink"
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{_RADIUS}" class="{name}"/>'
