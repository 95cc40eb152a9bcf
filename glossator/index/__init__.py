"""Gather what is said by what it is said about: places, topics, entities, terms, sources, dates."""

from collections import Counter
from dataclasses import dataclass

from glossator.index.addresses import follow_moved, place_removed
from glossator.index.dossiers import Dossier, Mark, make_dossiers
from glossator.index.excerpts import Excerpt, excerpt
from glossator.index.registers import (
    EntityEntry,
    SourceEntry,
    TermEntry,
    TimelineEntry,
    index_entities,
    index_sources,
    index_terms,
    make_timeline,
    name_bearers,
)
from glossator.index.topics import Entry, TopicEntry, index_topics
from glossator.model import Edition, Entity, LedgerEntry, SourceReference, Span, Term, Topic
from glossator.words import ENGLISH, Words

__all__ = [
    "Dossier",
    "EntityEntry",
    "Entry",
    "Indexes",
    "Mark",
    "SourceEntry",
    "TermEntry",
    "TimelineEntry",
    "TopicEntry",
    "index",
]


@dataclass(frozen=True, slots=True)
class Indexes:
    """All indexes of an edition, in fixed order; look-ups by id and by address.

    ``published`` are the entries of the ledger; ``removed`` those without words, by the clause or
    section after which they stood; ``moved`` leads from such an address to that of its words now.
    ``words`` are those of the interface, in the language of the pages.
    """

    edition: Edition
    topics: tuple[TopicEntry, ...]
    entities: tuple[EntityEntry, ...]
    terms: tuple[TermEntry, ...]
    sources: tuple[SourceEntry, ...]
    timeline: tuple[TimelineEntry, ...]
    dossiers: dict[str, Dossier]
    topic_by_id: dict[str, TopicEntry]
    entity_by_id: dict[str, Entity]
    term_by_id: dict[str, Term]
    source_by_id: dict[str, SourceReference]
    published: dict[str, LedgerEntry]
    removed: dict[str, tuple[LedgerEntry, ...]]
    moved: dict[str, str]
    words: Words = ENGLISH

    @property
    def tree(self) -> tuple[TopicEntry, ...]:
        """Return the broadest topics."""
        return tuple(entry for entry in self.topics if entry.broader is None)

    @property
    def filed(self) -> tuple[str, ...]:
        """Return the addresses of the clauses that are filed under a topic."""
        return tuple(at for at, one in self.dossiers.items() if one.clause and one.filings)

    def topic(self, topic: Topic | str) -> TopicEntry:
        """Return the entry of a topic."""
        return self.topic_by_id[topic if isinstance(topic, str) else topic.id]

    def bearers(self, bearer: tuple[str, ...]) -> str:
        """Return how bearers are called."""
        return name_bearers(self.edition, bearer, self.words)

    def excerpt(self, at: str, quote: Span | None) -> Excerpt:
        """Return the words around a quote."""
        statement = self.edition.statement
        return excerpt(statement.source, statement.places, at, quote)

    @property
    def drafts(self) -> int:
        """Return how many records a machine made and nobody has reviewed."""
        said, defined = self.edition.annotations, self.edition.authorities
        kinds = (defined.topics, defined.entities, said.commitments, said.positions, said.events)
        return sum(1 for ones in kinds for one in ones if one.draft)

    def tally(self) -> dict[str, int]:
        """Return how many there are of each kind, for people and for tests."""
        said, defined = self.edition.annotations, self.edition.authorities
        notes = Counter(str(note.type) for note in said.notes)
        return {
            "notes": len(said.notes),
            **{f"notes: {type_}": notes[type_] for type_ in sorted(notes)},
            "emendations": len(said.emendations),
            "lacunae": len(said.lacunae),
            "commitments": len(said.commitments),
            "follow-ups": sum(len(one.follow_ups) for one in said.commitments),
            "positions": len(said.positions),
            "cross-references": sum(len(one.to) for one in said.cross_references),
            "dates": len(said.events),
            "filings": len(said.filings),
            "mentions": len(said.mentions),
            "uses of terms": len(said.uses),
            "topics": len(defined.topics),
            "entities": len(defined.entities),
            "terms": len(defined.terms),
            "sources": len(defined.sources),
            "drafts, not reviewed": self.drafts,
        }


def index(edition: Edition, words: Words = ENGLISH) -> Indexes:
    """Return all indexes of the edition; ``words`` are those of the interface."""
    defined = edition.authorities
    topics = index_topics(edition)
    return Indexes(
        edition=edition,
        topics=topics,
        entities=index_entities(edition),
        terms=index_terms(edition),
        sources=index_sources(edition),
        timeline=make_timeline(edition),
        dossiers=make_dossiers(edition),
        topic_by_id={entry.topic.id: entry for entry in topics},
        entity_by_id={entity.id: entity for entity in defined.entities},
        term_by_id={term.id: term for term in defined.terms},
        source_by_id={source.id: source for source in defined.sources},
        published={entry.address: entry for entry in edition.ledger},
        removed=place_removed(edition),
        moved=follow_moved(edition),
        words=words,
    )
