"""Annotations hold on to their words: all phrases are found, and no changed word goes unnoticed."""

import re
from pathlib import Path

import pytest
from conftest import ROOT, copy_edition
from hypothesis import given
from hypothesis import strategies as st

from glossator.annotate.match import Phrases
from glossator.annotate.targets import Desk, find_quote
from glossator.edition import load_edition
from glossator.errors import EditionError, Report
from glossator.model import Span
from glossator.records import read_records

SAMPLES = 15

phrases = st.lists(st.text("ab -", min_size=1, max_size=6), max_size=6)
texts = st.text("ab -\n", max_size=40)


def found_naively(phrases: list[str], text: str) -> list[tuple[str, Span]]:
    """Return what ``Phrases`` must find: whole words, the longest first, none over another."""
    found = [
        (phrase, Span(place.start(1), place.end(1)))
        for phrase in sorted({" ".join(phrase.split()) for phrase in phrases} - {""})
        for place in re.finditer(
            r"(?<!\w)(?=(" + r"\s+".join(map(re.escape, phrase.split())) + r")(?!\w))", text
        )
    ]
    kept: list[tuple[str, Span]] = []
    for phrase, span in sorted(found, key=lambda one: (-len(one[0]), one[1])):
        if all(span.end <= other.start or other.end <= span.start for _, other in kept):
            kept.append((phrase, span))
    return sorted(kept, key=lambda one: one[1])


@given(phrases, texts)
def test_phrases_are_those_that_a_slow_search_finds(phrases: list[str], text: str) -> None:
    assert Phrases(phrases).find(text, Span(0, len(text))) == found_naively(phrases, text)


@given(phrases, texts, st.data())
def test_phrases_within_a_clause_know_nothing_of_their_surroundings(
    phrases: list[str], text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    alone = [
        (phrase, Span(span.start + start, span.end + start))
        for phrase, span in found_naively(phrases, text[start:end])
    ]
    assert Phrases(phrases).find(text, Span(start, end)) == alone


def quotes_of(folder: Path) -> list[tuple[Span, str]]:
    """Return every quote of the annotations in clauses, by its place in the text, with its file and line."""
    statement = load_edition(folder).edition.statement
    desk = Desk(statement.source, statement.places, {}, "", "")
    report = Report()
    found = []
    for path in sorted((folder / "annotations" / "sections").glob("*.yml")):
        for record in read_records(path, f"annotations/sections/{path.name}", report):
            at = record.text("at")
            if record.has("quote") and "." in at:
                span = find_quote(record, desk, at)
                assert span
                found.append((span, record.place_of("quote")))
    return sorted(found)


@pytest.fixture(scope="module")
def quotes() -> list[tuple[Span, str]]:
    return quotes_of(ROOT)


@pytest.mark.parametrize("sample", range(SAMPLES))
def test_a_letter_lost_from_the_seed_names_every_annotation_of_it(
    sample: int, quotes: list[tuple[Span, str]], tmp_path: Path
) -> None:
    folder = copy_edition(tmp_path / "edition")
    seed = next((folder / "seeds").glob("*.txt"))
    text = seed.read_bytes().decode("utf-8-sig")
    # The very first words are the outline's, too: where it no longer fits, no quote is judged.
    span, _ = quotes[(2 * sample + 1) * len(quotes) // (2 * SAMPLES)]
    middle = (span.start + span.end) // 2
    lost = next(at for at in range(middle, span.end) if text[at].isalpha())
    seed.write_bytes((text[:lost] + text[lost + 1 :]).encode())
    with pytest.raises(EditionError) as caught:
        load_edition(folder)
    told = {mistake.place for mistake in caught.value.mistakes if "the quote stands" in mistake.problem}
    assert told == {place for quote, place in quotes if quote.start <= lost < quote.end}


def test_an_entity_in_a_term_in_an_emendation_is_found(small: Path) -> None:
    with (small / "annotations" / "entities.yml").open("a", encoding="utf-8") as file:
        file.write(
            "- {id: salt, label: Salt, kind: place, definition: A pan., also: [salt], sources: gazette}\n"
        )
    with (small / "annotations" / "terms.yml").open("a", encoding="utf-8") as file:
        file.write(
            "- {id: salt, term: salt trade, definition: It is., also: [trade in salt], sources: gazette}\n"
        )
    (small / "annotations" / "sections" / "02.yml").write_text(
        "- {kind: emendation, at: '2.1', quote: support trade in salt, read: end it, reason: It ended.,"
        " confidence: inference}\n"
        "- {kind: mention, at: '2.1', quote: Both sides support, entity: arland}\n",
        encoding="utf-8",
    )
    edition = load_edition(small).edition
    said, cut = edition.annotations, edition.statement.source.cut
    emended = [cut(one.target.quote) for one in said.emendations if one.target.quote]
    assert emended == ["support trade in salt"]
    assert [cut(use.quote) for use in said.uses if use.at == "2.1"] == ["trade in salt"]
    named = [(one.id, cut(one.quote), one.by_hand) for one in said.mentions if one.at == "2.1"]
    assert named == [("arland", "Both sides support", True), ("salt", "salt", False)]
    assert [filing.topic for filing in said.filings if filing.clause == "2.1"] == ["trade"]
