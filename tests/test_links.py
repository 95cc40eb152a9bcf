"""Links to the words of the statement, and what a reader is told where they no longer fit."""

import functools
import json
import re
from urllib.parse import unquote

import pytest
from conftest import ROOT, Reading, copy_small_edition, quiet
from playwright.sync_api import Browser, Page, expect

from glossator import job
from glossator.edition import load_text
from glossator.ledger import digest
from glossator.model import Statement

HOST = "https://example.org/china-belarus-2023"
SELECT = """([from, to]) => {
    const place = (text) => {
        const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const inside = walker.currentNode.parentElement.closest(".statement-text");
            const at = walker.currentNode.data.indexOf(text);
            if (inside && at >= 0) return [walker.currentNode, at];
        }
        throw new Error(text);
    };
    const range = document.createRange();
    range.setStart(...place(from));
    const [node, at] = place(to);
    range.setEnd(node, at + to.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
}"""


@functools.cache
def statement_of_flagship() -> Statement:
    return load_text(ROOT).statement


def short(address: str) -> str:
    statement = statement_of_flagship()
    clause = next(one for one in statement.clauses if one.address == address)
    return digest(statement.source.cut(clause.span))[:4]


def copied(page: Page) -> str:
    page.wait_for_function("window.copied !== undefined")
    return str(page.evaluate("window.copied"))


@pytest.mark.parametrize("view", ["notes", "full"])
def test_every_clause_has_a_button_that_copies_its_link(page: Page, reading: Reading, view: str) -> None:
    link = f"{HOST}/4/?t={short('4.3')}#c4.3"
    page.goto(reading.address("/4/") + f"?view={view}")
    assert page.get_by_role("button", name="Copy link to").count() == 14
    button = page.get_by_role("button", name="Copy link to 4.3")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".copied")).to_have_text(f"Copied: {link}")
    assert copied(page) == link


