"""A new edition of any text: builds at once, overwrites nothing, and says what a machine made."""

import hashlib
import re
import tempfile
from pathlib import Path, PurePosixPath

import pytest
from conftest import ROOT, digests, quiet
from hypothesis import example, given, settings
from hypothesis import strategies as st

from glossator import job
from glossator.draft import begin as beginning
from glossator.draft import convert, draft
from glossator.draft.forms import Finder, flatten
from glossator.draft.quotes import unique_quote
from glossator.draft.slugs import slug_of
from glossator.edition import load_edition
from glossator.errors import EditionError
from glossator.index import index
from glossator.model import Output
from glossator.pages import write_pages
from glossator.records import is_slug

ENGLISH = """Joint Declaration of Arland and Borland

Geneva, 4 May 2031

The two sides met in Geneva on 4 May 2031 and agreed on the following.

1. The two sides will open a ferry between their ports by 2032. China welcomes this.

2. Both sides reaffirm their support for the Charter of the United Nations and for free trade.

3. The two sides oppose unilateral sanctions.
"""
CHINESE = """中华人民共和国和白俄罗斯共和国联合声明

一、双方同意加强反恐合作，坚定维护《联合国宪章》宗旨和原则。

二、中方支持白俄罗斯加入上海合作组织。双方反对单边制裁。
"""
RUSSIAN = """Совместное заявление Китая и Беларуси

1. Стороны договорились развивать торговлю с Китайской Народной Республикой.

2. Стороны выступают против терроризма и подтверждают верность Уставу Организации Объединенных Наций.
"""
ARABIC = """بيان مشترك

المادة 1
يؤكد الجانبان أهمية التعاون مع الأمم المتحدة في مكافحة الإرهاب.

المادة 2
يرحب الجانبان بالتبادل التجاري بين الصين ومصر.
"""
DRAFT = "(machine-made, not reviewed)"


def started(folder: Path, text: str, name: str = "statement.txt", **wishes: str) -> job.Begun:
    source = folder / name
    source.write_text(text, encoding="utf-8")
    return job.start(source, folder / "edition", job.Wishes(**wishes))


def pages_of(folder: Path) -> dict[PurePosixPath, str]:
    edition = load_edition(folder).edition
    written: tuple[Output, ...] = write_pages(edition, index(edition), [ROOT / "templates"])
    return {output.path: output.text for output in written}


def test_a_new_edition_builds_at_once_and_its_proof_holds(tmp_path: Path) -> None:
    begun = started(tmp_path, ENGLISH)
    folder = tmp_path / "edition"
    assert (folder / "seeds" / "statement.txt").read_bytes() == ENGLISH.encode()
    built = job.build(folder, "", quiet)
    assert str(built.proof) == f"{len(ENGLISH)} of {len(ENGLISH)} characters accounted for"
    assert built.notices == ()
    checked = job.check(folder, "", quiet)
    assert checked.tally["drafts, not reviewed"] == begun.draft.count
    assert (folder / "site" / "assets" / "site.css").is_file()
    assert not (folder / "docs" / "assets" / "site.css").exists()
    assert (begun.start.date, begun.start.language, begun.start.place) == ("2031-05-04", "en", "Geneva")
    assert begun.start.degree == "full"
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_drafts_are_shown_as_such_until_an_editor_confirms_them(tmp_path: Path) -> None:
    started(tmp_path, ENGLISH)
    folder = tmp_path / "edition"
    pages = pages_of(folder)
    for page in ("topics/trade", "entities/un-charter", "commitments", "positions", "timeline", "1/1", "2/1"):
        assert DRAFT in pages[PurePosixPath(page, "index.md")], page
    for page in ("commitments", "positions", "topics", "places", "instruments"):
        assert "machine-made and not reviewed." in pages[PurePosixPath(page, "index.md")], page
    for page in ("index.md", "about/index.md"):
        assert "**Not reviewed.** A program made" in pages[PurePosixPath(page)], page
    for path in (folder / "annotations").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("  draft: machine\n", ""), encoding="utf-8")
    assert not any("machine-made" in text or "**Not reviewed" in text for text in pages_of(folder).values())


