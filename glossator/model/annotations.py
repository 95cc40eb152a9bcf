"""What is said of places in the text: one class for each kind of annotation."""

from dataclasses import dataclass
from enum import StrEnum

from glossator.model.source import Span


class NoteType(StrEnum):
    """What a note is about."""

    TEXTUAL = "textual"
    TRANSLATION = "translation"
    CONTEXT = "context"
    DEFINITION = "definition"
    FOLLOW_UP = "follow-up"


class Confidence(StrEnum):
    """How sure the editors are."""

    TWO = "two sources"
    ONE = "one source"
    INFERENCE = "inference"


class Where(StrEnum):
    """On which side of the quoted words a gap lies."""

    BEFORE = "before"
    AFTER = "after"
    WITHIN = "within"


@dataclass(frozen=True, slots=True)
class Target:
    """A clause (``4.3``) or block (``title``, ``signature``), and the quoted words, if any are."""

    at: str
    quote: Span | None


@dataclass(frozen=True, slots=True)
class Prose:
    """CommonMark once parsed: a flat run of pieces, each a kind and a text.

    ``text`` and ``code`` carry characters; ``p ul ol li em strong`` open and ``/p`` … close;
    ``link`` carries an address (``clause:4.4``, ``entity:samarkand``, ``https://…``), ``/link``
    closes it; ``break`` is a forced new line.
    """

    pieces: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.pieces)

    @property
    def plain(self) -> str:
        """Return the words alone, paragraphs and lines parted by one space."""
        kinds = {"text", "code"}
        words = (
            text if kind in kinds else " " if kind in {"/p", "break"} else "" for kind, text in self.pieces
        )
        return " ".join("".join(words).split())

    @property
    def links(self) -> tuple[str, ...]:
        """Return the addresses it links to, in order."""
        return tuple(text for kind, text in self.pieces if kind == "link")


@dataclass(frozen=True, slots=True)
class Evidence:
    """On what a remark rests (ids of sources), how sure the editors are, who wrote it and when."""

    sources: tuple[str, ...]
    confidence: str
    by: str
    date: str


@dataclass(frozen=True, slots=True)
class Note:
    """Prose by the editors."""

    target: Target
    type: NoteType
    text: Prose
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Emendation:
    """Words kept as they stand though wrong, with the reading proposed."""

    target: Target
    read: str
    reason: Prose
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Lacuna:
    """A place where the source has lost text."""

    target: Target
    where: Where
    missing: str
    reason: Prose
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Filing:
    """A clause filed under a topic: by a matched phrase (by machine) or by an editor's hand.

    ``quote`` is the range of words that carry the topic, or None when it is the whole clause.
    """

    topic: str
    clause: str
    quote: Span | None
    by_hand: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an entity, or use a term; ``id`` is that of the authority."""

    at: str
    quote: Span
    id: str
    by_hand: bool


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A clause that takes up others; ``to`` are their addresses."""

    target: Target
    to: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the text dates; ``date`` is a year, a month or a day; a ``draft`` is not reviewed."""

    target: Target
    date: str
    text: str
    evidence: Evidence | None
    draft: bool = False
