"""The built site: its pages and addresses, the same bytes every time, the last good one kept."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, copy_edition, digests, quiet
from selectolax.lexbor import LexborHTMLParser

from glossator import job
from glossator.edition import load_edition
from glossator.errors import EditionError
from glossator.model import Statement
from glossator.pages import GENERATED
from glossator.parse import sentences_of
from glossator.site import swap, workplace

SECTIONS = ["preamble", *map(str, range(1, 15)), "signature"]


@pytest.fixture(scope="module")
def statement() -> Statement:
    return load_edition(ROOT).edition.statement


def page(site: Path, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / name / "index.html").read_text(encoding="utf-8"))


def test_every_page_is_an_index_in_its_folder(flagship: job.Built) -> None:
    for name in ["", *SECTIONS, "full", "topics", "about"]:
        assert (flagship.site / name / "index.html").is_file()
    stray = {path.name for path in flagship.site.rglob("*.html")} - {"index.html", "404.html"}
    assert not stray


def test_the_clauses_stand_in_reading_order_with_their_headings(
    flagship: job.Built, statement: Statement
) -> None:
    found = []
    for name in SECTIONS:
        for clause in page(flagship.site, name).css("[data-clause]"):
            heading = clause.css_first("h2")
            assert heading is not None
            found.append((clause.attributes["data-clause"], heading.attributes["id"]))
    assert len(found) == 42
    assert found == [(clause.address, f"c{clause.address}") for clause in statement.clauses]


def test_sentences_have_places_of_their_own(flagship: job.Built, statement: Statement) -> None:
    for section in statement.sections:
        tree = page(flagship.site, section.label)
        for clause in section.clauses:
            for sentence in sentences_of(statement.source, clause):
                node = tree.css_first(f'[id="c{sentence.address}"]')
                assert node is not None
                assert node.text() == statement.source.cut(sentence.span)


def test_a_supplied_number_is_shown_as_supplied(flagship: job.Built) -> None:
    tree = page(flagship.site, "1")
    assert [node.text() for node in tree.css("h1 .number, .clause .supplied")] == ["[1]", "[1]"]
    assert "Number supplied by the editors" in "".join(node.text() for node in tree.css(".editorial"))
    assert not tree.css(".statement-marker")
    assert [node.text() for node in page(flagship.site, "2").css(".statement-marker")] == ["2、"]


def test_every_clause_shows_its_topics_and_every_topic_its_clauses(flagship: job.Built) -> None:
    for name in SECTIONS[:-1]:
        for clause in page(flagship.site, name).css("[data-clause]"):
            assert clause.css(".topics a"), clause.attributes["data-clause"]
    tree = page(flagship.site, "topics/sco")
    quoted = [node.text() for node in tree.css(".statement-text")]
    assert len(quoted) == len(tree.css("h2")) == 3
    assert all("Shanghai Cooperation Organization" in words for words in quoted)
    assert len(tree.css(".statement-text mark")) == 3


def test_addresses_for_others_have_no_index_html(flagship: job.Built) -> None:
    for path in flagship.site.rglob("index.html"):
        canonical = re.search(r'<link rel="canonical" href="([^"]+)"', path.read_text(encoding="utf-8"))
        assert canonical
        assert canonical[1].endswith("/")
    sitemap = (flagship.site / "sitemap.xml").read_text(encoding="utf-8")
    assert "index.html" not in sitemap
    assert "lastmod" not in sitemap
    assert "https://example.org/china-belarus-2023/4/</loc>" in sitemap
    guide = 1  # A page that people wrote, which is none of those that the build counts.
    assert sitemap.count("<loc>") == flagship.pages + guide


def test_nothing_is_loaded_from_elsewhere(flagship: job.Built) -> None:
    for path in flagship.site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r'<(?:script|img|iframe|source)[^>]+src="(?:https?:)?//', text)
        assert not re.search(r'<link(?![^>]+canonical)[^>]+href="(?:https?:)?//', text)


def test_two_builds_give_the_same_bytes(
    flagship: job.Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    again = job.build(copy_edition(tmp_path / "somewhere" / "else"), "", quiet)
    assert digests(again.site) == digests(flagship.site)


@pytest.mark.parametrize("builder", ["mkdocs", "properdocs"])
def test_the_committed_pages_build_without_us_and_without_a_warning(builder: str, tmp_path: Path) -> None:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    command = [sys.executable, "-m", builder, "build", "--strict", "-f", str(ROOT / "mkdocs.yml")]
    result = subprocess.run(
        [*command, "-d", str(tmp_path / "site")],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        cwd=tmp_path,
    )
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr
    assert (tmp_path / "site" / "4" / "index.html").is_file()


def test_a_template_that_changes_the_words_fails_and_the_last_good_site_stays(small: Path) -> None:
    job.build(small, "", quiet)
    before = digests(small / "site")
    macros = (ROOT / "templates" / "macros.j2").read_text(encoding="utf-8")
    (small / "templates").mkdir()
    (small / "templates" / "macros.j2").write_text(
        macros.replace("words_of(section, one)", "words_of(section, one).replace('daily', 'weekly')"),
        encoding="utf-8",
    )
    with pytest.raises(EditionError) as caught:
        job.build(small, "", quiet)
    assert str(caught.value.mistakes[0]).startswith(
        "docs/1/index.md: the page does not show the words of seeds/communique.txt:7\n"
    )
    assert digests(small / "site") == before


def test_a_failing_proof_fails_the_build_and_the_last_good_site_stays(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job.build(small, "", quiet)
    before = digests(small / "site")
    monkeypatch.setattr(job, "finish", lambda *_: None)
    with pytest.raises(EditionError, match="stands on no page"):
        job.build(small, "", quiet)
    assert digests(small / "site") == before


def test_a_page_that_nothing_makes_any_more_is_removed(small: Path) -> None:
    job.build(small, "", quiet)
    orphan = small / "docs" / "topics" / "no-more" / "index.md"
    orphan.parent.mkdir()
    orphan.write_text(f"---\n# {GENERATED}\n---\n\n# No more\n", encoding="utf-8")
    mine = small / "docs" / "mine.md"
    mine.write_text("# Mine\n\nA page by people.\n", encoding="utf-8")
    job.build(small, "", quiet)
    assert not orphan.parent.exists()
    assert mine.exists()
    assert (small / "site" / "mine.html").exists()


def test_a_page_by_people_is_never_overwritten(small: Path) -> None:
    (small / "docs" / "about").mkdir()
    (small / "docs" / "about" / "index.md").write_text("# By people\n", encoding="utf-8")
    with pytest.raises(EditionError) as caught:
        job.build(small, "", quiet)
    assert str(caught.value) == (
        "docs/about/index.md: a page written by people stands where a generated one belongs\n"
        "    remedy: move it to another name; it would be overwritten"
    )


def test_a_wrong_link_on_a_page_by_people_is_told(small: Path) -> None:
    (small / "docs" / "mine.md").write_text("# Mine\n\n[x](nowhere.md) [y](1/index.md#c1.99)\n")
    with pytest.raises(EditionError) as caught:
        job.build(small, "", quiet)
    assert [mistake.place for mistake in caught.value.mistakes] == ["docs/mine.md", "docs/mine.md"]
    assert "'nowhere.md'" in caught.value.mistakes[0].problem
    assert "'#c1.99'" in caught.value.mistakes[1].problem


def test_a_broken_mkdocs_yml_is_told_with_its_line(small: Path) -> None:
    with (small / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("extra_css: [\n")
    with pytest.raises(EditionError) as caught:
        job.build(small, "", quiet)
    assert re.match(r"mkdocs\.yml:\d+: MkDocs says: ", str(caught.value))


HOSTILE = (
    """'"><script>alert(1)</script> <b onclick=x>b</b> {{ 7*7 }} [a](javascript:b) `c` &lt; """
    "<!-- words 1.1 --> A\u2028B\x7f C#"
)


