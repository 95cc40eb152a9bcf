"""Read the prose of notes: CommonMark with raw HTML off, parsed once to a flat run of pieces."""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from glossator.annotate.known import Known, nearby
from glossator.errors import did_you_mean
from glossator.model import Prose
from glossator.records import Record, is_url

_TAGS = {
    "paragraph": "p",
    "bullet_list": "ul",
    "ordered_list": "ol",
    "list_item": "li",
    "em": "em",
    "strong": "strong",
}
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_SCHEME = re.compile(r"([a-z]+):(.*)", re.DOTALL)
_INSIDE = ("clause", "entity", "term", "topic", "source")
_NAMES = {"hr": "a rule", "fence": "a block of code", "code_block": "a block of code", "image": "an image"}
_NAMES |= {"heading": "a heading", "blockquote": "a block quotation"}


class _Reader(MarkdownIt):
    """CommonMark that takes every address as a link: a wrong one is told, and not shown as text."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the library's name
        return True


_READER = _Reader("commonmark", {"html": False})


def read_prose(record: Record, key: str, known: Known, default: str | None = None) -> Prose:
    """Return the prose under ``key``, noting what no output could show and links that lead nowhere."""
    text = record.text(key, default)
    place = record.place_of(key)
    if tag := _TAG.search(text):
        remedy = "write it in Markdown: *emphasis*, **strong**, [a link](clause:4.4), - a list"
        record.report.mistake(place, f"HTML is not used in notes: {tag[0]!r}", remedy)
        return Prose()
    pieces: list[tuple[str, str]] = []
    for kind, what in _pieces(_READER.parse(text)):
        if kind == "strange":
            remedy = "use paragraphs, lists, emphasis and links only"
            record.report.mistake(place, f"a note cannot hold this: {what}", remedy)
        elif kind == "link" and (trouble := _trouble(what, known)):
            record.report.mistake(place, *trouble)
        elif kind == "/link" and pieces[-1][0] == "link":
            problem = f"the link {pieces[-1][1]!r} has no words"
            record.report.mistake(place, problem, "write them between the brackets")
        pieces.append((kind, what))
    return Prose(tuple(pieces))


def _pieces(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    for token in tokens:
        name = token.type.removesuffix("_open").removesuffix("_close")
        closing = "/" if token.nesting < 0 else ""
        if token.type == "inline":
            yield from _pieces(token.children or [])
        elif name in _TAGS:
            yield f"{closing}{_TAGS[name]}", ""
        elif name == "link":
            yield f"{closing}link", "" if closing else str(token.attrs.get("href", ""))
        elif token.type == "text":
            # The parser leaves empty ones around emphasis.
            yield from [("text", token.content)] if token.content else []
        elif token.type == "softbreak":
            yield "text", " "
        elif token.type == "code_inline":
            yield "code", token.content
        elif token.type == "hardbreak":
            yield "break", ""
        elif not closing:
            yield "strange", _NAMES.get(name, name)


def _trouble(address: str, known: Known) -> tuple[str, str] | None:
    """Return problem and remedy of a link that leads nowhere, or None."""
    found = _SCHEME.fullmatch(address)
    scheme, rest = (found[1], found[2]) if found else ("", address)
    if is_url(address):
        return None
    if scheme not in _INSIDE:
        remedy = "link to clause:, entity:, term:, topic: or source: and an id, or to an https:// address"
        return f"the link {address!r} is none that a note may hold", remedy
    ids = known[scheme]
    if ids is None or rest in ids:
        return None
    clause = scheme == "clause"
    remedy = nearby(rest, ids) if clause else did_you_mean(rest, ids, f"define the {scheme} first")
    return f"the link {address!r} leads nowhere", remedy
