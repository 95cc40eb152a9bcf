"""Marks overlap and nest freely; the text between their edges is never lost or doubled."""

from hypothesis import given
from hypothesis import strategies as st

from glossator.index import Mark
from glossator.model import Span
from glossator.site.marks import segments

SPAN = Span(10, 40)
MARKS = st.lists(
    st.builds(
        lambda start, length, name: Mark(Span(start, start + length), name),
        st.integers(0, 50),
        st.integers(1, 20),
        st.sampled_from(["entity", "term", "noted", "emended"]),
    ),
    max_size=12,
)


@given(MARKS)
def test_every_character_has_the_names_of_all_marks_that_cover_it(marks: list[Mark]) -> None:
    at = SPAN.start
    for part, names, _ in segments(SPAN, marks):
        assert part.start == at < part.end
        at = part.end
        for place in range(part.start, part.end):
            covering = {mark.name for mark in marks if mark.span.start <= place < mark.span.end}
            assert names == tuple(sorted(covering))
    assert at == SPAN.end


def test_an_entity_inside_an_emended_phrase_keeps_both_marks() -> None:
    marks = [
        Mark(Span(10, 30), "emended", "the reading"),
        Mark(Span(15, 20), "entity"),
        Mark(Span(18, 35), "noted"),
    ]
    assert [(part.start, part.end, names, read) for part, names, read in segments(SPAN, marks)] == [
        (10, 15, ("emended",), ()),
        (15, 18, ("emended", "entity"), ()),
        (18, 20, ("emended", "entity", "noted"), ()),
        (20, 30, ("emended", "noted"), ("the reading",)),
        (30, 35, ("noted",), ()),
        (35, 40, (), ()),
    ]


def test_a_gap_shows_at_its_edge_only() -> None:
    before = Mark(Span(10, 30), "lacuna-before")
    after = Mark(Span(10, 30), "lacuna-after")
    entity = Mark(Span(15, 20), "entity")
    found = list(segments(SPAN, [before, after, entity]))
    assert [names for _, names, _ in found] == [("lacuna-before",), ("entity",), ("lacuna-after",), ()]


def test_a_gap_before_words_of_several_parts_shows_once() -> None:
    gap = Mark(Span(10, 30), "lacuna-before")
    shown = [names for part in (Span(10, 11), Span(11, 30)) for _, names, _ in segments(part, [gap])]
    assert shown == [("lacuna-before",), ()]
