"""Which clause says this: what the command prints, and what must hold of any words of any text."""

import time
from pathlib import Path

import pytest
from cases import Case, read_cases
from click.testing import CliRunner
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from test_parse import source_of

from glossator.cli import commands
from glossator.edition import load_edition
from glossator.errors import EditionError, Report
from glossator.find import MOST_WORDS, find
from glossator.find.near import compare
from glossator.parse import Outline, parse, sentences_of

TEXTS = st.lists(
    st.sampled_from(["Bread", "salt", "water-wheel", "双方", "“Oil”", "rice.", "Да"]), min_size=1
)


def asked(folder: Path, words: str) -> tuple[int, str]:
    """Return how ``build.py find`` ends, and what it prints and tells."""
    result = CliRunner().invoke(commands, ["find", "--edition", str(folder), "--", words])
    if isinstance(result.exception, EditionError):
        return 1, f"{result.output}{result.exception}\n"
    return result.exit_code, result.output


@pytest.mark.parametrize("case", read_cases("find"), ids=lambda case: case.title)
def test_the_clause_is_told(case: Case, small: Path) -> None:
    if case.block("seed"):
        for path in (small / "annotations" / "sections").glob("*.yml"):
            path.unlink()
        (small / "annotations" / "statement.yml").write_text("short_title: Communiqué\n", encoding="utf-8")
        (small / "seeds" / "communique.txt").write_text(case.block("seed"), encoding="utf-8")
    code, says = asked(small, case.block("words").strip("\n"))
    assert says == case.block("says")
    assert code == ("remedy: " in says)


def test_every_clause_and_sentence_of_the_flagship_is_found_exactly() -> None:
    statement = load_edition(ROOT).edition.statement
    source = statement.source
    for clause in statement.clauses:
        sentences = [(one.span, one.address.rpartition(".")[2]) for one in sentences_of(source, clause)]
        for span, numbers in (
            (clause.span, tuple(number for _, number in sentences)),
            *((span, (number,)) for span, number in sentences),
        ):
            (part,) = find(statement, source.cut(span))
            places = [(one.pieces[0].at, one.pieces[0].sentences, one.kinds) for one in part.found]
            assert (clause.address, numbers, ()) in places


@given(words=TEXTS, start=st.integers(0, 20), end=st.integers(0, 20))
def test_what_is_cut_out_is_found_where_it_stands(words: list[str], start: int, end: int) -> None:
    text = " ".join(words)
    statement = parse(source_of(text), Outline(), Report())
    for part in find(statement, text[start : start + end]):
        assert part.found
        assert not part.found[0].near
        assert not part.found[0].kinds


@given(one=st.text(max_size=30), other=st.text(max_size=30))
def test_changes_hold_both_texts(one: str, other: str) -> None:
    changes = compare(one, other)
    squeezed = ["".join(text.split()) for text in (one, other)]
    first = "".join(change.kept + change.gone for change in changes)
    second = "".join(change.kept + change.come for change in changes)
    assert ["".join(text.split()) for text in (first, second)] == squeezed


@given(words=st.text(max_size=60))
def test_anything_may_be_asked(words: str) -> None:
    text = "1. Both sides will trade.\n\n2. Both sides agree … at last."
    statement = parse(source_of(text), Outline(), Report())
    for part in find(statement, words):
        assert part.words


def test_a_long_quotation_is_answered_soon() -> None:
    statement = load_edition(ROOT).edition.statement
    started = time.perf_counter()
    (part,) = find(statement, "word " * 20_000)
    assert not part.found
    many = " ".join(statement.source.text.split()[: MOST_WORDS - 1]).replace("the", "this")
    assert find(statement, many)
    assert time.perf_counter() - started < 10
