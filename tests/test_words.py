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
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from glossator import job
from glossator.errors import EditionError
from glossator.words import ENGLISH, find_words, known_languages, missing_notice
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


HEAD = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
OURS = ROOT / "templates"


def own(folder: Path, name: str, text: str) -> Path:
    (folder / "words").mkdir(parents=True, exist_ok=True)
    (folder / "words" / name).write_text(text, encoding="utf-8")
    return folder


def test_the_language_of_the_text_decides_unless_the_editor_does(small: Path) -> None:
    about = small / "annotations" / "statement.yml"
    plain = about.read_text(encoding="utf-8")
    for told, title in (
        ("language: ru", "Главная"),
        ("language: ru-RU", "Главная"),
        ("language: ru\npages: en", "Home"),
        ("language: xx", "Home"),
        ("pages: ru", "Главная"),
    ):
        about.write_text(f"{told}\n{plain}", encoding="utf-8")
        job.build(small, "", quiet)
        page = LexborHTMLParser((small / "site" / "index.html").read_text(encoding="utf-8"))
        assert [node.text() for node in page.css("title")] == [f"{title} - Arland–Borland communiqué"]
        lang = "en" if title == "Home" else "ru"
        assert [node.attributes["lang"] for node in page.css("html")] == [lang]
        # The header names the edition, though its mkdocs.yml was copied from another.
        assert [node.text(strip=True) for node in page.css(".md-header__topic")][:1] == [
            "Arland–Borland communiqué"
        ]
        speaks = "__words" in (small / "docs" / "assets" / "addresses.js").read_text(encoding="utf-8")
        assert speaks == (title != "Home")


def test_pages_in_a_language_without_words_are_a_mistake(small: Path) -> None:
    about = small / "annotations" / "statement.yml"
    about.write_text(f"pages: xx-Latn\n{about.read_text(encoding='utf-8')}", encoding="utf-8")
    with pytest.raises(EditionError) as told:
        job.check(small, "", quiet)
    known = ", ".join(known_languages([OURS]))
    assert str(told.value) == (
        "annotations/statement.yml: there are no words in 'xx-Latn' for the pages\n"
        f"    remedy: take one of {known}, or translate templates/words/words.pot to "
        "templates/words/xx-Latn.po"
    )


def test_an_edition_replaces_single_messages(tmp_path: Path) -> None:
    own(tmp_path, "ru.po", f'{HEAD}\nmsgid "Home"\nmsgstr "Начало"\n')
    words = find_words("ru", [tmp_path, OURS], asked=False)
    assert words.say("Home") == "Начало"
    assert words.say("Search") == "Поиск"
    assert words.say("What nobody has translated") == "What nobody has translated"


def test_forms_follow_the_number() -> None:
    words = find_words("ru", [OURS], asked=False)
    told = [words.counted("%(num)s clause", "%(num)s clauses", number) for number in (1, 2, 5, 11, 21, 104)]
    assert told == ["1 пункт", "2 пункта", "5 пунктов", "11 пунктов", "21 пункт", "104 пункта"]
    assert words.number(13710) == "13\xa0710"
    assert ENGLISH.counted("%(num)s clause", "%(num)s clauses", 1) == "1 clause"
    assert ENGLISH.number(13710) == "13,710"


BROKEN = {
    'msgid "Note %(number)s"\nmsgstr "Примечание %(numero)s"\n': """\
templates/words/ru.po:5: the translation of “Note %(number)s” has %(numero)s, which nothing fills
    remedy: keep %(…)s as the English has it, and write %% for a percent sign""",
    'msgid "Home"\nmsgstr "100 %"\n': """\
templates/words/ru.po:5: the translation of “Home” has a lone %, which nothing fills
    remedy: keep %(…)s as the English has it, and write %% for a percent sign""",
    '"Plural-Forms: nplurals=2; plural=import(n);\\n"\n\nmsgid "Home"\nmsgstr "Дом"\n': """\
templates/words/ru.po: the rule for plural forms cannot be read
    remedy: copy Plural-Forms from a catalogue of the same language""",
    "this is nonsense\n": """\
templates/words/ru.po:5: this is no line of a catalogue
    remedy: compare it with the catalogue of another language""",
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_catalogue_is_told(tmp_path: Path, text: str) -> None:
    own(tmp_path, "ru.po", HEAD + text)
    with pytest.raises(EditionError) as error:
        find_words("ru", [tmp_path], asked=False)
    assert str(error.value) == BROKEN[text]


def test_what_is_not_translated_is_counted(tmp_path: Path) -> None:
    own(tmp_path, "fr.po", HEAD.replace("ru", "fr") + '\nmsgid "Home"\nmsgstr "Accueil"\n')
    own(tmp_path, "words.pot", f'{HEAD}\nmsgid "Home"\nmsgstr ""\n\nmsgid "Find"\nmsgstr ""\n')
    words = find_words("fr-CA", [tmp_path], asked=True)
    assert str(missing_notice(words, [tmp_path])) == (
        "templates/words/fr.po: 1 of 2 messages are not translated, and English on the pages\n"
        "    remedy: translate them there or in the edition's own catalogue, “Find” first"
    )
    assert missing_notice(ENGLISH, [tmp_path]) is None


def test_scripts_say_nothing_in_english(greek: Path, browser: Browser) -> None:
    site = (greek / "site").as_uri()
    page = browser.new_page()

    def heard(selector: str) -> list[str]:
        """Return what elements say, aloud too, outside all brackets."""
        texts = page.locator(selector).evaluate_all(
            "nodes => nodes.flatMap((root) => [root.textContent, ...[root, ...root.querySelectorAll('*')]"
            ".flatMap((one) => [one.ariaLabel ?? '', one.title ?? '', one.placeholder ?? ''])])"
        )
        assert any("⟦" in text for text in texts), selector
        return [one for text in texts for one in unsaid(text) if one not in KNOWN]

    page.goto(f"{site}/1/index.html#c1.9")
    assert heard(".landing, .view-switch, form.go, .clause .tool") == []
    page.locator("form.go input").first.fill("⟦Preamble⟧ 7")
    page.locator("form.go button").first.click()
    assert heard(".go-said") == []
    page.locator("a.cite").first.click()
    assert heard(".cite-panel h2, .cite-panel label, .cite-panel button, .cite-panel .cite-buttons a") == []
    assert (page.locator(".cite-panel pre").get_attribute("aria-label") or "").startswith("⟦")
    page.goto(f"{site}/commitments/index.html?sort=-strength")
    assert heard(".register-form, table.register thead") == []
    assert page.locator('th[aria-sort="descending"]').inner_text().strip("↓↑↕ ") == "⟦Strength⟧"
    for quote in (
        "Χαιρετίζουν το εμπόριο",
        "χαιρετίζουν, το εμπόριο",
        "Οι τρεις πλευρές θα ανοίξουν",
        "κάτι",
    ):
        page.goto(f"{site}/explore/index.html?quote={quote}#check")
        assert heard(".quotation-verdict, .quotation-found") == []
    page.locator("#explore-words").fill("πορθμείο")
    assert heard(".explore-told") == []
    page.close()
