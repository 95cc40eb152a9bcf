"""What reading and parsing owe any bytes, any text and any outline: all of it back, or a remedy."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from test_parse import LINES, all_spans, assert_sentences, assert_whole, source_of

from glossator import job
from glossator.edition import load_outline
from glossator.errors import EditionError, Report
from glossator.inspect import inspect
from glossator.model import Role, Source, Statement
from glossator.parse import Outline, parse
from glossator.parse.outline import RESERVED, ROLES
from glossator.records.shapes import is_slug
from glossator.source import read_source

BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\x0c", "\u2028", "\x0b", "\x85", "\n\x0c\n", "\n\r\n"])
MARKERS = st.sampled_from(
    [
        *(
            "1. ",
            "2. ",
            "3\\. ",
            "4) ",
            "(5) ",
            "6、",
            "1000000000. ",
            "9" * 31 + ". ",
            "§ 7 ",
            "1.2.3 ",
            "IV. ",
            "B. ",
        ),
        *(
            "一、",
            "（二）",
            "第三条 ",
            "第1945章 ",
            "Article 8\n",
            "Article 9 – On salt\n",
            "Статья 10. ",
            "المادة ١١: ",
        ),
        *(
            "ا\u0640لمادة ",
            "סעיף א׳ ",
            "अनुच्छेद 3 ",
            "Chapter V\n",
            "ANNEX",
            "Annex II\n",
            "附件",
            "### ",
            "**First**, ",
        ),
        *(
            "- ",
            "• ",
            "(a) ",
            "(iv) ",
            "а) ",
            "① ",
            "A.1. ",
            "<!-- ",
            "--- ",
            "----------",
            "[^1]: ",
            "\u200f\u2067",
            "\ufeff",
        ),
        *("", "", "", "  ", "\t", "\u3000\u3000", "\u00a0"),
    ]
)
WORDS = st.sampled_from(
    [
        *(
            "The Parties agree",
            "on trade,",
            "as follows:",
            "Done at Geneva on 1 May 1990.",
            "IN WITNESS WHEREOF",
            "PREAMBLE",
        ),
        *(
            "\u2067salt\u2069",
            "Стороны договорились",
            "о следующем:",
            "双方同意，",
            "发展贸易。",
            "以下：",
            "יוסכם",
            "يتفق الطرفان.",
        ),
        *(
            "सहमत हैं।",
            "すべての人間は",
            "Mr. A. B. Smith",
            "“So.”",
            "...",
            "e\u0301\u0301",
            "🏳️‍🌈",
            "title: x",
            "| a | b |",
            "$x$",
        ),
        *("word " * 15, "{{ x }}", "<script>alert(1)</script>", "../..", "con", "NUL", "x" * 40, "\ud800"),
    ]
)
PARAGRAPHS = st.builds("{}{}".format, MARKERS, st.lists(WORDS, max_size=4).map(" ".join))
TEXTS = st.lists(st.builds("{}{}".format, PARAGRAPHS | LINES, BREAKS), max_size=16).map("".join)


def assert_sound(statement: Statement) -> None:
    """Assert that nothing is lost, that no address is given twice, and that each makes a safe path."""
    assert_whole(statement)
    assert_sentences(statement)
    addresses = [clause.address for clause in statement.clauses]
    assert len(set(addresses)) == len(addresses)
    labels = [section.label for section in statement.sections]
    assert len({label.casefold() for label in labels}) == len(labels)
    assert all(is_slug(label) and label not in RESERVED for label in labels)


def assert_told_once(source: Source, statement: Statement) -> None:
    """Assert that every line that is not blank has one role, and no other line has any."""
    text = source.text
    ends = [*source.line_starts[1:], len(text)]
    full = [
        number
        for number, (start, end) in enumerate(zip(source.line_starts, ends, strict=True), 1)
        if text[start:end].strip()
    ]
    assert [line.line for line in inspect(statement, ()).lines] == full


@given(text=TEXTS | st.text(max_size=60))
def test_any_text_is_parsed_whole_and_always_the_same(text: str) -> None:
    source = source_of(text)
    statement = parse(source, Outline(), Report())
    assert_sound(statement)
    assert_told_once(source, statement)
    assert parse(source, Outline(), Report()) == statement


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any")


@given(
    text=TEXTS,
    encoding=st.sampled_from(
        ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1251", "gb18030", "latin-1"]
    ),
    spoilt=st.none() | st.tuples(st.integers(0, 200), st.binary(min_size=1, max_size=3)),
)
def test_any_file_is_told_or_refused_with_a_remedy(
    folder: Path, text: str, encoding: str, spoilt: tuple[int, bytes] | None
) -> None:
    raw = text.encode(encoding, "surrogatepass" if "utf" in encoding else "ignore")
    if spoilt:
        raw = raw[: spoilt[0]] + spoilt[1] + raw[spoilt[0] :]
    path = folder / "text.txt"
    path.write_bytes(raw)
    try:
        found = job.look_at(path, "", None)
    except EditionError as error:
        assert all(one.place.startswith("text.txt") and one.remedy for one in error.mistakes)
    else:
        assert len({line.line for line in found.lines}) == len(found.lines)


SPOTS = st.fixed_dictionaries(
    {},
    optional={"line": st.integers(0, 12), "begins": st.sampled_from(["1.", "The Parties", "Article", "x"])},
)
NAMES = st.sampled_from(
    [
        "1",
        "2",
        "annex-1.3",
        "preamble",
        "signature",
        "text",
        "title",
        "P",
        "CON",
        "con.txt",
        "lpt1",
        "..",
        "a/b",
        "a\0b",
        "x" * 99,
    ]
)
SECTIONS = st.builds(
    lambda spot, more: spot | more,
    SPOTS,
    st.fixed_dictionaries(
        {"label": NAMES},
        optional={
            "supplied": st.just("lost"),
            "caption": st.just("On salt"),
            "clauses": st.just({"1.1": "Salt"}),
        },
    ),
)
TITLES = st.builds(lambda spot, role: spot | {"role": role}, SPOTS, st.sampled_from([*map(str, Role), "x"]))
RANGES = st.lists(st.builds("{}-{}".format, st.integers(0, 9), st.integers(0, 14)), max_size=2).map(", ".join)
OUTLINES = st.fixed_dictionaries(
    {},
    optional={
        "title_block": st.lists(TITLES, max_size=2),
        "sections": st.lists(SECTIONS, max_size=3),
        "lines": st.dictionaries(st.sampled_from([*ROLES]), RANGES, max_size=3),
    },
)


@settings(max_examples=150)
@given(text=TEXTS, outline=OUTLINES)
def test_any_outline_is_followed_or_its_mistakes_are_told(
    folder: Path, text: str, outline: dict[str, Any]
) -> None:
    (folder / "annotations").mkdir(exist_ok=True)
    record = {"short_title": "x", "outline": outline}
    (folder / "annotations" / "statement.yml").write_text(yaml.safe_dump(record, allow_unicode=True))
    report = Report()
    try:
        _, read = load_outline(folder)
    except EditionError as error:
        assert all(one.place.startswith("annotations/statement.yml") and one.remedy for one in error.mistakes)
        return
    statement = parse(source_of(text), read, report)
    assert_whole(statement)
    if not report.mistakes:
        assert_sound(statement)


NUMBERS = ("999999999", "1000000000", "9" * 30, "9" * 5000, "IV" * 3000, "一" * 5000)


@pytest.mark.parametrize(
    "number", NUMBERS, ids=["10^9-1", "10^9", "10^30", "5000 digits", "Roman", "Chinese"]
)
def test_a_number_that_counts_no_sections_is_words(number: str) -> None:
    text = f"A title\n\n{number}. One says so.\n\nArticle {number}\n\nTwo says so too.\n\n1. A.\n\n2. B.\n"
    statement = parse(source_of(text), Outline(), Report())
    assert_sound(statement)
    assert [section.label for section in statement.sections] == ["preamble", "1", "2"]


@pytest.mark.parametrize(
    "text",
    [
        "1.\n" * 20_000,
        "1." * 20_000,
        "T" * 10_000 + "\n\n1. One.\n\n2. Two.",
        "Title\n\n1. a\n" + " " * 30_000 + "\n" + "\u00a0" * 30_000 + "\n2. b" + " " * 30_000 + "c",
        "(" * 50_000 + "a" + ")" * 50_000 + "\n\n1. One.",
        "**" * 50_000 + "\n\n" + "#" * 50_000 + "\n\n" + "<!--" * 30_000,
        "Title\n\n1. " + "." * 50_000 + "\n\n2. " + ".”" * 50_000 + " x\n\n3. " + "a. " * 50_000,
        "Title\n\nا" + "\u0640" * 50_000 + "لمادة 5\n\nb",
        "\n\n".join(" " * depth + f"({depth}) x" for depth in range(500)),
    ],
    ids=["numbers", "one line", "title", "spaces", "brackets", "signs", "stops", "kashida", "deep"],
)
def test_a_text_that_means_harm_is_parsed_whole(text: str) -> None:
    statement = parse(source_of(text), Outline(), Report())
    assert_sound(statement)
    assert all_spans(statement)


def test_a_statement_of_very_many_clauses_is_told_and_makes_no_site(tmp_path: Path) -> None:
    text = "A Title\n\n1. First.\n\n" + "One says a thing.\n\n" * 100_000 + "2. Second.\n"
    path = tmp_path / "seeds" / "long.txt"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    found = job.look_at(path, "", None)
    assert [(one.label, one.first_line, one.last_line) for one in found.sections] == [
        ("1.", 3, 200_003),
        ("2.", 200_005, 200_005),
    ]
    assert read_source(path, "long.txt").size == len(text)
    (tmp_path / "annotations").mkdir()
    (tmp_path / "annotations" / "statement.yml").write_text("short_title: Long\n", encoding="utf-8")
    with pytest.raises(EditionError) as caught:
        job.build(tmp_path, "", lambda _: None)
    assert str(caught.value) == (
        "seeds/long.txt: the statement has 100,002 clauses, more than the 10,000 that get a page each\n"
        "    remedy: divide it into several editions; build.py inspect shows how the text is understood"
    )


@pytest.mark.parametrize(
    "name", ["con", "CON", "nul", "com1", "lpt9", "con.txt", "aux ", "x.", "..", "a/b", "a\\b", ""]
)
def test_an_id_that_is_no_safe_name_is_refused(name: str) -> None:
    assert not is_slug(name)


def test_headings_that_name_devices_or_pages_get_other_labels(tmp_path: Path) -> None:
    (tmp_path / "annotations").mkdir()
    lines = "short_title: x\noutline:\n  lines:\n    section: 3, 7, 11, 15\n"
    (tmp_path / "annotations" / "statement.yml").write_text(lines, encoding="utf-8")
    _, outline = load_outline(tmp_path)
    text = "A title\n\nCon\n\nOne.\n\nTopics\n\nTwo.\n\nPreamble of it\n\nThree.\n\nText\n\nFour.\n"
    statement = parse(source_of(text), outline, Report())
    assert_sound(statement)
    assert [section.label for section in statement.sections] == [
        "con-1",
        "topics-1",
        "preamble-of-it",
        "text-1",
    ]
