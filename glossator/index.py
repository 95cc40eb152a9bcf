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
    count: int
    """How many clauses are filed under the topic or one narrower than it, each counted once."""


@dataclass(frozen=True, slots=True)
class Indexes:
    """The topic index in the order of its file, and the filings of every clause."""

    topics: tuple[TopicEntry, ...]
    topics_of: dict[str, tuple[tuple[Topic, Filing], ...]]
    filings: tuple[Filing, ...]

    @property
    def tree(self) -> tuple[TopicEntry, ...]:
        """Return the broadest topics."""
        return tuple(entry for entry in self.topics if entry.broader is None)

    def topic(self, topic: Topic) -> TopicEntry:
        """Return the entry of a topic."""
        return next(entry for entry in self.topics if entry.topic.id == topic.id)


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
            count=len(_clauses_below(topic.id, narrower, filed)),
        )
        for topic in edition.topics
    )
    by_clause = {address: tuple(found) for address, found in topics_of.items()}
    return Indexes(entries, by_clause, edition.filings)


def _clauses_below(
    topic_id: str, narrower: dict[str, list[Topic]], filed: dict[str, list[Entry]]
) -> set[str]:
    found = {entry.clause.address for entry in filed[topic_id]}
    for child in narrower[topic_id]:
        found |= _clauses_below(child.id, narrower, filed)
    return found
