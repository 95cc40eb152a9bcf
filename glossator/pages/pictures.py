"""What the pictures show: plain counts out of the indexes, handed to ``pictures`` to be drawn."""

from collections import Counter
from collections.abc import Callable

from glossator.index import Indexes
from glossator.model import Status, Strength
from glossator.pages.links import place_page
from glossator.pictures import Link, arcs, bars, matrix, timeline
from glossator.words import named

_To = Callable[[str], str]


def draw(name: str, title: str, indexes: Indexes, to: _To) -> str:
    """Return the picture called ``name`` as one line of SVG; ``to`` links from the page it stands on."""
    # MkDocs does not turn the links of a drawing into those of pages.
    return _PICTURES[name](title, indexes, lambda page: to(page).replace("index.md", "index.html"))


def _topics(title: str, indexes: Indexes, to: _To) -> str:
    """Sections × topics: in how many clauses of a section a topic occurs."""
    sections = [section for section in indexes.edition.statement.sections if section.clauses]
    counts: Counter[tuple[str, str]] = Counter(
        (entry.topic.id, one.section.label) for entry in indexes.topics for one in entry.entries
    )
    topics = [entry.topic for entry in indexes.topics if entry.entries]
    return matrix(
        title,
        [Link(section.name, to(f"{section.label}/index.md")) for section in sections],
        [Link(topic.label, to(f"topics/{topic.id}/index.md")) for topic in topics],
        [[counts[topic.id, section.label] for topic in topics] for section in sections],
    )


def _bars(title: str, indexes: Indexes, by: str) -> str:
    commitments = indexes.edition.annotations.commitments
    kinds = list(Strength) if by == "strength" else [*Status, "not assessed"]
    counts: Counter[tuple[str, str]] = Counter()
    for one in commitments:
        status = one.latest.status if one.latest else "not assessed"
        counts[indexes.bearers(one.bearer), one.strength if by == "strength" else status] += 1
    bearers = dict.fromkeys(indexes.bearers(one.bearer) for one in commitments)
    groups = [
        (
            Link(bearer),
            [(named(indexes.words, kind), counts[bearer, kind]) for kind in kinds if counts[bearer, kind]],
        )
        for bearer in bearers
    ]
    return bars(title, groups)


def _timeline(title: str, indexes: Indexes, to: _To) -> str:
    in_the_text, follow_up = indexes.words.say("in the text"), named(indexes.words, "follow-up")
    return timeline(
        title,
        [
            (
                entry.date,
                in_the_text if entry.event else follow_up,
                Link(
                    _what(
                        entry.event.text if entry.event else entry.commitment.act if entry.commitment else ""
                    ),
                    to(place_page(indexes, entry.at)),
                ),
            )
            for entry in indexes.timeline
        ],
        rings=follow_up,
    )


def _what(text: str) -> str:
    return text if len(text) <= 120 else text[:119].rsplit(" ", 1)[0] + "…"  # noqa: PLR2004 - a tooltip's length


def _arcs(title: str, indexes: Indexes, to: _To) -> str:
    """Cross-references between clauses, in reading order."""
    places = list(indexes.dossiers)
    rank = {at: number for number, at in enumerate(places)}
    sections = [dossier.section.label if dossier.section else at for at, dossier in indexes.dossiers.items()]
    groups = {label: number for number, label in enumerate(dict.fromkeys(sections))}
    links = [
        (rank[one.target.at], rank[other], one.text)
        for one in indexes.edition.annotations.cross_references
        for other in one.to
    ]
    if not links:
        return ""
    nodes = [Link(named(indexes.words, at), to(place_page(indexes, at))) for at in places]
    return arcs(title, nodes, [groups[label] for label in sections], links)


_PICTURES: dict[str, Callable[[str, Indexes, _To], str]] = {
    "topics": _topics,
    "strength": lambda title, indexes, _to: _bars(title, indexes, "strength"),
    "status": lambda title, indexes, _to: _bars(title, indexes, "status"),
    "timeline": _timeline,
    "cross-references": _arcs,
}
