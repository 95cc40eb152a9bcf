"""The index of topics: each with its clauses, its narrower and its related topics."""

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


def index_topics(edition: Edition) -> tuple[TopicEntry, ...]:
    """Return the topics in the order of their file."""
    topics = edition.authorities.topics
    by_id = {topic.id: topic for topic in topics}
    home = {
        clause.address: (section, clause)
        for section in edition.statement.sections
        for clause in section.clauses
    }
    filed: dict[str, list[Entry]] = defaultdict(list)
    for filing in edition.annotations.filings:
        # A block at an end of the text is no clause: a filing of it shows on its own page only.
        if filing.clause in home:
            filed[filing.topic].append(Entry(*home[filing.clause], filing))
    narrower: dict[str, list[Topic]] = defaultdict(list)
    for topic in topics:
        narrower[topic.broader].append(topic)
    return tuple(
        TopicEntry(
            topic=topic,
            entries=tuple(filed[topic.id]),
            narrower=tuple(narrower[topic.id]),
            related=tuple(by_id[id_] for id_ in topic.related),
            broader=by_id.get(topic.broader),
        )
        for topic in topics
    )
