"""The main job: load the edition, write its pages, build its site, prove it, put it in place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from glossator.draft.begin import Begun, Wishes, begin
from glossator.edition import Loaded, load_edition, load_outline, load_text, read_text
from glossator.errors import EditionError, Mistake, disk_mistakes, mistaken
from glossator.find import MOST_WORDS, Found, Part, Piece, find
from glossator.index import Indexes, index
from glossator.inspect import Inspection, inspect
from glossator.ledger import LEDGER, Change, settle, write_ledger
from glossator.model import LedgerEntry, Output, Source
from glossator.pages import GENERATED, write_pages
from glossator.pages.plan import refuse_many
from glossator.parse import Outline
from glossator.proof import Proof, prove
from glossator.site import apply, check_config, compare, finish, render, site_address, slim, swap, workplace
from glossator.words import captioned, find_words, missing_notice

__all__ = [
    "LEDGER",
    "Asked",
    "Begun",
    "Built",
    "Change",
    "Checked",
    "Found",
    "Inspection",
    "Piece",
    "Review",
    "Wishes",
    "accept",
    "ask",
    "build",
    "check",
    "check_site",
    "look_at",
    "review",
    "see_found",
    "start",
]

OUR_HOME = Path(__file__).resolve().parent.parent
OUR_TEMPLATES = OUR_HOME / "templates"
_SHOWN = 60

Progress = Callable[[str], None]
"""Is called with a few words at the beginning of every stage."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build has to show for itself."""

    site: Path
    pages: int
    clauses: int
    proof: Proof
    notices: tuple[Mistake, ...]


@dataclass(frozen=True, slots=True)
class _Prepared:
    """An edition with everything that can be made of it without touching the disk."""

    loaded: Loaded
    indexes: Indexes
    outputs: tuple[Output, ...]


def build(folder: Path, encoding: str, progress: Progress) -> Built:
    """Build the site of an edition folder; the last good site stays unless all went well."""
    with workplace(folder) as (fresh, compiled):
        prepared = _prepare(folder, encoding, progress, compiled)
        edition = prepared.loaded.edition
        progress("writing pages")
        apply(compare(prepared.outputs, folder / "docs", GENERATED), folder / "docs")
        progress("running MkDocs")
        generated = {output.path.as_posix() for output in prepared.outputs}
        config, words = folder / "mkdocs.yml", prepared.indexes.words
        site_url = render(config, fresh, compiled, generated, edition.about, words, OUR_HOME / "docs")
        progress("finishing pages")
        finish(fresh, edition, prepared.indexes, site_url, prepared.outputs)
        slim(fresh, folder / "docs")
        progress("proving the site")
        proof = prove(fresh, edition.statement, edition.ledger)
        progress("putting the site in place")
        swap(fresh, folder / "site")
    pages = sum(output.path.suffix == ".md" for output in prepared.outputs)
    loaded = prepared.loaded
    notices = tuple(one for one in (*loaded.notices, loaded.pending) if one)
    return Built(folder / "site", pages, proof.clauses, proof, notices)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check has to tell of an edition in which nothing is wrong.

    ``tally`` counts each kind of thing; ``covered`` are the clauses that have a caption, a topic,
    and a commitment or position, out of all ``clauses``.
    """

    notices: tuple[Mistake, ...]
    tally: dict[str, int]
    covered: int
    clauses: int


def check(folder: Path, encoding: str, progress: Progress) -> Checked:
    """Find everything that can be wrong with an edition and write nothing.

    Raises ``EditionError`` when anything is wrong, stale pages included.
    """
    prepared = _prepare(folder, encoding, progress)
    progress("comparing docs/")
    config = check_config(folder / "mkdocs.yml")
    stale = compare(prepared.outputs, folder / "docs", GENERATED).as_mistakes("docs")
    pending = prepared.loaded.pending
    mistakes = [*(one for one in (config, pending) if one), *stale]
    if mistakes:
        raise EditionError(mistakes, prepared.loaded.notices)
    dossiers = [one for one in prepared.indexes.dossiers.values() if one.clause]
    covered = [
        one
        for one in dossiers
        if one.clause and one.clause.caption and one.filings and (one.commitments or one.positions)
    ]
    return Checked(prepared.loaded.notices, prepared.indexes.tally(), len(covered), len(dossiers))


def check_site(folder: Path, encoding: str, progress: Progress) -> Proof:
    """Prove the site that stands in the edition folder."""
    progress("reading the edition")
    edition = load_edition(folder, encoding).edition
    progress("proving the site")
    return prove(folder / "site", edition.statement, edition.ledger)


@dataclass(frozen=True, slots=True)
class Review:
    """What the seed does to the published addresses: what changes, and the ledger to be accepted."""

    changes: tuple[Change, ...]
    ledger: tuple[LedgerEntry, ...]


def review(folder: Path, encoding: str, since: str, same: Sequence[tuple[str, int]]) -> Review:
    """Return what happens to published addresses; ``since`` is the day of what is new.

    ``same`` are pairs of an address and the 1-based line of the paragraph that has it from now on,
    where an editor knows better than the order of paragraphs.
    Raises ``EditionError`` when the ledger cannot be made.
    """
    text = load_text(folder, encoding, same)
    return Review(text.changes, settle(text.ledger or (), text.statement, since))


def accept(folder: Path, ledger: Sequence[LedgerEntry]) -> None:
    """Make this the ledger of the edition folder."""
    write_ledger(folder, ledger)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was found of a quotation, part by part, and the seed that it was sought in."""

    source: Source
    parts: tuple[Part, ...]


