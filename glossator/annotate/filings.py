"""Tie clauses to authorities: by phrase, which is the machine's work, and by the editors' hand.

A clause is filed under a topic once; of entities and terms every place in the text is kept. A
veto keeps the machine from tying an authority to a clause.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from glossator.annotate.match import Phrases
from glossator.annotate.targets import Desk, find_address, find_target
from glossator.errors import Report
from glossator.model import Filing, Mention, Statement
from glossator.records import Record

_TIED = ("entity", "term", "topic")
Vetoes = Mapping[tuple[str, str, str], Record]
"""The vetoes by kind of authority, its id, and the clause."""


def read_filing(record: Record, desk: Desk) -> Filing | None:
    """Return the filing under a topic in a record, or None after noting what is wrong with it."""
    target = find_target(record, desk)
    topic = record.id("topic", desk.known["topic"], "topic")
    return Filing(topic, target.at, target.quote, by_hand=True) if target and topic else None


def read_mention(record: Record, desk: Desk, what: str = "entity") -> Mention | None:
    """Return the mention of an entity, or the use of a term, or None after noting what is wrong."""
    target = find_target(record, desk, quoted=True)
    id_ = record.id(what, desk.known[what], what)
    return Mention(target.at, target.quote, id_, by_hand=True) if target and target.quote and id_ else None


def read_veto(record: Record, desk: Desk) -> tuple[str, str, str] | None:
    """Return kind, id and clause of a veto, or None after noting what is wrong with it."""
    address = find_address(record, desk)
    named = [what for what in _TIED if record.has(what)]
    if len(named) != 1:
        remedy = "write one of 'entity: …', 'term: …', 'topic: …'"
        record.report.mistake(record.place, f"a veto names one authority, not {len(named)}", remedy)
    ids = [(what, record.id(what, desk.known[what], what)) for what in named]
    return (*ids[0], address) if address and len(ids) == 1 and ids[0][1] else None


def file_clauses(
    statement: Statement,
    phrases: Mapping[str, Iterable[str]],
    by_hand: Iterable[tuple[Filing, Record]],
    vetoes: Vetoes,
    report: Report,
) -> tuple[Filing, ...]:
    """Return all filings in reading order of the clauses, then in the order of the topics.

    ``phrases`` are those of each topic, by its id, in the order of the file.
    """
    blocks = statement.places.keys() - {clause.address for clause in statement.clauses}
    filings: dict[tuple[str, str], Filing] = {}
    for mention in _by_phrase(statement, phrases):
        key = (mention.at, mention.id)
        if (
            mention.at not in blocks
            and key not in filings
            and ("topic", mention.id, mention.at) not in vetoes
        ):
            filings[key] = Filing(mention.id, mention.at, mention.quote, by_hand=False)
    for filing, record in by_hand:
        earlier = filings.get((filing.clause, filing.topic))
        if earlier:
            words = repr(statement.source.cut(earlier.quote)) if earlier.quote else "the whole clause"
            how = "by hand" if earlier.by_hand else f"by {words}"
            problem = f"clause {filing.clause} is filed under {filing.topic!r} already, {how}"
            report.mistake(record.place, problem, "take this record out")
        else:
            filings[filing.clause, filing.topic] = filing
    order = {address: number for number, address in enumerate(statement.places)}
    rank = {id_: number for number, id_ in enumerate(phrases)}
    return tuple(sorted(filings.values(), key=lambda one: (order[one.clause], rank.get(one.topic, 0))))


def find_mentions(
    statement: Statement,
    phrases: Mapping[str, Iterable[str]],
    by_hand: Iterable[tuple[Mention, Record]],
    vetoed: Callable[[Mention], bool],
    report: Report,
) -> tuple[Mention, ...]:
    """Return all places that name an authority, in reading order; hand-made ones add to the matches."""
    mentions = {(one.id, one.quote): one for one in _by_phrase(statement, phrases) if not vetoed(one)}
    for mention, record in by_hand:
        if (mention.id, mention.quote) in mentions:
            problem = f"these words are tied to {mention.id!r} already"
            report.mistake(record.place, problem, "take this record out")
        mentions[mention.id, mention.quote] = mention
    return tuple(sorted(mentions.values(), key=lambda one: (one.quote, one.id)))


def _by_phrase(statement: Statement, phrases: Mapping[str, Iterable[str]]) -> list[Mention]:
    """Return what a phrase ties to an authority, in reading order; one phrase may serve several."""
    owners: dict[str, list[str]] = defaultdict(list)
    for id_, forms in phrases.items():
        for form in forms:
            owners[" ".join(form.split())].append(id_)
    finder = Phrases(owners)
    return [
        Mention(address, span, id_, by_hand=False)
        for address, spans in statement.places.items()
        for within in spans
        for phrase, span in finder.find(statement.source.text, within)
        for id_ in owners[phrase]
    ]


def unused_vetoes(
    vetoes: Vetoes,
    statement: Statement,
    phrases: Sequence[tuple[str, Mapping[str, Iterable[str]]]],
    report: Report,
) -> None:
    """Note every veto of something that no phrase would have tied there."""
    would = {(kind, one.id, one.at) for kind, forms in phrases for one in _by_phrase(statement, forms)}
    for (kind, id_, at), record in vetoes.items():
        if (kind, id_, at) not in would:
            problem = f"no phrase ties clause {at} to the {kind} {id_!r}: there is nothing to veto"
            report.notice(record.place, problem, "take this record out")
