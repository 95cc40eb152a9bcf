"""The words of the interface: all gathered, all translated where there is a catalogue, none left behind."""

import re
import shutil
from collections.abc import Iterator
from gettext import c2py
from pathlib import Path

import pytest
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po
from conftest import CASES, ROOT, quiet
from selectolax.lexbor import LexborHTMLParser

from glossator import job
from glossator.words.gather import gather, updated, written

FOLDER = ROOT / "templates" / "words"
CATALOGUES = sorted(FOLDER.glob("*.po"))
PLACE = re.compile(r"%\((\w+)\)s")
LETTERS = re.compile(r"[A-Za-z][A-Za-z’ -]*")
SPOKEN_ATTRIBUTES = ("aria-label", "title", "placeholder", "data-label")


def read(path: Path) -> Catalog:
    with path.open("rb") as stream:
        return read_po(stream, abort_invalid=True)


def forms(message: Message) -> list[str]:
    string = message.string or ""
    return [string] if isinstance(string, str) else list(string)


def originals(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def catalogue_of(template: Catalog, language: str, open_: str, close: str) -> bytes:
    """Return a catalogue in which every message is its English between two signs."""
    for message in template:
        if message.id:
            ones = [f"{open_}{one}{close}" for one in originals(message)]
            message.string = ones[0] if isinstance(message.id, str) else tuple(ones)
    return written(template, language)


def test_the_template_holds_all_messages_of_the_sources() -> None:
    assert (FOLDER / "words.pot").read_bytes() == written(gather()), "run make words"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_is_up_to_date(path: Path) -> None:
    assert path.read_bytes() == updated(path, gather()), "run make words"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_is_whole(path: Path) -> None:
    catalogue = read(path)
    assert str(catalogue.locale_identifier).replace("_", "-") == path.stem
    form = c2py(catalogue.plural_expr)
    assert {form(number) for number in range(1200)} <= set(range(catalogue.num_plurals))
    for message in catalogue:
        if not message.id:
            continue
        assert not message.fuzzy, message.id
        places = {place for one in originals(message) for place in PLACE.findall(one)}
        assert all(forms(message)), f"not translated: {message.id}"
        if isinstance(message.id, str):
            assert sorted(PLACE.findall(message.id)) == sorted(PLACE.findall(forms(message)[0])), message.id
        else:
            assert len(forms(message)) == catalogue.num_plurals, message.id
            for one in forms(message):  # "One clause" may do without the number.
                assert places - {"num"} <= set(PLACE.findall(one)) <= places, one
        for one in forms(message):
            assert "%" not in PLACE.sub("", one).replace("%%", ""), one
            assert [mark in one for mark in ("`", "](", "**")] == [
                mark in originals(message)[0] for mark in ("`", "](", "**")
            ], one
            assert "|" not in one, one


@pytest.fixture(scope="module")
def greek(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build an edition in Greek letters whose interface puts brackets around everything it says."""
    folder = tmp_path_factory.mktemp("words") / "edition"
    shutil.copytree(CASES / "greek", folder)
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "templates" / "words").mkdir(parents=True)
    catalogue = catalogue_of(gather(), "eo", "⟦", "⟧")
    (folder / "templates" / "words" / "eo.po").write_bytes(catalogue)
    job.accept(folder, job.review(folder, "", "2031-06-01", ()).ledger)
    seed = folder / "seeds" / "koine.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("Αυτό δεν θα μείνει.\n\n", ""), encoding="utf-8")
    job.accept(folder, job.review(folder, "", "2031-07-01", ()).ledger)
    job.build(folder, "", quiet)
    return folder


def unsaid(text: str) -> list[str]:
    """Return the Latin letters in a text that stand outside all brackets."""
    depth, outside = 0, ""
    for letter in text:
        depth += {"⟦": 1, "⟧": -1}.get(letter, 0)
        outside += letter if not depth else " "
    return [one.strip() for one in LETTERS.findall(outside)]


NO_WORDS = (
    "script, style, svg.md-icon, code, pre, .citation, .style, .quotation, .printed-address, .headerlink"
)
KNOWN = {
    "Q",
    "P",
    "UTF-",
    "SHA-",
    "koine",
    "txt",
    "https",
    "example",
    "org",
    "Wikidata",
    "seeds",
    "china-belarus-",
    "c",
    "cP",
    "preamble",
    "el",
}


def of_ours(page: LexborHTMLParser) -> Iterator[str]:
    """Yield what a page says in its article, its menu and its head, and what it names for who listens."""
    article = page.css_first("article")
    assert article
    for node in page.css(f"article :is({NO_WORDS})"):
        if node.tag != "a":
            node.decompose(recursive=True)
        else:
            node.remove()
    texts = [article.text(separator=" ")]
    named = page.css(".md-nav--primary .md-ellipsis, title, .md-footer .md-ellipsis")
    texts += [node.text() for node in named]
    for node in page.css("article *, label[for^=__palette]"):
        texts += [node.attributes.get(name) or "" for name in SPOKEN_ATTRIBUTES]
    texts += [node.text() for node in page.css("article option")]
    texts += [node.attributes.get("content") or "" for node in page.css('meta[name="description"]')]
    yield from texts


def test_nothing_on_a_page_is_left_in_english(greek: Path) -> None:
    left: dict[str, set[str]] = {}
    pages = sorted((greek / "site").rglob("index.html"))
    assert len(pages) > 30
    for path in pages:
        page = LexborHTMLParser(path.read_text(encoding="utf-8"))
        html = page.css_first("html")
        assert html
        assert html.attributes["lang"] == "eo"
        for text in of_ours(page):
            for words in unsaid(text):
                if words not in KNOWN:
                    left.setdefault(words, set()).add(path.relative_to(greek / "site").as_posix())
    assert left == {}
