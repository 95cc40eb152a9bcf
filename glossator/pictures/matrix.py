"""A matrix: rows × columns, each cell with its number and a shade."""

from collections.abc import Sequence

from glossator.pictures.frame import Link, frame, linked, text, titled

_CELL = 17
_LETTER = 6.6
"""How wide a letter of a label is, about; labels are never cut off for it."""
_SHADES = 4


def matrix(title: str, rows: Sequence[Link], columns: Sequence[Link], counts: Sequence[Sequence[int]]) -> str:
    """Return the picture of ``counts``, a row of numbers for each of ``rows``; of nothing, ''."""
    if not rows or not columns:
        return ""
    left = max(len(row.label) for row in rows) * _LETTER + 12
    top = max(len(column.label) for column in columns) * _LETTER + 12
    most = max(max(row) for row in counts) or 1
    drawing = []
    for at, column in enumerate(columns):
        x = left + at * _CELL + _CELL / 2 + 4
        turned = f'transform="rotate(-90 {x:g} {top - 6:g})"'
        drawing.append(linked(column, text(x, top - 6, column.label, extra=turned)))
    for at, row in enumerate(rows):
        y = top + at * _CELL
        drawing.append(linked(row, text(left - 8, y + 12, row.label, "end")))
        drawing += [
            _cell(left + number * _CELL, y, count, most, f"{row.label}, {column.label}: {count}")
            for number, (column, count) in enumerate(zip(columns, counts[at], strict=True))
        ]
    width, height = left + len(columns) * _CELL + 4, top + len(rows) * _CELL + 4
    return frame("matrix", title, width, height, drawing)


def _cell(x: float, y: float, count: int, most: int, title: str) -> str:
    shade = -(-count * _SHADES // most) if count else 0
    box = f'<rect x="{x:g}" y="{y:g}" width="{_CELL - 1}" height="{_CELL - 1}" class="shade-{shade}"/>'
    if not count:
        return box
    return titled(box + text(x + (_CELL - 1) / 2, y + 12, str(count), f"on-{shade} middle"), title)
