"""The authorities of entities, terms and sources: each is defined once and cited by its id."""

import re
from collections.abc import Callable, Collection, Sequence
from typing import Protocol, TypeVar

from glossator.model import Entity, EntityKind, Original, SourceReference, Term
from glossator.records import Record, Value, is_tag

_ITEM = re.compile(r"Q[1-9]\d*")


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_One = TypeVar("_One", bound=_Identified)


def read_sources(records: Sequence[Record]) -> tuple[SourceReference, ...]:
    """Return the sources in the order of the file."""
    return _unique(records, _source, "source")


def read_entities(records: Sequence[Record], sources: Collection[str] | None) -> tuple[Entity, ...]:
    """Return the entities in the order of the file; ``sources`` are the ids they may cite."""
    return _unique(records, lambda record: _entity(record, sources), "entity")


def read_terms(records: Sequence[Record], sources: Collection[str] | None) -> tuple[Term, ...]:
    """Return the terms in the order of the file; ``sources`` are the ids they may cite."""
    return _unique(records, lambda record: _term(record, sources), "term")


def places_of(records: Sequence[Record], found: Sequence[_Identified]) -> dict[str, str]:
    """Return where the id of each authority stands, by the id, in the order of the file."""
    written = ((record.values.get("id"), record.place_of("id")) for record in reversed(records))
    places = {node.text: place for node, place in written if isinstance(node, Value)}
    return {one.id: places[one.id] for one in found}


def _unique(records: Sequence[Record], read: Callable[[Record], _One], what: str) -> tuple[_One, ...]:
    """Read the records; of two with one id, keep the first and note the other."""
    found: dict[str, tuple[_One, Record]] = {}
    for record in records:
        one = read(record)
        record.finish()
        if one.id in found:
            remedy = f"the first is at {found[one.id][1].place_of('id')}: give this one another id"
            record.report.mistake(record.place_of("id"), f"the {what} {one.id!r} stands twice", remedy)
        elif one.id:
            found[one.id] = (one, record)
    return tuple(one for one, _ in found.values())


def _source(record: Record) -> SourceReference:
    return SourceReference(
        id=record.slug("id"),
        title=record.line("title"),
        publisher=record.line("publisher", ""),
        date=record.date("date", ""),
        url=record.url("url"),
        language=read_language(record, "language", "en"),
    )


def _entity(record: Record, sources: Collection[str] | None) -> Entity:
    kind = record.one_of("kind", list(EntityKind), "kind of entity")
    entity = Entity(
        id=record.slug("id"),
        label=record.line("label"),
        kind=EntityKind(kind) if kind else EntityKind.EVENT,
        definition=record.line("definition"),
        also=tuple(value.text for value in record.texts("also")),
        absent=record.line("absent", ""),
        wikidata=record.text("wikidata", ""),
        sources=_sources(record, sources),
        draft=record.draft(),
    )
    if entity.wikidata and not _ITEM.fullmatch(entity.wikidata):
        remedy = "write the number of the item, such as Q184, or leave it out"
        problem = f"{entity.wikidata!r} is no Wikidata item"
        record.report.mistake(record.place_of("wikidata"), problem, remedy)
    return entity


def _term(record: Record, sources: Collection[str] | None) -> Term:
    original = record.record("original")
    return Term(
        id=record.slug("id"),
        term=record.line("term"),
        original=_original(original) if original else None,
        definition=record.line("definition"),
        also=tuple(value.text for value in record.texts("also")),
        sources=_sources(record, sources),
    )


def _original(record: Record) -> Original:
    attested = record.one_of("attested", ("yes", "probably"), "degree of attestation", "probably")
    original = Original(read_language(record, "lang"), record.line("text"), attested == "yes")
    record.finish()
    return original


def _sources(record: Record, known: Collection[str] | None) -> tuple[str, ...]:
    return record.ids("sources", known, "source", needed="cite at least one entry of sources.yml")


def read_language(record: Record, key: str, default: str | None = None) -> str:
    """Return the language tag under ``key``, noting what is none."""
    language = record.text(key, default)
    if language and not is_tag(language):
        remedy = "write a language tag such as en, fr, zh-Hans"
        record.report.mistake(record.place_of(key), f"{language!r} is not a language tag", remedy)
    return language
