"""Keep published addresses: a clause has the address under which its words were first published.

``annotations/ledger.tsv`` lists every address ever published. ``names`` gives clauses their
addresses by it, so that a paragraph inserted between 4.3 and 4.4 becomes ``4.3a`` and moves
nothing; ``settle`` says what the ledger will be; ``table`` reads and writes the file.
"""

from glossator.ledger.names import digest, name_clauses, number_clauses
from glossator.ledger.settle import Change, changes, claim, pending, settle
from glossator.ledger.table import LEDGER, read_ledger, write_ledger

__all__ = [
    "LEDGER",
    "Change",
    "changes",
    "claim",
    "digest",
    "name_clauses",
    "number_clauses",
    "pending",
    "read_ledger",
    "settle",
    "write_ledger",
]
