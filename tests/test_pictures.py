"""The pictures: what is counted is drawn, linked and named, whatever the words are."""

import re
from collections.abc import Callable
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossator.pictures import Link, arcs, bars, matrix, timeline

NASTY = 'A <b> & "c"\n\n    d’s\x00'
SHOWN = 'A <b> & "c" d’s '
SVG = "{http://www.w3.org/2000/svg}"

EVENTS = [
    ("1992-01-20", "text", Link("Relations", "p.html")),
    ("2023", "text", Link("A year")),
    ("2023-03", "follow-up", Link("A month", "q.html")),
    ("2023-03-01", "follow-up", Link("A day", "r.html")),
    ("2026-12", "text", Link("Later")),
]
STATES = [(Link("China", "cn.html"), [("done", 30), ("begun", 1)]), (Link("Both"), [("begun", 60)])]

DRAWN: dict[str, Callable[[str], str]] = {
    "matrix": lambda words: matrix(words, [Link(words, words)], [Link(words)], [[3]]),
    "bars": lambda words: bars(words, [(Link(words, words), [(words, 3), ("other", 1)])]),
    "timeline": lambda words: timeline(words, [("2023-03", words, Link(words, words))]),
    "arcs": lambda words: arcs(words, [Link(words, words), Link("b")], [0, 1], [(0, 1, words)]),
}
kinds = pytest.mark.parametrize("kind", DRAWN)


