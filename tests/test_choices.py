"""What a reader chooses: views, readings, filters and orders, in a real browser, from disk and host."""

import re

import pytest
from conftest import ROOT, Reading
from playwright.sync_api import Browser, Page, expect

from glossator.edition import load_edition

SECTIONS = ["preamble", *map(str, range(1, 15))]


def choose(page: Page, words: str) -> None:
    page.get_by_label(words, exact=True).check()


def test_without_a_choice_notes_are_beside_the_text_as_received(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/4/"))
    clause = page.locator('[data-clause="4.1"]')
    expect(clause.locator(".notes")).to_be_visible()
    expect(clause.locator(".apparatus")).to_be_hidden()
    expect(page.get_by_label("text and notes")).to_be_checked()
    expect(page.get_by_label("as received")).to_be_checked()
    assert "view=" not in page.url


def test_the_view_is_kept_in_the_address_and_remembered(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/4/#c4.3"))
    choose(page, "text only")
    expect(page.locator(".notes:visible")).to_have_count(0)
    expect(page.locator('[data-clause="4.1"] .statement-text')).to_be_visible()
    assert "?view=text#c4.3" in page.url
    page.goto(reading.address("/7/"))
    expect(page.get_by_label("text only")).to_be_checked()
    choose(page, "everything")
    expect(page.locator(".apparatus")).to_be_visible()
    assert page.locator(".notes details:not([open])").count() == 0
    choose(page, "text and notes")
    expect(page.locator(".apparatus")).to_be_hidden()
    assert page.locator(".notes details[open]").count() == 0
    assert "view=" not in page.url


def test_an_address_chooses_and_nonsense_does_not(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/4/").replace("index.html", "") + ("" if reading.hosted else "index.html"))
    base = page.url
    page.goto(f"{base}?view=text&reading=proposed")
    expect(page.locator(".notes:visible")).to_have_count(0)
    expect(page.get_by_label("with proposed readings")).to_be_checked()
    page.goto(f"{base}?view=<script>&reading=constructor")
    expect(page.get_by_label("text and notes")).to_be_checked()
    expect(page.get_by_label("as received")).to_be_checked()


def test_proposed_readings_show_in_place_and_are_not_text(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/13/"))
    clause = page.locator('[data-clause="13.1"] .statement-text')
    before = clause.text_content()
    choose(page, "with proposed readings")
    drawn = "node => getComputedStyle(node, '::after').content"
    proposed = clause.locator(".reading").first
    assert "Belarusian side" in (proposed.get_attribute("data-read") or "")
    # Chromium tells the words drawn, Firefox the rule that draws them.
    assert re.search(r"Belarusian side|attr\(data-read\)", proposed.evaluate(drawn))
    assert clause.text_content() == before
    choose(page, "as received")
    assert clause.locator(".reading").first.evaluate(drawn) == "none"


@pytest.mark.parametrize("view", ["notes", "full"])
def test_a_whole_clause_is_copied_letter_for_letter_with_every_mark(
    view: str, page: Page, reading: Reading
) -> None:
    if page.context.browser and page.context.browser.browser_type.name == "firefox":
        pytest.skip("Firefox copies no-break spaces as spaces, whatever the page")
    statement = load_edition(ROOT).edition.statement
    select = """node => {
        const selection = getSelection();
        selection.selectAllChildren(node);
        return selection.toString();
    }"""
    for section in statement.sections:
        if not section.clauses:
            continue
        page.goto(reading.address(f"/{section.label}/"))
        page.evaluate(f"document.documentElement.dataset.view = '{view}'")
        page.evaluate("document.documentElement.dataset.reading = 'proposed'")
        for clause in section.clauses:
            text = page.locator(f'[data-clause="{clause.address}"] .statement-text')
            assert text.evaluate(select) == statement.source.cut(clause.span), clause.address


def test_a_note_opens_in_place_by_keyboard(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/4/"))
    note = page.locator('[data-clause="4.1"] details').first
    note.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(note.locator(".evidence")).to_be_visible()
    page.keyboard.press("Enter")
    expect(note.locator(".evidence")).to_be_hidden()


def test_commitments_are_filtered_and_sorted_and_the_choice_is_an_address(
    page: Page, reading: Reading
) -> None:
    page.goto(reading.address("/commitments/"))
    rows = page.locator("table.register tbody tr:visible")
    total = rows.count()
    page.locator("select[name=status]").select_option("fulfilled")
    chosen = rows.count()
    assert 0 < chosen < total
    expect(page.locator(".register-count")).to_have_text(f"{chosen} of {total}")
    assert "status=fulfilled" in page.url
    page.get_by_label("Words").fill("stadium")
    assert 0 < rows.count() < chosen
    page.reload()
    expect(page.get_by_label("Words")).to_have_value("stadium")
    page.get_by_role("button", name="Show all").click()
    expect(rows).to_have_count(total)
    assert "status=" not in page.url
    sort = page.get_by_role("button", name="Clause")
    sort.click()
    assert "sort=clause" in page.url
    addresses = page.locator('td[data-label="Clause"]').all_inner_texts()
    numbers = [tuple(map(int, one.replace("P", "0").split("."))) for one in addresses]
    assert numbers == sorted(numbers)
    sort.click()
    addresses = page.locator('td[data-label="Clause"]').all_inner_texts()
    assert addresses[0] == "14.1"


def test_a_link_to_a_hidden_row_shows_it(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/commitments/"))
    page.get_by_label("Words").fill("stadium")
    page.evaluate("location.hash = '#hold-fifth-committee-meeting'")
    expect(page.locator('[id="hold-fifth-committee-meeting"]')).to_be_visible()


def test_a_number_in_the_text_leads_to_its_note_and_back(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/4/"))
    clause = page.locator('[data-clause="4.3"]')
    words = clause.locator(".statement-text").text_content()
    number = clause.locator('[role="doc-noteref"][data-note="2"]')
    number.focus()
    page.keyboard.press("Enter")
    note = clause.locator("#n4\\.3-2")
    expect(note).to_have_attribute("role", "doc-footnote")
    expect(note.locator(".evidence")).to_be_visible()
    assert page.url.endswith("#n4.3-2")
    note.get_by_label("Back to 2 in 4.3").click()
    assert page.url.endswith("#r4.3-2")
    expect(number).to_be_in_viewport()
    assert clause.locator(".statement-text").text_content() == words, "the number is no text"
    choose(page, "text only")
    expect(number).to_be_hidden()
    page.goto(reading.address("/4/#n4.3-1"))
    expect(page.locator("#n4\\.3-1 .evidence")).to_be_visible()


def test_every_number_has_its_note_and_every_note_its_number(page: Page, reading: Reading) -> None:
    for name in ("/", "/4/", "/13/", "/signature/"):
        page.goto(reading.address(name))
        ends = """([from, to]) => [...document.querySelectorAll(`[role="${from}"]`)].map(link =>
            [link.hash.slice(1), document.getElementById(link.hash.slice(1))?.matches(to)])"""
        there = page.evaluate(ends, ["doc-noteref", '[role="doc-footnote"]'])
        back = page.evaluate(ends, ["doc-backlink", '[role="doc-noteref"]'])
        assert len(there) == len(back) > 0, name
        assert all(found for _, found in [*there, *back]), name


def test_two_registers_on_a_page_are_filtered_each_by_itself(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/entities/china/"))
    first, second = (page.locator(".register-form").nth(at) for at in (0, 1))
    first.get_by_label("Words").fill("no such words")
    expect(first.locator("output")).to_have_text(re.compile("^0 of "))
    expect(second.locator("output")).not_to_have_text(re.compile("^0 of "))
    second.get_by_label("Words").fill("neither these")
    assert page.evaluate("[...new URLSearchParams(location.search).keys()].sort()") == ["words", "words-2"]
    page.reload()
    expect(second.locator("output")).to_have_text(re.compile("^0 of "))


def test_without_javascript_registers_are_full_and_notes_open(browser: Browser, reading: Reading) -> None:
    if browser.browser_type.name == "firefox":
        pytest.skip("Playwright cannot switch JavaScript off in this Firefox")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(reading.address("/commitments/"))
    expect(page.locator(".register-form")).to_be_hidden()
    shown = page.locator("table.register tbody tr:visible").count()
    assert shown == len(load_edition(ROOT).edition.annotations.commitments)
    page.goto(reading.address("/4/"))
    expect(page.locator('[data-clause="4.1"] .apparatus')).to_be_hidden()
    page.locator('[data-clause="4.1"] summary').first.click()
    expect(page.locator('[data-clause="4.1"] .evidence').first).to_be_visible()
    context.close()


def test_new_pages_do_not_scroll_sideways_on_a_phone(page: Page, reading: Reading) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for name in (
        *("/4/4/", "/commitments/", "/positions/", "/timeline/", "/glossary/", "/notes/", "/sources/"),
        *("/textual-notes/", "/cross-references/", "/entities/china/", "/places/", "/topics/"),
    ):
        page.goto(reading.address(name))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
