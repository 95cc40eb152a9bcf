"""The site as readers have it: in a browser, from a disk and from a host, with and without scripts."""

import re
from collections.abc import Iterator

import pytest
from conftest import ROOT, Reading
from playwright.sync_api import Browser, Page, expect

from glossator.edition import load_edition

SECTIONS = ["preamble", *map(str, range(1, 15)), "signature"]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """A page of a reader who has switched JavaScript off."""
    if browser.browser_type.name == "firefox":
        pytest.skip("Playwright cannot switch off JavaScript in the system's Firefox")
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("query", "by", "place"),
    [
        ("Samarkand", "click", "/preamble/#cP.2"),
        ("consulate", "Enter", "/4/#c4.14"),
        ("4.7", "click", "/4/#c4.7"),
        ("P.2", "Enter", "/preamble/#cP.2"),
        ("11.1", "click", "/11/#c11.1"),
        ("Ukraine", "Enter", "/12/#c12.1"),
    ],
)
def test_the_search_opens_the_clause(page: Page, reading: Reading, query: str, by: str, place: str) -> None:
    page.goto(reading.address("/"))
    page.locator(".md-search__input").click()
    page.keyboard.type(query, delay=20)
    first = page.locator(".md-search-result__link").first
    path, _, anchor = place.partition("#")
    expect(first).to_have_attribute("href", re.compile(f"#{re.escape(anchor)}$"))
    first.click() if by == "click" else page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.endswith(f"#{anchor}"))
    address = page.url.split("#")[0].split("?")[0].removesuffix("index.html")
    assert address == f"{reading.base}{path}"
    expect(page.locator(f'[data-clause="{anchor[1:]}"]')).to_be_in_viewport()