def test_what_editors_write_is_shown_and_never_interpreted(small: Path) -> None:
    """The same edition twice, with tame and with hostile words in every place for words."""
    shapes = []
    for words in ("Tame words", HOSTILE):
        quoted = json.dumps(words)
        (small / "annotations" / "statement.yml").write_text(
            f"{{short_title: {quoted}, summary: {quoted}, trust: {quoted}, standing: {quoted},"
            f" place: {quoted}, provenance: {quoted}, parties: [{quoted}],"
            f" witnesses: [{{title: {quoted}, note: {quoted}}}],"
            f" outline: {{title_block: [{{line: 1, role: title, note: {quoted}}}],"
            f" sections: [{{label: preamble, line: 3, caption: {quoted}}},"
            f" {{label: 1, caption: {quoted}, clauses: {{'1.1': {quoted}}}}},"
            f" {{label: signature, line: 11, caption: {quoted}}}]}}}}",
            encoding="utf-8",
        )
        (small / "annotations" / "topics.yml").write_text(
            f"[{{id: ferry, label: {quoted}, definition: {quoted}}},"
            f" {{id: boat, label: {quoted}, definition: {quoted}, broader: ferry, match: [trade]}}]",
            encoding="utf-8",
        )
        built = job.build(small, "", quiet)
        trees = {path: LexborHTMLParser(path.read_text()) for path in sorted(built.site.rglob("*.html"))}
        shapes.append(
            {
                path: [(node.tag, sorted(node.attributes)) for node in tree.css("*")]
                for path, tree in trees.items()
            }
        )
    assert shapes[0] == shapes[1]
    caption = page(small / "site", "1").css_first("h1 .caption")
    assert caption is not None
    assert caption.text() == HOSTILE


