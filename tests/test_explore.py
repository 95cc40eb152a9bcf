"""All clauses by facet, and the check of quotations, in a real browser, from disk and host."""

import csv
import io
import re
from collections import Counter
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from conftest import ROOT, Reading, quiet
from playwright.sync_api import Browser, Page, expect

from glossator import job
from glossator.edition import load_edition
from glossator.find import find
from glossator.index import index
from glossator.pages.explore import explore
from glossator.parse import sentences_of

EDITION = load_edition(ROOT).edition
SITE = "https://example.org/china-belarus-2023/"
SHOWN = ".explored > li:visible"


def open_with(page: Page, reading: Reading, asked: str = "") -> None:
    path, mark, anchor = asked.partition("#")
    page.goto(reading.address("/explore/") + path + mark + anchor)


def addresses(page: Page) -> list[str]:
    found: list[str] = page.locator(f"{SHOWN} .explored-clause").evaluate_all(
        "links => links.map(one => one.dataset.address)"
    )
    return found


def choose(page: Page, key: str, value: str) -> None:
    box = page.locator(f'input[name="{key}"][value="{value}"]')
    box.evaluate("box => box.closest('.explore-facet').open = true")
    box.check()


def taken(page: Page, button: str) -> str:
    """Return the text of the file that a button makes, its line ends as they are."""
    if page.context.browser and page.context.browser.browser_type.name == "firefox":
        # Playwright hears of no download from this Firefox: what the page hands over is read instead.
        page.evaluate("""() => {
            const made = URL.createObjectURL;
            URL.createObjectURL = (blob) => {
                window.taken = blob.text();
                return made.call(URL, blob);
            };
        }""")
        page.get_by_role("button", name=button).click()
        return str(page.evaluate("window.taken"))
    with page.expect_download() as caught:
        page.get_by_role("button", name=button).click()
    return Path(caught.value.path()).read_bytes().decode("utf-8-sig")


def counts(page: Page, key: str) -> dict[str, int]:
    read = """boxes => boxes.map(box => [box.value,
        Number(box.closest("label").querySelector(".explore-count").textContent)])"""
    return dict(page.locator(f'input[name="{key}"]').evaluate_all(read))


def records() -> list[dict[str, object]]:
    """Return what the editors wrote, read anew from their files."""
    files = sorted((ROOT / "annotations" / "sections").glob("*.yml"))
    return [one for path in files for one in yaml.safe_load(path.read_text(encoding="utf-8")) or []]


CLAUSES = {one.address for one in EDITION.statement.clauses}


def clauses_per(kind: str, key: str) -> Counter[str]:
    """Return in how many clauses each value stands, counted from the editors' files."""
    pairs = set()
    for one in records():
        if one["kind"] == kind and one["at"] in CLAUSES:
            value = one[key]
            pairs |= {(one["at"], each) for each in (value if isinstance(value, list) else [value])}
    return Counter(str(value) for _, value in pairs)


def test_counts_are_those_of_the_editors_files(page: Page, reading: Reading) -> None:
    open_with(page, reading)
    expect(page.locator(SHOWN)).to_have_count(len(CLAUSES))
    assert counts(page, "strength") == clauses_per("commitment", "strength")
    assert counts(page, "stance") == clauses_per("position", "stance")
    assert counts(page, "note") == clauses_per("note", "type")
    emended = {one["at"] for one in records() if one["kind"] == "emendation"} & CLAUSES
    assert counts(page, "emendation") == {"yes": len(emended)}
    latest = {
        (one["at"], one["follow-ups"][-1]["status"] if one.get("follow-ups") else "not assessed")  # type: ignore[index]
        for one in records()
        if one["kind"] == "commitment"
    }
    assert counts(page, "status") == Counter(status for _, status in latest)
    sections = {one.label: len(one.clauses) for one in EDITION.statement.sections if one.clauses}
    assert counts(page, "section") == sections


