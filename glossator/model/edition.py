"""The edition: the statement with everything said of it."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from glossator.model.annotations import (
    CrossReference,
    Emendation,
    Event,
    Filing,
    Lacuna,
    Mention,
    Note,
)
from glossator.model.authorities import Entity, SourceReference, Term, Topic
from glossator.model.ledger import LedgerEntry
from glossator.model.text import Statement
from glossator.model.undertakings import Commitment, Position


@dataclass(frozen=True, slots=True)
class Witness:
    """Where a text came from, or another version of it: a line of the provenance."""

    title: str
    note: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page written by people that readers step to: its name, and its file below ``docs/``."""

    title: str
    page: str


@dataclass(frozen=True, slots=True)
class About:
    """What ``statement.yml`` says of the statement as a whole. All prose is plain text.

    ``pages`` is the language of the interface, or empty, so that it follows ``language``;
    ``annotators`` and ``annotated`` are author and date of every annotation that names no others.
    """

    short_title: str
    language: str
    date: str
    place: str
    parties: tuple[str, ...]
    standing: str
    summary: str
    trust: str
    provenance: str
    annotators: str
    annotated: str
    witnesses: tuple[Witness, ...]
    pages: str = ""
    menu: tuple[OwnPage, ...] = ()


@dataclass(frozen=True, slots=True)
class Authorities:
    """What is defined once and cited by id, in the order of the files."""

    topics: tuple[Topic, ...] = ()
    entities: tuple[Entity, ...] = ()
    terms: tuple[Term, ...] = ()
    sources: tuple[SourceReference, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotations:
    """What is said of places in the text, each kind in reading order."""

    filings: tuple[Filing, ...] = ()
    mentions: tuple[Mention, ...] = ()
    uses: tuple[Mention, ...] = ()
    notes: tuple[Note, ...] = ()
    emendations: tuple[Emendation, ...] = ()
    lacunae: tuple[Lacuna, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    positions: tuple[Position, ...] = ()
    cross_references: tuple[CrossReference, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """The statement with everything said of it.

    ``ledger`` are the addresses ever published, as they are with this statement; it is empty when
    none was.
    """

    about: About
    statement: Statement
    authorities: Authorities
    annotations: Annotations
    ledger: tuple[LedgerEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Output:
    """A file yet to be written: its path below ``docs/`` and its text, whose lines end in LF."""

    path: PurePosixPath
    text: str
