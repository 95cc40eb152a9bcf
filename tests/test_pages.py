"""The generated Markdown: text stays text in two engines, and the pages read well as they are."""

import html
import re
from pathlib import Path, PurePosixPath

import markdown
import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from glossator.edition import load_edition
from glossator.errors import EditionError
from glossator.index import index
from glossator.model import Output
from glossator.pages import GENERATED, write_pages
from glossator.pages.verbatim import quotation, verbatim
from glossator.site import site_address

TAG = re.compile(r"<[^>]*>")
MARKS = st.text(
    st.sampled_from("ab12 \n.#>+-=*_`\\[](){}<&;:!|~'\"é\u00a0\t\r\x0b\x0c\x02\x1c\x85\u2028"), min_size=1
)
ENGINES = {
    "Python-Markdown": lambda text: markdown.markdown(text, extensions=["attr_list", "tables", "toc"]),
    "CommonMark": MarkdownIt("commonmark").enable("table").render,
}


def seen(rendered: str) -> str:
    """Return the visible characters of rendered HTML."""
    return solid(html.unescape(TAG.sub("", rendered)))


def solid(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f]", "", text)


@pytest.mark.parametrize("engine", ENGINES)
@given(text=MARKS.filter(lambda text: bool(solid(text))))
def test_a_quotation_shows_the_text_and_nothing_else(engine: str, text: str) -> None:
    lines = [line for line in re.split(r"\r\n?|\n", text) if line.strip()]
    text = "\n".join(lines)  # A clause has no blank lines inside it.
    rendered = ENGINES[engine](quotation(text))
    assert seen(rendered) == solid(text)
    assert set(re.findall(r"</?(\w+)", rendered)) <= {"blockquote", "p", "br"}


@pytest.mark.parametrize("engine", ENGINES)
@given(text=MARKS.filter(lambda text: bool(solid(text))).map(lambda text: " ".join(text.split())))
def test_an_inline_text_shows_the_text_and_nothing_else(engine: str, text: str) -> None:
    rendered = ENGINES[engine](f"# {verbatim(text)} {{ #anchor }}\n\nWords {verbatim(text)} words.")
    paragraph = rendered.rpartition("<p>")[2]
    assert seen(paragraph) == solid(f"Words {text} words.")


@pytest.fixture(scope="module")
def outputs() -> dict[PurePosixPath, Output]:
    edition = load_edition(ROOT).edition
    address = site_address(ROOT / "mkdocs.yml")
    outputs = write_pages(edition, index(edition), [ROOT / "templates"], address=address)
    return {output.path: output for output in outputs}


def test_docs_hold_what_would_be_generated(outputs: dict[PurePosixPath, Output]) -> None:
    for path, output in outputs.items():
        assert (ROOT / "docs" / path).read_bytes() == output.text.encode()


def test_pages_are_markdown_and_no_wall_of_html(outputs: dict[PurePosixPath, Output]) -> None:
    for output in outputs.values():
        if output.path.suffix == ".md":
            # Markdown has no pictures drawn in place, no lines in a cell, no words of another language.
            plain = re.sub(
                r"<!--.*?-->|^<div class=\"picture-frame\".*$", "", output.text, flags=re.MULTILINE
            )
            # Forms, and what scripts fill, have no Markdown; they stand apart from what is read.
            plain = re.sub(r"^<form .*?</form>$", "", plain, flags=re.MULTILINE | re.DOTALL)
            plain = re.sub(r"^<(?:script|link|div) .*$", "", plain, flags=re.MULTILINE)
            plain = re.sub(r"<br>|<span lang=\"[\w-]+\">|</span>", "", plain)
            assert not re.search(r"<(?!https?:)[a-z]", plain), output.path


def test_a_forge_shows_every_word_of_the_statement(outputs: dict[PurePosixPath, Output]) -> None:
    statement = load_edition(ROOT).edition.statement
    for section in statement.sections:
        page = seen(MarkdownIt("commonmark").render(outputs[PurePosixPath(section.label, "index.md")].text))
        for clause in section.clauses:
            assert solid(statement.source.cut(clause.span)) in page
        for line in section.lines:
            assert solid(statement.source.cut(line.span)) in page


def test_links_between_pages_lead_somewhere_on_a_forge_too(outputs: dict[PurePosixPath, Output]) -> None:
    for output in outputs.values():
        for link in re.findall(r"\]\((?!https?:|<)([^)#]+)", output.text):
            target = (Path("/") / output.path.parent / link).resolve().relative_to("/")
            assert PurePosixPath(target) in outputs, f"{output.path}: {link}"


def test_an_edition_overrides_templates_by_name(tmp_path: Path) -> None:
    (tmp_path / "signature.md.j2").write_text("# {{ generated }}\n", encoding="utf-8")
    edition = load_edition(ROOT).edition
    pages = write_pages(edition, index(edition), [tmp_path, ROOT / "templates"])
    signature = next(page for page in pages if page.path == PurePosixPath("signature/index.md"))
    assert signature.text == f"# {GENERATED}\n"
    (tmp_path / "signature.md.j2").write_text("# Signed\n", encoding="utf-8")
    with pytest.raises(EditionError, match="does not say in its head that it is generated"):
        write_pages(edition, index(edition), [tmp_path, ROOT / "templates"])


def test_every_clause_has_a_narrower_topic_and_every_topic_a_definition() -> None:
    edition = load_edition(ROOT).edition
    topics, filings = edition.authorities.topics, edition.annotations.filings
    broad = {topic.broader for topic in topics}
    filed = {filing.clause for filing in filings if filing.topic not in broad}
    assert filed == {clause.address for clause in edition.statement.clauses}
    assert all(topic.definition for topic in topics)
    assert any(filing.by_hand for filing in filings)
    assert any(not filing.by_hand for filing in filings)
