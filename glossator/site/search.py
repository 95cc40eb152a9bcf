"""What the search finds: every clause by its number, caption and words, and nothing twice.

MkDocs indexes whatever a page shows. The statement's words stand on several pages, with our own
words around them; so the entries of generated pages are made anew from the edition.
"""

import html
import json
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from glossator.index import Indexes
from glossator.model import Clause, Edition, Section, Source, Term
from glossator.pages.links import dossier_page
from glossator.words import Words, later, named

_Entry = dict[str, Any]

_OURS = 0.00001
"""What our own words weigh: the search tells the statement's by this, and finds them first."""


def write_search_index(site: Path, edition: Edition, indexes: Indexes, generated: Collection[str]) -> None:
    """Make the index anew, where MkDocs has written one; ``generated`` are pages such as ``4/index.html``."""
    path = site / "search" / "search_index.json"
    if not path.is_file():
        return
    found = _rebuild(json.loads(path.read_text(encoding="utf-8")), edition, indexes, generated)
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(text.encode())
    # The same index as a script, which a browser may load from a disk.
    path.with_suffix(".js").write_bytes(f"var __index = {text}".encode())


def _rebuild(
    found: dict[str, Any], edition: Edition, indexes: Indexes, generated: Collection[str]
) -> dict[str, Any]:
    """Return the index ``found`` by MkDocs with our entries; pages written by people keep theirs."""
    ours = [_entry("index.html", edition.about.short_title, _title_block(edition), _OURS)]
    for section in edition.statement.sections:
        ours += _section(edition.statement.source, section)
    ours += [*_authorities(indexes), *_remarks(edition, indexes)]
    kept = [
        entry | {"boost": _OURS}
        for entry in found["docs"]
        if entry["location"].split("#")[0] not in generated
    ]
    return found | {"docs": [*ours, *kept]}


def _authorities(indexes: Indexes) -> Iterator[_Entry]:
    words = indexes.words
    for topic in (entry.topic for entry in indexes.topics):
        title = words.say("Topic: %(name)s", name=topic.label)
        yield _entry(f"topics/{topic.id}/index.html", title, topic.definition, _OURS)
    for entity in (entry.entity for entry in indexes.entities):
        text = (
            f"{entity.definition} ({words.semicolon.join(entity.also)})" if entity.also else entity.definition
        )
        kind = named(words, entity.kind)
        kind = kind[:1].upper() + kind[1:]
        title = words.say("%(kind)s: %(name)s", kind=kind, name=entity.label)
        yield _entry(f"entities/{entity.id}/index.html", title, text, _OURS)
    for term in (entry.term for entry in indexes.terms):
        title = words.say("Term: %(name)s", name=term.term)
        yield _entry(f"glossary/index.html#{term.id}", title, _definition(term), _OURS)


def _remarks(edition: Edition, indexes: Indexes) -> Iterator[_Entry]:
    """Yield what is said of places: each leads to its part of the dossier."""
    said, source, words = edition.annotations, edition.statement.source, indexes.words

    def entry(one: Any, anchor: str, title: str, text: str, **more: str) -> _Entry:
        at = one.target.at
        page = dossier_page(indexes, at).replace("index.md", "index.html").split("#")[0]
        place = f"{page}#{anchor}" if indexes.dossiers[at].clause else page
        return _entry(place, words.say(title, place=at, **more), text, _OURS)

    def quoted(one: Any) -> str:
        return source.cut(one.target.quote) if one.target.quote else ""

    for note in said.notes:
        title, type_ = later("Note (%(type)s) on %(place)s"), named(words, note.type)
        yield entry(note, note.type, title, note.text.plain, type=type_)
    for emendation in said.emendations:
        text = f"{_reading(quoted(emendation), emendation.read, words)}. {emendation.reason.plain}"
        yield entry(emendation, "emendations", later("Emendation in %(place)s"), text)
    for lacuna in said.lacunae:
        text = f"{lacuna.missing}. {lacuna.reason.plain}"
        yield entry(lacuna, "lacunae", later("Lacuna in %(place)s"), text)
    for commitment in said.commitments:
        what = " ".join(one.what.plain for one in commitment.follow_ups)
        title = later("Commitment in %(place)s")
        yield entry(commitment, "commitments", title, f"{commitment.act}. {what}")
    for position in said.positions:
        yield entry(position, "positions", later("Position in %(place)s"), position.content)


def _reading(quoted: str, read: str, words: Words) -> str:
    return words.say("“%(words)s”, read ⟨%(reading)s⟩", words=quoted, reading=read)


def _section(source: Source, section: Section) -> list[_Entry]:
    page = f"{section.label}/index.html"
    uncited = (*section.head, *section.passages, *section.lines)
    lines = " ".join(source.cut(one.span) for one in uncited)
    return [
        _entry(page, section.name, lines, 1.0 if lines else _OURS),
        *(
            _entry(
                f"{page}#c{clause.address}",
                f"{clause.address} {clause.caption}".strip(),
                _spoken_marker(source, section, clause) + source.cut(clause.span).strip(),
            )
            for clause in section.clauses
        ),
    ]


def _spoken_marker(source: Source, section: Section, clause: Clause) -> str:
    """Return the printed marker of a section before its first clause, if it has words, as “Article 4”."""
    marker = source.cut(section.marker).strip() if section.marker and clause is section.clauses[0] else ""
    return f"{marker} " if re.search(r"[^\W\d_]{2}", marker) else ""


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