def test_commitments_and_positions_hold_on_to_their_words(tmp_path: Path) -> None:
    found = started(tmp_path, ENGLISH).draft.undertakings
    assert [(one.at, one.bearer, one.verb, one.strength or one.stance, one.what) for one in found] == [
        ("1.1", "both", "will", "undertakes", "open a ferry between their ports by 2032"),
        ("1.1", "china", "welcomes", "appreciates", "this"),
        ("2.1", "both", "reaffirm", "affirms", found[2].what),
        ("3.1", "both", "oppose", "opposes", "unilateral sanctions"),
    ]
    assert found[0].due == "by 2032"


@pytest.mark.parametrize(
    ("text", "language", "topics", "entities", "verbs"),
    [
        (
            CHINESE,
            "zh",
            {"terrorism": {"反恐"}, "sanctions": {"制裁"}},
            {"china": {"中华人民共和国", "中方"}, "un-charter": {"联合国宪章"}, "sco": {"上海合作组织"}},
            ["同意", "支持", "反对"],
        ),
        (
            RUSSIAN,
            "ru",
            {"trade": {"торговлю"}, "terrorism": {"терроризма"}},
            {
                "china": {"Китая", "Китайской Народной Республикой"},
                "belarus": {"Беларуси"},
                "un-charter": {"Уставу Организации Объединенных Наций"},
            },
            ["договорились", "выступают против"],
        ),
        (
            ARABIC,
            "ar",
            {"terrorism": {"مكافحة الإرهاب", "الإرهاب"}, "trade": {"بالتبادل التجاري"}},
            {"china": {"الصين"}, "egypt": {"ومصر"}, "united-nations": {"الأمم المتحدة"}},
            ["يؤكد", "يرحب"],
        ),
    ],
)
def test_texts_in_other_languages_give_drafts_in_their_own_forms(
    text: str,
    language: str,
    topics: dict[str, set[str]],
    entities: dict[str, set[str]],
    verbs: list[str],
    tmp_path: Path,
) -> None:
    begun = started(tmp_path, text)
    assert begun.start.language == language
    by_topic = {one.id: set(one.match) for one in begun.draft.topics}
    by_entity = {one.id: set(one.also) for one in begun.draft.entities}
    assert {id_: by_topic.get(id_, set()) & forms for id_, forms in topics.items()} == topics | {
        id_: by_topic[id_] & forms for id_, forms in topics.items()
    }
    assert {id_: by_entity.get(id_) for id_ in entities} == entities
    assert [one.verb for one in begun.draft.undertakings] == verbs
    edition = load_edition(tmp_path / "edition").edition
    assert {one.id for one in edition.annotations.mentions} == set(by_entity)
    assert set(topics) <= {one.topic for one in edition.annotations.filings}


TAKEN = """{folder}: the folder is not empty, and nothing in it is overwritten
    remedy: name a folder that is not there yet, or an empty one"""
FILE = """{folder}: something else has this name
    remedy: name a folder that is not there yet"""
NOWHERE = """{folder}: there is no folder to put it into
    remedy: make {parent} first"""
TAG = """--language: 'English' is not a language tag
    remedy: write a language tag such as en, fr, zh-Hans"""


