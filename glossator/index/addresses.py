"""Where the ledger's removed addresses belong among the clauses, and where their words went."""

from collections import defaultdict

from glossator.model import Edition, LedgerEntry, label_of


def place_removed(edition: Edition) -> dict[str, tuple[LedgerEntry, ...]]:
    """Return the removed addresses by the clause of the same section that they follow.

    Where they follow none, the key is the label of the section, which may be gone itself.
    """
    found: defaultdict[str, tuple[LedgerEntry, ...]] = defaultdict(tuple)
    last = ""
    for entry in edition.ledger:
        label = label_of(entry.address)
        if not entry.removed:
            last = entry.address
        else:
            found[last if last and label_of(last) == label else label] += (entry,)
    return dict(found)


def follow_moved(edition: Edition) -> dict[str, str]:
    """Return for each address whose words stand elsewhere now their new one."""
    addresses = {entry.address for entry in edition.ledger}
    return {old: entry.address for entry in edition.ledger for old in entry.formerly if old in addresses}
