"""Where a statement ends: the signature block after it, line by line."""

import re
from collections.abc import Iterator, Sequence

from glossator.errors import Report
from glossator.model import SIGNATURE, Kind, Passage, Source, Span
from glossator.parse.front import LONGEST_DATELINE, SENTENCE_END, paragraph_at
from glossator.parse.kinds import is_closing, is_debris, is_footnote
from glossator.parse.markers import marker_at
from glossator.parse.outline import Outline
from glossator.parse.paragraphs import lines
from glossator.parse.signs import DATED
from glossator.parse.told import Told

_LONGEST_SIGNATURE_LINE = 80
_MOST_SIGNATURE_LINES = 40
_LONGEST_ROLE = 40
_SHORTENED = re.compile(r"\b(?:Co|Jr|Sr|Esq|Ltd|Inc|[A-Z])\.$")
"""A line such as "Witnessed by:" is as long at most."""
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
        for line in lines(source, paragraph):
            yield Passage(Kind(role) if role in _AT_THE_END else _end_kind(source.cut(line)), line)


def _end_kind(words: str) -> Kind:
    if is_debris(words):
        return Kind.DEBRIS
    if is_footnote(words):
        return Kind.FOOTNOTE
    dated = len(words) <= LONGEST_DATELINE and DATED.search(words)
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
    return all(
        len(line) <= _LONGEST_SIGNATURE_LINE
        and (
            not SENTENCE_END.search(line)
            or (line.endswith(":") and len(line) <= _LONGEST_ROLE)
            or _SHORTENED.search(line)
        )
        for line in words
    )
