"""The proof finds every way in which a site can say something else than the seed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT

from glossator import job
from glossator.edition import load_edition
from glossator.errors import EditionError
from glossator.model import Statement
from glossator.proof import prove


@pytest.fixture(scope="module")
def statement() -> Statement:
    return load_edition(ROOT).edition.statement


@pytest.fixture
def site(flagship: job.Built, tmp_path: Path) -> Path:
    return Path(shutil.copytree(flagship.site, tmp_path / "site"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")


def test_an_untouched_site_is_proven(site: Path, statement: Statement) -> None:
    proof = prove(site, statement)
    assert str(proof) == "13,710 of 13,710 characters accounted for"
    assert proof.clauses == 42


def added(page: str, markup: str) -> Callable[[Path], None]:
    """Return what adds markup at the end of the article of a page."""
    return lambda site: change(site / page / "index.html", "</article>", f"{markup}</article>")


TAMPERED: list[tuple[str, Callable[[Path], None], str]] = [
    (
        "a letter changed",
        lambda site: change(site / "12" / "index.html", "regional peace", "regional Peace"),
        "site/12/index.html: the words at 12171:12420 are not those of seeds/000_ef6e819d78f3d240.txt:84",
    ),
    (
        "a no-break space made a space",
        lambda site: change(site / "2" / "index.html", "\u00a0", " "),
        "site/2/index.html: the words at",
    ),
    (
        "our word inside theirs",
        lambda site: change(site / "7" / "index.html", "military", "military<sup>1</sup>"),
        "site/7/index.html: the words at",
    ),
    (
        "a clause without its words",
        lambda site: change(site / "7" / "index.html", 'class="statement-text"', 'class="text"'),
        "seeds/000_ef6e819d78f3d240.txt:68: 'Both sides will strengthen cooperation i' stands on no page",
    ),
    (
        "words without a position",
        added("7", '<i class="statement-text">x</i>'),
        "site/7/index.html: words of the statement without a position: 'x'",
    ),
    (
        "words a second time",
        added("signature", '<i class="statement-text" data-span="0:5">Joint</i>'),
        "site/signature/index.html: seeds/000_ef6e819d78f3d240.txt:1 stands there a second time",
    ),
    (
        "a position that is none",
        lambda site: change(site / "7" / "index.html", 'data-span="8994', 'data-span="99998994'),
        "site/7/index.html:",
    ),
    (
        "a page missing",
        lambda site: (site / "9" / "index.html").unlink(),
        "site/9/index.html: the page is missing",
    ),
    (
        "a heading without its id",
        lambda site: change(site / "5" / "index.html", '<h2 id="c5.2"', '<h2 id="c5.9"'),
        "site/5/index.html: clauses and headings are",
    ),
    (
        "an id twice",
        added("5", '<i id="c5.1"></i>'),
        "site/5/index.html: the id 'c5.1' stands twice",
    ),
    (
        "a marker out of nothing",
        added("about", '<i data-span="1903:1905">3、</i>'),
        "site/about/index.html: the words at 1903:1905 are not those of seeds/000_ef6e819d78f3d240.txt:16",
    ),
    (
        "a link to nowhere",
        added("5", '<a href="../55/index.html">x</a>'),
        "site/5/index.html: the link '../55/index.html' leads nowhere",
    ),
    (
        "a link to no place",
        added("5", '<a href="../4/index.html#c4.99">x</a>'),
        "site/5/index.html: the link '../4/index.html#c4.99' leads to a page without that place",
    ),
    (
        "a link that runs a script",
        added("5", '<a href="javascript:x()">x</a>'),
        "site/5/index.html: the link 'javascript:x()' is none that a reader can follow",
    ),
    (
        "a picture from elsewhere",
        added("5", '<img srcset="https://x.example/y.png 2x">'),
        "site/5/index.html: the page would load 'https://x.example/y.png' from another site",
    ),
    (
        "a stylesheet that loads from elsewhere",
        lambda site: change(site / "assets" / "site.css", ":root", "@import url(//x.example/y.css);\n:root"),
        "site/assets/site.css: the stylesheet would load '//x.example/y.css' from another site",
    ),
    (
        "a script from elsewhere",
        added("5", '<script src="//x.example/y.js"></script>'),
        "site/5/index.html: the page would load '//x.example/y.js' from another site",
    ),
]


@pytest.mark.parametrize(("tamper", "says"), [one[1:] for one in TAMPERED], ids=[one[0] for one in TAMPERED])
def test_a_tampered_site_is_not_proven(
    site: Path, statement: Statement, tamper: Callable[[Path], None], says: str
) -> None:
    tamper(site)
    with pytest.raises(EditionError) as caught:
        prove(site, statement)
    assert says in str(caught.value)


def test_without_a_site_there_is_nothing_to_prove(tmp_path: Path, statement: Statement) -> None:
    with pytest.raises(EditionError, match="there is no site to prove"):
        prove(tmp_path / "site", statement)
