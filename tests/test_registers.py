"""Registers and indexes agree with the data files: everything is counted again from the YAML."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT
from selectolax.lexbor import LexborHTMLParser

from glossator import job

NOTE_TYPES = ("textual", "translation", "context", "definition", "follow-up")


def load(path: Path) -> list[dict[str, Any]]:
    found = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(found, list)
    return found


@pytest.fixture(scope="module")
def records() -> list[dict[str, Any]]:
    return [record for path in sorted((ROOT / "annotations/sections").glob("*.yml")) for record in load(path)]


def of(records: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [record for record in records if record["kind"] == kind]


def page(flagship: job.Built, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((flagship.site / name / "index.html").read_text(encoding="utf-8"))


def cells(tree: LexborHTMLParser, label: str) -> list[str]:
    return [" ".join(cell.text().split()) for cell in tree.css(f'.register td[data-label="{label}"]')]


def words(text: str) -> str:
    return " ".join(text.split())


def test_every_commitment_stands_in_the_register_with_its_latest_status(
    flagship: job.Built, records: list[dict[str, Any]]
) -> None:
    tree = page(flagship, "commitments")
    commitments = of(records, "commitment")
    assert len(commitments) > 80
    assert {node.attributes["id"] for node in tree.css(".register td [id]")} == {
        one["id"] for one in commitments
    }
    assert Counter(cells(tree, "Clause")) == Counter(one["at"] for one in commitments)
    assert Counter(cells(tree, "Strength")) == Counter(one["strength"] for one in commitments)
    latest = Counter(
        max(one["follow-ups"], key=lambda follow_up: follow_up["date"])["status"] for one in commitments
    )
    assert Counter(cells(tree, "Status")) == latest
    quoted = Counter(words(node.text()) for node in tree.css(".register .quoted"))
    assert quoted == Counter(words(one["quote"]) for one in commitments)


def test_every_follow_up_has_a_status_a_date_and_a_source(records: list[dict[str, Any]]) -> None:
    for commitment in of(records, "commitment"):
        assert commitment["follow-ups"], commitment["id"]
        for follow_up in commitment["follow-ups"]:
            assert follow_up["status"], commitment["id"]
            assert follow_up["date"], commitment["id"]
            assert follow_up["sources"], commitment["id"]


def test_every_position_stands_in_the_register(flagship: job.Built, records: list[dict[str, Any]]) -> None:
    tree = page(flagship, "positions")
    assert Counter(cells(tree, "Stance")) == Counter(one["stance"] for one in of(records, "position"))


def test_every_clause_is_covered(flagship: job.Built, records: list[dict[str, Any]]) -> None:
    tree = page(flagship, "full")
    clauses = {str(node.attributes["data-clause"]): node for node in tree.css("[data-clause]")}
    assert len(clauses) == 42
    held = {one["at"] for kind in ("commitment", "position") for one in of(records, kind)}
    assert clauses.keys() <= held
    for address, clause in clauses.items():
        assert clause.css(".caption"), address
        assert clause.css(".topics a"), address


@pytest.mark.parametrize("type_", NOTE_TYPES)
def test_every_note_stands_among_its_type(
    type_: str, flagship: job.Built, records: list[dict[str, Any]]
) -> None:
    count = sum(1 for one in of(records, "note") if one["type"] == type_)
    heading = page(flagship, "notes").css_first(f'h2[id="{type_}"]')
    shown = heading.text() if heading else ""
    assert (f"({count})" in shown) if count else not shown


def test_textual_notes_hold_every_emendation_and_lacuna(
    flagship: job.Built, records: list[dict[str, Any]]
) -> None:
    text = page(flagship, "textual-notes").css_first("article").text()  # type: ignore[union-attr]
    assert text.count("Emendation. ") == len(of(records, "emendation")) > 40
    assert text.count("Lacuna. ") == len(of(records, "lacuna")) > 4


def test_every_authority_has_a_definition_and_a_source_and_is_listed(flagship: job.Built) -> None:
    entities = load(ROOT / "annotations/entities.yml")
    terms = load(ROOT / "annotations/terms.yml")
    sources = load(ROOT / "annotations/sources.yml")
    known = {source["id"] for source in sources}
    for one in [*entities, *terms]:
        assert one["definition"], one["id"]
        assert one["sources"], one["id"]
        assert set(one["sources"]) <= known, one["id"]
    listed = [
        str(node.attributes["id"])
        for name in ("people", "organisations", "places", "instruments")
        for node in page(flagship, name).css("h2[id]")
    ]
    assert sorted(listed) == sorted(entity["id"] for entity in entities)
    assert all((flagship.site / "entities" / one["id"] / "index.html").is_file() for one in entities)
    assert {node.attributes["id"] for node in page(flagship, "glossary").css("h2[id]")} == {
        term["id"] for term in terms
    }
    assert {node.attributes["id"] for node in page(flagship, "sources").css(".register td [id]")} == known


def test_the_timeline_holds_dates_of_the_text_and_what_happened_since(
    flagship: job.Built, records: list[dict[str, Any]]
) -> None:
    dates = [one["date"] for one in of(records, "date")]
    happened = [
        follow_up["date"]
        for one in of(records, "commitment")
        for follow_up in one["follow-ups"]
        if follow_up["status"] in {"fulfilled", "in progress"}
    ]
    assert cells(page(flagship, "timeline"), "Date") == sorted([*dates, *happened])


def test_cross_references_go_both_ways(flagship: job.Built, records: list[dict[str, Any]]) -> None:
    for one in of(records, "cross-reference"):
        for to in one["to"] if isinstance(one["to"], list) else [one["to"]]:
            if to in {"title", "signature"}:
                continue
            section, _, number = to.partition(".")
            tree = page(flagship, f"{'preamble' if section == 'P' else section}/{number}")
            article = tree.css_first("article")
            assert article is not None
            at = {"title": "Title block", "signature": "Signature block"}.get(one["at"], one["at"])
            assert f"Cited by {at}" in article.text(), (one["at"], to)


def test_matched_and_hand_made_are_told_apart(flagship: job.Built) -> None:
    china = page(flagship, "entities/china").css_first("article")
    assert china is not None
    assert "found by phrase" in china.text()
    assert "Identified by the editors." in china.text()