def test_a_broader_topic_counts_its_narrower_ones(page: Page, reading: Reading) -> None:
    open_with(page, reading)
    filed: dict[str, set[str]] = {topic.id: set() for topic in EDITION.authorities.topics}
    broader = {topic.id: topic.broader for topic in EDITION.authorities.topics}
    for filing in EDITION.annotations.filings:
        topic = filing.topic
        while topic and filing.clause in CLAUSES:
            filed[topic].add(filing.clause)
            topic = broader[topic]
    assert counts(page, "topic") == {topic: len(ones) for topic, ones in filed.items() if ones}


def test_facets_narrow_and_values_widen_and_the_choice_is_an_address(page: Page, reading: Reading) -> None:
    clauses = explore(index(EDITION)).clauses
    open_with(page, reading)
    choose(page, "strength", "intends")
    choose(page, "strength", "supports")
    choose(page, "bearer", "china")
    wanted = [
        at
        for at, has in clauses.items()
        if {"intends", "supports"} & set(has["strength"]) and "china" in has["bearer"]
    ]
    assert addresses(page) == wanted
    told = page.locator(".explore-told")
    expect(told).to_have_text(f"{len(wanted)} of {len(clauses)} clauses")
    # A value counts what the other facets leave, whatever is chosen in its own.
    of_china = [has for has in clauses.values() if "china" in has["bearer"]]
    assert counts(page, "strength")["undertakes"] == sum("undertakes" in has["strength"] for has in of_china)
    asked = sorted(page.url.partition("?")[2].split("&"))
    assert asked == ["bearer=china", "strength=intends", "strength=supports"]
    page.reload()
    assert addresses(page) == wanted
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(SHOWN)).to_have_count(len(clauses))
    assert "?" not in page.url or page.url.endswith("?")


def test_words_are_found_whatever_their_case_and_accents(page: Page, reading: Reading) -> None:
    open_with(page, reading, "?words=SÁMARKAND%20milestone")
    assert addresses(page) == ["P.2"]
    page.get_by_label("Words in the clause").fill("no such words anywhere")
    expect(page.locator(SHOWN)).to_have_count(0)
    expect(page.locator(".explore-told")).to_contain_text("None of the")
    page.get_by_label("Words in the clause").fill("Partnership status")
    assert "P.2" in addresses(page)
    assert "words=Partnership+status" in page.url


@pytest.mark.parametrize(
    "asked",
    [
        "?topic=<script>alert(1)</script>",
        "?topic=constructor&bearer=__proto__&note=",
        "?entity=%E0%A4%A",
        "?words=",
    ],
)
def test_nonsense_in_the_address_chooses_nothing(asked: str, page: Page, reading: Reading) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: errors.append(dialog.message))
    open_with(page, reading, asked)
    expect(page.locator(SHOWN)).to_have_count(len(CLAUSES))
    assert not errors


def test_the_choice_is_taken_away_with_hosted_addresses(page: Page, reading: Reading) -> None:
    open_with(page, reading, "?section=4&strength=intends")
    wanted = addresses(page)
    raw = taken(page, "Download CSV")
    assert raw.endswith("\r\n")
    rows = list(csv.reader(io.StringIO(raw, newline="")))
    assert [row[0] for row in rows[1:]] == wanted
    source = EDITION.statement.source
    words = {one.address: source.cut(one.span).strip() for one in EDITION.statement.clauses}
    for row in rows[1:]:
        assert row[2] == words[row[0]]
        assert row[-1] == f"{SITE}4/#c{row[0]}"
    assert {len(row) for row in rows} == {len(rows[0])}
    text = taken(page, "Download Markdown")
    assert re.findall(r"\]\((\S+)\)", text) == [f"{SITE}4/#c{at}" for at in wanted]


def test_a_cell_that_begins_like_a_formula_is_words(page: Page, reading: Reading) -> None:
    # The words are read when the page opens: they are changed before its script runs.
    page.add_init_script(
        """addEventListener("readystatechange", () => {
            const words = document.querySelectorAll(".explored .quoted");
            const texts = ["=1+1", "+1", "-1", "@x", ' "a", b'];
            if (words.length) texts.forEach((text, at) => (words[at].textContent = text));
        }, true)"""
    )
    open_with(page, reading)
    rows = list(csv.reader(io.StringIO(taken(page, "Download CSV"), newline="")))
    assert [row[2] for row in rows[1:6]] == ["'=1+1", "'+1", "'-1", "'@x", '"a", b']


