"""Read the finished site back and compare it with the seed, character by character.

The proof trusts nothing that made the site. It parses every page as a browser does, compares
each stretch of the statement's words with the seed, sees that together they hold every
character once and in order, and follows every link inside the site.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from glossator.errors import EditionError, Mistake, disk_mistakes, mistaken
from glossator.model import Source, Span, Statement

_SPAN = re.compile(r"(\d+):(\d+)")
_REMEDY = "build the site again with python build.py; if this comes back, it is a fault in Glossator"
_MOST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proven: how many characters stand accounted for, and how much was read."""

    characters: int
    total: int
    pages: int
    clauses: int
    links: int

    def __str__(self) -> str:
        return f"{self.characters:,} of {self.total:,} characters accounted for"


@dataclass(frozen=True, slots=True)
class _Page:
    """What the proof keeps of a page: its path in the site, its ids, its links, its parts."""

    path: str
    ids: tuple[str, ...]
    links: tuple[tuple[str, bool], ...]
    words: tuple[Span, ...]
    markers: tuple[Span, ...]
    clauses: tuple[tuple[str, str], ...]


def prove(site: Path, statement: Statement) -> Proof:
    """Return the proof, or raise ``EditionError`` with everything that does not hold."""
    if not (site / "index.html").is_file():
        raise mistaken(site.name, "there is no site to prove", "build it with python build.py")
    mistakes: list[Mistake] = []
    pages: dict[str, _Page] = {}
    with disk_mistakes(site):
        files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
        base = "/"
        for path in sorted(name for name in files if name.endswith(".html")):
            tree = LexborHTMLParser((site / path).read_bytes().decode())
            pages[path] = _read(tree, path, statement.source, mistakes)
            base = _base_path(tree) if path == "index.html" else base
    characters = _check_cover(pages, statement, mistakes)
    _check_clauses(pages, statement, mistakes)
    links = _check_links(pages, files, base, mistakes)
    if mistakes:
        more = len(mistakes) - _MOST_SHOWN
        rest = [Mistake(site.name, f"and {more} more", _REMEDY)] if more > 0 else []
        raise EditionError([*mistakes[:_MOST_SHOWN], *rest])
    total = len(statement.source.text)
    return Proof(characters, total, len(pages), len(statement.clauses), links)


def _read(tree: LexborHTMLParser, path: str, source: Source, mistakes: list[Mistake]) -> _Page:
    words: list[Span] = []
    markers: list[Span] = []
    for node in tree.css("[data-span]"):
        span = _compare(node, path, source, mistakes)
        names = (node.attributes.get("class") or "").split()
        if span and "statement-text" in names:
            words.append(span)
        elif span and "statement-marker" in names:
            markers.append(span)
    for node in tree.css(".statement-text:not([data-span]), .statement-marker:not([data-span])"):
        problem = f"words of the statement without a position: {node.text()[:40]!r}"
        mistakes.append(Mistake(f"site/{path}", problem, _REMEDY))
    ids = tuple(str(node.attributes["id"]) for node in tree.css("[id]"))
    mistakes.extend(
        Mistake(f"site/{path}", f"the id {twice!r} stands twice", _REMEDY)
        for twice, times in Counter(ids).items()
        if times > 1
    )
    clauses = tuple(
        (str(node.attributes["data-clause"]), _heading_id(node)) for node in tree.css("[data-clause]")
    )
    return _Page(path, ids, tuple(_links(tree)), tuple(words), tuple(markers), clauses)


def _compare(node: LexborNode, path: str, source: Source, mistakes: list[Mistake]) -> Span | None:
    written = _SPAN.fullmatch(node.attributes.get("data-span") or "")
    span = Span(int(written[1]), int(written[2])) if written else None
    if span is None or not span.start < span.end <= len(source.text):
        problem = f"{node.attributes.get('data-span')!r} is no position in {source.name}"
        mistakes.append(Mistake(f"site/{path}", problem, _REMEDY))
        return None
    if node.text(deep=True) != source.cut(span):
        problem = f"the words at {span} are not those of {source.place(span.start)}"
        mistakes.append(Mistake(f"site/{path}", problem, _REMEDY))
    return span


def _heading_id(clause: LexborNode) -> str:
    heading = clause.css_first("h1, h2, h3, h4, h5, h6")
    return str(heading.attributes.get("id") or "") if heading else ""


