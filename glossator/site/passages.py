"""Tell of every passage which language it is in and in which direction it runs, where pages differ.

The words themselves stay as they are; marks of direction in the source end with their element, which
the stylesheet isolates.
"""

import html
import re
from dataclasses import dataclass

from glossator.model import Source
from glossator.site.writing import direction, direction_of, language_of

_LANGUAGE = re.compile(r'<html[^>]* lang="([^"]+)"')
_DIRECTION = re.compile(r'<(?:html|body)[^>]* dir="(ltr|rtl)"')
_PARAGRAPH = re.compile(r"<p(?P<more> [^>]*)?>(?P<inside>.*?)</p>", re.DOTALL)
_STATEMENT = re.compile(r' class="statement[ "]')
_CITATION = re.compile(r'<p class="citation">(.*?)</p>', re.DOTALL)
_TURNED = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]+(?:[ \u060c:–-]+[\u0590-\u08ff\ufb1d-\ufefc0-9]+)*")
_PROSE = re.compile(r' class="(?:lead|editorial|title-note)"')
_WORDS = re.compile(
    r'<span class="(?P<kind>statement-text|statement-marker|quoted)[^"]*"'
    r' data-(?:span|quote)="(?P<start>\d+):(?P<end>\d+)"(?=>)'
)
_TOLD = re.compile(r'<(?:span|p) [^>]*?\blang="([^"]+)"(?![^>]* dir=)(?![^>]* data-)')
_TAG = re.compile(r"<[^>]*>")
_ADDRESS = re.compile(
    r"<(?P<name>script|style|pre|svg)\b.*?</(?P=name)>|<[^>]*>|(?P<address>https?://(?:[^\s<&]|&amp;)*[\w/])",
    re.DOTALL,
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Page:
    """The language of a page and its direction."""

    language: str
    direction: str


def page_of(head: str) -> Page:
    """Return what the theme has written of a page into its head."""
    language = _LANGUAGE.search(head)
    own = language[1] if language else "en"
    told = _DIRECTION.search(head)
    return Page(own, told[1] if told else direction_of(own))


class Passages:
    """Marks the passages of an edition; ``language`` is that of its text."""

    def __init__(self, source: Source, language: str) -> None:
        self.source = source
        self.language = language
        self.direction = direction_of(language)

    def mark(self, article: str, page: Page) -> str:
        """Return the article with ``lang`` and ``dir`` wherever a passage differs from the page."""
        one_way = page.direction == self.direction == "ltr" and not _RIGHT_TO_LEFT.search(article)
        if not one_way:
            article = _TOLD.sub(lambda found: found[0] + _dir(direction_of(found[1]), page), article)
            article = _CITATION.sub(_cited, article)
            article = _ADDRESS.sub(_kept_in_order, article)
            article = _PARAGRAPH.sub(lambda found: self._paragraph(found, page), article)
        return _WORDS.sub(lambda found: found[0] + self._told(found, page), article)

    def _paragraph(self, found: re.Match[str], page: Page) -> str:
        more, inside = found["more"] or "", found["inside"]
        if " dir=" in more or " lang=" in more:
            return found[0]
        if not _STATEMENT.match(more):
            # Our own prose runs as the page does, unless all of its letters run the other way.
            if more and not _PROSE.match(more):
                return found[0]
            shown = html.unescape(_TAG.sub("", inside))
            runs = direction(shown)
            if runs in ("", page.direction) or any(direction(one) == page.direction for one in shown):
                return found[0]
            return f'<p{more} lang="{language_of(shown, page.language)}" dir="{runs}">{inside}</p>'
        words = list(_WORDS.finditer(inside))
        text = next((one for one in words if one["kind"] == "statement-text"), words[0] if words else None)
        runs = self._direction(text) if text else ""
        if runs in ("", page.direction):
            return found[0]
        # What else stands in the paragraph must not take over its direction.
        inside = _WORDS.sub(lambda one: f"{one[0]}{self._told(one, page, always=True)}", inside)
        return f'<p{more} dir="{runs}">{inside}</p>'

    def _told(self, found: re.Match[str], page: Page, *, always: bool = False) -> str:
        language = language_of(self._cut(found), self.language)
        told = f' lang="{language}"' if language != page.language else ""
        runs = self._direction(found)
        return told + (f' dir="{runs}"' if always else _dir(runs, page))

    def _direction(self, found: re.Match[str]) -> str:
        return direction(self._cut(found)) or self.direction

    def _cut(self, found: re.Match[str]) -> str:
        return self.source.text[int(found["start"]) : int(found["end"])]


def _cited(found: re.Match[str]) -> str:
    """Set a citation from left to right, as all its styles are written, whatever the title in it."""
    return f'<p class="citation" dir="ltr">{_TURNED.sub(_turned, found[1])}</p>'


def _turned(found: re.Match[str]) -> str:
    return f'<bdi dir="rtl">{found[0]}</bdi>'


def _kept_in_order(found: re.Match[str]) -> str:
    """Set a web address in the text so that its parts stay in order where a line breaks it."""
    return f'<bdi dir="ltr">{found[0]}</bdi>' if found["address"] else found[0]


def _dir(runs: str, page: Page) -> str:
    return f' dir="{runs}"' if runs and runs != page.direction else ""