def test_without_javascript_all_clauses_can_be_read(browser: Browser, reading: Reading) -> None:
    if browser.browser_type.name == "firefox":
        pytest.skip("Playwright cannot switch JavaScript off in this Firefox")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    open_with(page, reading, "?topic=economy")
    expect(page.locator(SHOWN)).to_have_count(len(CLAUSES))
    expect(page.locator(".explore-form")).to_be_hidden()
    expect(page.locator(".quotation-form")).to_be_hidden()
    expect(page.locator(f"{SHOWN} .quoted").first).to_be_visible()
    context.close()


def check(page: Page, words: str) -> str:
    page.locator("#quotation").fill(words)
    page.get_by_role("button", name="Check").click()
    return page.locator(".quotation-verdict").inner_text()


FIFTH = "hold the fifth meeting of the committee within this year"
AT = "3.1, sentence 1"
NOWHERE = (
    "Not found: nothing in the statement comes near these words. "
    "Perhaps they are from another text or another translation."
)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (FIFTH, f"Exact: these words stand in {AT}."),
        (f"“{FIFTH}.”", f"Exact: these words stand in {AT}."),
        (FIFTH.replace(" ", "\n", 2).upper(), f"These words stand in {AT}, but for spacing and case."),
        (
            FIFTH.replace("fifth", "sixth"),
            f"Not quite: these words differ from {AT}; every difference is marked.",
        ),
        (
            f"{FIFTH}. Both sides welcome the expansion",
            f"Exact: these words stand across several clauses, from {AT} to 3.2, sentence 1.",
        ),
        (
            "agreed to further leverage […] hold the fifth meeting",
            f"Exact: the 2 parts stand in the statement, in this order, from {AT}.",
        ),
        (
            "hold the fifth meeting … agreed to further leverage",
            "The parts stand in the statement, but not in this order.",
        ),
        ("March 1, 2023 in Beijing", "Exact: these words stand in the signature block."),
        ("colourless green ideas sleep furiously", NOWHERE),
        ("<img src=x onerror=alert(1)>", NOWHERE),
        (" … “” ", "Paste the words of a quotation first."),
    ],
)
def test_a_quotation_is_checked(words: str, says: str, page: Page, reading: Reading) -> None:
    open_with(page, reading)
    assert check(page, words) == says


def test_differences_are_marked_and_told(page: Page, reading: Reading) -> None:
    open_with(page, reading, f"?quote={quote(FIFTH.replace('the fifth', 'a sixth'))}#check")
    shown = page.locator(".quotation-words")
    expect(shown.locator("del")).to_have_text(" [left out: the fifth] ")
    expect(shown.locator("ins")).to_have_text(" [added: a sixth] ")
    link = page.locator(".quotation-result a").first
    expect(link).to_have_attribute(
        "href", re.compile(r"\.\./3/(index\.html)?#c3\.1:~:text=hold%20the%20fifth")
    )
    expect(page.locator(".quotation-cite")).to_have_attribute("data-clause", "3.1")
    link.click()
    expect(page.locator('[id="c3.1"]')).to_be_visible()


def test_every_sentence_of_the_statement_is_found_exactly(page: Page, reading: Reading) -> None:
    open_with(page, reading)
    source = EDITION.statement.source
    for clause in EDITION.statement.clauses[::7]:
        for sentence in sentences_of(source, clause):
            number = sentence.address.rpartition(".")[2]
            assert (
                check(page, source.cut(sentence.span))
                == f"Exact: these words stand in {clause.address}, sentence {number}."
            )


