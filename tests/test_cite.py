"""Citations: word for word in every style, well formed for any edition, copied in one step."""

import json
import re
from dataclasses import replace

import pytest
from conftest import ROOT, Reading
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from glossator import job
from glossator.cite import Work, citations, pinpoint, work_of
from glossator.edition import load_edition

WORK = Work(
    title="Joint Communiqué of Arland and Borland",
    short_title="Arland–Borland communiqué",
    parties=("Republic of Arland", "Kingdom of Borland"),
    date="2031-05-03",
    place="Calder",
    language="en",
    caveat="Unofficial translation",
    edition="2032-01-09",
    address="https://example.org/a/",
)
CLAUSE = {
    "chicago": "Joint Communiqué of Arland and Borland, Republic of Arland–Kingdom of Borland, Calder, "
    "May 3, 2031, sec. 4, para. 3 (unofficial translation; edition of January 9, 2032), https://example.org/a/4/#c4.3.",
    "apa": "Republic of Arland & Kingdom of Borland. (2031, May 3). Joint Communiqué of Arland and Borland "
    "(Section 4, para. 3) [Unofficial translation; edition of January 9, 2032]. https://example.org/a/4/#c4.3",
    "mla": "Republic of Arland and Kingdom of Borland. Joint Communiqué of Arland and Borland. 3 May 2031, "
    "sec. 4, par. 3. Unofficial translation; edition of 9 Jan. 2032, https://example.org/a/4/#c4.3.",
    "oscola": "Joint Communiqué of Arland and Borland (Republic of Arland–Kingdom of Borland) (3 May 2031) "
    "s 4 para 3 (unofficial translation; edition of 9 January 2032) <https://example.org/a/4/#c4.3>",
    "bluebook": "Joint Communiqué of Arland and Borland, Republic of Arland–Kingdom of Borland, § 4, ¶ 3, "
    "May 3, 2031, https://example.org/a/4/#c4.3 (unofficial translation; edition of Jan. 9, 2032).",
    "gbt7714": "REPUBLIC OF ARLAND, KINGDOM OF BORLAND. Joint Communiqué of Arland and Borland: sec. 4, "
    "para. 3[A/OL]. Unofficial translation. Calder, 2031-05-03 (2032-01-09). https://example.org/a/4/#c4.3",
    "bibtex": """@misc{arland-borland-communiqu-4-3,
  author = {{Republic of Arland} and {Kingdom of Borland}},
  title = {{Joint Communiqué of Arland and Borland}},
  shorttitle = {{Arland–Borland communiqué}},
  year = {2031},
  month = {5},
  address = {Calder},
  note = {Section 4, para. 3. Unofficial translation. Edition of 2032-01-09},
  howpublished = {\\url{https://example.org/a/4/#c4.3}},
  url = {https://example.org/a/4/#c4.3},
}""",
    "ris": "TY  - GOVDOC\r\nAU  - Republic of Arland,\r\nAU  - Kingdom of Borland,\r\n"
    "TI  - Joint Communiqué of Arland and Borland\r\nST  - Arland–Borland communiqué\r\nPY  - 2031\r\n"
    "DA  - 2031/05/03/\r\nCY  - Calder\r\nSE  - 4, para. 3\r\nET  - 2032-01-09\r\nLA  - en\r\n"
    "N1  - Unofficial translation\r\nUR  - https://example.org/a/4/#c4.3\r\nER  - ",
}
TEXTS = st.text(st.sampled_from("abCé“\"'{}\\%#&_$~^<>/@.\u200f中"), max_size=12)


def texts(work: Work, address: str = "") -> dict[str, str]:
    return {one.id: one.text for one in citations(work, pinpoint(address) if address else None)}


@pytest.mark.parametrize("style", CLAUSE)
def test_a_clause_is_cited_word_for_word(style: str) -> None:
    assert texts(WORK, "4.3")[style] == CLAUSE[style]


def test_csl_json_keeps_the_place_out_of_the_work() -> None:
    (whole,) = json.loads(texts(WORK)["csl-json"])
    (clause,) = json.loads(texts(WORK, "4.3")["csl-json"])
    assert clause["author"] == [{"literal": "Republic of Arland"}, {"literal": "Kingdom of Borland"}]
    assert clause["issued"] == {"date-parts": [[2031, 5, 3]]}
    assert (clause["type"], clause["locator"]) == ("treaty", "sec. 4, para. 3")
    assert "locator" not in whole
    assert {name: clause[name] for name in whole if name not in ("id", "URL")} == {
        name: whole[name] for name in whole if name not in ("id", "URL")
    }


@pytest.mark.parametrize(
    ("address", "chicago", "oscola"),
    [
        ("P.1", "preamble, para. 1", "preamble para 1"),
        ("T.2", "para. 2", "para 2"),
        ("4.3a", "sec. 4, para. 3a", "s 4 para 3a"),
        ("annex-1.3", "sec. annex-1, para. 3", "s annex-1 para 3"),
    ],
)
def test_every_kind_of_place_has_its_words(address: str, chicago: str, oscola: str) -> None:
    found = texts(WORK, address)
    assert f", {chicago} (" in found["chicago"]
    assert f") {oscola} (" in found["oscola"]


