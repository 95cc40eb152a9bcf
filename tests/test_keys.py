"""Without a mouse: menu, search, notes and filters by keyboard, no trap, and the focus given back."""

import gzip
from collections.abc import Iterator

import pytest
from conftest import Reading, chromium_path
from playwright.sync_api import Browser, Page, ViewportSize, expect

from glossator import job

MENU = "button.md-header__button[data-opens=drawer]"
SEARCH = "button.md-header__button[data-opens=search]"
FIELD = ".md-search__input"
PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    opened = context.new_page()
    opened.set_default_timeout(30_000)
    yield opened
    context.close()


def focused(page: Page, selector: str) -> bool:
    return bool(page.evaluate("one => document.activeElement.matches(one)", selector))


def tab_to(page: Page, selector: str, most: int = 80) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if focused(page, selector):
            return
    pytest.fail(f"{selector} cannot be reached with the Tab key")


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(page: Page, reading: Reading) -> None:
    page.set_viewport_size(PHONE)
    page.goto(reading.address("/4/"))
    button = page.locator(MENU)
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".md-sidebar--primary a:visible")).to_have_count(0)
    tab_to(page, MENU, 5)
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    assert focused(page, ".md-sidebar--primary .md-nav__link")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_whoever_leaves_the_menu_with_tab_closes_it(page: Page, reading: Reading) -> None:
    page.set_viewport_size(PHONE)
    page.goto(reading.address("/4/"))
    page.locator(MENU).focus()
    page.keyboard.press("Enter")
    links = page.locator(".md-sidebar--primary a:visible").count()
    assert links > 20, "every section and index is in the one list"
    tab_to(page, ".md-content a", links + 2)
    expect(page.locator(MENU)).to_have_attribute("aria-expanded", "false")


def test_the_search_of_a_phone_gives_the_focus_back(page: Page, reading: Reading) -> None:
    page.set_viewport_size(PHONE)
    page.goto(reading.address("/4/"))
    tab_to(page, SEARCH, 8)
    page.keyboard.press("Enter")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("park")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    tab_to(page, ".md-search-result__link", 6)
    page.keyboard.press("Escape")
    expect(page.locator(SEARCH)).to_be_focused()
    expect(page.locator(SEARCH)).to_have_attribute("aria-expanded", "false")


