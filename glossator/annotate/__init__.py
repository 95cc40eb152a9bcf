"""Tie what is said to the words it is said of: ``annotations/`` onto the statement.

Every file is read and judged even when another is wrong, so that one run tells all mistakes.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from glossator.annotate.about import read_about
from glossator.annotate.authorities import places_of, read_entities, read_sources, read_terms
from glossator.annotate.files import read_sections
from glossator.annotate.filings import (
    file_clauses,
    find_mentions,
    read_filing,
    read_mention,
    read_veto,
    unused_vetoes,
)
from glossator.annotate.remarks import (
    read_cross_reference,
    read_emendation,
    read_event,
    read_lacuna,
    read_note,
)
from glossator.annotate.targets import Desk
from glossator.annotate.topics import read_topics
from glossator.annotate.undertakings import read_commitment, read_position
from glossator.annotate.unused import note_unused
from glossator.errors import Report
from glossator.model import About, Annotations, Authorities, Commitment, Edition, Position, Statement
from glossator.records import Record, read_records

__all__ = ["KINDS", "annotate", "read_about"]

KINDS: Mapping[str, Callable[[Record, Desk], Any]] = {
    "topic": read_filing,
    "mention": read_mention,
    "use": partial(read_mention, what="term"),
    "veto": read_veto,
    "note": read_note,
    "emendation": read_emendation,
    "lacuna": read_lacuna,
    "commitment": read_commitment,
    "position": read_position,
    "cross-reference": read_cross_reference,
    "date": read_event,
}
"""How each kind of annotation is read."""

_Read = defaultdict[str, list[tuple[Any, Record]]]


def annotate(statement: Statement | None, about: About, folder: Path, report: Report) -> Edition | None:
    """Return the edition, or None without a statement; mistakes and notices go to ``report``.

    ``folder`` is ``annotations/``. Without a statement the files are judged for themselves only.
    """
    authorities, known = _read_authorities(folder, report)
    records = read_sections(folder, report)
    if statement is None:
        return None
    known |= {"clause": statement.places.keys()}
    desk = Desk(statement.source, statement.places, known, about.annotators, about.annotated)
    read = _read_records(records, desk)
    _refuse_twins([*read["commitment"], *read["position"]])
    annotations = _gather(statement, authorities, read, report)
    note_unused(authorities, annotations, known, report)
    return Edition(about, statement, authorities, annotations)


def _read_authorities(folder: Path, report: Report) -> tuple[Authorities, dict[str, Any]]:
    """Return the authorities and where each id stands; of a file that cannot be read, None."""
    known: dict[str, Any] = {}

    def read(file: str, what: str, reader: Callable[[Sequence[Record]], Any]) -> Any:
        before = len(report.mistakes)
        records = read_records(folder / file, f"{folder.name}/{file}", report)
        found = reader(records)
        known[what] = places_of(records, found) if found or len(report.mistakes) == before else None
        return found

    topics = read("topics.yml", "topic", read_topics)
    sources = read("sources.yml", "source", read_sources)
    entities = read("entities.yml", "entity", partial(read_entities, sources=known["source"]))
    terms = read("terms.yml", "term", partial(read_terms, sources=known["source"]))
    return Authorities(topics, entities, terms, sources), known


def _read_records(records: Sequence[Record], desk: Desk) -> _Read:
    found: _Read = defaultdict(list)
    for record in records:
        kind = record.one_of("kind", KINDS, "kind of annotation")
        if not kind:
            continue  # What its other keys should be, nobody can say.
        annotation = KINDS[kind](record, desk)
        record.finish()
        if annotation is not None:
            found[kind].append((annotation, record))
    return found


def _refuse_twins(read: Sequence[tuple[Commitment | Position, Record]]) -> None:
    first: dict[str, Record] = {}
    for one, record in read:
        if first.setdefault(one.id, record) is not record:
            remedy = f"the first is at {first[one.id].place_of('id')}: give this one another id"
            record.report.mistake(record.place_of("id"), f"the id {one.id!r} stands twice", remedy)


def _gather(statement: Statement, authorities: Authorities, read: _Read, report: Report) -> Annotations:
    """Return all annotations, each kind in reading order."""
    vetoes = dict(read["veto"])
    topics = {topic.id: topic.match for topic in authorities.topics}
    entities = {entity.id: entity.also for entity in authorities.entities}
    terms = {term.id: term.also for term in authorities.terms}
    unused_vetoes(vetoes, statement, [("topic", topics), ("entity", entities), ("term", terms)], report)
    order = {address: number for number, address in enumerate(statement.places)}

    def place(one: Any) -> tuple[int, int]:
        target = one.target
        start = target.quote.start if target.quote else statement.places[target.at][0].start
        return order[target.at], start

    def of(kind: str) -> tuple[Any, ...]:
        return tuple(sorted((one for one, _ in read[kind]), key=place))

    return Annotations(
        filings=file_clauses(statement, topics, read["topic"], vetoes, report),
        mentions=find_mentions(
            statement, entities, read["mention"], lambda one: ("entity", one.id, one.at) in vetoes, report
        ),
        uses=find_mentions(
            statement, terms, read["use"], lambda one: ("term", one.id, one.at) in vetoes, report
        ),
        notes=of("note"),
        emendations=of("emendation"),
        lacunae=of("lacuna"),
        commitments=of("commitment"),
        positions=of("position"),
        cross_references=of("cross-reference"),
        events=of("date"),
    )
