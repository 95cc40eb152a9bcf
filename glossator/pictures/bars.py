"""Stacked bars: a bar for each group, a segment for each part, its number in it or beside the bar."""

from collections.abc import Sequence

from glossator.pictures.frame import Link, frame, linked, rectangle, slug, text, titled, width_of

_BAR, _STEP, _LENGTH = 20, 32, 460
_WIDEST_LEGEND = 560
_FILLINGS = (
    '<rect width="6" height="6" class="ink"/>',
    '<path d="M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2" class="line"/>',
    '<circle cx="3" cy="3" r="1.1" class="ink"/>',
    '<path d="M3,0 v6" class="line"/>',
    "",
    '<path d="M0,3 h6" class="line"/>',
    '<path d="M3,0 v6 M0,3 h6" class="line"/>',
    '<path d="M-1,5 l2,2 M0,0 l6,6 M5,-1 l2,2" class="line"/>',
)
"""What tells the parts from one another without colour; a ninth part begins anew."""


def bars(title: str, groups: Sequence[tuple[Link, Sequence[tuple[str, int]]]]) -> str:
    """Return the picture of groups and their parts, each a name and a number; of nothing, ''."""
    kinds = list(dict.fromkeys(name for _, parts in groups for name, count in parts if count))
    if not kinds:
        return ""
    own = slug(title)
    left = max(width_of(link.label) for link, _ in groups) + 14
    unit = _LENGTH / max(sum(count for _, count in parts) for _, parts in groups)
    legend, foot, right = _legend(left, kinds, own)
    drawing = [_patterns(own, len(kinds)), *legend]
    for at, (link, parts) in enumerate(groups):
        y = foot + 10 + at * _STEP
        drawing.append(linked(link, text(left - 8, y + 14, link.label, "end")))
        x, beside = left, []
        for name, count in parts:
            if count:
                width = count * unit
                box = _box(x, y, width, _BAR, own, kinds.index(name))
                plate = _plate(x, y, width, count)
                drawing.append(titled(box + plate, f"{link.label}: {name} {count}"))
                beside += [] if plate else [f"{count} {name}"]
                x += width
        total = str(sum(count for _, count in parts))
        drawing.append(text(x + 8, y + 14, total, "total"))
        x += 14 + width_of(total) * 1.15
        drawing += [text(x, y + 14, f"({', '.join(beside)})")] if beside else []
        right = max(right, x + width_of(f"({', '.join(beside)})") if beside else x)
    return frame("bars", title, right + 4, foot + 10 + len(groups) * _STEP, drawing)


def _legend(left: float, kinds: Sequence[str], own: str) -> tuple[list[str], float, float]:
    """Draw what the fillings mean; return it with its lower and its right end."""
    drawing: list[str] = []
    x, y, right = left, 4, left
    for at, kind in enumerate(kinds):
        width = width_of(kind) + 36
        if x > left and x + width > left + _WIDEST_LEGEND:
            x, y = left, y + 20
        drawing += [_box(x, y, 12, 12, own, at), text(x + 18, y + 10, kind)]
        x += width
        right = max(right, x)
    return drawing, y + 16, right


def _plate(x: float, y: float, width: float, count: int) -> str:
    """Set a number on a small plate in its segment, where there is room for it."""
    room = width_of(str(count)) * 1.15 + 6
    if width < room + 6:
        return ""
    plate = rectangle(x + 3, y + 3, room, _BAR - 6, 'class="plate"')
    return plate + text(x + 3 + room / 2, y + 14, str(count), "middle")


def _box(x: float, y: float, width: float, height: float, own: str, kind: int) -> str:
    return rectangle(x, y, width, height, f'class="part" fill="url(#part-{own}-{kind % len(_FILLINGS)})"')


def _patterns(own: str, kinds: int) -> str:
    """Return the fillings that are used, each on a shade of its own."""
    patterns = "".join(
        f'<pattern id="part-{own}-{at}" width="6" height="6" patternUnits="userSpaceOnUse">'
        f'<rect width="6" height="6" class="ground shade-{at % 3}"/>{filling}</pattern>'
        for at, filling in enumerate(_FILLINGS[:kinds])
    )
    return f"<defs>{patterns}</defs>"
