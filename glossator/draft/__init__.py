"""Draft annotations by machine, for editors to correct: topics, entities, commitments, positions, dates.

They come from lists in ``data/`` and hold on to the words that stand in the text. Every draft is
marked as one, so that readers see that nobody has looked at it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from glossator.draft import gazetteer
from glossator.draft.forms import Finder, flatten
from glossator.draft.quotes import Flat, flat_clause, shorten, unique_quote
from glossator.draft.slugs import digest_of, slug_of
from glossator.draft.undertakings import Lexicon, Undertaking
from glossator.inspect import dates_in
from glossator.model import Entity, EntityKind, Kind, Statement, Topic

__all__ = ["SOURCE", "Draft", "Event", "Undertaking", "draft"]

SOURCE = "machine-draft"
"""The id of the source that draft entities cite: the lists they come from."""

_SPEAKING = {Kind.CLAUSE, Kind.ITEM}
_MOST_TOPICS = 3
_LONGEST_LINE = 160
_BRACKETS = "《》"


@dataclass(frozen=True, slots=True)
class Event:
    """A day that the text names, with the words that do."""

    at: str
    quote: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What a machine makes of a statement; ``topics_of`` are those of an undertaking, by its quote."""

    topics: tuple[Topic, ...]
    entities: tuple[Entity, ...]
    undertakings: tuple[Undertaking, ...]
    topics_of: dict[str, tuple[str, ...]]
    events: tuple[Event, ...]

    @property
    def count(self) -> int:
        """Return how many drafts there are."""
        return len(self.topics) + len(self.entities) + len(self.undertakings) + len(self.events)


def draft(statement: Statement, language: str) -> Draft:
    """Return drafts for a statement in a language such as ``en`` or ``zh-Hans``.

    Languages without lists get names of states at most.
    """
    main = language.split("-", maxsplit=1)[0].lower()
    source = statement.source
    places = [flatten(source.cut(span)) for spans in statement.places.values() for span in spans]
    clauses = [flat_clause(source, one) for one in statement.clauses if one.kind in _SPEAKING]
    subjects = gazetteer.subjects(main)
    finder = Finder(((one.id, form) for one in subjects for form in one.phrases), main, names=False)
    topics = _topics(subjects, finder, (flatten(source.cut(one.span)) for one in statement.clauses))
    entities = _entities(main, places)
    states = {form: one.id for one in entities if one.kind is EntityKind.STATE for form in one.also}
    lexicon = Lexicon(gazetteer.verbs(main), states)
    undertakings = tuple(found for clause in clauses for found in lexicon.find(clause))
    known = {one.id for one in topics}
    topics_of = {
        one.quote: tuple(
            dict.fromkeys(id_ for found in finder.find(one.quote) for id_ in found.ids if id_ in known)
        )[:_MOST_TOPICS]
        for one in undertakings
    }
    return Draft(topics, entities, undertakings, topics_of, tuple(_events(clauses)))


def _topics(subjects: Sequence[gazetteer.Subject], finder: Finder, texts: Iterable[str]) -> tuple[Topic, ...]:
    """Return the topics of which a phrase stands in the texts, and those that are broader."""
    forms: dict[str, dict[str, None]] = defaultdict(dict)
    for text in texts:
        for found in finder.find(text):
            for id_ in found.ids:
                forms[id_][text[found.start : found.end]] = None
    wanted = forms.keys() | {one.broader for one in subjects if one.id in forms}
    return tuple(
        Topic(one.id, one.label, one.definition, one.broader, (), tuple(sorted(forms[one.id])), draft=True)
        for one in subjects
        if one.id in wanted
    )


def _entities(language: str, texts: Sequence[str]) -> tuple[Entity, ...]:
    """Return the entities that the texts name, those of the lists first, each kind by itself."""
    known = {one.id: one for one in gazetteer.names(language)}
    finder = Finder(((one.id, form) for one in known.values() for form in one.forms), language, names=True)
    forms: dict[str, dict[str, None]] = defaultdict(dict)
    kinds = {one.id: one.kind for one in known.values()}
    labels = {one.id: one.forms[0] for one in known.values()}
    instruments = [re.compile(one) for one in gazetteer.patterns(language)]
    for text in texts:
        listed = finder.find(text)
        for found in listed:
            forms[found.ids[0]][text[found.start : found.end]] = None
        taken = [(one.start, one.end) for one in listed if kinds[one.ids[0]] == EntityKind.INSTRUMENT]
        for start, end in _instruments(text, instruments, taken):
            words = text[start:end]
            id_ = slug_of(words, "") or digest_of(words, "instrument")
            id_ = digest_of(words, "instrument") if id_ in known else id_
            kinds[id_], labels[id_] = "instrument", words
            forms[id_][words] = None
    said = gazetteer.wording(language)["definition"]
    return tuple(
        Entity(
            id_,
            labels[id_],
            EntityKind(kinds[id_]),
            said[kinds[id_]],
            tuple(forms[id_]),
            "",
            "",
            (SOURCE,),
            draft=True,
        )
        for id_ in sorted(forms, key=lambda id_: (kinds[id_], id_))
    )


def _instruments(
    text: str, patterns: Sequence[re.Pattern[str]], taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    for pattern in patterns:
        for found in pattern.finditer(text):
            start, end = found.span()
            while text[start] in _BRACKETS and text[end - 1] in _BRACKETS:
                start, end = start + 1, end - 1
            if all(end <= first or last <= start for first, last in taken):
                yield start, end


def _events(clauses: Iterable[Flat]) -> Iterator[Event]:
    for clause in clauses:
        for start, end, day in dates_in(clause.text):
            quote = unique_quote(clause.text, start, end)
            around = next((one for one in clause.sentences if one[0] <= start < one[1]), (start, end))
            words = clause.text[around[0] : around[1]]
            if quote:
                yield Event(clause.address, quote, day, shorten(words, _LONGEST_LINE))
