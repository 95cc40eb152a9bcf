"""Which pages an edition has."""

import json
from dataclasses import dataclass

from glossator.errors import mistaken
from glossator.index import Indexes
from glossator.model import (
    SIGNATURE,
    Edition,
    Kind,
    LedgerEntry,
    Section,
    Source,
    Statement,
    label_of,
    number_of,
    prefix_of,
)
from glossator.pages.explore import explore
from glossator.pages.links import clause_page, dossier_page
from glossator.pages.registers import registers_of
from glossator.pages.tally import tally
from glossator.parse.printed import undressed
from glossator.parse.styles import CHAPTER, GROUP
from glossator.words import Words

MOST_CLAUSES = 10_000
"""Each gets a page, and MkDocs takes time and memory for each: 3,000 took 77 seconds and 230 MB."""

_LONGEST_GROUP = 120


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be rendered: its path below ``docs/``, its template, what the template is given."""

    path: str
    template: str
    given: dict[str, object]


def refuse_many(statement: Statement) -> None:
    """Raise ``EditionError`` when the statement has more clauses than can get a page each."""
    many = len(statement.clauses)
    if many > MOST_CLAUSES:
        problem = f"the statement has {many:,} clauses, more than the {MOST_CLAUSES:,} that get a page each"
        remedy = "divide it into several editions; build.py inspect shows how the text is understood"
        raise mistaken(statement.source.name, problem, remedy)


def all_pages(edition: Edition, indexes: Indexes) -> list[Page]:
    """Return all generated pages, the navigation among them."""
    sections = edition.statement.sections
    registers = registers_of(indexes, indexes.words)
    pages = [
        Page("index.md", "home.md.j2", {"groups": _groups(edition.statement)}),
        Page("full/index.md", "full.md.j2", {}),
        Page("cite/index.md", "cite.md.j2", {}),
        Page("about/index.md", "about.md.j2", {"tally": tally(edition.statement)}),
        Page("explore/index.md", "explore.md.j2", {"explored": explore(indexes)}),
        Page("nav.yml", "nav.yml.j2", {"groups": _groups(edition.statement)}),
        Page("assets/addresses.js", "addresses.js.j2", _addresses(edition, indexes.words)),
    ]
    pages += [
        Page(
            f"{section.label}/index.md",
            "signature.md.j2" if section.label == SIGNATURE else "section.md.j2",
            {"section": section},
        )
        for section in sections
    ]
    pages += [
        Page(f"topics/{entry.topic.id}/index.md", "topic.md.j2", {"entry": entry}) for entry in indexes.topics
    ]
    pages += [
        Page(dossier_page(indexes, at), "dossier.md.j2", {"dossier": dossier})
        for at, dossier in indexes.dossiers.items()
        if dossier.clause
    ]
    pages += [
        Page(f"entities/{entry.entity.id}/index.md", "entity.md.j2", {"entry": entry})
        for entry in indexes.entities
    ]
    pages += [Page(f"{one.name}/index.md", one.template, {"register": one}) for one in registers]
    return pages + _removed_pages(edition, indexes.words)


def _groups(statement: Statement) -> list[tuple[str, list[Section]]]:
    """Return the sections by the chapters, or parts, in which they stand; the first may have no title."""
    groups: list[tuple[str, list[Section]]] = []
    for section in statement.sections:
        title = _group_title(statement.source, section)
        if title or section.label == SIGNATURE or not groups:
            shown = title if len(title) <= _LONGEST_GROUP else f"{title[:_LONGEST_GROUP]}…"
            groups.append((shown, []))
        groups[-1][1].append(section)
    return groups


def _group_title(source: Source, section: Section) -> str:
    """Return the titles of the groups that begin with a section; a bare number has the next line as well."""
    words: list[str] = []
    for one in section.groups:
        bare = bool(words) and _bare(words[-1])
        if one.kind is Kind.GROUP or bare:
            words.append(undressed(source, one.span))
    return " ".join(words)


def _bare(title: str) -> bool:
    """Tell whether the title of a group is a keyword and a number, and nothing else."""
    found = CHAPTER.match(title) or GROUP.match(title)
    return bool(found) and not title[found.end() if found else 0 :].strip(" .:：")


def _addresses(edition: Edition, words: Words) -> dict[str, object]:
    """Return all addresses, for what a browser does with references, and what scripts say."""
    sections = [
        {
            "label": section.label,
            "prefix": prefix_of(section.label),
            "clauses": [number_of(clause.address) for clause in section.clauses],
        }
        for section in edition.statement.sections
    ]
    removed = [one.address for one in edition.ledger if one.removed]
    said = words.for_scripts()
    spoken = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")) if said else ""
    return {"sections": sections, "removed": removed, "spoken": spoken, "plural": words.plural}


def _removed_pages(edition: Edition, words: Words) -> list[Page]:
    """Return a page for each address that was published and is no more, and for sections of such."""
    sections = {section.label: section for section in edition.statement.sections}
    gone: dict[str, list[LedgerEntry]] = {}
    pages = []
    for entry in edition.ledger:
        label = label_of(entry.address)
        if entry.removed:
            name = words.say("Clause %(address)s", address=entry.address)
            given = {"name": name, "label": label, "section": sections.get(label), "entries": [entry]}
            pages.append(Page(clause_page(entry.address), "removed.md.j2", given | {"clause": True}))
            if label not in sections:
                gone.setdefault(label, []).append(entry)
    for label, entries in gone.items():
        name = words.say("Section %(label)s", label=label)
        given = {"name": name, "label": label, "section": None, "entries": entries}
        pages.append(Page(f"{label}/index.md", "removed.md.j2", given | {"clause": False}))
    return pages
