"""What bearers undertake and hold: commitments with what came of them, and positions."""

from dataclasses import dataclass
from enum import StrEnum

from glossator.model.annotations import Evidence, Prose, Target


class Strength(StrEnum):
    """How far a bearer binds itself."""

    UNDERTAKES = "undertakes"
    INTENDS = "intends"
    SUPPORTS = "supports"


class Stance(StrEnum):
    """How a bearer stands to what it speaks of."""

    AFFIRMS = "affirms"
    APPRECIATES = "appreciates"
    OPPOSES = "opposes"
    CONCERNED = "is concerned"


class Status(StrEnum):
    """What came of a commitment."""

    FULFILLED = "fulfilled"
    IN_PROGRESS = "in progress"
    NO_EVIDENCE = "no evidence found"
    NOT_MEASURABLE = "not measurable"


BOTH = "both"
ALL = "all"
JOINT = {BOTH: "Both sides", ALL: "All parties"}
"""Bearers that are not one entity: the parties together, by how many they are."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What came of a commitment by a date (a year, a month or a day)."""

    date: str
    what: Prose
    status: Status
    evidence: Evidence

    @property
    def happened(self) -> bool:
        """Tell whether something happened that day; otherwise the date ends a search."""
        return self.status in {Status.FULFILLED, Status.IN_PROGRESS}


@dataclass(frozen=True, slots=True)
class Commitment:
    """An undertaking. ``bearer`` are ids of entities, or one of ``JOINT``; a ``draft`` is not reviewed."""

    id: str
    target: Target
    bearer: tuple[str, ...]
    verb: str
    strength: Strength
    act: str
    beneficiary: str
    due: str
    topics: tuple[str, ...]
    follow_ups: tuple[FollowUp, ...]
    draft: bool = False

    @property
    def latest(self) -> FollowUp | None:
        """Return the last follow-up, which decides the status."""
        return self.follow_ups[-1] if self.follow_ups else None


@dataclass(frozen=True, slots=True)
class Position:
    """What a bearer affirms, appreciates, opposes or is concerned about."""

    id: str
    target: Target
    bearer: tuple[str, ...]
    verb: str
    stance: Stance
    content: str
    topics: tuple[str, ...]
    draft: bool = False
