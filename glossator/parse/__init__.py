"""Find the structure of a statement: title block, preamble, sections, clauses, signature block.

    statement = title-line*  preamble?  section*  signature?
    section   = passage*  marker?  (clause | passage)+
    clause    = one paragraph that people cite; a passage is one they do not: a heading, say
    clause    = sentence+           sentences are divided where they are asked for
    signature = line+

Section markers are found as runs of one style; what the text does not show, the outline says.
Every non-space character of the source ends up in exactly one title line, marker, clause, passage
or signature line. A clause has the address under which it was published, or the next number.
Anomalies are told, never repaired.
"""

from collections.abc import Sequence

from glossator.errors import Report
from glossator.model import LedgerEntry, Source, Statement
from glossator.parse.contents import contents
from glossator.parse.ending import signature_start
from glossator.parse.front import late_title, title_block
from glossator.parse.markers import openings
from glossator.parse.outline import Outline, read_outline
from glossator.parse.paragraphs import paragraphs
from glossator.parse.runin import part_headings
from glossator.parse.sections import build_sections, tell_unused
from glossator.parse.sentences import sentences_of
from glossator.parse.starts import find_starts
from glossator.parse.told import divide_told

__all__ = ["Outline", "parse", "read_outline", "sentences_of"]


def parse(source: Source, outline: Outline, report: Report, ledger: Sequence[LedgerEntry] = ()) -> Statement:
    """Return the statement; what is wrong or odd goes to ``report``.

    Clauses that the ``ledger`` knows have the addresses under which they were published.
    """
    before = len(report.mistakes)
    found, told = divide_told(source, part_headings(source, paragraphs(source)), outline, report)
    told = {**contents(source, found), **told}
    titles = title_block(source, found, outline, told, report)
    body = found[len(titles) :]
    told = {**late_title(source, body, titles), **told}
    end = signature_start(source, body, outline, told, report)
    opened = openings(source, body[:end])
    starts = find_starts(source, body, end, opened, outline, told, report)
    sections = build_sections(source, body, end, starts, opened, outline, ledger, told)
    if len(report.mistakes) == before:
        tell_unused(sections, outline, report)
    if not any(section.clauses for section in sections):
        remedy = "put the words of the statement into the seed, or correct the lines of the outline"
        report.mistake(source.name, "no clause was found below the title block", remedy)
    return Statement(source, titles, sections)