def quotations() -> list[str]:
    """Return words of the statement as people quote them: whole, in part, and with slips of many kinds."""
    source = EDITION.statement.source
    asked = ["colourless green ideas sleep furiously", "March 1, 2023  in Beijing", "cooperation"]
    for number, clause in enumerate(EDITION.statement.clauses[::8]):
        words = source.cut(sentences_of(source, clause)[0].span).split()
        middle = words[2 : 2 + 6 + number]
        asked += [
            " ".join(middle),
            " ".join(middle).upper().replace(" ", "\n", 1),
            " ".join([*middle[:2], *middle[3:]]),
            " ".join([*middle[:3], "really", *middle[3:]]),
            " ".join(reversed(middle)),
            "".join(middle)[1:-1].replace("-", "–"),
        ]
    return asked


def told_by_program(words: str) -> tuple[str, str]:
    (part,) = find(EDITION.statement, words)
    if not part.found:
        return "not found", ""
    found = part.found[0]
    kind = "near" if found.near else ", ".join(found.kinds) or "exact"
    return kind + (", cut" if found.cut else ""), found.pieces[0].at


def told_by_page(said: str) -> tuple[str, str]:
    # What comes nearest is shown on the page even where it is far from what was asked.
    if said.startswith("Not found"):
        return "not found", ""
    place = re.search(r"signature block|title block|P\.\d+|\d+\.\d+", said.partition(", but for")[0])
    assert place or " places" in said, said
    kinds = re.search(r", but for (.*?)\.", said)
    kind = "near" if said.startswith("Not quite") else kinds[1].replace(" and ", ", ") if kinds else "exact"
    return kind + (", cut" if "inside a word" in said else ""), place[0] if place else ""


def test_page_and_program_tell_the_same_of_a_quotation(page: Page, reading: Reading) -> None:
    """The comparison is written twice, in two languages; both must come to the same."""
    open_with(page, reading)
    kinds = Counter[str]()
    for words in quotations():
        said = check(page, words)
        kind, at = told_by_program(words)
        shown, place = told_by_page(said)
        assert (shown, place or at) == (kind, at.replace("signature", "signature block")), (words, said)
        kinds[kind] += 1
    assert len(kinds) > 4, kinds


def test_a_huge_quotation_is_answered(page: Page, reading: Reading) -> None:
    open_with(page, reading)
    ask = """words => {
        const form = document.querySelector(".quotation-form");
        form.elements.quote.value = words;
        form.requestSubmit();
    }"""
    page.evaluate(ask, "cooperation of both sides " * 4000)
    expect(page.locator(".quotation-verdict")).to_contain_text("longer than the statement")
    for words in (
        EDITION.statement.source.text[300:13000],
        "x" * 100_000,
        " … ".join(["cooperation"] * 8000),
        "、" * 100_000,
    ):
        page.evaluate(ask, words)
        expect(page.locator(".quotation-verdict")).not_to_be_empty()


def test_nothing_is_loaded_on_other_pages(page: Page, reading: Reading) -> None:
    page.goto(reading.address("/4/"))
    assert page.locator('script[src*="explore"], script[src*="quotation"], script[src*="diff"]').count() == 0


def test_it_fits_a_phone(page: Page, reading: Reading) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    open_with(page, reading, f"?quote={quote('both parties ' + FIFTH)}#check")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.locator(".explore-facet").first).to_be_hidden()


def test_an_edition_without_annotations_has_no_empty_facets(small: Path, page: Page) -> None:
    for path in [*(small / "annotations").glob("*.yml"), *(small / "annotations" / "sections").glob("*.yml")]:
        path.unlink()
    (small / "annotations" / "statement.yml").write_text("short_title: Communiqué\n", encoding="utf-8")
    seed = "联合公报\n\n双方会晤。\n\n1、双方支持贸易。双方同意开通渡轮。\n\n2、双方发展友好关系。\n"
    (small / "seeds" / "communique.txt").write_text(seed, encoding="utf-8")
    built = job.build(small, "", quiet)
    page.goto(f"{built.site.as_uri()}/explore/index.html?words=渡轮")
    assert page.locator(".explore-facet summary").all_text_contents() == ["Section "]
    assert addresses(page) == ["1.1"]
    said = check(page, "双方同意停止渡轮")
    assert said == "Not quite: these words differ from 1.1, sentence 2; every difference is marked."
    assert check(page, "双方同意开通渡轮") == "Exact: these words stand in 1.1, sentence 2."
