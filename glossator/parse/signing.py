"""Signatures that stand before the end of a text, as they do above an annex."""

import re

from glossator.model import Kind
from glossator.parse.forms import END, LONGEST_HEADING, LONGEST_NOTE
from glossator.parse.signs import GENRE, SIGNED

_NAMES = re.compile(r"\b[A-Z]{3,}\b.*\b[A-Z]{3,}\b")
_SIGNING = (Kind.CLOSING, Kind.SIGNATURE)


def signing(text: str, kind: Kind, before: Kind | None, following: str, *, heads: bool) -> Kind:
    """Return the kind of a paragraph, a signature below others or a testimonium, or in a row."""
    below = before in _SIGNING
    if kind is Kind.CLAUSE and _signed(text) and (below or _signed(following)):
        return Kind.SIGNATURE
    short = len(text) <= LONGEST_HEADING and not END.search(text)
    named = before is Kind.CLOSING and len(text) <= LONGEST_NOTE and bool(_NAMES.search(text))
    goes_on = short and not heads and kind is not Kind.ITEM and not GENRE.search(text)
    return Kind.SIGNATURE if below and (named or goes_on) and not text.startswith("#") else kind


def _signed(text: str) -> bool:
    if not text or len(text) > LONGEST_NOTE or not SIGNED.match(text):
        return False
    return not END.search(text.rstrip(":")) or bool(_NAMES.search(text))
