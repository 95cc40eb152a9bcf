"""Say which authorities nobody uses: they are odd, though not wrong."""

from collections.abc import Iterator

from glossator.errors import Report
from glossator.model import Annotations, Authorities, Evidence, Prose


def note_unused(authorities: Authorities, annotations: Annotations, name: str, report: Report) -> None:
    """Note every topic, entity, term and source that nothing in the edition uses."""
    prose = set().union(*(text.links for text in _prose(annotations)))
    filed = {filing.topic for filing in annotations.filings} | {one.broader for one in authorities.topics}
    for topic in authorities.topics:
        if topic.id not in filed:
            problem = f"no clause is filed under the topic {topic.id!r}"
            remedy = "file one by phrase or by hand, or take the topic out"
            report.notice(f"{name}/topics.yml", problem, remedy)
    mentioned = {one.id for one in annotations.mentions}
    for entity in authorities.entities:
        if entity.id not in mentioned and not entity.absent and f"entity:{entity.id}" not in prose:
            problem = f"nothing mentions the entity {entity.id!r}"
            remedy = "give a form under 'also', mention it by hand, or say under 'absent' why it is listed"
            report.notice(f"{name}/entities.yml", problem, remedy)
    used = {one.id for one in annotations.uses}
    for term in authorities.terms:
        if term.id not in used and f"term:{term.id}" not in prose:
            problem = f"nothing uses the term {term.id!r}"
            report.notice(f"{name}/terms.yml", problem, "give a form under 'also', or take the term out")
    cited = set(_cited(authorities, annotations))
    for source in authorities.sources:
        if source.id not in cited and f"source:{source.id}" not in prose:
            problem = f"nothing cites the source {source.id!r}"
            report.notice(f"{name}/sources.yml", problem, "cite it, or take it out")


def _evidence(annotations: Annotations) -> Iterator[Evidence]:
    for one in (*annotations.notes, *annotations.emendations, *annotations.lacunae):
        yield one.evidence
    yield from (event.evidence for event in annotations.events if event.evidence)
    for commitment in annotations.commitments:
        yield from (follow_up.evidence for follow_up in commitment.follow_ups)


def _cited(authorities: Authorities, annotations: Annotations) -> Iterator[str]:
    for one in (*authorities.entities, *authorities.terms):
        yield from one.sources
    for evidence in _evidence(annotations):
        yield from evidence.sources


def _prose(annotations: Annotations) -> Iterator[Prose]:
    yield from (note.text for note in annotations.notes)
    yield from (one.reason for one in (*annotations.emendations, *annotations.lacunae))
    for commitment in annotations.commitments:
        yield from (follow_up.what for follow_up in commitment.follow_ups)
