"""Which address each clause has: that of its words, when they were published before."""

import hashlib
import re
from collections import Counter, defaultdict, deque
from collections.abc import Sequence
from itertools import count

from glossator.model import LedgerEntry

Sections = Sequence[tuple[str, Sequence[str]]]
"""Of each section the prefix of its addresses (``4``, ``P``) and the digests of its clauses."""

_NUMBER = re.compile(r"(?P<prefix>.+)\.(?P<number>\d+)(?P<letters>[a-z]*)")
_LETTERS = 26


def digest(words: str) -> str:
    """Return the SHA-256 of the words in UTF-8, in hexadecimal."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def name_clauses(ledger: Sequence[LedgerEntry], sections: Sections) -> tuple[tuple[str, ...], ...]:
    """Return the addresses of all clauses, section by section.

    The same words in the same section keep their address, wherever they stand in it. Between two
    clauses that keep theirs, other words take over the published addresses left there, in order.
    What remains is new: it takes the next number at the end of a section, and a letter before that.
    """
    entries: defaultdict[str, list[LedgerEntry]] = defaultdict(list)
    for entry in ledger:
        entries[entry.address.rpartition(".")[0]].append(entry)
    kept = [_same_words(entries[prefix], digests) for prefix, digests in sections]
    moved = Counter(
        one
        for (_, digests), names in zip(sections, kept, strict=True)
        for one, name in zip(digests, names, strict=True)
        if not name
    )
    return tuple(
        _new_names(prefix, entries[prefix], _other_words(entries[prefix], names, moved))
        for (prefix, _), names in zip(sections, kept, strict=True)
    )


def number_clauses(sections: Sequence[tuple[str, int]]) -> tuple[tuple[str, ...], ...]:
    """Return the addresses where none is published yet; of each section: its prefix, how many clauses."""
    return tuple(tuple(f"{prefix}.{number}" for number in range(1, many + 1)) for prefix, many in sections)


def _same_words(entries: Sequence[LedgerEntry], digests: Sequence[str]) -> list[str]:
    """Return for each clause the address published for its very words, or nothing.

    Words that stand several times keep their order. An address once removed comes back last.
    """
    published: defaultdict[str, deque[str]] = defaultdict(deque)
    for entry in sorted(entries, key=lambda one: one.removed):
        published[entry.sha256].append(entry.address)
    return [published[one].popleft() if published[one] else "" for one in digests]


def _other_words(entries: Sequence[LedgerEntry], names: Sequence[str], moved: Counter[str]) -> list[str]:
    """Give addresses whose words are gone to the unnamed clauses that stand in their place.

    ``moved`` are the digests of clauses without a name; an address whose words are among them,
    in another section that is, is not theirs to take.
    """
    taken = {name for name in names if name}
    free = [not entry.removed and not moved[entry.sha256] for entry in entries]
    number_of = {entry.address: number for number, entry in enumerate(entries)}
    named: list[str] = []
    at = 0
    for name in names:
        if name:
            at = number_of[name] + 1
        else:
            while at < len(entries) and not free[at] and entries[at].address not in taken:
                at += 1
            if at < len(entries) and entries[at].address not in taken:
                name = entries[at].address  # noqa: PLW2901 - the unnamed clause gets its name here
                at += 1
        named.append(name)
    return named


def _new_names(prefix: str, entries: Sequence[LedgerEntry], names: Sequence[str]) -> tuple[str, ...]:
    """Give the clauses still unnamed addresses that were never published."""
    numbers = [_NUMBER.fullmatch(entry.address) for entry in entries]
    highest = max((int(found["number"]) for found in numbers if found), default=0)
    used = {entry.address for entry in entries}
    last = max((place for place, name in enumerate(names) if name), default=-1)
    letters: defaultdict[str, count[int]] = defaultdict(lambda: count(1))
    result: list[str] = []
    stem = f"{prefix}.0"
    for place, name in enumerate(names):
        if not name and place > last:
            highest += 1
            name = f"{prefix}.{highest}"  # noqa: PLW2901 - as above
        elif not name:
            candidates = (f"{stem}{_letters(number)}" for number in letters[stem])
            name = next(one for one in candidates if one not in used)  # noqa: PLW2901 - as above
        found = _NUMBER.fullmatch(name)
        stem = f"{prefix}.{found['number']}" if found else stem
        result.append(name)
    return tuple(result)


def _letters(number: int) -> str:
    """Return ``a`` for 1, ``z`` for 26, ``aa`` for 27, and so on."""
    text = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        text = chr(ord("a") + rest) + text
    return text
