"""The indexes of entities, terms and sources, and the timeline: each entry with where it is used."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from glossator.model import (
    Commitment,
    Edition,
    Entity,
    Event,
    FollowUp,
    Mention,
    Position,
    SourceReference,
    Term,
)
from glossator.words import Words, joint


@dataclass(frozen=True, slots=True)
class EntityEntry:
    """An entity, every mention of it, and what it undertakes or holds by itself."""

    entity: Entity
    mentions: tuple[Mention, ...]
    commitments: tuple[Commitment, ...]
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A term and every use of it."""

    term: Term
    uses: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a source is cited.

    ``kind`` is what cites it (``note``, ``entity`` …); ``at`` is the place in the text, or the id of
    the authority, whose name is ``label``.
    """

    kind: str
    at: str
    label: str


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source and where it is cited, each place once."""

    source: SourceReference
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something with a date: what the text dates, or a follow-up of a commitment."""

    date: str
    at: str
    event: Event | None
    commitment: Commitment | None
    follow_up: FollowUp | None


def index_entities(edition: Edition) -> tuple[EntityEntry, ...]:
    """Return the entities in the order of their labels."""
    said = edition.annotations
    return tuple(
        EntityEntry(
            entity,
            tuple(one for one in said.mentions if one.id == entity.id),
            tuple(one for one in said.commitments if entity.id in one.bearer),
            tuple(one for one in said.positions if entity.id in one.bearer),
        )
        for entity in sorted(edition.authorities.entities, key=lambda one: (one.label.casefold(), one.id))
    )


def index_terms(edition: Edition) -> tuple[TermEntry, ...]:
    """Return the terms in alphabetical order."""
    uses: dict[str, list[Mention]] = defaultdict(list)
    for use in edition.annotations.uses:
        uses[use.id].append(use)
    terms = sorted(edition.authorities.terms, key=lambda one: (one.term.casefold(), one.id))
    return tuple(TermEntry(term, tuple(uses[term.id])) for term in terms)


def index_sources(edition: Edition) -> tuple[SourceEntry, ...]:
    """Return the sources in the order of their titles."""
    cited: dict[str, dict[Citation, None]] = defaultdict(dict)
    for source, citation in _citations(edition):
        cited[source][citation] = None
    sources = sorted(edition.authorities.sources, key=lambda one: (one.title.casefold(), one.id))
    return tuple(SourceEntry(source, tuple(cited[source.id])) for source in sources)


def _citations(edition: Edition) -> Iterator[tuple[str, Citation]]:
    said = edition.annotations
    remarks = [
        *((one.evidence, Citation("note", one.target.at, "")) for one in said.notes),
        *((one.evidence, Citation("emendation", one.target.at, "")) for one in said.emendations),
        *((one.evidence, Citation("lacuna", one.target.at, "")) for one in said.lacunae),
        *((one.evidence, Citation("date", one.target.at, "")) for one in said.events if one.evidence),
        *(
            (follow_up.evidence, Citation("follow-up", one.target.at, ""))
            for one in said.commitments
            for follow_up in one.follow_ups
        ),
    ]
    for evidence, citation in remarks:
        for source in evidence.sources if evidence else ():
            yield source, citation
    for entity in edition.authorities.entities:
        yield from ((source, Citation("entity", entity.id, entity.label)) for source in entity.sources)
    for term in edition.authorities.terms:
        yield from ((source, Citation("term", term.id, term.term)) for source in term.sources)


def make_timeline(edition: Edition) -> tuple[TimelineEntry, ...]:
    """Return everything that has a date, oldest first; the end of a search is no event."""
    said = edition.annotations
    entries = [TimelineEntry(one.date, one.target.at, one, None, None) for one in said.events]
    entries += [
        TimelineEntry(follow_up.date, one.target.at, None, one, follow_up)
        for one in said.commitments
        for follow_up in one.follow_ups
        if follow_up.happened
    ]
    return tuple(sorted(entries, key=lambda entry: entry.date))


def name_bearers(edition: Edition, bearer: tuple[str, ...], words: Words) -> str:
    """Return how bearers are called: ``Both sides``, ``China``."""
    labels = {entity.id: entity.label for entity in edition.authorities.entities} | joint(words)
    return words.comma.join(labels.get(id_, id_) for id_ in bearer)
