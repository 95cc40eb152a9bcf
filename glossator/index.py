"""Gather what is said by what it is said about: topics to clauses, and clauses to topics."""

from collections import defaultdict
from dataclasses import dataclass

from glossator.model import Clause, Edition, Filing, Section, Topic


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of an index: a clause, the section it stands in, and why it is listed."""

    section: Section
    clause: Clause
    filing: Filing


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """A topic with its own clauses, its narrower and related topics, all in fixed order."""

    topic: Topic
    entries: tuple[Entry, ...]
    narrower: tuple[Topic, ...]
    related: tuple[Topic, ...]
    broader: Topic | None


@dataclass(frozen=True, slots=True)
class Indexes:
    """The topic index in the order of its file, and the filings of every clause."""

    topics: tuple[TopicEntry, ...]
    topics_of: dict[str, tuple[tuple[Topic, Filing], ...]]
    filings: tuple[Filing, ...]
    by_id: dict[str, TopicEntry]

    @property
    def tree(self) -> tuple[TopicEntry, ...]:
        """Return the broadest topics."""
        return tuple(entry for entry in self.topics if entry.broader is None)

    def topic(self, topic: Topic) -> TopicEntry:
        """Return the entry of a topic."""
        return self.by_id[topic.id]


def index(edition: Edition) -> Indexes:
    """Return all indexes of the edition."""
    by_id = {topic.id: topic for topic in edition.topics}
    home = {
        clause.address: (section, clause)
        for section in edition.statement.sections
        for clause in section.clauses
    }
    filed: dict[str, list[Entry]] = defaultdict(list)
    topics_of: dict[str, list[tuple[Topic, Filing]]] = defaultdict(list)
    for filing in edition.filings:
        filed[filing.topic].append(Entry(*home[filing.clause], filing))
        topics_of[filing.clause].append((by_id[filing.topic], filing))
    narrower: dict[str, list[Topic]] = defaultdict(list)
    for topic in edition.topics:
        narrower[topic.broader].append(topic)
    entries = tuple(
        TopicEntry(
            topic=topic,
            entries=tuple(filed[topic.id]),
            narrower=tuple(narrower[topic.id]),
            related=tuple(by_id[id_] for id_ in topic.related),
            broader=by_id.get(topic.broader),
        )
        for topic in edition.topics
    )
    by_clause = {address: tuple(found) for address, found in topics_of.items()}
    return Indexes(entries, by_clause, edition.filings, {entry.topic.id: entry for entry in entries})