def test_an_open_search_is_no_trap(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/4/"))
    tab_to(page, FIELD, 8)
    page.keyboard.type("stadium")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert focused(page, ".md-search-result__link")
    tab_to(page, ".md-sidebar a, .md-content a", 60)
    expect(page.locator("#__search")).not_to_be_checked()
    for _ in range(80):
        page.keyboard.press("Shift+Tab")
        if focused(page, ".md-logo, .md-skip"):
            break
    else:
        pytest.fail("Shift+Tab does not lead back past the search")
    tab_to(page, FIELD, 8)
    # The theme takes a moment to open it, longer than a program takes to press a key.
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    # The focus goes back to where it came from.
    expect(page.locator(".md-option:focus")).to_have_count(1)


def test_the_first_stop_leads_past_the_frame(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/4/"))
    page.keyboard.press("Tab")
    assert focused(page, ".md-skip")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_every_stop_shows_a_ring_and_filters_hold_nobody(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/commitments/"))
    tab_to(page, "select")
    page.keyboard.press("Tab")
    assert focused(page, "select")
    ring = page.evaluate("""() => {
        const style = getComputedStyle(document.activeElement);
        return [style.outlineStyle, parseFloat(style.outlineWidth)];
    }""")
    assert ring[0] == "solid"
    assert ring[1] >= 2
    tab_to(page, "table.register th button", 8)
    page.keyboard.press("Enter")
    assert "sort=" in page.url
    tab_to(page, "table.register td a", 8)


def test_forced_colours_and_less_motion(browser: Browser, reading: Reading) -> None:
    context = browser.new_context(forced_colors="active", reduced_motion="reduce")
    page = context.new_page()
    page.goto(reading.address("/4/"))
    if not page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches"):
        context.close()
        pytest.skip("this browser does not let itself be told to move less")
    page.locator(".note summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".note .evidence").first).to_be_visible()
    assert page.evaluate("""[...document.querySelectorAll("*")].every(one =>
        getComputedStyle(one).transitionDuration.split(", ").every(time => parseFloat(time) === 0)
        || getComputedStyle(one).transitionProperty === "none")""")
    context.close()


def test_magnified_twice_a_page_loses_nothing(page: Page, reading: Reading) -> None:
    # A browser that magnifies a window of 1280 pixels twice lays the page out for half of them.
    page.set_viewport_size({"width": 640, "height": 400})
    for name in ("/", "/4/", "/4/4/", "/glossary/"):
        page.goto(reading.address(name))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name


def test_text_of_twice_the_size_fits_a_window(browser: Browser, reading: Reading) -> None:
    if browser.browser_type.name == "firefox":
        pytest.skip("the size of letters is set in another way there")
    # The size of letters that a reader sets in the browser, without magnifying anything else.
    arguments = ["--no-sandbox", "--blink-settings=defaultFontSize=32"]
    large = browser.browser_type.launch(executable_path=chromium_path(), args=arguments)
    page = large.new_page()
    for width in (1280, 640):
        page.set_viewport_size({"width": width, "height": 800})
        for name in ("/", "/4/", "/4/4/", "/commitments/", "/glossary/"):
            page.goto(reading.address(name))
            assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "40px"
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (name, width)
    large.close()


def test_nothing_moves_while_a_page_loads(page: Page, reading: Reading) -> None:
    if page.context.browser and page.context.browser.browser_type.name == "firefox":
        pytest.skip("only Chromium measures it")
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        for name in ("/", "/4/", "/4/4/", "/commitments/", "/sources/", "/explore/", "/cite/", "/full/"):
            page.goto(reading.address(name))
            shifts = page.evaluate("""() => new Promise(done => {
                let sum = 0;
                new PerformanceObserver(list => {
                    for (const entry of list.getEntries()) sum += entry.value;
                }).observe({ type: "layout-shift", buffered: true });
                setTimeout(() => done(sum), 400);
            })""")
            assert shifts == 0, (name, width)


FIRST_VIEW = 250_000
PACKED = 90_000


@pytest.mark.parametrize("name", ["/4/", "/preamble/", "/14/", "/4/4/", "/"])
def test_the_first_view_of_a_page_weighs_little(
    page: Page, reading: Reading, flagship: job.Built, name: str
) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(reading.address(name))
    page.wait_for_timeout(300)
    paths = {url.removeprefix(reading.base).split("?")[0] for url in requests if url.startswith(reading.base)}
    files = {path + "index.html" if path.endswith("/") else path for path in paths}
    # Firefox reports no requests for files, and fetches the next page before anybody asks for it.
    files = {path for path in files if not path.endswith(".html")} | {f"{name}index.html"}
    sizes = [(flagship.site / path.lstrip("/")).read_bytes() for path in sorted(files)]
    assert not [path for path in files if "search_index" in path or "bundle" in path]
    assert sum(map(len, sizes)) <= FIRST_VIEW
    assert sum(len(gzip.compress(one, 9, mtime=0)) for one in sizes) <= PACKED


def test_the_themes_script_comes_with_the_first_step(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/4/"))
    loaded = "() => [...document.scripts].some(script => script.src.includes('bundle'))"
    assert not page.evaluate(loaded)
    page.keyboard.press("Tab")
    page.wait_for_function(loaded)
    page.wait_for_function("() => document.querySelector('[data-md-component=search-query]') !== null")


def test_a_choice_of_colours_made_first_is_kept(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/4/"))
    page.locator("label.md-header__button[title]:visible").first.click()
    chosen = page.locator("body").get_attribute("data-md-color-media")
    page.wait_for_function("() => localStorage.length > 0")
    page.wait_for_function("() => document.body.dataset.mdColorMedia !== '(prefers-color-scheme)'")
    chosen = page.locator("body").get_attribute("data-md-color-media")
    page.goto(reading.address("/7/"))
    assert page.locator("body").get_attribute("data-md-color-media") == chosen
