"""What the search finds: every clause by its number, caption and words, and nothing twice.

MkDocs indexes whatever a page shows. The statement's words stand on several pages, with our own
words around them; so the entries of generated pages are made anew from the edition.
"""

import html
import json
from pathlib import Path
from typing import Any

from glossator.index import Indexes
from glossator.model import Edition, Section, Source, Term

_Entry = dict[str, Any]

_OURS = 0.00001
"""What our own words weigh against the statement's, so that they are never found before them."""


def write_search_index(site: Path, edition: Edition, indexes: Indexes) -> None:
    """Make the index anew, where MkDocs has written one."""
    path = site / "search" / "search_index.json"
    if not path.is_file():
        return
    found = _rebuild(json.loads(path.read_text(encoding="utf-8")), edition, indexes)
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(text.encode())
    # The same index as a script, which a browser may load from a disk.
    path.with_suffix(".js").write_bytes(f"var __index = {text}".encode())


def _rebuild(found: dict[str, Any], edition: Edition, indexes: Indexes) -> dict[str, Any]:
    """Return the index ``found`` by MkDocs with our entries; pages written by people keep theirs."""
    source = edition.statement.source
    ours = [_entry("index.html", edition.about.short_title, _title_block(edition), _OURS)]
    for section in edition.statement.sections:
        ours += _section(source, section)
    ours += [
        _entry(f"topics/{entry.topic.id}/index.html", entry.topic.label, entry.topic.definition, _OURS)
        for entry in indexes.topics
    ]
    ours += [
        _entry(f"entities/{entry.entity.id}/index.html", entry.entity.label, entry.entity.definition, _OURS)
        for entry in indexes.entities
    ]
    ours += [
        _entry(f"glossary/index.html#{entry.term.id}", entry.term.term, _definition(entry.term), _OURS)
        for entry in indexes.terms
    ]
    pages = {entry["location"].split("#")[0] for entry in ours} | {"full/index.html", "topics/index.html"}
    kept = [
        entry | {"boost": _OURS} for entry in found["docs"] if entry["location"].split("#")[0] not in pages
    ]
    return found | {"docs": [*ours, *kept]}


def _section(source: Source, section: Section) -> list[_Entry]:
    page = f"{section.label}/index.html"
    lines = " ".join(map(source.cut, section.lines))
    return [
        # Material groups the clauses of a page below its own entry, which needs no words.
        _entry(page, section.name, lines, _OURS),
        *(
            _entry(
                f"{page}#c{clause.address}",
                f"{clause.address} {clause.caption}".strip(),
                source.cut(clause.span).strip(),
            )
            for clause in section.clauses
        ),
    ]


def _definition(term: Term) -> str:
    return f"{term.original.text} {term.definition}" if term.original else term.definition


def _title_block(edition: Edition) -> str:
    return " ".join(edition.statement.source.cut(line.span) for line in edition.statement.title_block)


def _entry(location: str, title: str, text: str, boost: float = 1.0) -> _Entry:
    # Material shows both as HTML.
    return {
        "location": location,
        "title": html.escape(title, quote=False),
        "text": html.escape(text, quote=False),
        "boost": boost,
    }
