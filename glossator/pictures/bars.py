"""Stacked bars: a bar for each group, a segment for each part, its number in it."""

from collections.abc import Sequence

from glossator.pictures.frame import Link, frame, linked, slug, text, titled

_BAR, _STEP, _LENGTH = 20, 32, 460
_LETTER = 6.6
_PATTERNS = 5


def bars(title: str, groups: Sequence[tuple[Link, Sequence[tuple[str, int]]]]) -> str:
    """Return the picture of groups and their parts, each a name and a number; of nothing, ''."""
    kinds = list(dict.fromkeys(name for _, parts in groups for name, count in parts if count))
    if not kinds:
        return ""
    left = max(len(link.label) for link, _ in groups) * _LETTER + 14
    most = max(sum(count for _, count in parts) for _, parts in groups)
    own = slug(title)
    drawing = _patterns(own)
    legend = left
    for at, kind in enumerate(kinds):
        drawing += [_box(legend, 4, 12, 12, f"{own}-{at % _PATTERNS}"), text(legend + 17, 14, kind)]
        legend += len(kind) * _LETTER + 34
    for at, (link, parts) in enumerate(groups):
        y = 30 + at * _STEP
        drawing.append(linked(link, text(left - 8, y + 14, link.label, "end")))
        x = left
        for name, count in parts:
            width = round(count / most * _LENGTH, 1)
            if count:
                box = _box(x, y, width, _BAR, f"{own}-{kinds.index(name) % _PATTERNS}")
                drawing.append(titled(box, f"{link.label}: {name} {count}"))
                drawing.append(_number(x, y, width, count))
                x += width
        drawing.append(text(x + 8, y + 14, str(sum(count for _, count in parts)), "total"))
    return frame("bars", title, max(left + _LENGTH + 44, legend), 30 + len(groups) * _STEP, drawing)


def _number(x: float, y: float, width: float, count: int) -> str:
    """Set a number on a small plate in its segment, where there is room for it."""
    room = len(str(count)) * 8 + 6
    if width < room + 2:
        return ""
    plate = f'<rect x="{x + 3:g}" y="{y + 3}" width="{room}" height="{_BAR - 6}" class="plate"/>'
    return plate + text(x + 3 + room / 2, y + 14, str(count), "middle")


def _box(x: float, y: float, width: float, height: float, pattern: str) -> str:
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height}" class="part" '
        f'fill="url(#part-{pattern})"/>'
    )


def _patterns(own: str) -> list[str]:
    """Return fillings that differ without colour: solid, slanted, dotted, upright, empty."""
    lines = (
        '<rect width="6" height="6" class="ink"/>',
        '<path d="M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2" class="line"/>',
        '<circle cx="3" cy="3" r="1.1" class="ink"/>',
        '<path d="M3,0 v6" class="line"/>',
        "",
    )
    patterns = "".join(
        f'<pattern id="part-{own}-{at}" width="6" height="6" patternUnits="userSpaceOnUse">{line}</pattern>'
        for at, line in enumerate(lines)
    )
    return [f"<defs>{patterns}</defs>"]
