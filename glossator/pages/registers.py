"""The registers and indexes that list one kind of thing each, and when an edition has them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from glossator.index import Indexes
from glossator.pages.links import KINDS_OF
from glossator.words import Words, later


@dataclass(frozen=True, slots=True)
class Register:
    """A page that lists: its address, its template, its title, its group in the navigation.

    ``inline`` is the title as it stands within a sentence, of those that do.
    """

    name: str
    template: str
    title: str
    group: str
    has: Callable[[Indexes], object]
    kinds: tuple[str, ...] = ()
    inline: str = ""


def _entities(name: str, title: str, inline: str) -> Register:
    kinds = KINDS_OF[name]

    def has(indexes: Indexes) -> bool:
        return any(entry.entity.kind in kinds for entry in indexes.entities)

    return Register(name, "entities.md.j2", title, later("Indexes"), has, kinds, inline)


REGISTERS = (
    Register("topics", "topics.md.j2", later("Topics"), "Indexes", lambda _: True),
    _entities("people", later("People"), later("people")),
    _entities("organisations", later("Organisations"), later("organisations")),
    _entities("places", later("States and places"), later("states and places")),
    _entities(
        "instruments",
        later("Instruments, initiatives, events"),
        later("instruments, initiatives, events"),
    ),
    Register(
        "commitments",
        "commitments.md.j2",
        later("Commitments"),
        later("Registers"),
        lambda one: one.edition.annotations.commitments,
    ),
    Register(
        "positions",
        "positions.md.j2",
        later("Positions"),
        later("Registers"),
        lambda one: one.edition.annotations.positions,
    ),
    Register(
        "cross-references",
        "cross-references.md.j2",
        later("Cross-references"),
        later("Registers"),
        lambda one: one.edition.annotations.cross_references,
    ),
    Register(
        "timeline",
        "timeline.md.j2",
        later("Timeline"),
        later("Registers"),
        lambda one: one.timeline,
        (),
        later("timeline"),
    ),
    Register(
        "glossary",
        "glossary.md.j2",
        later("Glossary"),
        later("Registers"),
        lambda one: one.terms,
        (),
        later("glossary"),
    ),
    Register(
        "notes", "notes.md.j2", later("Notes"), later("Registers"), lambda one: one.edition.annotations.notes
    ),
    Register(
        "textual-notes",
        "textual-notes.md.j2",
        later("Textual notes"),
        later("Registers"),
        lambda one: one.edition.annotations.emendations or one.edition.annotations.lacunae,
        (),
        later("textual notes"),
    ),
    Register("sources", "sources.md.j2", later("Sources"), later("Registers"), lambda one: one.sources),
)
"""In the order of the navigation."""


def registers_of(indexes: Indexes, words: Words) -> list[Register]:
    """Return the registers that an edition has, with their titles in the language of the pages."""
    return [
        replace(one, title=words.say(one.title), inline=words.say(one.inline) if one.inline else "")
        for one in REGISTERS
        if one.has(indexes)
    ]
