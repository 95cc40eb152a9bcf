"""What the parser owes any text: nothing lost, nothing moved, nothing added."""

from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from glossator.edition import load_edition
from glossator.errors import Report
from glossator.model import Source, Span, Statement
from glossator.parse import Outline, parse, sentences_of
from glossator.source import read_source

LINES = st.sampled_from(
    [
        "",
        " ",
        "\u00a0",
        "\u3000\u3000一、双方同意。二、",
        "1. One. Two.",
        "2. Two",
        "3.",
        "(1) bracket",
        "Article 4",
        "第五条 文",
        "§ 6 text",
        "  indented words that end.",
        "Chairman, President",
        "a " * 80 + "end.",
        "2023-12-28 18:40",
        "\x0b\x0c",
        "the line goes on,",
        "### Article I",
        "**First**, we agree",
        "**Second,** we agree",
        "\u200fالمادة (١)",
        "**A heading**",
        "**Another**",
        "Chapter II: Salt",
        "Annex",
        "- an item;",
        "(a) an item",
        "<!-- -->",
        "-" * 12,
        "A heading",
        "=========",
        "IN WITNESS WHEREOF",
        "The Parties agree as follows:",
        "[1] See Document 5",
        "A. Name",
        "Dr. A. B. met.",
    ]
)


def source_of(text: str) -> Source:
    end = "\n" if "\n" in text else "\r"
    starts = (0, *(number + 1 for number, mark in enumerate(text) if mark == end))
    return Source("seeds/x.txt", text, "utf-8", guessed=False, sha256="", size=0, line_starts=starts)


def all_spans(statement: Statement) -> list[Span]:
    spans = [line.span for line in statement.title_block]
    for section in statement.sections:
        spans += [one.span for one in section.head]
        spans += [section.marker] if section.marker else []
        spans += [part.span for part in section.parts]
        spans += [line.span for line in section.lines]
    return spans


def assert_whole(statement: Statement) -> None:
    """Assert that the parts follow one another and leave nothing but white space between them."""
    text = statement.source.text
    at = 0
    for span in all_spans(statement):
        assert at <= span.start < span.end
        assert not text[at : span.start].strip()
        at = span.end
    assert not text[at:].strip()


def assert_sentences(statement: Statement) -> None:
    text = statement.source.text
    for clause in statement.clauses:
        at = clause.span.start
        for number, sentence in enumerate(sentences_of(statement.source, clause), 1):
            assert sentence.address == f"{clause.address}.{number}"
            assert not text[at : sentence.span.start].strip()
            assert at <= sentence.span.start < sentence.span.end <= clause.span.end
            at = sentence.span.end
        assert not text[at : clause.span.end].strip()


@given(lines=st.lists(LINES, max_size=14), end=st.sampled_from(["\n", "\n\n"]))
def test_nothing_is_lost_moved_or_added(lines: list[str], end: str) -> None:
    statement = parse(source_of(end.join(lines)), Outline(), Report())
    assert_whole(statement)
    assert_sentences(statement)
    addresses = [clause.address for clause in statement.clauses]
    assert len(set(addresses)) == len(addresses)
    labels = [section.label for section in statement.sections]
    assert len(set(labels)) == len(labels)


@given(text=st.text(st.sampled_from("ab1.2、) \n\r\u00a0\u3000(一§IV第条*#-=\u200f"), max_size=120))
def test_any_text_is_parsed_whole(text: str) -> None:
    assert_whole(parse(source_of(text), Outline(), Report()))


def test_the_flagship_has_the_structure_that_is_known_of_it() -> None:
    statement = load_edition(ROOT).edition.statement
    source = statement.source
    assert [source.line_of(line.span.start) for line in statement.title_block] == [1, 3, 6]
    counts = {section.label: len(section.clauses) for section in statement.sections}
    numbered = [2, 4, 2, 14, 2, 4, 1, 1, 2, 2, 2, 1, 2, 1]
    expected = {str(number): count for number, count in enumerate(numbered, 1)}
    assert counts == {"preamble": 2} | expected | {"signature": 0}
    assert [source.cut(one.marker) for one in statement.sections if one.marker] == [
        f"{number}、" for number in range(2, 15)
    ]
    first = statement.sections[1]
    assert (first.number, first.marker) == ("[1]", None)
    assert first.supplied
    assert len(statement.sections[-1].lines) == 3
    assert all(section.caption for section in statement.sections)
    assert all(clause.caption for clause in statement.clauses)
    assert_whole(statement)
    assert_sentences(statement)


def test_no_break_spaces_belong_to_the_text() -> None:
    statement = load_edition(ROOT).edition.statement
    kept = sum(statement.source.cut(clause.span).count("\u00a0") for clause in statement.clauses)
    assert kept == statement.source.text.count("\u00a0") == 4


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_gives_the_same_structure(tmp_path: Path, end: str) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(end.join(["Title", "", "1. One.", "", "2. Two.", "", "For A"]).encode())
    statement = parse(read_source(path, "seeds/text.txt"), Outline(), Report())
    words = [(one.address, statement.source.cut(one.span)) for one in statement.clauses]
    assert words == [("1.1", "One."), ("2.1", "Two.")]
    assert statement.source.line_of(statement.clauses[1].span.start) == 5