def parsed(picture: str) -> ET.Element:
    return ET.fromstring(picture.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" '))


def found(picture: str, tag: str, class_: str = "") -> list[ET.Element]:
    every = parsed(picture).iter(SVG + tag)
    return [one for one in every if not class_ or class_ in one.get("class", "").split()]


def words(picture: str, tag: str = "text") -> list[str]:
    return [one.text or "" for one in found(picture, tag)]


def hrefs(picture: str) -> list[str]:
    return [one.get("href", "") for one in found(picture, "a")]


@kinds
def test_a_picture_is_one_named_line_in_a_frame_that_scrolls(kind: str) -> None:
    picture = DRAWN[kind]("Of “two” words")
    assert "\n" not in picture
    assert picture.startswith('<div class="picture-frame"')
    root = parsed(picture)
    assert root.attrib == {
        "class": "picture-frame",
        "tabindex": "0",
        "role": "region",
        "aria-label": "Of “two” words",
    }
    (svg,) = root
    assert svg.get("class") == f"picture picture-{kind}"
    assert svg.get("role") == "group"
    assert svg.get("viewBox") == f"0 0 {svg.get('width')} {svg.get('height')}"
    assert (svg[0].tag, svg[0].get("id"), svg[0].text) == (
        f"{SVG}title",
        svg.get("aria-labelledby"),
        "Of “two” words",
    )


@kinds
def test_words_stay_words(kind: str) -> None:
    picture = DRAWN[kind](NASTY)
    assert "\n" not in picture
    assert SHOWN in words(picture)
    assert not found(picture, "b")
    assert set(hrefs(picture)) == {SHOWN}
    assert parsed(picture).get("aria-label") == SHOWN


@kinds
@given(title=st.text(min_size=1, max_size=30))
def test_any_words_make_one_line_of_markup(kind: str, title: str) -> None:
    title = re.sub("[\ud800-\udfff\ufffe\uffff]", "", title)
    picture = DRAWN[kind](title)
    assert len(picture.splitlines()) == 1
    parsed(picture)
    assert picture == DRAWN[kind](title)


def test_nothing_is_drawn_of_nothing() -> None:
    some = [Link("a")]
    assert matrix("", [], some, []) == matrix("", some, [], [[]]) == ""
    assert bars("", []) == bars("", [(Link("a"), [])]) == bars("", [(Link("a"), [("b", 0)])]) == ""
    assert timeline("", []) == ""
    assert arcs("", [], [], []) == ""


def test_lengths_are_whole_or_to_a_tenth() -> None:
    rows = [Link("r" * at) for at in range(1, 8)]
    many = [(Link("g"), [(f"k{at}", at + 1) for at in range(7)])]
    drawn = matrix("m", rows, rows, [[1] * 7] * 7) + bars("b", many) + timeline("t", EVENTS)
    drawn += arcs("a", rows, [at // 3 for at in range(7)], [(0, 6, ""), (1, 4, "")])
    assert not re.search(r"\d\.\d\d|\d\.0\b|\de[+-]?\d", drawn)


def test_ids_of_a_page_are_its_own() -> None:
    page = [
        draw(title) for draw in DRAWN.values() for title in ("By bearer", "By status", "按状态", "按主题")
    ]
    ids = re.findall(r'\bid="([^"]*)"', "".join(page))
    assert len(ids) == len(set(ids))
    for picture in page:
        for used in re.findall(r"url\(#([^)]*)\)", picture):
            assert f'id="{used}"' in picture


def test_a_matrix_writes_out_every_number_but_noughts() -> None:
    rows, columns = [Link("One", "1.html"), Link("Two")], [Link("X", "x.html"), Link("Y"), Link("Z")]
    picture = matrix("Topics", rows, columns, [[0, 1, 8], [4, 0, 0]])
    assert words(picture) == ["X", "Y", "Z", "One", "1", "8", "Two", "4"]
    assert words(picture, "title") == ["Topics", "One, Y: 1", "One, Z: 8", "Two, X: 4"]
    assert hrefs(picture) == ["x.html", "1.html"]
    shades = [box.get("class") for box in found(picture, "rect")]
    assert shades == ["shade-0", "shade-1", "shade-4", "shade-2", "shade-0", "shade-0"]
    assert words(matrix("None", rows, columns, [[0] * 3] * 2)) == ["X", "Y", "Z", "One", "Two"]


def test_a_matrix_must_be_whole() -> None:
    with pytest.raises(ValueError, match="zip"):
        matrix("t", [Link("a"), Link("b")], [Link("x")], [[1]])


def test_bars_say_every_number_in_a_segment_or_beside_the_bar() -> None:
    picture = bars("States", STATES)
    assert words(picture) == ["done", "begun", "China", "30", "31", "(1 begun)", "Both", "60", "60"]
    assert words(picture, "title") == ["States", "China: done 30", "China: begun 1", "Both: begun 60"]
    assert hrefs(picture) == ["cn.html"]
    lengths = [float(box.get("width", "")) for box in found(picture, "rect", "part")][2:]
    assert lengths == [230, 7.7, 460]


def test_parts_differ_without_colour() -> None:
    picture = bars("States", [(Link("All"), [(f"k{at}", 1) for at in range(8)])])
    fillings = {ET.tostring(one[-1]) for one in found(picture, "pattern") if len(one) > 1}
    assert len(found(picture, "pattern")) == 8
    assert len(fillings) == 7, "one is empty, the others differ"
    assert len({box.get("fill") for box in found(picture, "rect", "part")}) == 8


def test_a_timeline_has_a_point_for_each_event_in_its_year_and_month() -> None:
    picture = timeline("Dates", EVENTS)
    assert [one for one in words(picture) if "(" in one] == ["1992 (1)", "2023 (3)", "2026 (1)"]
    assert words(picture).count("…") == 2
    assert words(picture, "title")[1:] == [
        "1992-01-20 (text): Relations",
        "2023-03 (follow-up): A month",
        "2023-03-01 (follow-up): A day",
        "2023 (text): A year",
        "2026-12 (text): Later",
    ]
    assert hrefs(picture) == ["p.html", "q.html", "r.html"]
    points = found(picture, "circle")
    assert [point.get("class") for point in points] == ["ink", "ring", "ring", "ink", "ink", "ink", "ring"]
    first, month, day, year, _ = ((point.get("cx"), point.get("cy")) for point in points[:5])
    assert month[1] == day[1] != year[1]
    assert first[0] != month[0] == year[0] != day[0]


def test_points_do_not_touch_however_many_there_are() -> None:
    events = [("2023-03-01", "text", Link(str(at))) for at in range(120)] + EVENTS
    points = found(timeline("Many", events), "circle")[:-2]
    assert len(points) == 125
    assert len({(point.get("cx"), point.get("cy")) for point in points}) == 125
    (svg,) = parsed(timeline("Many", events))
    assert max(float(point.get("cx", "")) for point in points) < float(svg.get("width", ""))


def test_arcs_tie_clauses_in_reading_order() -> None:
    nodes = [Link("1.1", "1.html"), Link("1.2"), Link("4.3", "4.html"), Link("5.1")]
    picture = arcs(
        "Ties", nodes, [1, 1, 4, 5], [(2, 0, "see"), (0, 2, "as in"), (1, 2, ""), (3, 3, "itself")]
    )
    assert words(picture) == ["1.1", "1.2", "4.3", "5.1"]
    assert hrefs(picture) == ["1.html", "4.html"]
    assert words(picture, "title") == ["Ties", "1.1 – 4.3: see; as in", "1.2 – 4.3", "5.1 – 5.1: itself"]
    assert len(found(picture, "path", "arc")) == 3
    places = [float(one.get("cx", "")) for one in found(picture, "circle")]
    near, far, again = (after - before for before, after in pairwise(places))
    assert near < far == again, "a gap between sections"


def test_an_arc_needs_no_ties() -> None:
    picture = arcs("Alone", [Link("1.1")], [0], [])
    assert words(picture) == ["1.1"]
    assert not found(picture, "path")
