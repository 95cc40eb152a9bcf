"""Divide a clause into sentences, so that each has an address of its own.

A sentence ends at a full stop, question or exclamation mark with the closing quotes after it,
where white space and no lower-case letter follows; after an ideographic stop it ends at once.
Abbreviations, initials and a bare number do not end one. The rule is small on purpose: addresses
stand on it.
"""

import re
from collections.abc import Iterator

from glossator.model import Clause, Sentence, Source, Span

# The stops with the quotes after them; possessive, so that no run of them is tried twice.
_STOP = re.compile(r"[.!?؟…۔।。！？](?:(?<=[。！？])[。！？]*+[”’」』）】]*+|[.!?؟…۔।]*+[\"'”’»)\]]*+)")
_IDEOGRAPHIC = "。！？"
_SPACED = ".!?؟…۔।"
_LAST_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")
_LONGEST_NUMBER = 4
_ABBREVIATIONS = re.compile(
    r"no|nos|art|arts|mr|mrs|ms|dr|st|prof|gen|col|sec|paras?|pp|vs|cf|etc|inc|ltd|jr|sr|approx|vol|eds?"
    r"|ст|пп?|гг?|им|mme|mlle|núm|sra",
    re.IGNORECASE,
)


def sentences_of(source: Source, clause: Clause) -> tuple[Sentence, ...]:
    """Return the sentences of a clause, found anew each time; they hold all its non-space characters."""
    spans = _spans(source.text, clause.span)
    return tuple(Sentence(f"{clause.address}.{number}", span) for number, span in enumerate(spans, 1))


def _spans(text: str, clause: Span) -> Iterator[Span]:
    start = _skip_space(text, clause.start, clause.end)
    for stop in _STOP.finditer(text, clause.start, clause.end):
        end = stop.end()
        if end == clause.end:
            break
        if not _ends(text, stop):
            continue
        following = _skip_space(text, end, clause.end)
        if following == clause.end:
            break
        if text[following].islower() or _abbreviated(text, stop, start):
            continue
        yield Span(start, end)
        start = following
    if start < clause.end:
        yield Span(start, clause.start + len(text[clause.start : clause.end].rstrip()))


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Tell whether a sentence may end there: any but an ideographic stop has white space after it."""
    at = stop.start()
    if text[at] in _IDEOGRAPHIC:
        return True
    return text[stop.end()].isspace() and not (at and text[at - 1] in _SPACED)


def _abbreviated(text: str, end: re.Match[str], start: int) -> bool:
    if end[0] != ".":
        return False
    if end.start() - start <= _LONGEST_NUMBER and text[start : end.start()].isdigit():
        return True
    word = _LAST_WORD.search(text[max(start, end.start() - 24) : end.start()])
    if not word:
        return False
    initial = len(word[0]) == 1 and word[0].isupper()
    return initial or "." in word[0] or bool(_ABBREVIATIONS.fullmatch(word[0]))


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