@pytest.mark.parametrize(
    ("landmark", "says"),
    [
        ("<!-- words 99.9 -->", "the landmark '<!-- words 99.9 -->' names nothing"),
        ("<!-- quote nine -->", "the landmark '<!-- quote nine -->' names nothing"),
        (
            "<!-- words 1.1 -->\n\nOurs.",
            "the landmark '<!-- words 1.1 -->' does not stand before what it announces",
        ),
    ],
)
def test_a_wrong_landmark_is_told(small: Path, landmark: str, says: str) -> None:
    (small / "docs" / "mine.md").write_text(f"# Mine\n\n{landmark}\n\n> Words.\n", encoding="utf-8")
    with pytest.raises(EditionError) as caught:
        job.build(small, "", quiet)
    assert str(caught.value).startswith(f"docs/mine.md: {says}\n    remedy: write landmarks as")


def test_only_one_build_at_a_time(tmp_path: Path) -> None:
    with workplace(tmp_path), pytest.raises(EditionError, match="another build is at work here"):
        job.build(tmp_path, "", quiet)


def test_what_a_killed_build_left_is_put_right(tmp_path: Path) -> None:
    """A build killed between its two steps, where folders cannot be exchanged in one."""
    former = tmp_path / ".glossator" / "site-former"
    former.mkdir(parents=True)
    (former / "index.html").write_text("the last good site")
    with workplace(tmp_path) as (fresh, _):
        assert not any(fresh.iterdir())
        assert (tmp_path / "site" / "index.html").read_text() == "the last good site"
        (fresh / "index.html").write_text("new")
        swap(fresh, tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "new"
    assert {path.name for path in (tmp_path / ".glossator").iterdir()} == {".gitignore", "lock", "templates"}


def test_the_swap_works_where_folders_cannot_be_exchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "another system")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("old")
    (tmp_path / "site" / "old.html").write_text("old")
    with workplace(tmp_path) as (fresh, _):
        (fresh / "index.html").write_text("new")
        swap(fresh, tmp_path / "site")
    assert digests(tmp_path / "site").keys() == {"index.html"}
