"""The sections made of what lies between their beginnings."""

from collections.abc import Mapping, Sequence

from glossator.errors import Report
from glossator.ledger import digest, name_clauses
from glossator.model import (
    SIGNATURE,
    Clause,
    Kind,
    LedgerEntry,
    Section,
    Source,
    Span,
    prefix_of,
)
from glossator.parse.kinds import kinds
from glossator.parse.outline import Outline, SectionEntry
from glossator.parse.paragraphs import lines, trim
from glossator.parse.sentences import divide
from glossator.parse.starts import Start
from glossator.records import one_line


def build_sections(
    source: Source,
    body: Sequence[Span],
    end: int,
    starts: Sequence[Start],
    outline: Outline,
    ledger: Sequence[LedgerEntry],
) -> tuple[Section, ...]:
    """Return the sections; ``body[:end]`` is the text, ``body[end:]`` the signature block."""
    stops = [*(start.paragraph for start in starts[1:]), end]
    spans = [
        _clause_spans(source, body[start.paragraph : stop], start)
        for start, stop in zip(starts, stops, strict=False)
    ]
    addresses = name_clauses(
        ledger,
        [
            (prefix_of(start.label), [digest(source.cut(span)) for span in within])
            for start, within in zip(starts, spans, strict=True)
        ],
    )
    told = {
        body[number]: kind
        for number, kind in kinds(source, body[:end], {one.paragraph for one in starts if one.marker}).items()
    }
    sections = [
        _section(
            source, start, outline.by_label.get(start.label), dict(zip(names, within, strict=True)), told
        )
        for start, within, names in zip(starts, spans, addresses, strict=True)
    ]
    if end < len(body):
        entry = outline.by_label.get(SIGNATURE)
        block = Span(body[end].start, body[-1].end)
        caption = entry.caption if entry else ""
        sections.append(Section(SIGNATURE, None, "", caption, (), lines(source, block)))
    return tuple(sections)


def _clause_spans(source: Source, body: Sequence[Span], start: Start) -> list[Span]:
    spans = list(body)
    if start.marker:
        spans[0] = trim(source.text, Span(start.marker.end, spans[0].end))
    return [span for span in spans if source.cut(span).strip()]


def _section(
    source: Source,
    start: Start,
    entry: SectionEntry | None,
    spans: Mapping[str, Span],
    told: Mapping[Span, Kind],
) -> Section:
    clauses = tuple(
        _clause(source, span, address, entry, told.get(span, Kind.CLAUSE)) for address, span in spans.items()
    )
    supplied, caption = (entry.supplied, entry.caption) if entry else ("", "")
    return Section(start.label, start.marker, supplied, caption, clauses)


def _clause(source: Source, span: Span, address: str, entry: SectionEntry | None, kind: Kind) -> Clause:
    caption = entry.captions.get(address) if entry else None
    sentences = divide(source.text, span, address)
    return Clause(address, span, sentences, one_line(caption.text) if caption else "", kind)


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