def test_a_word_that_is_nowhere_is_said_to_be_nowhere(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/"))
    page.locator(".md-search__input").click()
    page.keyboard.type("xylophone")
    expect(page.locator(".md-search-result__meta")).to_contain_text("No matching documents")


def test_landing_on_a_clause_shows_it_marked_and_below_the_header(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/4/#c4.7"))
    clause = page.locator('[data-clause="4.7"]')
    expect(clause).to_be_in_viewport()
    marked, unmarked, covered = clause.evaluate(
        """clause => {
            const colour = element => getComputedStyle(element).backgroundColor;
            const header = document.querySelector(".md-header").getBoundingClientRect();
            const heading = clause.querySelector("h2").getBoundingClientRect();
            return [colour(clause), colour(clause.nextElementSibling), heading.top < header.bottom];
        }"""
    )
    assert marked != unmarked
    assert not covered


def test_landing_on_a_sentence_marks_it(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/2/#c2.1.2"))
    sentence = page.locator('[id="c2.1.2"]')
    expect(sentence).to_be_in_viewport()
    assert sentence.evaluate("node => getComputedStyle(node).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert sentence.text_content() == (
        "China supports Belarus in its efforts to maintain political stability and economic "
        "development, and opposes external forces interfering in Belarus's internal affairs under any "
        "pretext."
    )


def test_no_request_leaves_the_site(page: Page, reading: Reading) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    for name in ("/", "/4/", "/topics/", "/about/"):
        page.goto(reading.address(name))
        page.locator(".md-search__input").click()
        page.keyboard.type("park")
        expect(page.locator(".md-search-result__link").first).to_be_visible()
    outside = [url for url in requests if not url.startswith((reading.base, "data:", "blob:", "about:"))]
    assert requests or not reading.hosted, "Firefox reports no requests for files"
    assert not outside


def test_the_browser_holds_the_seed_letter_for_letter(page: Page, reading: Reading) -> None:
    source = load_edition(ROOT).edition.statement.source
    count = 0
    for name in ["", *SECTIONS]:
        page.goto(reading.address(f"/{name}/" if name else "/"))
        found = page.locator("[data-span]").evaluate_all(
            "nodes => nodes.map(node => [node.dataset.span, node.textContent])"
        )
        for span, words in found:
            start, end = map(int, span.split(":"))
            assert words == source.text[start:end]
            count += 1
    assert count > 42 + 58


def test_a_clause_is_copied_clean(page: Page, reading: Reading) -> None:
    """Firefox copies every no-break space as a space, whatever the page; Chromium copies all as is."""
    statement = load_edition(ROOT).edition.statement
    spaces_only = page.context.browser is not None and page.context.browser.browser_type.name == "firefox"
    for label in ("2", "4"):
        page.goto(reading.address(f"/{label}/"))
        for clause in next(one for one in statement.sections if one.label == label).clauses:
            selected = page.evaluate(
                """address => {
                    const clause = document.querySelector(`[data-clause="${address}"]`);
                    const range = document.createRange();
                    range.selectNodeContents(clause.querySelector(".statement-text"));
                    getSelection().removeAllRanges();
                    getSelection().addRange(range);
                    return getSelection().toString();
                }""",
                clause.address,
            )
            words = statement.source.cut(clause.span)
            assert selected == (words.replace("\u00a0", " ") if spaces_only else words)


def test_a_permalink_copies_the_address_to_cite(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/4/"))
    page.evaluate(
        "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }"
    )
    clause = page.locator('[data-clause="4.3"]')
    digest = clause.get_attribute("data-digest")
    link = f"https://example.org/china-belarus-2023/4/?t={digest}#c4.3"
    clause.hover()
    clause.locator(".headerlink").click()
    expect(page.locator(".copied")).to_have_text(f"Copied: {link}")
    assert page.evaluate("window.copied") == link


def test_on_a_host_addresses_lose_index_html(page: Page, reading: Reading) -> None:
    page.goto(f"{reading.base}/4/index.html#c4.2")
    page.wait_for_timeout(100)
    links = page.locator("a[href]").evaluate_all("nodes => nodes.map(node => node.href)")
    named = [link for link in links if "index.html" in link]
    if reading.hosted:
        assert page.url == f"{reading.base}/4/#c4.2"
        assert not named
    else:
        assert page.url == f"{reading.base}/4/index.html#c4.2"
        assert named


def test_without_javascript_everything_reads_and_links(plain_page: Page, reading: Reading) -> None:
    page = plain_page
    page.goto(reading.address("/"))
    page.locator("article").get_by_role("link", name="Economy, trade and investment").first.click()
    expect(page.locator('[data-clause="4.14"] .statement-text')).to_be_visible()
    assert "Consulate General" in str(page.locator('[data-clause="4.14"]').text_content())
    page.locator('[data-clause="4.3"]').get_by_role("link", name="Investment").click()
    expect(page.locator("h1")).to_contain_text("Investment")
    page.locator("article h2 a").first.click()
    expect(page.locator('[data-clause="4.1"]')).to_be_in_viewport()
    page.get_by_role("link", name="Next").click()
    expect(page.locator("h1")).to_contain_text("Transport")
    if reading.hosted:
        page.goto(reading.address("/full/"))
        assert page.locator("[data-clause]").count() == 42


def test_the_page_does_not_scroll_sideways_on_a_phone(page: Page, reading: Reading) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for name in ("/", "/4/", "/full/", "/topics/", "/topics/sco/", "/about/", "/signature/"):
        page.goto(reading.address(name))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name


def test_table_of_contents_breadcrumbs_and_neighbours(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/4/"))
    contents = page.locator('.md-nav__link[href="#c4.7"]')
    assert contents.count() == 1
    expect(page.locator(".breadcrumbs a")).to_have_text("China–Belarus joint statement, 1 March 2023")
    expect(page.locator(".md-footer__link--prev")).to_contain_text("3 Intergovernmental cooperation")
    expect(page.locator(".md-footer__link--next")).to_contain_text("5 Transport")


def test_paper_shows_what_is_of_use_there(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/4/"))
    address = page.get_by_text("https://example.org/china-belarus-2023/4/", exact=True)
    expect(address).to_be_hidden()
    page.emulate_media(media="print")
    if not page.evaluate("matchMedia('print').matches"):
        pytest.skip("this browser does not let itself be told to print")
    expect(address).to_be_visible()
    expect(page.locator('[data-clause="4.3"] [role="doc-noteref"]').first).to_be_visible()
    for gone in (".md-header", ".md-sidebar--primary", ".view-switch", ".clause-more", "form.goto"):
        expect(page.locator(gone).first).to_be_hidden()
