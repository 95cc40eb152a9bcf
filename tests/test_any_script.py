"""Editions in any script in a real browser: direction and layout, the words as they are, the search."""

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from conftest import CASES, ROOT, Reading, quiet, serving
from playwright.sync_api import Browser, Page, expect
from test_explore import check, told_by_page

from glossator import job
from glossator.edition import load_edition
from glossator.find import find

Editions = Callable[[str, str], job.Built]
TEXTS = CASES / "tongues"


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    """Build an edition of a text of the cases once: its language, and that of the theme."""

    @cache
    def build(language: str, pages: str) -> job.Built:
        folder = tmp_path_factory.mktemp("tongues") / f"{language}-{pages}"
        (folder / "seeds").mkdir(parents=True)
        (folder / "annotations" / "sections").mkdir(parents=True)
        text = "ar" if language == "fa" else language
        shutil.copy(TEXTS / f"{text}.txt", folder / "seeds")
        shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
        about = f"short_title: {text} 2031\nlanguage: {language if pages else 'en'}\n"
        (folder / "annotations" / "statement.yml").write_text(about, encoding="utf-8")
        config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        config = config.replace("  language: en", f"  language: {pages or 'en'}")
        (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
        return job.build(folder, "", quiet)

    return build


def from_disk(built: job.Built) -> Reading:
    return Reading(built.site.as_uri())


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    yield context.new_page()
    context.close()


PAGES = ("/", "/1/", "/2/", "/signature/", "/full/", "/1/1/", "/explore/", "/cite/", "/about/")


@pytest.mark.parametrize(("language", "pages"), [("ar", "ar"), ("fa", "en"), ("zh", "zh")])
def test_nothing_is_wider_than_a_phone(editions: Editions, phone: Page, language: str, pages: str) -> None:
    reading = from_disk(editions(language, pages))
    for name in PAGES:
        phone.goto(reading.address(name))
        for width in (390, 320):
            phone.set_viewport_size({"width": width, "height": 800})
            assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth"), (name, width)


@pytest.mark.both
def test_a_page_from_right_to_left_is_mirrored(editions: Editions, page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(from_disk(editions("ar", "ar")).address("/1/#c1.1"))
    at = """name => { const box = document.querySelector(name).getBoundingClientRect();
        return [box.left, box.right]; }"""
    menu, text, number, link, words = (
        page.evaluate(at, name)
        for name in (
            ".md-sidebar--primary .md-nav",
            ".clause",
            '[id="c1.1"] .number',
            '[id="c1.1"] .headerlink',
            '[data-clause="1.1"] .statement-text',
        )
    )
    assert menu[0] >= text[1]
    assert number[1] == pytest.approx(text[1], abs=2)
    assert link[1] <= number[0]
    assert words[1] <= number[0]
    shadow = page.evaluate("getComputedStyle(document.querySelector('[data-clause=\"1.1\"]')).boxShadow")
    assert re.search(r"rgb\([^)]*\) 1[45](?:\.\d+)?px 0px", shadow), shadow
    assert page.evaluate("getComputedStyle(document.querySelector('.statement')).fontFamily").startswith(
        '"Noto Naskh Arabic"'
    )


def test_passages_tell_their_language_and_direction(editions: Editions, page: Page) -> None:
    told = """names => names.map(name => { const node = document.querySelector(`[data-clause="${name}"]`)
        .querySelector(".statement-text"); const style = getComputedStyle(node);
        return [node.closest("[lang]").lang, style.direction, style.unicodeBidi,
            getComputedStyle(node.parentElement).direction]; })"""
    page.goto(from_disk(editions("ar", "ar")).address("/2/"))
    arabic, french = ["ar", "rtl", "isolate", "rtl"], ["und-Latn", "ltr", "isolate", "ltr"]
    assert page.evaluate(told, ["2.1", "2.2", "2.3", "2.4"]) == [arabic, arabic, french, french]
    page.goto(from_disk(editions("fa", "en")).address("/2/"))
    assert page.evaluate(told, ["2.1", "2.3"]) == [["fa", "rtl", "isolate", "rtl"], french]
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"


@pytest.mark.both
@pytest.mark.parametrize(("language", "pages"), [("ar", "ar"), ("hi", "hi"), ("zh", "zh")])
def test_a_clause_is_selected_letter_for_letter(
    editions: Editions, page: Page, language: str, pages: str
) -> None:
    built = editions(language, pages)
    statement = load_edition(built.site.parent).edition.statement
    reading = from_disk(built)
    take = """clause => {
        const range = document.createRange();
        range.selectNodeContents(clause.querySelector(".statement-text"));
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        return [clause.querySelector(".statement-text").textContent, getSelection().toString()];
    }"""
    count = 0
    for section in statement.sections:
        page.goto(reading.address(f"/{section.label}/"))
        for clause in section.clauses:
            words = statement.source.cut(clause.span)
            shown, selected = page.locator(f'[data-clause="{clause.address}"]').evaluate(take)
            assert shown == words
            assert selected == words
            count += 1
    assert count >= 4


@pytest.mark.both
def test_marks_of_direction_end_with_their_words(editions: Editions, page: Page) -> None:
    """The clause opens an override that it never closes; what we write after it keeps its order."""
    page.goto(from_disk(editions("ar", "ar")).address("/3/1/"))
    assert "\u202e" in str(page.locator('[data-clause="3.1"] .statement-text').text_content())
    order = """() => {
        const walker = document.createTreeWalker(document.querySelector(".quotation"), NodeFilter.SHOW_TEXT);
        while (!walker.nextNode()?.textContent.includes("https"));
        const node = walker.currentNode, from = node.textContent.indexOf("https");
        return [0, 1, 2, 3].map(at => { const range = document.createRange();
            range.setStart(node, from + at); range.setEnd(node, from + at + 1);
            return range.getBoundingClientRect().left; });
    }"""
    places = page.evaluate(order)
    assert places == sorted(places)


def test_chinese_is_set_in_full_squares(editions: Editions, page: Page) -> None:
    page.goto(from_disk(editions("zh", "zh")).address("/1/"))
    style = """() => { const style = getComputedStyle(document.querySelector(".statement"));
        const [height, size] = [style.lineHeight, style.fontSize].map(parseFloat);
        return [style.lineBreak, style.textAlign, height / size]; }"""
    breaks, align, leading = page.evaluate(style)
    assert (breaks, align) == ("strict", "justify")
    assert leading > 1.8


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        (
            "ar",
            {
                "التجارة": "1.1", "تجاره": "1.1", "للتجارة": "1.2", "موازره": "3.1", "وزيرين": "1.2",
                "القري": "3.1", "2035": "1.1", "٢.١": "2.1", "المادة ٢": "2.1", "bibliotheque": "2.3",
            },
        ),
        ("he", {"שלום": "1.2", "שלומ": "1.2", "עמים": "P.1", "שרים": "2.1", "1.2": "1.2"}),
        ("zh", {"桥": "1.1", "渔业协定": "2.2", "2032": "1.1", "２０３２": "1.1", "wi-fi": "3.1"}),
        ("ja", {"教育": "2.1", "カモメ": "1.2", "ｶﾓﾒ": "1.2", "2032": "1.1", "第一条": "1.1", "橋": "1.1"}),
        ("hi", {"शिक्षा": "1.1", "शिक्ष": "1.1", "15": "1.2", "१.२": "1.2", "जहाज\u093c": "1.2", "मत्र": ""}),
        ("ru", {"еще": "1.1", "САМОЛЁТЫ": "1.1", "комиссия": "2.2"}),
    ],
)  # fmt: skip
def test_words_are_found_in_every_script(
    editions: Editions, page: Page, language: str, asked: dict[str, str]
) -> None:
    built = editions(language, language)
    seek(page, from_disk(built), asked)
    if language == "zh":
        with serving(built.site) as base:
            seek(page, Reading(base), asked)


