"""The words of the interface in the language of the pages: catalogues in gettext's PO format.

A message is the English sentence itself, with named places such as ``%(name)s``, so that English
needs no catalogue, and whatever a catalogue lacks is English. ``make words`` gathers all messages.
"""

from glossator.words.catalogue import find_words, known_languages, missing_notice
from glossator.words.codes import captioned, joint, named
from glossator.words.spoken import ENGLISH, Words, later, later_in

__all__ = [
    "ENGLISH",
    "Words",
    "captioned",
    "find_words",
    "joint",
    "known_languages",
    "later",
    "later_in",
    "missing_notice",
    "named",
]
