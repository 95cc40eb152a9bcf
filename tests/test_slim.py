"""What ships: nothing to which nothing refers, and everything else."""

import pytest

from glossator import job
from glossator.site.slim import slimmed, squeeze_script, strip_map, unused
from glossator.site.styles import prune, squeeze

JS = "assets/javascripts"


def test_a_file_goes_only_when_nothing_kept_refers_to_it() -> None:
    texts = {
        "index.html": '<script src="assets/javascripts/bundle.js"></script>',
        f"{JS}/bundle.js": "load('worker.js')\n//# sourceMappingURL=bundle.js.map",
        f"{JS}/worker.js": "",
        f"{JS}/other.js": "load('lost.js')",
        f"{JS}/lost.js": "load('other.js')",
    }
    brought = {*texts, f"{JS}/bundle.js.map"} - {"index.html"}
    assert unused(texts, brought, ("en",)) == (f"{JS}/bundle.js.map", f"{JS}/lost.js", f"{JS}/other.js")


@pytest.mark.parametrize(
    ("languages", "kept"),
    [
        (("en",), set()),
        (("de",), {"min/lunr.de.min.js", "min/lunr.stemmer.support.min.js"}),
        (("ja",), {"min/lunr.ja.min.js", "min/lunr.stemmer.support.min.js", "tinyseg.js"}),
        (
            ("en", "th"),
            {
                "min/lunr.th.min.js",
                "min/lunr.stemmer.support.min.js",
                "min/lunr.multi.min.js",
                "wordcut.js",
            },
        ),
    ],
)
def test_the_search_keeps_its_languages(languages: tuple[str, ...], kept: set[str]) -> None:
    names = ("de", "ja", "th", "stemmer.support", "multi")
    brought = {f"{JS}/lunr/{one}" for one in ("tinyseg.js", "wordcut.js")}
    brought |= {f"{JS}/lunr/min/lunr.{one}.min.js" for one in names}
    gone = unused({"index.html": ""}, brought, languages)
    assert {name.removeprefix(f"{JS}/lunr/") for name in brought - set(gone)} == kept


def test_source_maps_are_not_announced() -> None:
    assert strip_map("a{}\n/*# sourceMappingURL=main.css.map */") == "a{}\n"
    assert strip_map("f();\n//# sourceMappingURL=f.js.map\n") == "f();\n"


@pytest.mark.parametrize(
    ("style", "left"),
    [
        (".here,.gone{a:b}", ".here{a:b}"),
        (".gone .here{a:b}", ""),
        ("a:not(.gone):is(.gone, p){a:b}", "a:not(.gone):is(.gone, p){a:b}"),
        ("[dir=rtl] p{a:b}[lang=en] p{a:b}", "[lang=en] p{a:b}"),
        ("@media print{.gone{a:b}}", ""),
        ("@media print{.gone{a:b}.here{a:b}}", "@media print{.here{a:b}}"),
        ('@charset "UTF-8";.here{a:url("}.gone{")}', '@charset "UTF-8";.here{a:url("}.gone{")}'),
        ("@keyframes gone{from{a:b}to{a:c}}", "@keyframes gone{from{a:b}to{a:c}}"),
    ],
)
def test_a_rule_goes_only_when_it_can_apply_to_nothing(style: str, left: str) -> None:
    assert prune(style, frozenset({"here", "en"})) == left


def test_a_variable_goes_when_nothing_asks_for_it() -> None:
    texts = {
        "index.html": '<p class="a" style="color: var(--page)">',
        "main.css": ":root{--page:1;--script:2;--chain:3;--end:var(--chain);--icon:url('data:;{}')}.a{x:y}",
        "ours.js": 'get("--script")',
    }
    assert slimmed(texts, ["main.css"])["main.css"] == ":root{--page:1;--script:2}.a{x:y}"


def test_the_site_ships_no_ballast_and_keeps_its_search(flagship: job.Built) -> None:
    names = [
        path.relative_to(flagship.site).as_posix() for path in flagship.site.rglob("*") if path.is_file()
    ]
    assert not [name for name in names if name.endswith(".map") or "/lunr/" in name]
    assert not [name for name in names if "/workers/" in name]
    assert "assets/search.js" in names
    for path in flagship.site.rglob("*.min.*"):
        assert "sourceMappingURL" not in path.read_text(encoding="utf-8")


def test_a_style_sheet_of_ours_loses_comments_and_layout_alone() -> None:
    style = '/* a "note" */\n.a > b::after,\n.c :is(d) {'
    style += '\n  content: "/* kept */  \\" ";\n  margin: 0  0.5em;\n}\n\n/* end */'
    assert squeeze(style) == '.a > b::after,.c :is(d){content:"/* kept */  \\" ";margin:0 .5em;}'


def test_a_script_of_ours_loses_lines_of_comment_and_indentation_alone() -> None:
    script = '// what it does\n(() => {\n  // why\n  const a = "// kept";\n\n  say(`x`); // kept\n})();\n'
    assert squeeze_script(script) == '(() => {const a = "// kept";\nsay(`x`); // kept\n})();'
    for kept in ("const a = `\n  // words\n`;", 'const a = "b\\\n  c";', "/* one\n  // two */"):
        assert squeeze_script(kept) == kept
