"""The registers and indexes that list one kind of thing each, and when an edition has them."""

from collections.abc import Callable
from dataclasses import dataclass

from glossator.index import Indexes
from glossator.pages.links import KINDS_OF


@dataclass(frozen=True, slots=True)
class Register:
    """A page that lists: its address, its template, its title, its group in the navigation."""

    name: str
    template: str
    title: str
    group: str
    has: Callable[[Indexes], object]
    kinds: tuple[str, ...] = ()


def _entities(name: str, title: str) -> Register:
    kinds = KINDS_OF[name]

    def has(indexes: Indexes) -> bool:
        return any(entry.entity.kind in kinds for entry in indexes.entities)

    return Register(name, "entities.md.j2", title, "Indexes", has, kinds)


REGISTERS = (
    Register("topics", "topics.md.j2", "Topics", "Indexes", lambda _: True),
    _entities("people", "People"),
    _entities("organisations", "Organisations"),
    _entities("places", "States and places"),
    _entities("instruments", "Instruments, initiatives, events"),
    Register(
        "commitments",
        "commitments.md.j2",
        "Commitments",
        "Registers",
        lambda one: one.edition.annotations.commitments,
    ),
    Register(
        "positions",
        "positions.md.j2",
        "Positions",
        "Registers",
        lambda one: one.edition.annotations.positions,
    ),
    Register(
        "cross-references",
        "cross-references.md.j2",
        "Cross-references",
        "Registers",
        lambda one: one.edition.annotations.cross_references,
    ),
    Register("timeline", "timeline.md.j2", "Timeline", "Registers", lambda one: one.timeline),
    Register("glossary", "glossary.md.j2", "Glossary", "Registers", lambda one: one.terms),
    Register("notes", "notes.md.j2", "Notes", "Registers", lambda one: one.edition.annotations.notes),
    Register(
        "textual-notes",
        "textual-notes.md.j2",
        "Textual notes",
        "Registers",
        lambda one: one.edition.annotations.emendations or one.edition.annotations.lacunae,
    ),
    Register("sources", "sources.md.j2", "Sources", "Registers", lambda one: one.sources),
)
"""In the order of the navigation."""
