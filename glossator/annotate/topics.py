"""The authority of topics: each is defined once in ``topics.yml`` and cited by its id."""

from collections.abc import Sequence

from glossator.errors import did_you_mean
from glossator.model import Topic
from glossator.records import Record


def read_topics(records: Sequence[Record]) -> tuple[Topic, ...]:
    """Return the topics in the order of the file; what is wrong goes to their report."""
    read = [(_topic(record), record) for record in records]
    ids = {topic.id for topic, _ in read}
    known: dict[str, Record] = {}
    for topic, record in read:
        if topic.id in known:
            remedy = f"the first is at {known[topic.id].place_of('id')}: give this one another id"
            record.report.mistake(record.place_of("id"), f"the topic {topic.id!r} stands twice", remedy)
        elif topic.id:
            known[topic.id] = record
        _check_links(topic, record, ids)
    topics = tuple(topic for topic, record in read if known.get(topic.id) is record)
    _check_circles({topic.id: topic for topic in topics}, known)
    return topics


def _topic(record: Record) -> Topic:
    topic = Topic(
        id=record.slug("id"),
        label=record.line("label"),
        definition=record.line("definition"),
        broader=record.text("broader", ""),
        related=tuple(value.text for value in record.texts("related")),
        match=tuple(value.text for value in record.texts("match")),
        exact_match=record.urls("exact_match"),
        draft=record.draft(),
    )
    record.finish()
    return topic


def _check_links(topic: Topic, record: Record, known: set[str]) -> None:
    links = [("broader", topic.broader)] if topic.broader else []
    for key, id_ in [*links, *(("related", id_) for id_ in topic.related)]:
        if id_ not in known:
            remedy = did_you_mean(id_, known, "define it in topics.yml first")
            record.report.mistake(record.place_of(key), f"there is no topic {id_!r}", remedy)
        elif id_ == topic.id:
            record.report.mistake(record.place_of(key), f"{id_!r} names itself", "take it out")


def _check_circles(topics: dict[str, Topic], records: dict[str, Record]) -> None:
    settled: set[str] = set()
    for first in topics:
        way: list[str] = []
        at = first
        while at in topics and at not in settled and at not in way:
            way.append(at)
            at = topics[at].broader
        if at in way and topics[at].broader != at:
            circle = " > ".join([*way[way.index(at) :], at])
            problem = f"'broader' goes in a circle: {circle}"
            place = records[at].place_of("broader")
            records[at].report.mistake(place, problem, "break it at one place")
        settled.update(way)