def ask(folder: Path, encoding: str, words: str) -> Asked:
    """Return where the statement says this; ``EditionError`` when it cannot be read."""
    statement = load_text(folder, encoding).statement
    return Asked(statement.source, find(statement, words))


def see_found(asked: Asked) -> None:
    """Raise ``EditionError`` when nothing was asked, or some of it is nowhere near the statement."""
    lost = [one.words for one in asked.parts if not one.found]
    if lost or not asked.parts:
        shown = " ".join((lost or [""])[0].split())
        shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
        problem = f"nothing comes near “{shown}”" if lost else "there are no words to look for"
        remedy = f"quote it as this text has it, letter for letter, in no more than {MOST_WORDS} words"
        raise mistaken(asked.source.name, problem, remedy)


def look_at(text: Path, encoding: str, edition: Path | None) -> Inspection:
    """Return the structure that is found in a text; the outline is that of ``edition``, if one is given.

    Raises ``EditionError`` when the text cannot be read, or the outline does not fit it.
    """
    about, outline = load_outline(edition) if edition else (None, Outline())
    statement, notices = read_text(text, encoding, outline)
    return inspect(statement, notices, about.date if about else "", about.language if about else "")


start = partial(begin, home=OUR_HOME)
"""Begin an edition of a text in a folder that is not there yet, or empty."""


def _prepare(folder: Path, encoding: str, progress: Progress, compiled: Path | None = None) -> _Prepared:
    progress("reading the edition")
    loaded = load_edition(folder, encoding)
    refuse_many(loaded.edition.statement)
    progress("making pages")
    templates = [folder / "templates", OUR_TEMPLATES]
    about = loaded.edition.about
    words = find_words(about.pages or about.language, templates, asked=bool(about.pages))
    edition = replace(loaded.edition, statement=captioned(loaded.edition.statement, words))
    indexes = index(edition, words)
    missing = missing_notice(words, templates)
    loaded = replace(loaded, edition=edition, notices=(*loaded.notices, *([missing] if missing else [])))
    address = site_address(folder / "mkdocs.yml")
    with disk_mistakes(compiled or folder / "templates"):
        outputs = write_pages(loaded.edition, indexes, templates, compiled, address)
    return _Prepared(loaded, indexes, outputs)
