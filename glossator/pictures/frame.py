"""What all pictures share: text, links, and the frame around the drawing."""

import html
import re
from dataclasses import dataclass

_NO_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Link:
    """A label and the address it leads to, which may be empty."""

    label: str
    href: str = ""


def text(x: float, y: float, words: str, name: str = "", extra: str = "") -> str:
    """Set words at a point; ``name`` is a class, ``extra`` more attributes."""
    attributes = (f' class="{name}"' if name else "") + (f" {extra}" if extra else "")
    return f'<text x="{x:g}" y="{y:g}"{attributes}>{html.escape(words)}</text>'


def linked(link: Link, inner: str) -> str:
    """Make a drawing lead to the address of ``link``, where it has one."""
    return f'<a href="{html.escape(link.href)}">{inner}</a>' if link.href else inner


def titled(inner: str, title: str) -> str:
    """Give a drawing the words that are shown when it is pointed at."""
    return f"<g><title>{html.escape(title)}</title>{inner}</g>"


def slug(title: str) -> str:
    """Return what makes the ids of a picture its own on a page: its title in plain letters."""
    return _NO_WORD.sub("-", title.lower()).strip("-")


def frame(kind: str, title: str, width: float, height: float, drawing: list[str]) -> str:
    """Return the whole picture; it is as wide as ``width``, and scrolls where there is less room."""
    id_ = f"picture-{kind}-{slug(title)}"
    shown = html.escape(title)
    return (
        f'<div class="picture-frame" tabindex="0" role="region" aria-label="{shown}">'
        f'<svg class="picture picture-{kind}" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'height="{height:g}" role="img" aria-labelledby="{id_}"><title id="{id_}">{shown}</title>'
        f"{''.join(drawing)}</svg></div>"
    )
