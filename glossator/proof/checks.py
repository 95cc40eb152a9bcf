"""What must hold of all pages together: cover and order of the words, clauses, addresses, links."""

import posixpath
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from glossator.errors import Report
from glossator.model import LedgerEntry, Source, Statement, label_of, number_of
from glossator.proof.read import REMEDY, Page


def _reading_order(statement: Statement) -> list[str]:
    return ["index.html", *(f"{section.label}/index.html" for section in statement.sections)]


def check_cover(pages: dict[str, Page], statement: Statement, report: Report) -> int:
    """See that the reading pages hold every character once, in order; return how many they hold."""
    source = statement.source
    at = 0
    accounted = 0
    for path in _reading_order(statement):
        page = pages.get(path)
        if page is None:
            report.mistake(f"site/{path}", "the page is missing", REMEDY)
            continue
        for span in page.words:
            if span.start < at:
                problem = f"{source.place(span.start)} stands there a second time, or out of order"
                report.mistake(f"site/{path}", problem, REMEDY)
                continue
            accounted += _count_gap(source, at, span.start, report)
            accounted += span.end - span.start
            at = span.end
    return accounted + _count_gap(source, at, len(source.text), report)


def _count_gap(source: Source, start: int, end: int, report: Report) -> int:
    """Return how many characters lie between two stretches; anything but white space is lost."""
    gap = source.text[start:end]
    if not gap or gap.isspace():
        return len(gap)
    lost = start + len(gap) - len(gap.lstrip())
    problem = f"{gap.strip()[:40]!r} stands on no page"
    report.mistake(source.place(lost), problem, REMEDY)
    return len(gap) - len("".join(gap.split()))


def check_sections(pages: dict[str, Page], statement: Statement, report: Report) -> None:
    """See that every section page has its clauses with their headings, and its printed marker."""
    for section in statement.sections:
        path = f"{section.label}/index.html"
        page = pages.get(path)
        if page is None:
            continue
        clauses = tuple((one.address, f"c{one.address}") for one in section.clauses)
        if page.clauses != clauses:
            problem = f"clauses and headings are {page.clauses}, not {clauses}"
            report.mistake(f"site/{path}", problem, REMEDY)
        if page.markers != ((section.marker,) if section.marker else ()):
            problem = f"printed markers stand at {page.markers}, not {section.marker}"
            report.mistake(f"site/{path}", problem, REMEDY)


def check_addresses(pages: dict[str, Page], ledger: Sequence[LedgerEntry], report: Report) -> None:
    """See that every address ever published is a place on a section's page and a page of its own."""
    for entry in ledger:
        label, anchor = label_of(entry.address), f"c{entry.address}"
        for path in (f"{label}/index.html", f"{label}/{number_of(entry.address)}/index.html"):
            if path not in pages or anchor not in pages[path].ids:
                problem = f"the published address {entry.address} leads nowhere: no {anchor!r} is there"
                report.mistake(f"site/{path}", problem, REMEDY)


def check_links(pages: dict[str, Page], files: set[str], base: str, report: Report) -> int:
    """See that every link inside the site leads to a place that is there; return their number.

    ``files`` are all paths in the site, ``base`` the path under which it is hosted.
    """
    ids = {path: set(page.ids) for path, page in pages.items()}
    count = 0
    for page in pages.values():
        folder = posixpath.dirname(page.path)
        for address, loaded in dict.fromkeys(page.links):
            path, anchor = _inside(address)
            if path is None:
                _check_outside(page.path, address, loaded, report)
                continue
            count += 1
            target = _target(folder, path, base) if path else page.path
            if target not in files:
                problem = f"the link {address!r} leads nowhere"
                report.mistake(f"site/{page.path}", problem, "mend or remove the link")
            elif anchor and target in ids and anchor not in ids[target]:
                problem = f"the link {address!r} leads to a page without that place"
                report.mistake(f"site/{page.path}", problem, "mend or remove the link")
    return count


def _check_outside(path: str, address: str, loaded: bool, report: Report) -> None:
    scheme = urlsplit(address).scheme.lower()
    if loaded and scheme != "data":
        problem = f"the page would load {address!r} from another site"
        report.mistake(f"site/{path}", problem, "put the file into docs/assets/ and name it from there")
    elif scheme not in ("", "http", "https", "mailto", "tel", "data"):
        problem = f"the link {address[:60]!r} is none that a reader can follow"
        report.mistake(f"site/{path}", problem, "link to a page, or to an address that begins with https:")


@lru_cache(maxsize=50_000)  # Most links stand on every page.
def _inside(address: str) -> tuple[str | None, str]:
    """Return path and anchor of an address inside the site; the path of any other is None."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address, ""
    if parts.scheme or parts.netloc:
        return None, ""
    return unquote(parts.path), unquote(parts.fragment)


def _target(folder: str, path: str, base: str) -> str:
    """Return the file in the site that a path on a page in the ``folder`` leads to."""
    if path.startswith("/"):
        joined = path.removeprefix(base) if path.startswith(base) else path
    else:
        joined = posixpath.join(folder, path)
    target = posixpath.normpath(joined)
    if target == ".":
        return "index.html"
    return f"{target}/index.html" if path.endswith("/") else target
