"""``annotations/ledger.tsv``: a line for each address, its fields parted by tabs."""

import re
from collections.abc import Sequence
from pathlib import Path

from glossator.disk import write_whole
from glossator.errors import Report, disk_mistakes
from glossator.model import AddressState, LedgerEntry
from glossator.records import is_day

LEDGER = "annotations/ledger.tsv"

_HEAD = ("address", "sha256", "since", "state", "formerly")
_ADDRESS = re.compile(r"[A-Za-z0-9]+(-[a-z0-9]+)*(\.[0-9]+)*\.[0-9]+[a-z]*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_RESTORE = "restore the line from git; only python build.py ledger writes this file"


def read_ledger(folder: Path, report: Report) -> tuple[LedgerEntry, ...] | None:
    """Return the ledger of an edition folder, noting what is wrong with it; None when it has none."""
    path = folder / LEDGER
    with disk_mistakes(path):
        if not path.is_file():
            return None
        text = path.read_bytes().decode("utf-8", "replace")
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines or tuple(lines[0].split("\t")) != _HEAD:
        remedy = f"restore the first line: {' '.join(_HEAD)}, parted by tabs"
        report.mistake(f"{LEDGER}:1", "the head of the table is not there", remedy)
        return ()
    entries: dict[str, LedgerEntry] = {}
    for number, line in enumerate(lines[1:], 2):
        place = f"{LEDGER}:{number}"
        fields = line.split("\t")
        problem = _problem(fields)
        if problem:
            report.mistake(place, problem, _RESTORE)
        elif fields[0] in entries:
            report.mistake(place, f"the address {fields[0]!r} stands twice", "keep the line that is right")
        else:
            address, sha256, since, state, formerly = fields
            entries[address] = LedgerEntry(
                address, sha256, since, AddressState(state), tuple(formerly.split())
            )
    return tuple(entries.values())


def _problem(fields: Sequence[str]) -> str:
    if len(fields) != len(_HEAD):
        return f"there are {len(fields)} fields, not {len(_HEAD)}"
    address, sha256, since, state, formerly = fields
    if not _ADDRESS.fullmatch(address):
        return f"{address!r} is not the address of a clause"
    if not _SHA256.fullmatch(sha256):
        return f"{sha256!r} is not a SHA-256"
    if not is_day(since):
        return f"there is no day {since!r}"
    if state not in list(AddressState):
        return f"{state!r} is not a state; there are {' and '.join(AddressState)}"
    wrong = [one for one in formerly.split() if not (_SHA256.fullmatch(one) or _ADDRESS.fullmatch(one))]
    return f"{wrong[0]!r} is neither a SHA-256 nor an address" if wrong else ""


def write_ledger(folder: Path, ledger: Sequence[LedgerEntry]) -> None:
    """Write the ledger of an edition folder."""
    rows = [_HEAD]
    rows += [(one.address, one.sha256, one.since, str(one.state), " ".join(one.formerly)) for one in ledger]
    write_whole(folder / LEDGER, "".join("\t".join(row) + "\n" for row in rows).encode())
