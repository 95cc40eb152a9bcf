"""Where sections begin: by the outline, by their markers, by headings without a number."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from glossator.errors import Report
from glossator.model import PREAMBLE, SIGNATURE, WHOLE, Source, Span
from glossator.parse.front import paragraph_at
from glossator.parse.kinds import formula, headings
from glossator.parse.markers import Marker, annex_at, find_run, marker_at
from glossator.parse.outline import Outline

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

    The outline's lines come first, the run of markers fills in the rest; where there is none,
    headings without a number are counted.
    """
    body, signature = body[:end], body[end:]
    starts = _named(source, body, outline, report)
    run = find_run(source, body, outline.by_label)
    taken = {start.label for start in starts.values()}
    annex = next((number for number, one in enumerate(body) if annex_at(source, one)), len(body))
    copies: Counter[str] = Counter()
    for marker in run:
        if marker.paragraph not in starts:
            within = "annex-" if annex < marker.paragraph else ""
            label = _unique(f"{within}{marker.ordinal}", taken, copies)
            taken.add(label)
            starts[marker.paragraph] = Start(marker.paragraph, label, marker.span)
    if not starts:
        for count, number in enumerate(headings(source, body), 1):
            starts[number] = Start(number, str(count), body[number])
    _tell_anomalies(source, run, taken, report)
    _tell_missing(source, signature, outline, taken, report)
    enacted = 0 if starts else formula(source, body)
    if enacted:
        starts[enacted] = Start(enacted, WHOLE, None)
    if body:
        starts.setdefault(0, Start(0, PREAMBLE if starts else WHOLE, None))
    return tuple(starts[number] for number in sorted(starts))


def _named(source: Source, body: Sequence[Span], outline: Outline, report: Report) -> dict[int, Start]:
    """Return the starts that the outline names by a line or by words."""
    starts: dict[int, Start] = {}
    for entry in outline.sections:
        spotted = entry.spot and entry.label != SIGNATURE
        number = paragraph_at(source, body, entry.spot, report) if spotted else None
        if number is None:
            continue
        marker = marker_at(source, body[number], number)
        if entry.supplied and marker and str(marker.ordinal) == entry.label:
            problem = f"the number {entry.label} is printed there, so it is not lost"
            report.mistake(entry.place, problem, "take out 'supplied'")
        printed = marker.span if marker and not entry.supplied else None
        starts[number] = Start(number, entry.label, printed)
    return starts


def _unique(label: str, taken: set[str], copies: Counter[str]) -> str:
    """Return the label, or the first of ``1-2``, ``1-3`` that is free; ``copies`` counts those given."""
    unique = label
    while unique in taken:
        copies[label] += 1
        unique = f"{label}-{copies[label] + 1}"
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
