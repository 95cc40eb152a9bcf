"""Read the finished site back and compare it with the seed, character by character.

The proof trusts nothing that made the site. It parses every page as a browser does, compares
each stretch of the statement's words with the seed, sees that together they hold every
character once and in order, that every published address leads somewhere, and follows every link
inside the site.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from glossator.errors import EditionError, Mistake, Report, disk_mistakes, mistaken
from glossator.model import LedgerEntry, Statement
from glossator.proof.checks import check_addresses, check_cover, check_links, check_sections
from glossator.proof.read import REMEDY, Page, base_path, foreign_loads, read_page

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


def prove(site: Path, statement: Statement, ledger: Sequence[LedgerEntry] = ()) -> Proof:
    """Return the proof, or raise ``EditionError`` with everything that does not hold."""
    if not (site / "index.html").is_file():
        raise mistaken(site.name, "there is no site to prove", "build it with python build.py")
    report = Report()
    pages: dict[str, Page] = {}
    with disk_mistakes(site):
        files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
        base = "/"
        for path in sorted(name for name in files if name.endswith(".html")):
            tree = LexborHTMLParser((site / path).read_bytes().decode(errors="replace"))
            pages[path] = read_page(tree, path, statement.source, report)
            base = base_path(tree) if path == "index.html" else base
        for path in sorted(name for name in files if name.endswith(".css")):
            for address in foreign_loads((site / path).read_bytes().decode(errors="replace")):
                problem = f"the stylesheet would load {address!r} from another site"
                report.mistake(f"site/{path}", problem, "put the file into docs/assets/")
    characters = check_cover(pages, statement, report)
    check_sections(pages, statement, report)
    check_addresses(pages, ledger, report)
    links = check_links(pages, files, base, report)
    if report.mistakes:
        more = len(report.mistakes) - _MOST_SHOWN
        rest = [Mistake(site.name, f"and {more} more", REMEDY)] if more > 0 else []
        raise EditionError([*report.mistakes[:_MOST_SHOWN], *rest])
    total = len(statement.source.text)
    reading = sum(1 for path in pages if path != "404.html")
    return Proof(characters, total, reading, len(statement.clauses), links)
