"""A table of contents at the top: its lines are those of headings, and open nothing."""

import re
from collections.abc import Sequence

from glossator.model import Source, Span
from glossator.parse.told import Told

_LEADERS = re.compile(r"(?:\.{4,}|(?: \.){4,}|…{2,}|·{4,}|_{4,})[ \t]*[\divxlc]{1,5}[ \t]*$", re.MULTILINE)
_HEADING = re.compile(
    r"[#*_\s]*(?i:(?:table of )?contents|inhalt(?:sverzeichnis|sübersicht)?|sommaire|table des matières"
    r"|índice|содержание|оглавление|目[\s\u3000]*[录錄次]|(?:قائمة )?المحتويات|(?:ال)?فهرس"
    r"|תוכן(?: ה?עניינים)?|विषय[- ]?सूची)[*_:\s]*"
)
_PAGE = re.compile(r"(?:[ \t]*[.…·]{2,}|\t| {2,})[ \t.]*[\divxlc]{1,5}$")
_FURTHEST = 200
_LONGEST = 200
_FEWEST = 2


def contents(source: Source, found: Sequence[Span]) -> Told:
    """Return the paragraphs of a table of contents as metadata, by their offsets."""
    lines = [number for number, one in enumerate(found[:_FURTHEST]) if _leads(source, one)]
    table = set(lines) if len(lines) >= _FEWEST else set()
    for number, one in enumerate(found[:_FURTHEST]):
        if number not in table and one.end - one.start <= _LONGEST and _HEADING.fullmatch(source.cut(one)):
            table |= {number} if number + 1 in table else _repeated(source, found, number)
            break
    return {found[number].start: "metadata" for number in table}


def _leads(source: Source, span: Span) -> bool:
    """Tell whether dots lead from the end of the words to the number of a page."""
    return bool(_LEADERS.search(source.text, max(span.start, span.end - _LONGEST), span.end))


def _repeated(source: Source, found: Sequence[Span], heading: int) -> set[int]:
    """Return a table without dots: from its heading to where the first of its lines comes again."""
    first = _entry(source, found, heading + 1)
    for number in range(heading + 1, min(heading + _FURTHEST, len(found))):
        if found[number].end - found[number].start > _LONGEST:
            break
        if number > heading + _FEWEST and first and _entry(source, found, number) == first:
            return set(range(heading, number))
    return set()


def _entry(source: Source, found: Sequence[Span], number: int) -> str:
    if number >= len(found) or found[number].end - found[number].start > _LONGEST:
        return ""
    return " ".join(_PAGE.sub("", source.cut(found[number]).strip("#*_- \t")).split()).casefold()
