"""Find what an annotation is about: its clause or block, and its quote, which must stand there once."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from glossator.annotate.known import Known, nearby
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
    address = find_address(record, desk)
    quote = record.text("quote", None if quoted else "")
    if not address or (quoted and not quote):
        return None
    if not quote:
        return Target(address, None)
    span = find_quote(record, desk, address)
    return Target(address, span) if span else None


def find_address(record: Record, desk: Desk) -> str:
    """Return the address under ``at``, or nothing after noting what is wrong with it."""
    address = record.text("at")
    return address if address and is_place(record, desk, address, record.place_of("at")) else ""


def is_place(record: Record, desk: Desk, address: str, where: str) -> bool:
    """Tell whether there is such a clause or block; if not, name those in the same section.

    ``where`` is where the editor wrote the address.
    """
    if address in desk.places:
        return True
    record.report.mistake(where, f"there is no clause {address!r}", nearby(address, desk.places))
    return False


def find_quote(
    record: Record, desk: Desk, address: str, key: str = "quote", *, once: bool = True
) -> Span | None:
    """Return where the words under ``key`` stand in a place; where they do not, note it.

    ``once`` tells that they may stand there only once; otherwise the first place is returned.
    """
    words = record.text(key)
    found = [
        Span(span.start + start, span.start + end)
        for span in desk.places[address]
        for start, end in _places(words, desk.source.cut(span))
    ]
    if len(found) == 1 or (found and not once):
        return found[0]
    block = address in {TITLE, SIGNATURE}
    where = f"the {address} block" if block else f"clause {address}"
    problem = f"the {key} stands {len(found)} times in {where}"
    remedy = f"copy it from {desk.source.place(desk.places[address][0].start)}, letter for letter"
    if found:
        remedy = "lengthen it until it is the only one"
    record.report.mistake(record.place_of(key), problem, remedy)
    return None


def _places(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where the words begin and end in the text, places that overlap among them."""
    if " ".join(text.split()) == text:
        start = text.find(words)
        while start >= 0:
            yield start, start + len(words)
            start = text.find(words, start + 1)
        return
    # A line may end inside a quote; the look-ahead counts places that overlap, too.
    pattern = r"\s+".join(map(re.escape, words.split(" ")))
    yield from (found.span(1) for found in re.finditer(f"(?=({pattern}))", text))
