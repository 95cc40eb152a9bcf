"""Where everything has its page: one function for each kind of address."""

from collections.abc import Callable

from glossator.index import Indexes
from glossator.model import TITLE, label_of, number_of

PEOPLE, PLACES, ORGANISATIONS, INSTRUMENTS = "people", "places", "organisations", "instruments"
KINDS_OF = {
    PEOPLE: ("person",),
    ORGANISATIONS: ("organisation",),
    PLACES: ("state", "place"),
    INSTRUMENTS: ("instrument", "initiative", "event"),
}
"""Which kinds of entity each index lists."""


def linker(path: str) -> Callable[[str], str]:
    """Return a function that gives the relative link from the page at ``path`` to another."""
    # The whole way up and down again: shorter ways cost more to find than they save.
    up = "../" * path.count("/")

    def to(target: str) -> str:
        return f"{up}{target}"

    return to


def place_page(indexes: Indexes, at: str) -> str:
    """Return where the words of a place are read: ``4/index.md#c4.3``."""
    section, clause = indexes.dossiers[at].section, indexes.dossiers[at].clause
    if clause and section:
        return f"{section.label}/index.md#c{clause.address}"
    return "index.md#title-block" if at == TITLE else f"{at}/index.md"


def dossier_page(indexes: Indexes, at: str) -> str:
    """Return the page of all that is said of a place: ``4/3/index.md``; a block has its own page."""
    section, clause = indexes.dossiers[at].section, indexes.dossiers[at].clause
    if clause and section:
        return clause_page(clause.address)
    return place_page(indexes, at)


def clause_page(address: str) -> str:
    """Return the page of a clause by its address alone: ``4/3a/index.md`` for ``4.3a``."""
    return f"{label_of(address)}/{number_of(address)}/index.md"


def resolver(indexes: Indexes, to: Callable[[str], str]) -> Callable[[str], str]:
    """Return a function that turns ``clause:4.4`` and its like into a link from one page."""

    def resolve(address: str) -> str:
        scheme, _, id_ = address.partition(":")
        match scheme:
            case "clause":
                return to(place_page(indexes, id_))
            case "entity":
                return to(f"entities/{id_}/index.md")
            case "topic":
                return to(f"topics/{id_}/index.md")
            case "term":
                return to(f"glossary/index.md#{id_}")
            case "source":
                return to(f"sources/index.md#{id_}")
        return "<" + address.replace(">", "%3E").replace("<", "%3C").replace("&", "&amp;") + ">"

    return resolve
