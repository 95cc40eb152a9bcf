"""The main job: load the edition, write its pages, build its site, prove it, put it in place."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from glossator.edition import Loaded, load_edition
from glossator.errors import EditionError, Mistake, disk_mistakes
from glossator.index import Indexes, index
from glossator.model import Output
from glossator.pages import GENERATED, write_pages
from glossator.proof import Proof, prove
from glossator.site import apply, check_config, compare, finish, render, swap, workplace

OUR_TEMPLATES = Path(__file__).resolve().parent.parent / "templates"

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
    docs = folder / "docs"
    with workplace(folder) as (fresh, compiled):
        prepared = _prepare(folder, encoding, progress, compiled)
        edition = prepared.loaded.edition
        progress("writing pages")
        apply(compare(prepared.outputs, docs, GENERATED), docs)
        progress("running MkDocs")
        site_url = render(folder / "mkdocs.yml", fresh, compiled)
        progress("finishing pages")
        finish(fresh, edition, prepared.indexes, site_url)
        progress("proving the site")
        proof = prove(fresh, edition.statement)
        progress("putting the site in place")
        swap(fresh, folder / "site")
    pages = sum(1 for output in prepared.outputs if output.path.suffix == ".md")
    return Built(folder / "site", pages, proof.clauses, proof, prepared.loaded.notices)


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
    if config or stale:
        raise EditionError([*([config] if config else []), *stale], prepared.loaded.notices)
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
    statement = load_edition(folder, encoding).edition.statement
    progress("proving the site")
    return prove(folder / "site", statement)


def _prepare(folder: Path, encoding: str, progress: Progress, compiled: Path | None = None) -> _Prepared:
    progress("reading the edition")
    loaded = load_edition(folder, encoding)
    progress("making pages")
    indexes = index(loaded.edition)
    templates = [folder / "templates", OUR_TEMPLATES]
    with disk_mistakes(compiled or folder / "templates"):
        outputs = write_pages(loaded.edition, indexes, templates, compiled)
    return _Prepared(loaded, indexes, outputs)