def seek(page: Page, reading: Reading, asked: dict[str, str]) -> None:
    """See that each query finds the clause with this address first, or nothing where it is empty."""
    page.goto(reading.address("/cite/"))
    box = page.locator(".md-search__input")
    results = page.locator(".md-search-result__item h1")
    meta = page.locator(".md-search-result__meta")
    for query, address in asked.items():
        box.click()
        box.fill("")
        box.fill(query)
        if not address:
            page.wait_for_timeout(500)
            expect(results).to_have_count(0)
            continue
        expect(results.first).to_have_text(re.compile(rf"^\s*{re.escape(address)}(?!\d)"))
        expect(meta).not_to_be_empty()
        expect(page.locator(".md-search-result__item").first.locator("mark").first).to_be_visible()


def test_what_was_found_is_marked_on_its_page(editions: Editions, page: Page) -> None:
    page.goto(from_disk(editions("he", "he")).address("/cite/"))
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill("שלום")
    page.locator(".md-search-result__link").first.click()
    page.mouse.move(50, 50)
    expect(page.locator('[data-clause="1.2"] mark')).to_have_text("שָׁלוֹם")


QUOTATIONS = {
    "ar": ["يعلن الطرفان ان التجارة بين البلدين", "كل سنه", "عام 2035", "الطرفان لا التجارة بين البلدين"],
    "he": ["שלום הוא תנאי", "שלומ הוא", "ידידות ארוכת השנים", "הצדדים יקימו וועדה משותפת למים"],
    "hi": ["१५ प्रतिशत", "15 प्रतिशत", "शिक्षा और व्यापर के क्षेत्र में", "जहाज\u093cों", "शिक्ष"],
    "ja": ["2032年から", "カモメ号", "ｶﾓﾒ号の運航", "教育を受ける義務を有する"],
    "ru": ["что еще многое", "САМОЛЕТЫ", "самолёты и поезда обеих сторон"],
    "zh": ["自2032年起", "渔业协定", "“林海倡议”框架下", "友谊的大桥梁"],
}  # fmt: skip


@pytest.mark.parametrize("language", QUOTATIONS)
def test_page_and_program_agree_on_quotations(editions: Editions, page: Page, language: str) -> None:
    built = editions(language, "")
    statement = load_edition(built.site.parent).edition.statement
    page.goto(from_disk(built).address("/explore/"))
    kinds = Counter[str]()
    for words in QUOTATIONS[language]:
        (part,) = find(statement, words)
        found = part.found[0]
        kind = "near" if found.near else ", ".join(found.kinds) or "exact"
        shown, place = told_by_page(check(page, words))
        assert shown == kind + (", cut" if found.cut else ""), words
        assert place in ("", found.pieces[0].at), words
        kinds[kind] += 1
    assert len(kinds) > 1, kinds


def test_the_filter_of_clauses_reads_every_script(editions: Editions, page: Page) -> None:
    for language, words, address in (("ar", "مؤازره", "3.1"), ("hi", "जहाज", "1.2"), ("ru", "еще", "1.1")):
        page.goto(from_disk(editions(language, "")).address("/explore/"))
        page.locator(".explore-form [name=words]").fill(words)
        shown = page.locator(".explored > li:visible .explored-clause")
        expect(shown).to_have_count(1)
        expect(shown).to_contain_text(address)


def test_a_number_in_any_figures_opens_its_clause(editions: Editions, page: Page) -> None:
    page.goto(from_disk(editions("ar", "ar")).address("/1/"))
    page.locator("input[name=go]").first.fill("٢٫٣")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/2/index\.html#c2\.3$"))
