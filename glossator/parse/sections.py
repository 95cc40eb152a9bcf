"""Where sections begin, and the sections made of what lies between."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from glossator.errors import Report
from glossator.ledger import digest, name_clauses
from glossator.model import (
    PREAMBLE,
    SIGNATURE,
    WHOLE,
    Clause,
    LedgerEntry,
    Section,
    Source,
    Span,
    prefix_of,
)
from glossator.parse.front import paragraph_at
from glossator.parse.markers import Marker, find_run, marker_at
from glossator.parse.outline import Outline, SectionEntry
from glossator.parse.paragraphs import lines, trim
from glossator.parse.sentences import divide
from glossator.records import one_line

_SECOND = 2
_WIDEST_GAP = 999


@dataclass(frozen=True, slots=True)
class Start:
    """A paragraph that opens a section, and the printed marker in it, if any."""

    paragraph: int
    label: str
    marker: Span | None


def find_starts(
    source: Source,
    body: Sequence[Span],
    end: int,
    outline: Outline,
    report: Report,
) -> tuple[Start, ...]:
    """Return the starts of all sections of ``body[:end]`` in order, the preamble among them.

    The outline's lines come first, the run of markers fills in the rest.
    """
    body, signature = body[:end], body[end:]
    starts: dict[int, Start] = {}
    for entry in outline.sections:
        if entry.spot and entry.label != SIGNATURE:
            number = paragraph_at(source, body, entry.spot, report)
            if number is not None:
                marker = marker_at(source, body[number], number)
                if entry.supplied and marker and str(marker.ordinal) == entry.label:
                    problem = f"the number {entry.label} is printed there, so it is not lost"
                    report.mistake(entry.place, problem, "take out 'supplied'")
                marker = None if entry.supplied else marker
                printed = marker.span if marker else None
                starts[number] = Start(number, entry.label, printed)
    run = find_run(source, body, outline.by_label)
    taken = {start.label for start in starts.values()}
    for marker in run:
        if marker.paragraph not in starts:
            label = _unique(str(marker.ordinal), taken)
            taken.add(label)
            starts[marker.paragraph] = Start(marker.paragraph, label, marker.span)
    _tell_anomalies(source, run, taken, report)
    _tell_missing(source, signature, outline, taken, report)
    if 0 not in starts and body:
        label = PREAMBLE if starts else WHOLE
        starts[0] = Start(0, label, None)
    return tuple(starts[number] for number in sorted(starts))


def _unique(label: str, taken: set[str]) -> str:
    copies = 1
    unique = label
    while unique in taken:
        copies += 1
        unique = f"{label}-{copies}"
    return unique


def _tell_anomalies(source: Source, run: Sequence[Marker], taken: set[str], report: Report) -> None:
    remedy = "if a number is lost, say where its section begins in the outline, with 'supplied: why'"
    if run and run[0].ordinal == _SECOND and "1" not in taken:
        place = source.place(run[0].span.start)
        report.notice(place, "the numbering begins at 2; 1 may be lost", remedy)
    for one, two in pairwise(run):
        missing = [str(n) for n in range(one.ordinal + 1, two.ordinal) if str(n) not in taken]
        place = source.place(two.span.start)
        if missing and len(missing) <= _WIDEST_GAP:
            problem = f"the numbering goes from {one.ordinal} to {two.ordinal}"
            report.notice(place, problem, remedy)
        elif two.ordinal <= one.ordinal:
            problem = f"number {two.ordinal} comes after {one.ordinal}"
            report.notice(place, problem, "nothing is changed; compare with the source")


def _tell_missing(
    source: Source, signature: Sequence[Span], outline: Outline, taken: set[str], report: Report
) -> None:
    below = {
        str(marker.ordinal): source.line_of(marker.span.start)
        for marker in (marker_at(source, paragraph) for paragraph in signature)
        if marker
    }
    for entry in outline.sections:
        implied = entry.label in (PREAMBLE, SIGNATURE, WHOLE)
        if entry.spot or entry.label in taken or implied:
            continue
        problem = f"no marker of a section {entry.label!r} stands in the source"
        remedy = "say where it begins with 'line: …', or take it out of the outline"
        if entry.label in below:
            problem = f"section {entry.label!r} begins on line {below[entry.label]}, in the signature block"
            remedy = "correct the line that the outline gives for the signature block"
        report.mistake(entry.place, problem, remedy)


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
    sections = [
        _section(source, start, outline.by_label.get(start.label), dict(zip(names, within, strict=True)))
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


def _section(source: Source, start: Start, entry: SectionEntry | None, spans: Mapping[str, Span]) -> Section:
    clauses = tuple(_clause(source, span, address, entry) for address, span in spans.items())
    supplied, caption = (entry.supplied, entry.caption) if entry else ("", "")
    return Section(start.label, start.marker, supplied, caption, clauses)


def _clause(source: Source, span: Span, address: str, entry: SectionEntry | None) -> Clause:
    caption = entry.captions.get(address) if entry else None
    sentences = divide(source.text, span, address)
    return Clause(address, span, sentences, one_line(caption.text) if caption else "")


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