@given(
    parts=st.fixed_dictionaries(
        {
            "title": TEXTS.filter(bool),
            "parties": st.lists(TEXTS.filter(bool), max_size=3).map(tuple),
            "date": st.sampled_from(["", "2031", "2031-05", "2031-05-03"]),
            "place": TEXTS,
            "caveat": TEXTS,
            "edition": st.sampled_from(["", "2032-01-09"]),
            "address": st.sampled_from(["", "https://example.org/a/"]),
        }
    ),
    at=st.sampled_from(["", "4.3", "P.1", "T.2"]),
)
def test_whatever_an_edition_does_not_say_is_left_out(parts: dict[str, str], at: str) -> None:
    work = replace(WORK, **parts)  # type: ignore[arg-type] # hypothesis gives each field its own type
    for style, text in texts(work, at).items():
        assert "None" not in text
        assert ("http" in text) == bool(work.address)
        if style not in ("bibtex", "ris", "csl-json"):
            assert not re.search(r"\(\)|\[\]|^[ ,;]|  ", text)
    json.loads(texts(work, at)["csl-json"])
    ris = texts(work, at)["ris"].split("\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in ris)
    bibtex = re.sub(r"\\[{}]|\\text\w+\{\}", "", texts(work, at)["bibtex"])
    assert bibtex.count("{") == bibtex.count("}")


def test_a_date_may_be_a_year_or_a_month() -> None:
    assert "(2031, May)." in texts(replace(WORK, date="2031-05"))["apa"]
    assert "(2031)." in texts(replace(WORK, date="2031"))["apa"]
    assert "(n.d.)." in texts(replace(WORK, date=""))["apa"]


# In the browser


def flagship_texts(address: str) -> dict[str, str]:
    edition = load_edition(ROOT).edition
    return texts(work_of(edition, "https://example.org/china-belarus-2023/"), address)


@pytest.mark.parametrize("address", ["4.3", "4.14", "P.2"])
def test_the_panel_gives_the_same_citations(page: Page, reading: Reading, address: str) -> None:
    expected = flagship_texts(address)
    page.goto(reading.address("/preamble/" if address.startswith("P") else "/4/"))
    page.locator(f'[data-clause="{address}"] a.cite').click()
    panel = page.get_by_role("dialog", name=f"Cite {address}")
    for style, text in expected.items():
        panel.get_by_label("Style").select_option(style)
        assert panel.locator(".cite-text").text_content() == text
    panel.get_by_label("Style").select_option("oscola")
    panel.get_by_role("button", name="Copy citation").click()
    page.wait_for_function("window.copied !== undefined")
    assert page.evaluate("window.copied") == expected["oscola"]


def test_the_panel_is_used_by_keyboard(page: Page, reading: Reading) -> None:
    expected = flagship_texts("4.3")["chicago"]
    page.goto(reading.address("/4/"))
    link = page.locator('[data-clause="4.3"] a.cite')
    link.focus()
    page.keyboard.press("Enter")
    button = page.get_by_role("button", name="Copy words with citation")
    for _ in range(6):
        if button.evaluate("node => node === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("window.copied !== undefined")
    words = page.locator('[data-clause="4.3"] .statement-text').text_content()
    assert page.evaluate("window.copied") == f"“{words}” {expected}"
    expect(page.locator(".cite-panel .copied")).to_contain_text("Copied")
    page.keyboard.press("Escape")
    expect(page.locator(".cite-panel")).to_be_hidden()
    expect(link).to_be_focused()


def test_a_dossier_has_every_citation_and_copies_it(page: Page, reading: Reading) -> None:
    expected = flagship_texts("4.3")
    page.goto(reading.address("/4/3/"))
    shown = [text.strip() for text in page.locator(".citation").all_text_contents()]
    assert shown == [text.replace("\r\n", "\n").strip() for text in expected.values()]
    page.get_by_role("button", name="Copy APA").click()
    page.wait_for_function("window.copied !== undefined")
    assert page.evaluate("window.copied") == expected["apa"]


def test_metadata_tells_what_a_page_is(flagship: job.Built) -> None:
    text = (flagship.site / "4" / "3" / "index.html").read_text(encoding="utf-8")
    assert '<meta property="og:description" content="Both sides will prioritize expanding mutual' in text
    assert '<meta name="citation_publication_date" content="2023/03/01">' in text
    (graph,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    nodes = {node["@type"]: node for node in json.loads(graph)["@graph"]}
    assert nodes["WebPage"]["breadcrumb"]["itemListElement"][2]["name"] == "4.3"
    clause = json.loads(graph)["@graph"][-1]
    assert clause["text"].startswith("Both sides will prioritize")
    assert clause["@id"] == "https://example.org/china-belarus-2023/4/#c4.3"
