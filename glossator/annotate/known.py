"""What there is to refer to, and what to say of an address that is not there."""

from collections.abc import Collection, Mapping

from glossator.errors import did_you_mean

_MANY = 20

Known = Mapping[str, Collection[str] | None]
"""The ids that there are, by what they name; None where the file could not be read."""


def nearby(address: str, places: Collection[str]) -> str:
    """Return the remedy for an address that is none of the ``places``: those of the same section."""
    beside = [one for one in places if one.partition(".")[0] == address.partition(".")[0]]
    if beside:
        return f"the clauses there are {', '.join(beside[:_MANY])}"
    return did_you_mean(address, [one for one in places if "." not in one], "compare the outline")
