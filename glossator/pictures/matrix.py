"""A matrix: rows × columns, each cell with its number and a shade."""

from collections.abc import Sequence

from glossator.pictures.frame import Link, frame, linked, rectangle, text, titled, width_of

_CELL = 17
_SHADES = 4


def matrix(title: str, rows: Sequence[Link], columns: Sequence[Link], counts: Sequence[Sequence[int]]) -> str:
    """Return the picture of ``counts``, a row of numbers for each of ``rows``; of nothing, ''."""
    if not rows or not columns:
        return ""
    left = max(width_of(row.label) for row in rows) + 10
    top = max(width_of(column.label) for column in columns) + 14
    most = max(map(max, counts))
    drawing = []
    for at, column in enumerate(columns):
        label = text(left + at * _CELL + _CELL / 2 + 4, top - 8, column.label, turned=-90)
        drawing.append(linked(column, label))
    for at, (row, numbers) in enumerate(zip(rows, counts, strict=True)):
        y = top + at * _CELL
        line = linked(row, text(left - 8, y + 12, row.label, "end"))
        for place, (column, count) in enumerate(zip(columns, numbers, strict=True)):
            cell = _cell(left + place * _CELL, y, count, most)
            line += titled(cell, f"{row.label}, {column.label}: {count}") if count else cell
        drawing.append(f'<g class="row">{line}</g>')
    width, height = left + len(columns) * _CELL + 4, top + len(rows) * _CELL + 4
    return frame("matrix", title, width, height, drawing)


def _cell(x: float, y: float, count: int, most: int) -> str:
    """Draw a square the darker the more; only a nought is not written out."""
    side = _CELL - 1
    shade = -(-count * _SHADES // most) if count else 0
    box = rectangle(x, y, side, side, f'class="shade-{shade}"')
    return box + text(x + side / 2, y + 12, str(count), "middle") if count else box
