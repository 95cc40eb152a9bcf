"""The authority of topics: each is defined once in ``topics.yml`` and cited by its id."""

import re
from collections.abc import Sequence

from glossator.errors import did_you_mean
from glossator.model import Topic
from glossator.records import Record

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_SLUG = 60


def read_topics(records: Sequence[Record]) -> tuple[Topic, ...]:
    """Return the topics in the order of the file; what is wrong goes to their report."""
    read = [(_topic(record), record) for record in records]
    known: dict[str, Record] = {}
    for topic, record in read:
        if topic.id in known:
            remedy = f"the first is at {known[topic.id].place_of('id')}: give this one another id"
            record.report.mistake(record.place_of("id"), f"the topic {topic.id!r} stands twice", remedy)
        elif topic.id:
            known[topic.id] = record
    topics = tuple(topic for topic, record in read if known.get(topic.id) is record)
    for topic in topics:
        _check_links(topic, known[topic.id], known)
    _check_circles({topic.id: topic for topic in topics}, known)
    return topics


def _topic(record: Record) -> Topic:
    topic = Topic(
        id=record.text("id"),
        label=record.text("label"),
        definition=record.text("definition"),
        broader=record.text("broader", ""),
        related=tuple(value.text for value in record.texts("related")),
        match=tuple(value.text for value in record.texts("match")),
    )
    record.finish()
    if topic.id and (not _SLUG.fullmatch(topic.id) or len(topic.id) > _LONGEST_SLUG):
        remedy = "use small letters, digits and single hyphens, such as 'great-stone'"
        record.report.mistake(record.place_of("id"), f"{topic.id!r} cannot be a web address", remedy)
    return topic


def _check_links(topic: Topic, record: Record, known: dict[str, Record]) -> None:
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
