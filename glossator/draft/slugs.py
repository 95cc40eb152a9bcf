"""Names for files and ids, made of any words: they can stand in a web address and on any disk."""

import hashlib
import re
import unicodedata

from glossator.records import is_slug

_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST = 60
_DIGITS = 8


def slug_of(words: str, otherwise: str) -> str:
    """Return the words as a slug; where they hold no Latin letter or digit, ``otherwise``.

    A name that a system keeps for a device gets ``otherwise`` before it.
    """
    plain = unicodedata.normalize("NFKD", words[: _LONGEST * 10]).lower()
    found = _OTHER.sub("-", plain.encode("ascii", "ignore").decode()).strip("-")[:_LONGEST].strip("-")
    if is_slug(found):
        return found
    return f"{otherwise}-{found}" if found else otherwise


def digest_of(words: str, kind: str) -> str:
    """Return an id for words that have no Latin letters: it is the same whenever they are."""
    return f"{kind}-{hashlib.sha256(words.encode()).hexdigest()[:_DIGITS]}"
