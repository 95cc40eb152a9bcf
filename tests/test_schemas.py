"""The schemas that editors' tools read say the same as the readers: one truth, told twice."""

import json
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import CASES, ROOT, copy_small_edition
from jsonschema import Draft202012Validator

from glossator.annotate import KINDS
from glossator.annotate.authorities import read_entities, read_sources, read_terms
from glossator.annotate.targets import Desk
from glossator.annotate.topics import read_topics
from glossator.edition import load_edition
from glossator.errors import EditionError, Report
from glossator.model import Confidence, EntityKind, NoteType, Role, Stance, Status, Strength, Where
from glossator.parse.outline import ROLES
from glossator.records import Record, read_records
from glossator.records.record import Items

FOLDER = ROOT / "annotations" / "schemas"
SCHEMAS = {
    path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(FOLDER.glob("*.json"))
}
FILES = [
    path for folder in (ROOT, CASES / "edition") for path in sorted((folder / "annotations").rglob("*.yml"))
]

EVIDENCE = {"confidence": "inference", "sources": "gazette", "by": "An editor"}
WRITTEN = {**EVIDENCE, "date": "2031"}
FOLLOW_UP = {"date": "2031", "what": "It sails.", "status": "fulfilled", **EVIDENCE}
UNDERTAKING = {"id": "x", "at": "1.1", "quote": "open a ferry", "bearer": "both", "verb": "will open"}
COMMITMENT: dict[str, Any] = {**UNDERTAKING, "strength": "undertakes", "act": "open a ferry"}
QUOTED = {"at": "1.1", "quote": "open a ferry"}
FULL: dict[str, dict[str, Any]] = {
    "topic": {**QUOTED, "topic": "ferry"},
    "mention": {**QUOTED, "entity": "arland"},
    "use": {**QUOTED, "term": "ferry"},
    "veto": {"at": "1.1", "term": "ferry"},
    "note": {**QUOTED, "type": "context", "text": "New.", **WRITTEN},
    "emendation": {**QUOTED, "read": "shut a ferry", "reason": "It shut.", **WRITTEN},
    "lacuna": {**QUOTED, "where": "before", "missing": "a word", "evidence": "The sense.", **WRITTEN},
    "commitment": {**COMMITMENT, "beneficiary": "all", "due": "2032", "topics": "trade"},
    "position": {**UNDERTAKING, "stance": "affirms", "content": "trade", "topics": "trade"},
    "cross-reference": {**QUOTED, "to": "1.2", "text": "The same."},
    "date": {**QUOTED, "date": "2031", "text": "It opens.", **EVIDENCE},
}
"""A record of each kind with every key that may stand in it (of a veto, one of three)."""

NAMED = {"id": "x", "label": "X", "definition": "An X.", "sources": "gazette"}
AUTHORITIES: dict[str, tuple[dict[str, Any], Callable[[list[Record]], Any]]] = {
    "topics": ({"id": "x", "label": "X", "definition": "An X.", "draft": "machine"}, read_topics),
    "entities": ({**NAMED, "kind": "place"}, partial(read_entities, sources=None)),
    "terms": (
        {**NAMED, "term": "x", "original": {"lang": "fr", "text": "x"}},
        partial(read_terms, sources=None),
    ),
    "sources": ({"id": "x", "title": "X"}, read_sources),
}


@pytest.fixture(scope="module")
def desk() -> Desk:
    edition = load_edition(CASES / "edition").edition
    named = edition.authorities
    known = {
        "topic": {one.id for one in named.topics},
        "entity": {one.id for one in named.entities},
        "term": {one.id for one in named.terms},
        "source": {one.id for one in named.sources},
        "clause": edition.statement.places,
    }
    return Desk(edition.statement.source, edition.statement.places, known, "", "")


def schema_of(path: Path) -> dict[str, Any]:
    schema: dict[str, Any] = SCHEMAS["sections" if path.parent.name == "sections" else path.stem]
    return schema


