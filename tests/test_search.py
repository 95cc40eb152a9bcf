"""The search in a real browser: phrases, the order of what is found, the query in the address."""

import pytest
from conftest import Reading
from playwright.sync_api import Page, expect


def search(page: Page, reading: Reading, query: str) -> list[str]:
    """Return the first lines of what the search finds, in order."""
    page.goto(reading.address("/7/"))
    box = page.locator(".md-search__input")
    box.click()
    box.fill(query)
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching document")
    # All of them: the list is filled as far as it is seen.
    return [text.strip() for text in page.locator(".md-search-result__item h1").all_text_contents()]


def test_the_statement_comes_before_what_is_said_of_it(page: Page, reading: Reading) -> None:
    found = search(page, reading, "trade in services")
    assert found[0] == "4.4 Trade in services and investment agreement"
    theirs = [title[0].isdigit() or title.startswith("P.") for title in found]
    assert theirs == sorted(theirs, reverse=True)
    assert any(title.startswith("Topic: ") for title in found)


def test_a_clause_shows_its_number_caption_and_words(page: Page, reading: Reading) -> None:
    search(page, reading, "market access")
    first = page.locator(".md-search-result__item").first
    expect(first.locator("h1")).to_have_text("4.4 Trade in services and investment agreement")
    expect(first.locator("p.verbatim")).to_contain_text("initiated market access negotiations")
    expect(first.locator("p mark")).to_have_text("market access")


@pytest.mark.parametrize(
    ("query", "clauses"),
    [
        ('"market access negotiations"', ["4.4"]),
        ("“market access negotiations”", ["4.4"]),
        ('"access market"', []),
        ('"market acc"', []),
        ('park "human resources"', ["4.10"]),
    ],
)
def test_words_in_quotation_marks_stand_together(
    page: Page, reading: Reading, query: str, clauses: list[str]
) -> None:
    found = search(page, reading, query)
    assert [title.split()[0] for title in found if title[0].isdigit()] == clauses


@pytest.mark.parametrize(
    "query", ["co-operation committee", "cooperation committee", "COÖPERATION committee"]
)
def test_hyphens_case_and_diacritics_are_forgiven(page: Page, reading: Reading, query: str) -> None:
    assert any(title.startswith("3.1 ") for title in search(page, reading, query)[:3])


@pytest.mark.parametrize("query", ["全天候", "战略伙伴", "白俄罗斯"])
def test_chinese_words_are_found_inside_longer_runs(page: Page, reading: Reading, query: str) -> None:
    assert search(page, reading, query)


def test_nothing_is_found_twice(page: Page, reading: Reading) -> None:
    search(page, reading, "Great Stone")
    links = page.locator(".md-search-result__link").evaluate_all(
        "nodes => nodes.map(node => node.href + node.textContent)"
    )
    assert len(links) == len(set(links))
    assert not [link for link in links if "/full/" in link]


def test_the_query_stands_in_the_address_and_opens_the_search(page: Page, reading: Reading) -> None:
    search(page, reading, "consulate")
    assert page.url.endswith("?q=consulate")
    page.goto(page.url)
    first = page.locator(".md-search-result__link").first
    expect(first).to_contain_text("4.14")
    page.keyboard.press("Escape")
    page.wait_for_function("!location.search.includes('q=')")


def test_any_query_is_answered(page: Page, reading: Reading) -> None:
    for query in ("<b>x</b>", '"', "((", "\\", "a" * 5000, "constructor", "__proto__"):
        search(page, reading, query)
        assert page.locator(".md-search-result b").count() == 0
