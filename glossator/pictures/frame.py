"""What all pictures share: numbers and words as markup, links, and the frame around the drawing."""

import html
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_NO_WORD = re.compile(r"[\W_]+")
# A picture is one line, and XML knows no control characters.
_BLANK = re.compile(r"[\s\x00-\x1f\x7f]+")
_LETTER, _WIDE_LETTER = 6.6, 12.5
"""How wide a letter is, about, at the size of the stylesheet: ours, and a Chinese one."""


@dataclass(frozen=True, slots=True)
class Link:
    """A label and the address it leads to, which may be empty."""

    label: str
    href: str = ""


def number(value: float) -> str:
    """Return a length as it is written: to a tenth, without needless zeros."""
    return f"{round(value, 1):.1f}".removesuffix(".0")


def escaped(words: str) -> str:
    """Return words that stand in markup, or in an attribute, as nothing but themselves."""
    return html.escape(_BLANK.sub(" ", words))


def width_of(words: str) -> float:
    """Return how much room words need, about; it is rather too much than too little."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in words)
    return wide * _WIDE_LETTER + (len(words) - wide) * _LETTER


def text(x: float, y: float, words: str, name: str = "", turned: int = 0) -> str:
    """Set words at a point; ``name`` is a class, ``turned`` how many degrees they are turned there."""
    class_ = f' class="{name}"' if name else ""
    turn = f' transform="rotate({turned} {number(x)} {number(y)})"' if turned else ""
    return f'<text x="{number(x)}" y="{number(y)}"{class_}{turn}>{escaped(words)}</text>'


def rectangle(x: float, y: float, width: float, height: float, more: str) -> str:
    """Draw a rectangle; ``more`` is the rest of its attributes."""
    place = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
    return f"<rect {place} {more}/>"


def linked(link: Link, inner: str) -> str:
    """Make a drawing lead to the address of ``link``, where it has one.

    To a screen reader a picture is one thing with one name, so the Tab key must not stop inside it:
    the page that shows a picture gives the same links as text.
    """
    return f'<a href="{escaped(link.href)}" tabindex="-1">{inner}</a>' if link.href else inner


def titled(inner: str, title: str) -> str:
    """Give a drawing the words that are shown when it is pointed at."""
    return f"<g><title>{escaped(title)}</title>{inner}</g>"


def slug(title: str) -> str:
    """Return what makes the ids of a picture its own on a page: its title in letters and digits."""
    return _NO_WORD.sub("-", title.lower()).strip("-")


def frame(kind: str, title: str, width: float, height: float, drawing: Sequence[str]) -> str:
    """Return the whole picture; it is as wide as ``width``, and scrolls where there is less room."""
    id_ = f"picture-{kind}-{slug(title)}"
    shown = escaped(title)
    wide, high = number(width), number(height)
    return (
        f'<div class="picture-frame" tabindex="0" role="region" aria-label="{shown}">'
        f'<svg class="picture picture-{kind}" viewBox="0 0 {wide} {high}" width="{wide}" '
        f'height="{high}" role="group" aria-labelledby="{id_}"><title id="{id_}">{shown}</title>'
        f"{''.join(drawing)}</svg></div>"
    )
