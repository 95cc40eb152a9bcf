"""Read a finished page back, as a browser parses it, and compare its words with the seed."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from glossator.errors import Report
from glossator.model import Source, Span

REMEDY = "build the site again with python build.py; if this comes back, it is a fault in Glossator"
_FOREIGN = re.compile(r"(?:url\(|@import)\s*[\"']?\s*((?:https?:)?//[^\"')\s;]+)", re.IGNORECASE)
_LOADING = ("src", "data", "poster", "background")
_LINKING = ", ".join(f"[{name}]" for name in ("href", *_LOADING, "srcset"))
_SPAN = re.compile(r"(\d+):(\d+)")


@dataclass(frozen=True, slots=True)
class Page:
    """What the proof keeps of a page.

    ``words`` are the spans of the statement's words, printed ``markers`` among them, in the order
    of the page; ``links`` are addresses, each with whether the browser loads it by itself;
    ``clauses`` are pairs of a clause's address and the id of its heading.
    """

    path: str
    ids: tuple[str, ...]
    links: tuple[tuple[str, bool], ...]
    words: tuple[Span, ...]
    markers: tuple[Span, ...]
    clauses: tuple[tuple[str, str], ...]


def read_page(tree: LexborHTMLParser, path: str, source: Source, report: Report) -> Page:
    """Return what the page says; words that are not the source's go to ``report``."""
    words: list[Span] = []
    markers: list[Span] = []
    for node in tree.css("[data-span]"):
        span = _compare(node, "data-span", path, source, report)
        names = (node.attributes.get("class") or "").split()
        if span and {"statement-text", "statement-marker"}.intersection(names):
            words.append(span)
        if span and "statement-marker" in names:
            markers.append(span)
    for node in tree.css("[data-quote]"):
        _compare(node, "data-quote", path, source, report)
    for node in tree.css(".statement-text:not([data-span]), .statement-marker:not([data-span])"):
        problem = f"words of the statement without a position: {node.text()[:40]!r}"
        report.mistake(f"site/{path}", problem, REMEDY)
    ids = tuple(str(node.attributes["id"]) for node in tree.css("[id]"))
    for twice, times in Counter(ids).items():
        if times > 1:
            report.mistake(f"site/{path}", f"the id {twice!r} stands twice", REMEDY)
    clauses = tuple(
        (str(node.attributes["data-clause"]), _heading_id(node)) for node in tree.css("[data-clause]")
    )
    return Page(path, ids, tuple(_links(tree)), tuple(words), tuple(markers), clauses)


def _compare(node: LexborNode, name: str, path: str, source: Source, report: Report) -> Span | None:
    """Return the span under the attribute ``name`` when the element's text is the source's there."""
    written = _SPAN.fullmatch(node.attributes.get(name) or "")
    span = Span(int(written[1]), int(written[2])) if written else None
    if span is None or not span.start < span.end <= len(source.text):
        problem = f"{node.attributes.get(name)!r} is no position in {source.name}"
        report.mistake(f"site/{path}", problem, REMEDY)
        return None
    if node.text(deep=True) != source.cut(span):
        problem = f"the words at {span} are not those of {source.place(span.start)}"
        report.mistake(f"site/{path}", problem, REMEDY)
    return span


def _heading_id(clause: LexborNode) -> str:
    heading = clause.css_first("h1, h2, h3, h4, h5, h6")
    return str(heading.attributes.get("id") or "") if heading else ""


def _links(tree: LexborHTMLParser) -> Iterator[tuple[str, bool]]:
    """Yield every address on the page, and whether the browser loads it by itself."""
    for node in tree.css(_LINKING):
        attributes = node.attributes
        if "href" in attributes:
            loaded = node.tag == "link" and attributes.get("rel") != "canonical"
            yield str(attributes["href"] or ""), loaded
        for name in _LOADING:
            if name in attributes:
                yield str(attributes[name] or ""), True
        for candidate in str(attributes.get("srcset") or "").split(","):
            if candidate.strip():
                yield candidate.strip().partition(" ")[0], True


def foreign_loads(stylesheet: str) -> list[str]:
    """Return the addresses outside the site that a stylesheet would load."""
    return _FOREIGN.findall(stylesheet)


def base_path(home: LexborHTMLParser) -> str:
    """Return the path under which the site is hosted, as the canonical link of its home has it."""
    canonical = home.css_first("link[rel=canonical]")
    address = str(canonical.attributes.get("href") or "") if canonical else ""
    try:
        return urlsplit(address).path or "/"
    except ValueError:
        return "/"
