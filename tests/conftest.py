"""What the tests share: small editions to break, the built flagship, a browser, a server."""

import contextlib
import functools
import hashlib
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, expect, sync_playwright

from glossator import job

# The same examples every time, and none kept between runs: a test fails for a change, not by chance.
settings.register_profile("house", derandomize=True, deadline=None, database=None)
settings.load_profile("house")

# A busy machine is slow, and no fault of a page.
expect.set_options(timeout=20_000)

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases"


def quiet(_stage: str) -> None:
    """Progress that nobody sees."""


def copy_edition(destination: Path) -> Path:
    """Copy the flagship's inputs, and the pages by people, into a folder of its own."""
    for name in ("seeds", "annotations", "docs"):
        shutil.copytree(ROOT / name, destination / name)
    shutil.copy(ROOT / "mkdocs.yml", destination)
    return destination


def copy_small_edition(destination: Path) -> Path:
    """Copy the little edition of the cases and give it what a site needs."""
    shutil.copytree(CASES / "edition", destination, dirs_exist_ok=True)
    shutil.copytree(ROOT / "docs" / "assets", destination / "docs" / "assets")
    shutil.copy(ROOT / "mkdocs.yml", destination)
    return destination


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return copy_edition(tmp_path / "edition")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return copy_small_edition(tmp_path / "small")


@pytest.fixture(scope="session")
def flagship(tmp_path_factory: pytest.TempPathFactory) -> job.Built:
    folder = copy_edition(tmp_path_factory.mktemp("flagship") / "edition")
    return job.build(folder, "", quiet)


class _SilentHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        pass


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine; give its address."""
    handler = functools.partial(_SilentHandler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to open the site: its base address, and how a page is named there."""

    base: str

    @property
    def hosted(self) -> bool:
        return self.base.startswith("http")

    def address(self, page: str) -> str:
        """Return the address of a page such as ``/4/#c4.7``, on a host or on a disk."""
        path, mark, anchor = page.partition("#")
        file = path if self.hosted else f"{path}index.html"
        return f"{self.base}{file}{mark}{anchor}"


@pytest.fixture(scope="session", params=["file", "http"])
def reading(request: pytest.FixtureRequest, flagship: job.Built) -> Iterator[Reading]:
    if request.param == "file":
        yield Reading(flagship.site.as_uri())
    else:
        with serving(flagship.site) as base:
            yield Reading(base)


def chromium_path() -> str:
    """Return where the system's Chromium is; without one, skip, or fail where CI must have it."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
    reason = "no Chromium found: install it (Debian: apt-get install chromium) to run the browser tests"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def firefox_path() -> str:
    """Return where the system's Firefox is; without one, skip: it is a second opinion."""
    for name in ("firefox", "firefox-esr"):
        found = shutil.which(name)
        if found:
            return found
    pytest.skip("no Firefox found: install it (Debian: apt-get install firefox-esr) to test in it too")


@pytest.fixture(scope="session", params=["chromium", "firefox"])
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    path = chromium_path() if request.param == "chromium" else firefox_path()
    with sync_playwright() as playwright:
        if request.param == "chromium":
            arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
            opened = playwright.chromium.launch(executable_path=path, args=arguments)
        else:
            # The channel lets Playwright drive the system's own Firefox instead of its patched one.
            opened = playwright.firefox.launch(channel="moz-firefox", executable_path=path)
        yield opened
        opened.close()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Firefox reads the site from a disk only, where it is the stricter one; Chromium both ways.

    Of editions in other scripts it reads what is marked as its own: each takes a build.
    """
    twice = [
        item
        for item in items
        if "firefox-http" in item.name
        or ("firefox" in item.name and "any_script" in item.nodeid and not item.get_closest_marker("both"))
    ]
    config.hook.pytest_deselected(items=twice)
    items[:] = [item for item in items if item not in twice]


# Takes what is copied, and shows it to the test, in browsers that would ask a person first.
CATCH = """
    Object.defineProperty(navigator, "clipboard", { value: {
        writeText: (text) => { window.copied = text; return Promise.resolve(); },
    } });
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a page of its own that keeps what is copied; an error of a script fails the test."""
    context = browser.new_context()
    context.add_init_script(CATCH)
    opened = context.new_page()
    opened.set_default_timeout(30_000)
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    # Firefox tells so of a script that was on its way when the page was left.
    assert not [one for one in errors if not one.startswith("Invalid script")]