@pytest.mark.parametrize(
    ("place", "says", "language"),
    [("full", TAKEN, ""), ("file", FILE, ""), ("no/where", NOWHERE, ""), ("new", TAG, "English")],
)
def test_nothing_is_overwritten_and_the_reason_is_told(
    place: str, says: str, language: str, tmp_path: Path
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    source = tmp_path / "statement.txt"
    source.write_text(ENGLISH, encoding="utf-8")
    before = digests(tmp_path)
    folder = tmp_path / place
    with pytest.raises(EditionError) as caught:
        job.start(source, folder, job.Wishes(language=language))
    assert str(caught.value) == says.format(folder=folder, parent=folder.parent)
    assert digests(tmp_path) == before


def test_a_failure_on_the_way_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(beginning, "_settle", full)
    with pytest.raises(EditionError, match="No space left on device"):
        started(tmp_path, ENGLISH)
    assert [one.name for one in tmp_path.iterdir()] == ["statement.txt"]


@pytest.mark.parametrize(
    ("name", "seed"),
    [
        ("CON.txt", "statement-con.txt"),
        ("aux.txt", "statement-aux.txt"),
        ("заявление.txt", "statement.txt"),
        ("Déclaration “finale” (v2).txt", "declaration-finale-v2.txt"),
        ("..txt", "statement.txt"),
        ("<script>alert(1)</script>.md".replace("/", "∕"), "script-alert-1-script.txt"),
        (f"{'long' * 50}.txt", f"{'long' * 15}.txt"),
    ],
)
def test_names_that_no_disk_takes_make_no_difference(name: str, seed: str, tmp_path: Path) -> None:
    begun = started(tmp_path, f"{'Very Long Title ' * 650}\n\n{ENGLISH}", name)
    assert begun.start.seed == seed
    assert len(begun.start.title) <= 200
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted([name, "edition"])
    load_edition(tmp_path / "edition")


@given(st.text())
@example("../../etc/passwd")
@example("nul\0")
@example("lpt1")
@example("-" * 10_000)
def test_any_words_make_a_safe_name(words: str) -> None:
    assert is_slug(slug_of(words, "statement"))


TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            [*(one for text in (ENGLISH, CHINESE, RUSSIAN, ARABIC) for one in text.split("\n\n"))]
        ),
        st.text(max_size=60),
    ),
    min_size=1,
    max_size=6,
).map("\n\n".join)


