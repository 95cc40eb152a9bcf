"""Gather all that is said of each place in the text: its dossier."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from glossator.model import (
    Clause,
    Commitment,
    CrossReference,
    Edition,
    Emendation,
    Event,
    Filing,
    Lacuna,
    Mention,
    Note,
    Position,
    Section,
    Span,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the statement that something is said of: what (``entity``, ``emended`` …) and where.

    ``read`` is the reading proposed for them, if one is; None where none is.
    """

    span: Span
    name: str
    read: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A note, an emendation or a lacuna as one of the numbered notes on its place.

    ``kind`` is the type of the note, ``emendation`` or ``lacuna``; ``where`` is the offset at which
    its number stands in the text.
    """

    kind: str
    said: Note | Emendation | Lacuna
    where: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """A place in the text and all that is said of it, each kind in reading order.

    The place is a clause, or one of the blocks ``title`` and ``signature``, which have no ``clause``.
    ``cited_by`` are the cross-references of other clauses to this one.
    """

    at: str
    section: Section | None
    clause: Clause | None
    spans: tuple[Span, ...]
    filings: tuple[Filing, ...]
    mentions: tuple[Mention, ...]
    uses: tuple[Mention, ...]
    notes: tuple[Note, ...]
    emendations: tuple[Emendation, ...]
    lacunae: tuple[Lacuna, ...]
    commitments: tuple[Commitment, ...]
    positions: tuple[Position, ...]
    references: tuple[CrossReference, ...]
    cited_by: tuple[CrossReference, ...]
    events: tuple[Event, ...]

    @property
    def entities(self) -> tuple[str, ...]:
        """Return the ids of the entities it names, each once."""
        return tuple(dict.fromkeys(one.id for one in self.mentions))

    @property
    def terms(self) -> tuple[str, ...]:
        """Return the ids of the terms it uses, each once."""
        return tuple(dict.fromkeys(one.id for one in self.uses))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Return the words to be marked in its text."""
        whole = Span(self.spans[0].start, self.spans[-1].end)
        found = [Mark(one.quote, "entity") for one in self.mentions]
        found += [Mark(one.quote, "term") for one in self.uses]
        found += [Mark(one.target.quote, "noted") for one in self.notes if one.target.quote]
        found += [Mark(one.target.quote or whole, "emended", one.read) for one in self.emendations]
        found += [Mark(one.target.quote or whole, f"lacuna-{one.where}") for one in self.lacunae]
        return tuple(found)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Return its notes, emendations and lacunae in the order in which their numbers stand in the text."""
        found = [Remark("lacuna", one, self._where(one)) for one in self.lacunae]
        found += [Remark("emendation", one, self._where(one)) for one in self.emendations]
        found += [Remark(one.type, one, self._where(one)) for one in self.notes]
        return tuple(sorted(found, key=lambda one: one.where))

    def _where(self, one: Note | Emendation | Lacuna) -> int:
        quote = one.target.quote or Span(self.spans[0].start, self.spans[-1].end)
        return quote.start if isinstance(one, Lacuna) and one.where == "before" else quote.end


def make_dossiers(edition: Edition) -> dict[str, Dossier]:
    """Return the dossiers of all places, by address, in reading order."""
    said = edition.annotations
    filings = _group((one.clause, one) for one in said.filings)
    mentions = _group((one.at, one) for one in said.mentions)
    uses = _group((one.at, one) for one in said.uses)
    cited_by = _group((to, one) for one in said.cross_references for to in one.to)
    targeted = {
        name: _group((one.target.at, one) for one in getattr(said, name))
        for name in ("notes", "emendations", "lacunae", "commitments", "positions", "events")
    }
    references = _group((one.target.at, one) for one in said.cross_references)
    home = {
        clause.address: (section, clause)
        for section in edition.statement.sections
        for clause in section.clauses
    }
    blocks = {section.label: section for section in edition.statement.sections if section.lines}
    return {
        at: Dossier(
            at=at,
            section=home[at][0] if at in home else blocks.get(at),
            clause=home[at][1] if at in home else None,
            spans=spans,
            filings=filings[at],
            mentions=mentions[at],
            uses=uses[at],
            references=references[at],
            cited_by=cited_by[at],
            **{name: found[at] for name, found in targeted.items()},
        )
        for at, spans in edition.statement.places.items()
    }


def _group(pairs: Iterable[tuple[str, Any]]) -> defaultdict[str, tuple[Any, ...]]:
    found: defaultdict[str, tuple[Any, ...]] = defaultdict(tuple)
    lists: defaultdict[str, list[Any]] = defaultdict(list)
    for key, one in pairs:
        lists[key].append(one)
    found.update({key: tuple(ones) for key, ones in lists.items()})
    return found
