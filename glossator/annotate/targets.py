"""Find what an annotation is about: its clause or block, and its quote, which must stand there once."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from glossator.annotate.prose import Known
from glossator.model import SIGNATURE, TITLE, Source, Span, Target
from glossator.records import Record


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies ready while annotations are read.

    ``places`` are clauses and blocks by address with the spans of their words; ``known`` the ids
    by what they name; ``by`` and ``date`` stand for annotations that name no author of their own.
    """

    source: Source
    places: Mapping[str, Sequence[Span]]
    known: Known
    by: str
    date: str


def find_target(record: Record, desk: Desk, *, quoted: bool = False) -> Target | None:
    """Return the target under ``at`` and ``quote``, or None after noting what is wrong with it.

    ``quoted`` tells that the quote is required.
    """
    address = _address(record, desk.places)
    quote = record.text("quote", None if quoted else "")
    if not address or (quoted and not quote):
        return None
    if not quote:
        return Target(address, None)
    span = find_quote(record, desk, address, quote)
    return Target(address, span) if span else None


def _address(record: Record, places: Mapping[str, Sequence[Span]]) -> str:
    """Return the address under ``at``; of one that is not there, name those in the same section."""
    address = record.text("at")
    if address and address not in places:
        beside = [one for one in places if one.partition(".")[0] == address.partition(".")[0]]
        remedy = f"the clauses there are {', '.join(beside[:20])}" if beside else "compare the outline"
        record.report.mistake(record.place_of("at"), f"there is no clause {address!r}", remedy)
        return ""
    return address


def find_quote(record: Record, desk: Desk, address: str, quote: str, key: str = "quote") -> Span | None:
    """Return where the quote stands in a place; unless it stands there once, note why not."""
    # A line may end inside a quote; the look-ahead counts places that overlap, too.
    pattern = re.compile("(?=(" + r"\s+".join(map(re.escape, quote.split(" "))) + "))")
    found = [
        Span(span.start + one.start(1), span.start + one.end(1))
        for span in desk.places[address]
        for one in pattern.finditer(desk.source.cut(span))
    ]
    if len(found) == 1:
        return found[0]
    block = address in {TITLE, SIGNATURE}
    where = f"the {address} block" if block else f"clause {address}"
    problem = f"the {key} stands {len(found)} times in {where}"
    remedy = f"copy it from {desk.source.place(desk.places[address][0].start)}, letter for letter"
    if found:
        remedy = "lengthen it until it is the only one"
    record.report.mistake(record.place_of(key), problem, remedy)
    return None