def record_of(data: dict[str, Any], folder: Path) -> tuple[Record, Report]:
    """Return the data as a record read from a file."""
    report = Report()
    file = folder / "record.yml"
    file.write_text(json.dumps([data], ensure_ascii=False), encoding="utf-8")
    return read_records(file, "record.yml", report)[0], report


def without(data: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != key}


def are_required(keys: set[str], data: dict[str, Any], folder: Path, read: Callable[[Record], Any]) -> bool:
    """Tell whether these keys of the data are enough for the reader, and it misses each of them."""
    least = {key: value for key, value in data.items() if key in keys}
    record, report = record_of(least, folder)
    read(record)
    assert report.mistakes == []
    for key in least:
        record, report = record_of(without(least, key), folder)
        read(record)
        assert [mistake.problem for mistake in report.mistakes][:1] == [f"{key!r} is missing"]
    return least.keys() == keys


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_are_schemas_and_explain_every_key(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    for keys in properties(SCHEMAS[name]):
        for key, schema in keys.items():
            target = SCHEMAS[name]["$defs"].get(schema.get("$ref", "").rpartition("/")[2], {})
            assert "const" in schema or schema.get("description") or target.get("description"), key


def properties(schema: Any) -> Iterator[dict[str, Any]]:
    """Return the properties of every object that a schema describes."""
    if isinstance(schema, dict):
        if schema.get("additionalProperties") is False:
            yield schema["properties"]
        for value in schema.values():
            yield from properties(value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_annotations_fit_their_schemas(path: Path) -> None:
    # Every scalar as a string, as Glossator reads them.
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    assert list(Draft202012Validator(schema_of(path)).iter_errors(data)) == []


def test_every_kind_has_a_schema() -> None:
    schema = SCHEMAS["sections"]
    assert schema["items"]["properties"]["kind"]["enum"] == list(KINDS) == list(FULL)
    cases = [case["if"]["properties"]["kind"]["const"] for case in schema["items"]["allOf"]]
    assert cases == list(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_the_keys_that_its_reader_asks_for(kind: str, desk: Desk, tmp_path: Path) -> None:
    schema = SCHEMAS["sections"]["$defs"][kind]
    record, report = record_of(FULL[kind], tmp_path)
    assert KINDS[kind](record, desk)
    record.finish()
    assert report.mistakes == []
    assert record.asked | {"kind"} == schema["properties"].keys()
    required = set(schema["required"]) - {"kind"}
    if kind != "veto":
        assert are_required(required, FULL[kind], tmp_path, lambda record: KINDS[kind](record, desk))
    assert list(Draft202012Validator(SCHEMAS["sections"]).iter_errors([{"kind": kind, **FULL[kind]}])) == []


def test_a_follow_up_has_the_keys_that_its_reader_asks_for(desk: Desk, tmp_path: Path) -> None:
    schema = SCHEMAS["sections"]["$defs"]["commitment"]["properties"]["follow-ups"]["items"]
    record, report = record_of({**COMMITMENT, "follow-ups": [FOLLOW_UP]}, tmp_path)
    assert KINDS["commitment"](record, desk)
    assert report.mistakes == []
    entries = record.values["follow-ups"]
    assert isinstance(entries, Items)
    assert isinstance(entries.entries[0], Record)
    assert entries.entries[0].asked == schema["properties"].keys()
    found = set()
    for key in FOLLOW_UP:
        record, report = record_of({**COMMITMENT, "follow-ups": [without(FOLLOW_UP, key)]}, tmp_path)
        KINDS["commitment"](record, desk)
        found |= {key for _ in report.mistakes}
    assert found == set(schema["required"])


@pytest.mark.parametrize("name", AUTHORITIES)
def test_an_authority_has_the_keys_that_its_reader_asks_for(name: str, tmp_path: Path) -> None:
    data, read = AUTHORITIES[name]
    data = without(data, "label") if name == "terms" else data
    schema = SCHEMAS[name]["items"]
    record, report = record_of(data, tmp_path)
    read([record])
    assert report.mistakes == []
    assert record.asked == schema["properties"].keys()
    assert are_required(set(schema["required"]), data, tmp_path, lambda record: read([record]))
    original = record.values.get("original")
    if isinstance(original, Record):
        inner = schema["properties"]["original"]
        assert original.asked == inner["properties"].keys()
        for key in inner["required"]:
            record, report = record_of({**data, "original": without(data["original"], key)}, tmp_path)
            read([record])
            assert len(report.mistakes) == 1


def test_the_statement_has_the_keys_that_its_readers_ask_for(tmp_path: Path) -> None:
    folder = copy_small_edition(tmp_path)
    (folder / "annotations" / "statement.yml").write_text(
        "zzzz: x\n"
        "witnesses: [{zzzz: x}]\n"
        "menu: [{zzzz: x}]\n"
        "outline: {zzzz: x, title_block: [{zzzz: x}], sections: [{zzzz: x}]}\n",
        encoding="utf-8",
    )
    with pytest.raises(EditionError) as caught:
        load_edition(folder)
    known = sorted(
        mistake.remedy.removeprefix("known here: ")
        for mistake in caught.value.mistakes
        if mistake.problem == "the key 'zzzz' is unknown"
    )
    assert known == sorted(", ".join(sorted(keys)) for keys in properties(SCHEMAS["statement"]))
    missing = {mistake.problem for mistake in caught.value.mistakes if "is missing" in mistake.problem}
    assert missing == {"'short_title' is missing", "'title' is missing", "'role' is missing"} | {
        "'label' is missing",
        "'page' is missing",
        "'line' is missing",
    }


def test_the_roles_of_lines_are_those_of_the_outline() -> None:
    lines = SCHEMAS["statement"]["properties"]["outline"]["properties"]["lines"]
    assert lines["propertyNames"]["enum"] == list(ROLES)


@pytest.mark.parametrize(
    ("name", "way", "enum"),
    [
        ("entities", "items properties kind", EntityKind),
        ("statement", "properties outline properties title_block items properties role", Role),
        ("sections", "$defs confidence", Confidence),
        ("sections", "$defs note properties type", NoteType),
        ("sections", "$defs lacuna properties where", Where),
        ("sections", "$defs commitment properties strength", Strength),
        ("sections", "$defs position properties stance", Stance),
        ("sections", "$defs commitment properties follow-ups items properties status", Status),
    ],
)
def test_the_choices_are_those_of_the_model(name: str, way: str, enum: Iterable[StrEnum]) -> None:
    at = SCHEMAS[name]
    for step in way.split():
        at = at[step]
    assert at["enum"] == [str(one) for one in enum]


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "notes", "at": "1.1"},
        {"kind": "note", **FULL["note"], "colour": "blue"},
        {"kind": "note", **without(FULL["note"], "sources"), "confidence": "one source"},
        {"kind": "note", **FULL["note"], "sources": [], "confidence": "one source"},
        {"kind": "lacuna", **without(FULL["lacuna"], "quote"), "where": "within"},
        {"kind": "date", **without(FULL["date"], "confidence")},
        {"kind": "date", **FULL["date"], "date": "2023-13"},
        {"kind": "cross-reference", **FULL["cross-reference"], "to": []},
        {"kind": "veto", "at": "1.1"},
        {"kind": "veto", "at": "1.1", "term": "ferry", "topic": "trade"},
        {"at": "1.1"},
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(
    wrong: dict[str, Any], desk: Desk, tmp_path: Path
) -> None:
    assert list(Draft202012Validator(SCHEMAS["sections"]).iter_errors([wrong]))
    record, report = record_of(wrong, tmp_path)
    kind = record.one_of("kind", KINDS, "kind of annotation")
    if kind:
        KINDS[kind](record, desk)
        record.finish()
    assert report.mistakes
