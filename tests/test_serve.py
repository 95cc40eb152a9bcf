"""Editing with the site open: every saved change shows, and a wrong one spoils nothing."""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import ROOT

PATIENCE = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(edition: Path) -> Iterator[str]:
    port = free_port()
    command = [
        sys.executable,
        str(ROOT / "build.py"),
        "serve",
        "--edition",
        str(edition),
        "--port",
        str(port),
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def wait_for(address: str, words: str, *, gone: bool = False) -> str:
    """Return the page once it holds the words, or no longer does."""
    until = time.monotonic() + PATIENCE
    text = ""
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:
                text = answer.read().decode()
        except urllib.error.HTTPError as error:
            text = error.read().decode()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            text = ""
        if text and (words in text) is not gone:
            return text
        time.sleep(0.1)
    pytest.fail(f"{address} did not come to {'lose' if gone else 'hold'} {words!r}")


def test_a_first_build_that_fails_is_told_in_the_browser_too(small: Path) -> None:
    statement = small / "annotations" / "statement.yml"
    good = statement.read_text(encoding="utf-8")
    statement.write_text(good.replace("label: 1", "label: 1\n      line: 920"), encoding="utf-8")
    with served(small) as base:
        wait_for(f"{base}/", "line 920 does not exist")
        statement.write_text(good, encoding="utf-8")
        wait_for(f"{base}/1/", "Timetable")


def test_changes_show_and_mistakes_keep_the_last_good_page(small: Path) -> None:
    statement = small / "annotations" / "statement.yml"
    good = statement.read_text(encoding="utf-8")
    (small / "templates").mkdir()
    with served(small) as base:
        page = wait_for(f"{base}/1/", "Timetable")
        assert "livereload(" in page
        statement.write_text(good.replace("Timetable", "Departures"), encoding="utf-8")
        wait_for(f"{base}/1/", "Departures")
        statement.write_text(good.replace("label: 1", "label: 1\n      line: 920"), encoding="utf-8")
        page = wait_for(f"{base}/1/", "line 920 does not exist")
        assert "Departures" in page
        statement.write_text(good, encoding="utf-8")
        page = wait_for(f"{base}/1/", "Timetable")
        wait_for(f"{base}/1/", "line 920 does not exist", gone=True)
        template = small / "templates" / "section.md.j2"
        original = (ROOT / "templates" / template.name).read_text(encoding="utf-8")
        template.write_text(original + "\nSigned by both\n", encoding="utf-8")
        wait_for(f"{base}/2/", "Signed by both")
        template.unlink()
        wait_for(f"{base}/2/", "Signed by both", gone=True)
        seed = next((small / "seeds").iterdir())
        seed.write_bytes(seed.read_bytes().replace(b"trade in salt", b"trade in tea"))
        wait_for(f"{base}/2/", "trade in tea")
