"""What a seed as it is now does to the published addresses."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from glossator.errors import Mistake, Report, did_you_mean
from glossator.ledger.names import digest
from glossator.ledger.table import LEDGER
from glossator.model import AddressState, LedgerEntry, Statement, label_of

_MOST_NAMED = 5


class _Kind(StrEnum):
    """What happens to an address; the values are the words for it."""

    NEW = "new"
    CHANGED = "other words"
    BACK = "back again"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one address.

    ``place`` is ``file:line`` of its clause and ``words`` are the clause's, both empty when it is
    removed; ``other`` is the address under which the words stood before, or stand from now on.
    """

    kind: str
    address: str
    place: str
    words: str
    other: str = ""


def settle(ledger: Sequence[LedgerEntry], statement: Statement, since: str = "") -> tuple[LedgerEntry, ...]:
    """Return the ledger as it is once the statement is accepted: by ``since``, or not yet.

    Entries come in reading order; a removed one follows the clause of its section that it followed
    before, and where there is none, the section that it followed.
    """
    before = {entry.address: entry for entry in ledger}
    now = {one.address: digest(statement.source.cut(one.span)) for one in statement.clauses}
    gone = {entry.sha256: entry.address for entry in ledger if not entry.removed and entry.address not in now}
    entries: dict[str, LedgerEntry] = {}
    for address, sha256 in now.items():
        entry = before.get(address)
        if entry is None:
            there = gone.get(sha256)
            entry = LedgerEntry(address, sha256, since, formerly=(there,) if there else ())
        elif entry.sha256 != sha256:
            formerly = (*entry.formerly, entry.sha256)
            entry = LedgerEntry(address, sha256, since, formerly=formerly)
        elif entry.removed:
            entry = replace(entry, since=since, state=AddressState.CURRENT)
        entries[address] = entry
    return tuple(_in_order(ledger, entries, since))


def _in_order(
    ledger: Sequence[LedgerEntry], entries: Mapping[str, LedgerEntry], since: str
) -> Iterator[LedgerEntry]:
    # Keyed by an address, or by the label of a whole section; nothing has been before the first.
    followers: defaultdict[str, list[LedgerEntry]] = defaultdict(list)
    last = ""
    for entry in ledger:
        if entry.address in entries:
            last = entry.address
            continue
        beside = label_of(last) == label_of(entry.address)
        removed = entry if entry.removed else replace(entry, since=since, state=AddressState.REMOVED)
        followers[last if beside else label_of(last)].append(removed)
    yield from followers[""]
    for label, section in groupby(entries.values(), lambda one: label_of(one.address)):
        for entry in section:
            yield entry
            yield from followers[entry.address]
        yield from followers[label]


def changes(ledger: Sequence[LedgerEntry], statement: Statement) -> tuple[Change, ...]:
    """Return what the statement does to the published addresses, in reading order."""
    source = statement.source
    before = {entry.address: entry for entry in ledger}
    spans = {one.address: one.span for one in statement.clauses}
    settled = settle(ledger, statement)
    moved = {old: entry.address for entry in settled for old in entry.formerly}
    found = []
    for entry in settled:
        kind = _kind(before.get(entry.address), entry)
        if kind is _Kind.REMOVED:
            found.append(Change(kind, entry.address, "", "", moved.get(entry.address, "")))
        elif kind:
            span = spans[entry.address]
            other = entry.formerly[-1] if entry.formerly and kind is _Kind.NEW else ""
            place, words = source.place(span.start), " ".join(source.cut(span).split())
            found.append(Change(kind, entry.address, place, words, other))
    return tuple(found)


def _kind(before: LedgerEntry | None, now: LedgerEntry) -> _Kind | None:
    if before is None:
        return _Kind.NEW
    if before.removed != now.removed:
        return _Kind.REMOVED if now.removed else _Kind.BACK
    return _Kind.CHANGED if before.sha256 != now.sha256 else None


def claim(
    ledger: Sequence[LedgerEntry], statement: Statement, same: Sequence[tuple[str, int]], report: Report
) -> tuple[LedgerEntry, ...]:
    """Return the ledger as if each address had been published with the paragraph on that line.

    ``same`` are pairs of an address and a 1-based line; what is wrong with them goes to ``report``.
    """
    source = statement.source
    beginning = {source.line_of(one.span.start): one for one in statement.clauses}
    entries = {entry.address: entry for entry in ledger}
    for address, line in same:
        place, clause = f"--same {address}={line}", beginning.get(line)
        if address not in entries:
            remedy = did_you_mean(address, entries, f"{LEDGER} lists the published addresses")
            report.mistake(place, f"the address {address!r} was never published", remedy)
        elif clause is None:
            remedy = "give the line on which the paragraph begins"
            report.mistake(place, f"no clause begins on line {line} of {source.name}", remedy)
        elif label_of(clause.address) != label_of(address):
            problem = f"the clause on that line is in section {label_of(clause.address)}"
            report.mistake(place, problem, "an address stays in its section: let the clause have a new one")
        else:
            sha256 = digest(source.cut(clause.span))
            entries[address] = replace(entries[address], sha256=sha256, state=AddressState.CURRENT)
    return tuple(entries.values())


def pending(found: Sequence[Change]) -> Mistake | None:
    """Return what to tell an editor who has not accepted the changes; None when there are none."""
    if not found:
        return None
    told = []
    for kind in _Kind:
        addresses = [one.address for one in found if one.kind is kind]
        more = ["…"] if len(addresses) > _MOST_NAMED else []
        if addresses:
            told.append(f"{kind}: {', '.join([*addresses[:_MOST_NAMED], *more])}")
    problem = f"the seed does not agree with the published addresses ({'; '.join(told)})"
    return Mistake(LEDGER, problem, "see what happens with python build.py ledger, and accept it there")
