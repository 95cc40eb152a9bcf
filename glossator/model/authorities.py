"""The authorities: topics, entities, terms and sources, each defined once and cited by its id."""

from dataclasses import dataclass
from enum import StrEnum


class EntityKind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    PLACE = "place"
    INSTRUMENT = "instrument"
    INITIATIVE = "initiative"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of the topic index; ``broader`` is the id of its parent or empty.

    ``match`` are phrases that file a clause under it; ``exact_match`` are web addresses of the
    same subject in other vocabularies; ``draft`` tells that a machine made it and nobody has
    reviewed it.
    """

    id: str
    label: str
    definition: str
    broader: str
    related: tuple[str, ...]
    match: tuple[str, ...]
    exact_match: tuple[str, ...] = ()
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, state, organisation, place, instrument, initiative or event.

    ``also`` are the forms under which the text names it; ``absent`` says why it is listed though
    the text does not name it; ``wikidata`` is an item such as ``Q184``, or empty; ``draft`` tells
    that a machine made it and nobody has reviewed it.
    """

    id: str
    label: str
    kind: EntityKind
    definition: str
    also: tuple[str, ...]
    absent: str
    wikidata: str
    sources: tuple[str, ...]
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Original:
    """What a term is in the language of the statement; ``attested`` when a source was seen."""

    language: str
    text: str
    attested: bool


@dataclass(frozen=True, slots=True)
class Term:
    """A formula of the statement; ``also`` are the forms under which the text uses it."""

    id: str
    term: str
    original: Original | None
    definition: str
    also: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def label(self) -> str:
        """Return the term itself, by which it is listed."""
        return self.term


@dataclass(frozen=True, slots=True)
class SourceReference:
    """Where a fact was read; ``date`` may be a year or a month; ``url`` and ``date`` may be empty."""

    id: str
    title: str
    publisher: str
    date: str
    url: str
    language: str

    @property
    def label(self) -> str:
        """Return the title, by which it is listed."""
        return self.title
