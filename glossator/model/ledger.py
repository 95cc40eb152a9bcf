"""The ledger: every address ever published, and which words it stands for."""

from dataclasses import dataclass
from enum import StrEnum


class AddressState(StrEnum):
    """Whether the words of an address still stand in the statement."""

    CURRENT = "current"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A published address of a clause.

    ``sha256`` is that of the clause's words in UTF-8, as they stand or last stood there; ``since``
    is the day from which the address has had these words or has been removed, empty while nobody
    has accepted that. ``formerly`` are the SHA-256 of other words it had before, and the address
    under which the same words were published, newest last.
    """

    address: str
    sha256: str
    since: str
    state: AddressState = AddressState.CURRENT
    formerly: tuple[str, ...] = ()

    @property
    def removed(self) -> bool:
        """Tell whether its words no longer stand in the statement."""
        return self.state is AddressState.REMOVED
