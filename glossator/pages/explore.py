"""What the page of all clauses sorts them by: its facets, and what each clause is in each of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from glossator.index import Dossier, Indexes
from glossator.model import JOINT, Commitment, EntityKind, NoteType, Position, Stance, Status, Strength

NOT_ASSESSED = "not assessed"
YES = "yes"


@dataclass(frozen=True, slots=True)
class Value:
    """One choice of a facet: as it stands in addresses, as readers see it, how deep in a tree."""

    id: str
    label: str
    depth: int
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """Something by which clauses are chosen. ``key`` is its name in addresses; ``values`` is never empty."""

    key: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Explored:
    """The facets that an edition has, and per clause, by key, the values that it has."""

    facets: tuple[Facet, ...]
    clauses: dict[str, dict[str, tuple[str, ...]]]


def explore(indexes: Indexes) -> Explored:
    """Return the facets of an edition; one that would hold nothing is left out."""
    dossiers = {at: one for at, one in indexes.dossiers.items() if one.clause}
    choices = _choices(indexes)
    clauses = {
        at: {key: tuple(dict.fromkeys(_ASKED[key](indexes, one))) for key in choices}
        for at, one in dossiers.items()
    }
    facets = []
    for key, known in choices.items():
        counts = {id_: sum(1 for one in clauses.values() if id_ in one[key]) for id_, _, _ in known}
        values = tuple(Value(id_, label, depth, counts[id_]) for id_, label, depth in known if counts[id_])
        if values:
            facets.append(Facet(key, values))
    return Explored(tuple(facets), clauses)


_Choice = tuple[str, str, int]


def _choices(indexes: Indexes) -> dict[str, list[_Choice]]:
    """Return all values that a clause could have, by facet, in the order in which readers see them."""
    said = indexes.edition.annotations
    undertaken: list[Commitment | Position] = [*said.commitments, *said.positions]
    bearers = dict.fromkeys(id_ for one in undertaken for id_ in one.bearer)
    kinds = list(EntityKind)
    entities = sorted(
        (entry.entity for entry in indexes.entities),
        key=lambda one: (kinds.index(one.kind), one.label.casefold()),
    )
    # Where nothing at all has been followed up, "not assessed" would tell nothing.
    statuses = [*Status, NOT_ASSESSED] if any(one.latest for one in said.commitments) else []
    return {
        "topic": list(_topics(indexes, [entry.topic.id for entry in indexes.tree], 0)),
        "entity": [(one.id, one.label, 0) for one in entities],
        "bearer": [
            (id_, indexes.bearers((id_,)), 0)
            for id_ in sorted(bearers, key=lambda id_: (id_ not in JOINT, indexes.bearers((id_,))))
        ],
        "strength": _plain(Strength),
        "status": _plain(statuses),
        "stance": _plain(Stance),
        "emendation": [(YES, YES, 0)],
        "note": _plain(NoteType),
        "section": [(one.label, one.name, 0) for one in indexes.edition.statement.sections if one.clauses],
    }


def _plain(values: Iterable[str]) -> list[_Choice]:
    return [(str(one), str(one), 0) for one in values]


def _topics(indexes: Indexes, ids: Sequence[str], depth: int) -> Iterable[_Choice]:
    for id_ in ids:
        entry = indexes.topic(id_)
        yield id_, entry.topic.label, depth
        yield from _topics(indexes, [one.id for one in entry.narrower], depth + 1)


def _filed(indexes: Indexes, dossier: Dossier) -> Iterable[str]:
    """Yield the topics of a clause, each with all that are broader."""
    for filing in dossier.filings:
        topic = indexes.topic(filing.topic)
        yield topic.topic.id
        while topic.broader:
            topic = indexes.topic(topic.broader)
            yield topic.topic.id


def _borne(_: Indexes, dossier: Dossier) -> Iterable[str]:
    borne: list[Commitment | Position] = [*dossier.commitments, *dossier.positions]
    return [id_ for one in borne for id_ in one.bearer]


def _came_of(_: Indexes, dossier: Dossier) -> Iterable[str]:
    return [str(one.latest.status) if one.latest else NOT_ASSESSED for one in dossier.commitments]


_ASKED: dict[str, Callable[[Indexes, Dossier], Iterable[str]]] = {
    "topic": _filed,
    "entity": lambda _, one: one.entities,
    "bearer": _borne,
    "strength": lambda _, one: [str(each.strength) for each in one.commitments],
    "status": _came_of,
    "stance": lambda _, one: [str(each.stance) for each in one.positions],
    "emendation": lambda _, one: [YES] if one.emendations else [],
    "note": lambda _, one: [str(each.type) for each in one.notes],
    "section": lambda _, one: [one.section.label] if one.section else [],
}