def test_a_dossier_copies_its_own_address(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/4/3/"))
    page.get_by_role("button", name="Copy link to 4.3").click()
    assert copied(page) == f"{HOST}/4/3/?t={short('4.3')}"


def test_where_nothing_can_be_copied_the_link_is_shown(browser: Browser, reading: Reading) -> None:
    context = browser.new_context()
    context.add_init_script(
        'Object.defineProperty(navigator, "clipboard", { value: undefined });'
        "document.execCommand = () => false;"
    )
    page = context.new_page()
    link = f"{HOST}/7/?t={short('7.1')}#c7.1"
    page.goto(reading.address("/7/"))
    page.get_by_role("button", name="Copy link to 7.1").click()
    expect(page.locator(".copied")).to_have_text(link)
    context.close()


def test_a_link_to_selected_words_marks_them(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/4/"))
    page.evaluate(SELECT, ["emphasize the importance", "product production"])
    page.get_by_role("button", name="Copy link to these words").click()
    link = copied(page)
    address, _, fragment = link.partition(":~:text=")
    assert address == f"{HOST}/4/?t={short('4.7')}#c4.7"
    assert unquote(fragment) == "emphasize the importance of agricultural product production"
    page.goto("about:blank")
    page.goto(reading.address("/4/#c4.7") + f":~:text={fragment}")
    expect(page.locator('[data-clause="4.7"]')).to_be_in_viewport()
    expect(page.locator(".landing")).to_have_count(0)


def test_words_that_stand_twice_are_told_apart(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/4/"))
    page.evaluate(SELECT, ["both sides", "both sides"])
    page.get_by_role("button", name="Copy link to these words").click()
    assert "," in copied(page).partition(":~:text=")[2]


def test_a_selection_within_a_sentence_links_to_the_sentence(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/2/"))
    page.evaluate(SELECT, ["maintain political stability", "maintain political stability"])
    page.get_by_role("button", name="Copy link to sentence 2.1.2").click()
    assert copied(page) == f"{HOST}/2/?t={short('2.1')}#c2.1.2"


def test_a_selection_across_clauses_and_one_outside(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/4/"))
    page.evaluate(SELECT, ["encouraging entrepreneurship", "initiated market access"])
    page.get_by_role("button", name="Copy link to these words").click()
    assert copied(page).startswith(f"{HOST}/4/?t={short('4.3')}#c4.3")
    page.keyboard.press("Escape")
    expect(page.locator(".selection-bar")).to_be_hidden()
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.breadcrumbs'))")
    page.wait_for_timeout(300)
    expect(page.locator(".selection-bar")).to_be_hidden()


def test_a_link_made_for_other_words_says_so(page: Page, reading: Reading) -> None:
    for made in ("0000", "zzzz", "", "<b>", "%00", "9" * 2000):
        page.goto("about:blank")
        page.goto(reading.address("/4/") + f"?t={made}#c4.3")
        told = page.locator(".landing")
        expect(told).to_contain_text("This link was made for other words than 4.3 has now")
        expect(told).to_be_in_viewport()
        assert page.locator(".landing b").count() == 0


@pytest.mark.parametrize("anchor", ["c4.3", "c4.3.1"])
def test_a_link_made_for_these_words_says_nothing(page: Page, reading: Reading, anchor: str) -> None:
    page.goto(reading.address("/4/") + f"?t={short('4.3').upper()}#{anchor}")
    expect(page.locator('[data-clause="4.3"]')).to_be_in_viewport()
    expect(page.locator(".landing")).to_have_count(0)


@pytest.mark.parametrize(
    ("anchor", "says"),
    [
        ("c99.9", "There is no clause 99.9. Nearest: 12.1, 13.1, 14.1."),
        ("c4.99", "There is no clause 4.99. Nearest: 4.12, 4.13, 4.14."),
        ("c4.3.9", "4.3 has no sentence 9."),
    ],
)
def test_an_unknown_address_is_told_with_its_neighbours(
    page: Page, reading: Reading, anchor: str, says: str
) -> None:
    page.goto(reading.address(f"/4/#{anchor}"))
    expect(page.locator(".landing")).to_have_text(says)
    if "Nearest" in says:
        name = str(page.locator(".landing a").last.text_content())
        page.locator(".landing a").last.click()
        expect(page.locator(f'[data-clause="{name}"]')).to_be_in_viewport()


def test_an_address_on_the_wrong_page_leads_to_the_right_one(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/4/#c5.1"))
    expect(page.locator('[data-clause="5.1"]')).to_be_in_viewport()


def test_a_mistyped_anchor_breaks_nothing(page: Page, reading: Reading) -> None:
    for anchor in ("%", "%E0%A4%A", "c<img src=x onerror=alert(1)>.1", "c4.3'\"", "x"):
        page.goto("about:blank")
        page.goto(reading.address(f"/4/#{anchor}"))
        expect(page.get_by_role("button", name="Copy link to 4.3")).to_be_visible()
        assert page.locator(".landing img").count() == 0


REFERENCES = [
    ("4.3", "c4.3"),
    ("§ 4 para 3", "c4.3"),
    ("Section 4, paragraph 3, sentence 2", "c4.3.2"),
    ("art. 4 (3)", "c4.3"),
    ("preamble 2", "cP.2"),
    ("p.1", "cP.1"),
    (f"{HOST}/4/?t=1234#c4.3", "c4.3"),
    ("sección 4, cláusula 3", "c4.3"),
    ("пункт 4.3", "c4.3"),
    ("第4条第3款", "c4.3"),
    ("4", ""),
    ("signature", ""),
]


def test_a_reference_leads_to_its_clause(page: Page, reading: Reading) -> None:
    for typed, anchor in REFERENCES:
        page.goto(reading.address("/"))
        box = page.locator("article").get_by_label("Go to clause")
        box.fill(typed)
        box.press("Enter")
        folder = {"cP": "preamble"}.get(anchor[:2], "4" if anchor else typed)
        target = reading.address(f"/{folder}/")
        page.wait_for_url(re.compile(f"^{re.escape(target)}(?:[?#]|$)"))
        assert page.url.partition("#")[2] == anchor or anchor == "c4.3.2"


def test_a_reference_to_nothing_is_told(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/"))
    box = page.locator("article").get_by_label("Go to clause")
    for typed in ("9.9", "<b>x</b>", "99", "nothing of the kind", "." * 500):
        box.fill(typed)
        box.press("Enter")
        expect(page.locator("article .go-said")).to_contain_text(
            "There is no" if typed != "9.9" else "has no"
        )
        assert page.locator("article .go-said b").count() == 0


def test_the_addresses_for_the_browser_are_those_of_the_edition() -> None:
    text = (ROOT / "docs" / "assets" / "addresses.js").read_text(encoding="utf-8")
    data = json.loads(text.split("var __addresses = ")[1].removesuffix(";\n"))
    found = [f"{one['prefix']}.{number}" for one in data["sections"] for number in one["clauses"]]
    assert found == [one.address for one in statement_of_flagship().clauses]


def test_every_clause_carries_its_digest(flagship: job.Built) -> None:
    text = (flagship.site / "4" / "index.html").read_text(encoding="utf-8")
    assert f'data-clause="4.3" data-digest="{short("4.3")}"' in text


def test_an_edition_of_one_nameless_section_works(
    tmp_path_factory: pytest.TempPathFactory, browser: Browser
) -> None:
    folder = copy_small_edition(tmp_path_factory.mktemp("plain") / "edition")
    (folder / "seeds" / "communique.txt").write_text("A title\n\nOne thing was said.\n\nAnd another.\n")
    (folder / "annotations" / "sections" / "01.yml").write_text("[]\n")
    (folder / "annotations" / "statement.yml").write_text("short_title: Plain\n")
    site = job.build(folder, "", quiet).site
    page = browser.new_page()
    page.goto(f"{site.as_uri()}/index.html")
    page.locator("article").get_by_label("Go to clause").fill("T.2")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.endswith("/text/index.html#cT.2"))
    page.close()
