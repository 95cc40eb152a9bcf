"""Where a statement ends: the signature block after it, line by line."""

import re
from collections.abc import Iterator, Sequence

from glossator.errors import Report
from glossator.model import SIGNATURE, Kind, Passage, Source, Span
from glossator.parse.forms import is_closing, is_debris, is_footnote
from glossator.parse.front import LONGEST_DATELINE, SENTENCE_END
from glossator.parse.markers import marker_at
from glossator.parse.outline import Outline
from glossator.parse.paragraphs import lines
from glossator.parse.signs import BRACKETED, DATED, SIGNED
from glossator.parse.spots import paragraph_at
from glossator.parse.told import Told

_LONGEST_SIGNATURE_LINE = 80
_MOST_SIGNATURE_LINES = 40
_LONGEST_ROLE = 40
_FEWEST_LINES = 3
_LONG_LINE = 55
_COLUMNS = re.compile(r"[ \u00a0]{3,}|\t")
_SHORTENED = re.compile(r"\b(?:Co|Jr|Sr|Esq|Ltd|Inc|[A-Z])\.$")
"""A line such as "Witnessed by:" is as long at most."""
_MERE_DATE = re.compile(r"\w+ \d{1,2},? \d{4}|\d{1,2}\.? \w+ \d{4}")
_AT_THE_END = (SIGNATURE, "dateline", "metadata", "note", "footnote", "debris")


def signature_start(
    source: Source, body: Sequence[Span], outline: Outline, told: Told, report: Report
) -> int:
    """Return the number of the first paragraph of the signature block, or ``len(body)``.

    Without an outline the block is the short lines at the end that end like no sentence.
    """
    entry = outline.by_label.get(SIGNATURE)
    if SIGNATURE in told.values():
        return _told_signature(source, body, told)
    if entry and entry.spot:
        number = paragraph_at(source, body, entry.spot, report)
        return len(body) if number is None else number
    if outline.sections and not entry:
        return len(body)
    start = len(body)
    while start > 1 and len(body) - start < _MOST_SIGNATURE_LINES:
        if not _signature_like(source, body[start - 1]):
            return start
        start -= 1
    return len(body)


def _told_signature(source: Source, body: Sequence[Span], told: Told) -> int:
    """Return where the last lines begin that the editor calls signatures, with what ends the file."""
    start = found = len(body)
    while start:
        words = source.cut(body[start - 1])
        role = told.get(body[start - 1].start, "debris" if is_debris(words) or is_footnote(words) else "")
        if role not in _AT_THE_END:
            break
        start -= 1
        found = start if role == SIGNATURE else found
    return found


def signature_lines(source: Source, block: Sequence[Span], told: Told) -> Iterator[Passage]:
    """Yield the lines of the signature block, each with what it is."""
    for paragraph in block:
        role = told.get(paragraph.start)
        found = lines(source, paragraph)
        for line in found:
            words = source.cut(line)
            told_so = Kind(role) if role in _AT_THE_END else None
            yield Passage(told_so or _end_kind(words, among=len(found) > 1), line)


def _end_kind(words: str, *, among: bool) -> Kind:
    """Return what a line at the end is; a mere date ``among`` names belongs to them."""
    if is_debris(words):
        return Kind.DEBRIS
    if is_footnote(words):
        return Kind.FOOTNOTE
    if BRACKETED.fullmatch(words) and words.rstrip(")]").endswith("."):
        return Kind.NOTE
    dated = len(words) <= LONGEST_DATELINE and DATED.search(words)
    if dated and among and _MERE_DATE.fullmatch(words):
        return Kind.SIGNATURE
    return Kind.DATELINE if dated else Kind.SIGNATURE


def _signature_like(source: Source, paragraph: Span) -> bool:
    marker = marker_at(source, paragraph)
    # A single letter with a full stop is an initial there.
    if marker and marker.style not in ("I", "A."):
        return False
    if is_closing(source.cut(paragraph)):
        return False
    # Spaces that set columns apart do not make a line long.
    words = [" ".join(source.cut(line).split()) for line in lines(source, paragraph)]
    prose = sum(1 for line in words if len(line) > _LONG_LINE and line[0].islower())
    if (
        len(words) >= _FEWEST_LINES
        and prose * 2 > len(words) - 1
        and not _COLUMNS.search(source.cut(paragraph))
    ):
        return False  # A paragraph whose lines are broken to a measure.
    return all(_signs(line, last=number == len(words)) for number, line in enumerate(words, 1))


def _signs(line: str, *, last: bool) -> bool:
    """Tell whether a line may stand among signatures; a list of names may be broken after a comma."""
    if len(line) > _LONGEST_SIGNATURE_LINE:
        return False
    if not SENTENCE_END.search(line) or _SHORTENED.search(line) or (line.endswith(",") and not last):
        return True
    signed = bool(SIGNED.match(line) or BRACKETED.fullmatch(line) or DATED.search(line))
    return len(line) <= _LONGEST_ROLE and (signed or line.endswith(":"))