def _links(tree: LexborHTMLParser) -> Iterator[tuple[str, bool]]:
    """Yield every address on the page, and whether the browser loads it by itself."""
    for node in tree.css("[href]"):
        loaded = node.tag == "link" and node.attributes.get("rel") != "canonical"
        yield str(node.attributes["href"] or ""), loaded
    for node in tree.css("[src]"):
        yield str(node.attributes["src"] or ""), True


def _base_path(home: LexborHTMLParser) -> str:
    """Return the path under which the site is hosted, as the canonical link of its home has it."""
    canonical = home.css_first("link[rel=canonical]")
    address = str(canonical.attributes.get("href") or "") if canonical else ""
    return urlsplit(address).path or "/"


def _reading_order(statement: Statement) -> list[str]:
    return ["index.html", *(f"{section.label}/index.html" for section in statement.sections)]


def _check_cover(pages: dict[str, _Page], statement: Statement, mistakes: list[Mistake]) -> int:
    """See that the reading pages hold every character once, in order; count the characters."""
    source = statement.source
    at = 0
    accounted = 0
    for path in _reading_order(statement):
        page = pages.get(path)
        if page is None:
            mistakes.append(Mistake(f"site/{path}", "the page is missing", _REMEDY))
            continue
        for span in sorted((*page.words, *page.markers)):
            if span.start < at:
                problem = f"{source.place(span.start)} stands there a second time, or out of order"
                mistakes.append(Mistake(f"site/{path}", problem, _REMEDY))
                continue
            accounted += _count_gap(source, at, span.start, mistakes)
            accounted += span.end - span.start
            at = span.end
        if list(page.words) != sorted(page.words):
            problem = "the words of the statement are not in their order"
            mistakes.append(Mistake(f"site/{path}", problem, _REMEDY))
    return accounted + _count_gap(source, at, len(source.text), mistakes)


def _count_gap(source: Source, start: int, end: int, mistakes: list[Mistake]) -> int:
    """Return how many characters lie between two stretches; anything but white space is lost."""
    gap = source.text[start:end]
    if not gap or gap.isspace():
        return len(gap)
    lost = start + len(gap) - len(gap.lstrip())
    problem = f"{gap.strip()[:40]!r} stands on no page"
    mistakes.append(Mistake(source.place(lost), problem, _REMEDY))
    return len(gap) - len("".join(gap.split()))


def _check_clauses(pages: dict[str, _Page], statement: Statement, mistakes: list[Mistake]) -> None:
    for section in statement.sections:
        path = f"{section.label}/index.html"
        found = pages[path].clauses if path in pages else ()
        expected = tuple((one.address, f"c{one.address}") for one in section.clauses)
        if found != expected:
            problem = (
                f"the clauses are {[one[0] for one in found]} with the headings "
                f"{[one[1] for one in found]}, not {[one[0] for one in expected]}"
            )
            mistakes.append(Mistake(f"site/{path}", problem, _REMEDY))


def _check_links(pages: dict[str, _Page], files: set[str], base: str, mistakes: list[Mistake]) -> int:
    ids = {path: set(page.ids) for path, page in pages.items()}
    count = 0
    for page in pages.values():
        for address, loaded in dict.fromkeys(page.links):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                if loaded and parts.scheme != "data":
                    problem = f"the page would load {address!r} from another site"
                    remedy = "put the file into docs/assets/ and name it from there"
                    mistakes.append(Mistake(f"site/{page.path}", problem, remedy))
                continue
            count += 1
            target = _target(page.path, unquote(parts.path), base)
            anchor = unquote(parts.fragment)
            if target not in files:
                problem = f"the link {address!r} leads nowhere"
                mistakes.append(Mistake(f"site/{page.path}", problem, "mend or remove the link"))
            elif anchor and target in ids and anchor not in ids[target] and anchor != "__skip":
                problem = f"the link {address!r} leads to a page without that place"
                mistakes.append(Mistake(f"site/{page.path}", problem, "mend or remove the link"))
    return count


def _target(page: str, path: str, base: str) -> str:
    """Return the file in the site that a path on a page leads to."""
    if not path:
        return page
    if path.startswith("/"):
        joined = path.removeprefix(base) if path.startswith(base) else path
    else:
        joined = posixpath.join(posixpath.dirname(page), path)
    target = posixpath.normpath(joined)
    if target == ".":
        return "index.html"
    return f"{target}/index.html" if path.endswith("/") else target
