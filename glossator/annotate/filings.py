"""File clauses under topics: by phrase, which is the machine's work, and by the editors' hand."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from glossator.annotate.match import Phrases
from glossator.errors import Report
from glossator.model import Clause, Filing, Source, Span, Statement, Topic
from glossator.records import Record

KINDS = ("topic",)


def file_clauses(
    statement: Statement, topics: Sequence[Topic], by_hand: Sequence[Record], report: Report, *, sound: bool
) -> tuple[Filing, ...]:
    """Return all filings in reading order of the clauses, then in the order of ``topics``.

    ``sound`` tells whether the file of topics could be read at all.
    """
    filings = {(filing.clause, filing.topic): filing for filing in _by_phrase(statement, topics)}
    clauses = {clause.address: clause for clause in statement.clauses}
    known = {topic.id for topic in topics} if sound else None
    for record in by_hand:
        filing = _read(record, statement.source, clauses, known)
        if filing is None:
            continue
        earlier = filings.get((filing.clause, filing.topic))
        if earlier:
            how = "by hand" if earlier.by_hand else f"by {_words(statement, earlier)!r}"
            problem = f"clause {filing.clause} is filed under {filing.topic!r} already, {how}"
            report.mistake(record.place, problem, "take this record out")
        else:
            filings[filing.clause, filing.topic] = filing
    order = {address: number for number, address in enumerate(clauses)}
    rank = {topic.id: number for number, topic in enumerate(topics)}
    return tuple(sorted(filings.values(), key=lambda one: (order[one.clause], rank.get(one.topic, 0))))


def _words(statement: Statement, filing: Filing) -> str:
    return statement.source.cut(filing.quote) if filing.quote else "the whole clause"


def _by_phrase(statement: Statement, topics: Sequence[Topic]) -> Iterator[Filing]:
    topics_of = defaultdict(list)
    for topic in topics:
        for phrase in topic.match:
            topics_of[phrase].append(topic.id)
    phrases = Phrases(topics_of)
    for clause in statement.clauses:
        seen: set[str] = set()
        for phrase, span in phrases.find(statement.source.text, clause.span):
            for topic_id in topics_of[phrase]:
                if topic_id not in seen:
                    seen.add(topic_id)
                    yield Filing(topic_id, clause.address, span, by_hand=False)


def _read(
    record: Record, source: Source, clauses: dict[str, Clause], known: set[str] | None
) -> Filing | None:
    """Return the filing in a hand-made record, or None after noting what is wrong with it."""
    if not record.one_of("kind", KINDS, "kind of annotation"):
        return None  # What its other keys should be, nobody can say.
    address = _address(record, clauses)
    # Where topics.yml cannot be read, every topic would be unknown: that is not worth telling.
    topic = record.text("topic") if known is None else record.one_of("topic", known, "topic")
    quote = record.text("quote", "")
    record.finish()
    if not address or not topic:
        return None
    span = find_quote(record, source, clauses[address], quote) if quote else None
    return Filing(topic, address, span, by_hand=True) if span or not quote else None


def _address(record: Record, clauses: dict[str, Clause]) -> str:
    """Return the address under ``at``; of one that is not there, name those in the same section."""
    address = record.text("at")
    if address and address not in clauses:
        beside = [one for one in clauses if one.partition(".")[0] == address.partition(".")[0]]
        remedy = f"the clauses there are {', '.join(beside[:20])}" if beside else "compare the outline"
        record.report.mistake(record.place_of("at"), f"there is no clause {address!r}", remedy)
        return ""
    return address


def find_quote(record: Record, source: Source, clause: Clause, quote: str) -> Span | None:
    """Return where the quote stands in the clause; unless it stands there once, note why not."""
    # A line may end inside a quote; the look-ahead counts places that overlap, too.
    pattern = "(?=(" + r"\s+".join(map(re.escape, quote.split(" "))) + "))"
    found = list(re.finditer(pattern, source.cut(clause.span)))
    times = len(found)
    if times == 1:
        return Span(clause.span.start + found[0].start(1), clause.span.start + found[0].end(1))
    problem = f"the quote stands {times} times in clause {clause.address}"
    remedy = f"copy it from {source.place(clause.span.start)}, letter for letter"
    if times:
        remedy = "lengthen it until it is the only one"
    record.report.mistake(record.place_of("quote"), problem, remedy)
    return None
