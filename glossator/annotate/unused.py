"""Say which authorities nobody uses: they are odd, though not wrong."""

from collections.abc import Iterator, Mapping

from glossator.errors import Report
from glossator.model import Annotations, Authorities, Evidence, Prose

_UNMENTIONED = "give a form under 'also', mention it by hand, or say under 'absent' why it is listed"


def note_unused(
    authorities: Authorities,
    annotations: Annotations,
    known: Mapping[str, Mapping[str, str] | None],
    report: Report,
) -> None:
    """Note every topic, entity, term and source that nothing in the edition uses.

    ``known`` says where the id of each stands.
    """
    filed = {filing.topic for filing in annotations.filings} | {one.broader for one in authorities.topics}
    mentioned = {one.id for one in annotations.mentions}
    mentioned |= {entity.id for entity in authorities.entities if entity.absent}
    used = {one.id for one in annotations.uses}
    cited = set(_cited(authorities, annotations))
    # A page of a topic lists clauses alone: a link to it is no use of it.
    linked = {link for text in _prose(annotations) for link in text.links if not link.startswith("topic:")}
    for what, busy, problem, remedy in (
        ("topic", filed, "no clause is filed under", "file one by phrase or by hand, or take the topic out"),
        ("entity", mentioned, "nothing mentions", _UNMENTIONED),
        ("term", used, "nothing uses", "give a form under 'also', or take the term out"),
        ("source", cited, "nothing cites", "cite it, or take it out"),
    ):
        for id_, place in (known[what] or {}).items():
            if id_ not in busy and f"{what}:{id_}" not in linked:
                report.notice(place, f"{problem} the {what} {id_!r}", remedy)


def _evidence(annotations: Annotations) -> Iterator[Evidence]:
    yield from (note.evidence for note in annotations.notes)
    yield from (emendation.evidence for emendation in annotations.emendations)
    yield from (lacuna.evidence for lacuna in annotations.lacunae)
    yield from (event.evidence for event in annotations.events if event.evidence)
    for commitment in annotations.commitments:
        yield from (follow_up.evidence for follow_up in commitment.follow_ups)


def _cited(authorities: Authorities, annotations: Annotations) -> Iterator[str]:
    for entity in authorities.entities:
        yield from entity.sources
    for term in authorities.terms:
        yield from term.sources
    for evidence in _evidence(annotations):
        yield from evidence.sources


def _prose(annotations: Annotations) -> Iterator[Prose]:
    yield from (note.text for note in annotations.notes)
    yield from (emendation.reason for emendation in annotations.emendations)
    yield from (lacuna.reason for lacuna in annotations.lacunae)
    for commitment in annotations.commitments:
        yield from (follow_up.what for follow_up in commitment.follow_ups)
