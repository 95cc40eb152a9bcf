"""The sections made of what lies between their beginnings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from glossator.errors import Report
from glossator.ledger import digest, name_clauses, number_clauses
from glossator.model import (
    CITED,
    PREAMBLE,
    SIGNATURE,
    Clause,
    Kind,
    LedgerEntry,
    Passage,
    Section,
    Source,
    Span,
    prefix_of,
)
from glossator.parse.ending import signature_lines
from glossator.parse.kinds import kinds
from glossator.parse.markers import Openings
from glossator.parse.outline import Outline, SectionEntry
from glossator.parse.paragraphs import trim
from glossator.parse.starts import Start
from glossator.parse.told import Told
from glossator.records import one_line

_ABOVE = (Kind.GROUP, Kind.HEADING, Kind.TITLE)
"""What belongs to the section below it: the title of a chapter, a heading."""


def build_sections(
    source: Source,
    body: Sequence[Span],
    end: int,
    starts: Sequence[Start],
    opened: Openings,
    outline: Outline,
    ledger: Sequence[LedgerEntry],
    told: Told,
) -> tuple[Section, ...]:
    """Return the sections; ``body[:end]`` is the text, ``body[end:]`` the signature block."""
    opening = {one.paragraph for one in starts if one.marker}
    told_kinds = kinds(source, body[:end], opened, opening, told)
    pieces = _pieces(source, body, end, starts, told_kinds)
    sections = [
        _section(piece, outline.by_label.get(piece.start.label), names)
        for piece, names in zip(pieces, _addresses(source, pieces, ledger), strict=True)
    ]
    if end < len(body):
        entry = outline.by_label.get(SIGNATURE)
        caption = entry.caption if entry else ""
        block = tuple(signature_lines(source, body[end:], told))
        sections.append(Section(SIGNATURE, None, "", caption, (), block))
    return tuple(sections)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A section before its clauses have addresses: where it starts, its clauses, what is none."""

    start: Start
    clauses: tuple[tuple[Span, Kind], ...]
    passages: tuple[Passage, ...]
    head: tuple[Passage, ...]


def _pieces(
    source: Source, body: Sequence[Span], end: int, starts: Sequence[Start], told: Mapping[int, Kind]
) -> list[_Piece]:
    heads = [start.paragraph for start in starts[:1]]
    heads += [_head_of(start.paragraph, before.paragraph, told) for before, start in pairwise(starts)]
    stops = [*heads[1:], end][: len(heads)]
    pieces = []
    for start, first, stop in zip(starts, heads, stops, strict=True):
        clauses: list[tuple[Span, Kind]] = []
        passages: list[Passage] = []
        for number in range(start.paragraph, stop):
            kind = told.get(number, Kind.CLAUSE)
            span = body[number]
            if number == start.paragraph and start.marker:
                span = trim(source.text, Span(start.marker.end, span.end))
                if not source.cut(span).strip():
                    continue  # Nothing stands there but the marker; no other paragraph is blank.
            if kind in CITED:
                clauses.append((span, kind))
            else:
                passages.append(Passage(kind, span))
        head = tuple(Passage(told[number], body[number]) for number in range(first, start.paragraph))
        pieces.append(_Piece(start, tuple(clauses), tuple(passages), head))
    return _without_empty_preamble(pieces)


def _head_of(paragraph: int, before: int, told: Mapping[int, Kind]) -> int:
    """Return the first of the headings that stand above the start of a section and belong to it."""
    while paragraph - 1 > before and told.get(paragraph - 1) in _ABOVE:
        paragraph -= 1
    return paragraph


def _without_empty_preamble(pieces: list[_Piece]) -> list[_Piece]:
    """Return the sections without a preamble that has only headings: they belong to the next one."""
    if len(pieces) > 1 and pieces[0].start.label == PREAMBLE and not pieces[0].clauses:
        empty, first = pieces[:2]
        head = (*empty.head, *empty.passages, *first.head)
        return [replace(first, head=head), *pieces[2:]]
    return pieces


def _addresses(
    source: Source, pieces: Sequence[_Piece], ledger: Sequence[LedgerEntry]
) -> tuple[tuple[str, ...], ...]:
    prefixes = [prefix_of(one.start.label) for one in pieces]
    if not ledger:
        return number_clauses([(one, len(two.clauses)) for one, two in zip(prefixes, pieces, strict=True)])
    digests = [[digest(source.cut(span)) for span, _ in one.clauses] for one in pieces]
    return name_clauses(ledger, list(zip(prefixes, digests, strict=True)))


def _section(piece: _Piece, entry: SectionEntry | None, names: Sequence[str]) -> Section:
    captions = entry.captions if entry else {}
    clauses = tuple(
        Clause(address, span, one_line(captions[address].text) if address in captions else "", kind)
        for (span, kind), address in zip(piece.clauses, names, strict=True)
    )
    supplied, caption = (entry.supplied, entry.caption) if entry else ("", "")
    start = piece.start
    return Section(
        label=start.label,
        marker=start.marker,
        supplied=supplied,
        caption=caption,
        clauses=clauses,
        passages=piece.passages,
        head=piece.head,
        printed=start.printed,
        title=start.title,
    )


def tell_unused(sections: Sequence[Section], outline: Outline, report: Report) -> None:
    """Note what the outline says of sections and clauses that are not there."""
    clauses = {section.label: {one.address: one for one in section.clauses} for section in sections}
    for entry in outline.sections:
        known = clauses.get(entry.label)
        if known is None:
            problem = f"there is no section {entry.label!r} in the source"
            remedy = "say where it begins with 'line: …', or take it out of the outline"
            report.mistake(entry.place, problem, remedy)
            continue
        otherwise = f"section {entry.label} has the clauses " + ", ".join([*known][:20])
        for address, value in entry.captions.items():
            if address not in known:
                problem = f"there is no clause {address!r} to give a caption to"
                report.mistake(value.place, problem, otherwise)
