"""Cite the statement or one of its clauses: in six styles as text, and in three formats as data.

The caveat travels inside every citation: what kind of text this is, and of which date the edition.
The day of access is never part of it, for the same inputs must give the same bytes.
"""

from glossator.cite.citations import Citation, citations
from glossator.cite.work import Pinpoint, Work, pinpoint, work_of

__all__ = ["Citation", "Pinpoint", "Work", "citations", "pinpoint", "work_of"]