@settings(max_examples=15)
@given(TEXTS, st.sampled_from(["", "en", "zh", "ru", "ar", "de"]), st.text(max_size=20))
def test_any_text_makes_an_edition_or_is_refused(text: str, language: str, title: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "x.txt"
        source.write_bytes(text.encode("utf-8", errors="replace"))
        try:
            job.start(source, folder / "edition", job.Wishes("utf-8", language, title))
        except EditionError:
            assert [one.name for one in folder.iterdir()] == ["x.txt"]
        else:
            assert (folder / "edition" / "seeds" / "x.txt").read_bytes() == source.read_bytes()
            notices = load_edition(folder / "edition").notices
            assert [one for one in notices if not one.place.startswith("seeds/x.txt")] == []


@given(st.text("ab ", min_size=1, max_size=30), st.data())
def test_a_lengthened_quote_stands_once(text: str, data: st.DataObject) -> None:
    flat = flatten(text)
    start = data.draw(st.integers(0, len(flat)))
    end = data.draw(st.integers(start, len(flat)))
    quote = unique_quote(flat, start, end)
    if quote:
        assert len(re.findall(f"(?={re.escape(quote)})", flat)) == 1


@pytest.mark.parametrize(
    ("language", "form", "text", "found"),
    [
        ("ru", "Соединенные Штаты", "между Соединёнными Штатами и", ["Соединёнными Штатами"]),
        ("ru", "Чили", "Чилийский и Чили", ["Чили"]),
        ("ar", "الصين", "للصين والصين بالصين الصينية", ["للصين", "والصين", "بالصين"]),
        ("zh", "印度", "印度和印度尼西亚", ["印度", "印度"]),
        ("en", "Niger", "Niger’s border with Nigeria, NIGER", ["Niger"]),
        ("fr", "Côte d’Ivoire", "la Côte d'Ivoire", ["Côte d'Ivoire"]),
    ],
)
def test_names_are_found_in_the_forms_of_their_language(
    language: str, form: str, text: str, found: list[str]
) -> None:
    finder = Finder([("x", form)], language, names=True)
    assert [text[one.start : one.end] for one in finder.find(text)] == found


PAGE = """<!doctype html><html><head><title>No</title><meta charset="windows-1252"><style>p {}</style></head>
<body><script>alert("no")</script><h1>Joint   Declaration</h1>
<p>1. The two sides will open<br>a ferry &amp; a caf\xe9.</p><ul><li>One<li>Two</ul></body></html>"""


def test_of_a_web_page_the_words_alone_are_taken(tmp_path: Path) -> None:
    source = tmp_path / "page.html"
    source.write_bytes(PAGE.encode("windows-1252"))
    begun = job.start(source, tmp_path / "edition", job.Wishes())
    seed = (tmp_path / "edition" / "seeds" / "page.txt").read_text(encoding="utf-8")
    assert seed == "Joint Declaration\n\n1. The two sides will open\na ferry & a café.\n\nOne\n\nTwo\n"
    about = load_edition(tmp_path / "edition").edition.about
    assert begun.start.converted == "web page"
    assert "made by a program from a web page, page.html" in about.provenance
    assert hashlib.sha256(source.read_bytes()).hexdigest() in about.provenance


@pytest.mark.parametrize(
    ("ending", "package", "kind"), [(".docx", "python-docx", "Word document"), (".pdf", "pypdf", "PDF")]
)
def test_without_its_package_a_document_is_refused_with_a_remedy(
    ending: str, package: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    source = tmp_path / f"statement{ending}"
    source.write_bytes(b"%PDF-1.4 broken")
    monkeypatch.setattr(convert, "import_module", missing)
    with pytest.raises(EditionError) as caught:
        job.start(source, tmp_path / "edition", job.Wishes())
    assert str(caught.value) == (
        f"statement{ending}: to read {ending} files, the package {package!r} is needed\n"
        f"    remedy: install it with: pip install {package}, or save the words as plain text in UTF-8"
    )
    monkeypatch.undo()
    pytest.importorskip("docx" if ending == ".docx" else "pypdf")
    with pytest.raises(EditionError, match=f"statement{ending}: this cannot be read as a {kind}: "):
        job.start(source, tmp_path / "edition", job.Wishes())


def test_the_words_of_a_word_document_are_taken(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx", reason="python-docx is not installed: the extra 'documents'")
    document = docx.Document()
    for line in ENGLISH.split("\n\n"):
        document.add_paragraph(line)
    document.add_table(rows=1, cols=2).rows[0].cells[1].text = "in a table"
    document.save(str(tmp_path / "statement.docx"))
    job.start(tmp_path / "statement.docx", tmp_path / "edition", job.Wishes())
    seed = (tmp_path / "edition" / "seeds" / "statement.txt").read_text(encoding="utf-8")
    assert "2. Both sides reaffirm" in seed
    assert "in a table" in seed


def test_the_words_of_a_pdf_are_taken(tmp_path: Path) -> None:
    pytest.importorskip("pypdf", reason="pypdf is not installed: the extra 'documents'")
    stream = b"BT /F1 12 Tf 50 700 Td (1. The two sides will open a ferry.) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    tail = b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    (tmp_path / "statement.pdf").write_bytes(body + tail % (table, len(body)))
    begun = job.start(tmp_path / "statement.pdf", tmp_path / "edition", job.Wishes())
    assert begun.start.converted == "PDF"
    seed = (tmp_path / "edition" / "seeds" / "statement.txt").read_text(encoding="utf-8")
    assert seed == "1. The two sides will open a ferry.\n"


def test_a_language_without_lists_gives_names_of_states_at_most(tmp_path: Path) -> None:
    begun = started(tmp_path, "1. Die Regierungen von Frankreich und Polen.\n\n2. Ende.\n", language="de")
    assert [one.id for one in begun.draft.entities] == ["france", "poland"]
    assert begun.draft.undertakings == ()
    statement = load_edition(tmp_path / "edition").edition.statement
    assert draft(statement, "xx").count == 0


def test_the_repository_of_an_edition_is_what_new_writes(tmp_path: Path) -> None:
    started(tmp_path, ENGLISH)
    for path in (ROOT / "templates" / "edition").rglob("*"):
        if path.is_file() and path.suffix != ".j2":
            name = path.relative_to(ROOT / "templates" / "edition")
            assert (tmp_path / "edition" / name).read_bytes() == path.read_bytes()
    ours = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    theirs = (tmp_path / "edition" / "mkdocs.yml").read_text(encoding="utf-8")
    assert theirs.rstrip().endswith(ours[ours.index("docs_dir:") :].rstrip())
