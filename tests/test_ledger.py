"""Published addresses never move: what a new seed does to them, and what is told of it."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from cases import Case, read_cases
from conftest import ROOT, quiet
from hypothesis import given
from hypothesis import strategies as st
from test_parse import source_of

from glossator import job
from glossator.edition import load_edition, load_text
from glossator.errors import EditionError, Report
from glossator.ledger import LEDGER, changes, digest, name_clauses, read_ledger, settle, write_ledger
from glossator.model import LedgerEntry, Statement
from glossator.parse import Outline, parse

WORDS = st.sampled_from(["Bread.", "Salt.", "Water.", "Wine.", "Oil.", "Rice."])
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=5), min_size=2, max_size=3)
BUILD = [sys.executable, str(ROOT / "build.py")]
SEED = "seeds/communique.txt"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*BUILD, *arguments], capture_output=True, text=True, check=False)


def statement_of(sections: list[list[str]], ledger: tuple[LedgerEntry, ...] = ()) -> Statement:
    """Return a statement with these paragraphs, section by section."""
    lines = [
        f"{number}. {words}" if first else words
        for number, section in enumerate(sections, 1)
        for first, words in zip([True] + [False] * len(section), section, strict=False)
    ]
    text = "The two sides met.\n\n" + "\n\n".join(lines)
    return parse(source_of(text), Outline(), Report(), ledger)


def words_of(statement: Statement) -> dict[str, str]:
    return {one.address: statement.source.cut(one.span) for one in statement.clauses}


@given(texts=st.lists(TEXTS, min_size=1, max_size=4))
def test_an_address_once_published_is_kept_for_its_words(texts: list[list[list[str]]]) -> None:
    ledger: tuple[LedgerEntry, ...] = ()
    for day, text in enumerate(texts, 1):
        statement = statement_of(text, ledger)
        now = words_of(statement)
        assert len(now) == len(statement.clauses), "two clauses have one address"
        accepted = settle(ledger, statement, f"2031-01-0{day}")
        assert {one.address for one in ledger} <= {one.address for one in accepted}
        assert [one.address for one in accepted if not one.removed] == list(now)
        assert all(one.sha256 == digest(now[one.address]) for one in accepted if not one.removed)
        told = {change.address for change in changes(ledger, statement)}
        assert {one for one in accepted if one not in ledger} == {
            one for one in accepted if one.address in told
        }
        again = statement_of(text, accepted)
        assert words_of(again) == now, "accepting a text moves its addresses"
        assert settle(accepted, again, "2032-01-01") == accepted
        ledger = accepted


@given(text=TEXTS, place=st.integers(0, 9), section=st.integers(0, 2))
def test_a_paragraph_that_comes_in_moves_nothing(text: list[list[str]], place: int, section: int) -> None:
    before = statement_of(text)
    ledger = settle((), before, "2031-01-01")
    changed = [list(one) for one in text]
    changed[section % len(text)].insert(place, "Something quite new.")
    after = words_of(statement_of(changed, ledger))
    assert sorted(words_of(before).values()) == sorted(after[one] for one in words_of(before))
    assert len(after) == len(words_of(before)) + 1


def test_a_removed_address_is_not_given_away_and_comes_back_with_its_words() -> None:
    first = statement_of([["Bread.", "Salt.", "Water."], ["Oil."]])
    ledger = settle((), first, "2031-01-01")
    second = settle(ledger, statement_of([["Bread.", "Salt."], ["Oil."]], ledger), "2032-01-01")
    assert [str(one.state) for one in second] == ["current", "current", "current", "removed", "current"]
    third = statement_of([["Bread.", "Salt.", "Wine."], ["Oil."]], second)
    assert list(words_of(third)) == ["P.1", "1.1", "1.2", "1.4", "2.1"]
    fourth = statement_of([["Bread.", "Salt.", "Water."], ["Oil."]], settle(second, third, "2033-01-01"))
    assert words_of(fourth)["1.3"] == "Water."


def test_letters_go_on_after_z() -> None:
    ledger = settle((), statement_of([["Bread.", "Salt."], ["Oil."]]), "2031-01-01")
    many = ["Bread.", *(f"New {number}." for number in range(28)), "Salt."]
    addresses = list(words_of(statement_of([many, ["Oil."]], ledger)))
    assert addresses[2] == "1.1a"
    assert addresses[-5:] == ["1.1z", "1.1aa", "1.1ab", "1.2", "2.1"]


def test_naming_is_linear() -> None:
    same = [digest("the same")] * 30_000
    ledger = [LedgerEntry(f"1.{number}", one, "2031-01-01") for number, one in enumerate(same, 1)]
    others = [digest(str(number)) for number in range(30_000)]
    (addresses,) = name_clauses(ledger, [("1", [*others, *same])])
    assert addresses[-1] == "1.30000"
    assert len(set(addresses)) == 60_000


@given(
    st.lists(
        st.builds(
            LedgerEntry,
            st.from_regex(r"(P|annex-1|[1-9])\.[1-9][0-9]?[a-z]?", fullmatch=True),
            st.text("0123456789abcdef", min_size=64, max_size=64),
            st.dates().map(lambda day: day.isoformat()),
            formerly=st.tuples() | st.tuples(st.just("4.3"), st.just("0" * 64)),
        ),
        unique_by=lambda one: one.address,
    )
)
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, entries: list[LedgerEntry]
) -> None:
    folder = tmp_path_factory.mktemp("ledger")
    (folder / "annotations").mkdir()
    write_ledger(folder, entries)
    report = Report()
    assert read_ledger(folder, report) == tuple(entries)
    assert not report.mistakes


@pytest.mark.parametrize("case", read_cases("ledger"), ids=lambda case: case.title)
def test_a_new_seed_is_told_word_for_word(case: Case, small: Path) -> None:
    change_seed(small, "\n\nFor Arland\nFor Borland", "")
    (small / "annotations" / "sections" / "01.yml").write_text("[]\n")
    (small / "annotations" / "statement.yml").write_text("short_title: Communiqué\n", encoding="utf-8")
    accept(small)
    (small / SEED).write_text(case.block("seed"), encoding="utf-8")
    options = case.block("options").split()
    shown = run("ledger", "--edition", str(small), *options)
    assert (shown.returncode, shown.stdout) == (0, case.block("shows")), shown.stderr
    if options:
        assert run("ledger", "--edition", str(small), "--accept", *options).returncode == 0
    edition = load_edition(small).edition
    assert [one.address for one in edition.statement.clauses] == case.block("becomes").split()
    assert [one.address for one in edition.ledger if one.removed] == case.block("removed").split()


def accept(folder: Path, day: str = "2031-06-01") -> None:
    assert run("ledger", "--edition", str(folder), "--accept", "--date", day).returncode == 0


def change_seed(folder: Path, old: str, new: str) -> None:
    seed = folder / SEED
    text = seed.read_text(encoding="utf-8")
    assert old in text
    seed.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_is_written_unless_it_is_accepted(small: Path) -> None:
    shown = run("ledger", "--edition", str(small))
    assert not (small / LEDGER).exists()
    assert shown.stdout.endswith("nothing is written; to accept it, run this again with --accept\n")
    accept(small)
    text = (small / LEDGER).read_text(encoding="utf-8")
    assert text.splitlines()[1] == "\t".join(
        ["P.1", digest("The two sides met in Calder on 3 May 2031."), "2031-06-01", "current", ""]
    )
    accept(small, "2032-01-01")
    assert (small / LEDGER).read_text(encoding="utf-8") == text


def test_on_a_terminal_it_asks(small: Path) -> None:
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [*BUILD, "ledger", "--edition", str(small)], stdin=follower, stdout=subprocess.PIPE, text=True
    )
    os.write(leader, b"y\n")
    output, _ = process.communicate(timeout=60)
    os.close(leader)
    os.close(follower)
    assert "accept this? [y/N]" in output
    assert (small / LEDGER).exists()


def test_a_seed_that_does_not_agree_is_told_and_stops_the_check(small: Path) -> None:
    accept(small)
    change_seed(small, "The ferry sails daily.", "A bell rang.\n\nThe ferry sails daily.")
    built = run("--edition", str(small))
    told = (
        "annotations/ledger.tsv: the seed does not agree with the published addresses (new: 1.1a)\n"
        "    remedy: see what happens with python build.py ledger, and accept it there\n"
    )
    assert (built.returncode, built.stderr) == (0, told)
    checked = run("check", "--edition", str(small))
    assert (checked.returncode, checked.stderr) == (1, told + "1 mistake\n")
    accept(small)
    assert run("--edition", str(small)).stderr == ""
    assert run("check", "--edition", str(small)).returncode == 0


def test_a_removed_clause_keeps_a_page_and_its_place(small: Path) -> None:
    accept(small)
    change_seed(small, "The ferry sails daily.\n\n", "")
    change_seed(small, "2. Both sides support", "3. Both sides support")
    (small / "annotations" / "sections" / "01.yml").write_text("[]\n")
    statement = small / "annotations" / "statement.yml"
    lines = statement.read_text(encoding="utf-8").splitlines(keepends=True)
    statement.write_text("".join(line for line in lines if "1.2" not in line), encoding="utf-8")
    accept(small, "2032-01-01")
    site = job.build(small, "", quiet).site
    page = (site / "1" / "2" / "index.html").read_text(encoding="utf-8")
    assert "Since 2032-01-01 the text as received no longer has the words" in page
    assert 'id="c1.2"' in (site / "1" / "index.html").read_text(encoding="utf-8")
    for gone in ("2/index.html", "2/1/index.html"):
        page = (site / gone).read_text(encoding="utf-8")
        assert 'id="c2.1"' in page
        assert "words that were published under this address stand at" in page


def test_the_proof_misses_a_published_address(small: Path) -> None:
    accept(small)
    site = job.build(small, "", quiet).site
    (site / "1" / "2" / "index.html").unlink()
    with pytest.raises(EditionError, match=r"the published address 1\.2 leads nowhere"):
        job.check_site(small, "", quiet)


def test_wrong_options_are_told(small: Path) -> None:
    accept(small)
    wrong = run("ledger", "--edition", str(small), "--same", "9.9=5", "--same", "1.1=6", "--same", "1.1=9")
    assert wrong.returncode == 1
    assert wrong.stderr == (
        "--same 9.9=5: the address '9.9' was never published\n"
        "    remedy: annotations/ledger.tsv lists the published addresses\n"
        "--same 1.1=6: no clause begins on line 6 of seeds/communique.txt\n"
        "    remedy: give the line on which the paragraph begins\n"
        "--same 1.1=9: the clause on that line is in section 2\n"
        "    remedy: an address stays in its section: let the clause have a new one\n"
        "3 mistakes\n"
    )
    for options, told in (
        (("--same", "1.1"), "Invalid value for --same: '1.1' is not an address and a line, as in 4.4=57"),
        (("--date", "soon"), "Invalid value for --date: 'soon' is not a day, as in 2027-03-01"),
    ):
        result = run("ledger", "--edition", str(small), *options)
        assert (result.returncode, result.stderr.splitlines()[-1]) == (2, f"Error: {told}")


def test_the_flagship_has_published_every_address() -> None:
    text = load_text(ROOT)
    assert not text.changes
    assert text.ledger is not None
    assert [one.address for one in text.ledger] == [one.address for one in text.statement.clauses]
