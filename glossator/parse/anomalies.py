"""What is odd about the numbers of sections: it is told, never repaired."""

from collections.abc import Sequence
from itertools import pairwise

from glossator.errors import Report
from glossator.model import PREAMBLE, SIGNATURE, WHOLE, Source, Span
from glossator.parse.markers import Marker, marker_at
from glossator.parse.outline import Outline

_SECOND = 2
_WIDEST_GAP = 999


def tell_anomalies(source: Source, run: Sequence[Marker], taken: set[str], report: Report) -> None:
    """Note where the numbers of the sections do not count on."""
    remedy = "if a number is lost, say where its section begins in the outline, with 'supplied: why'"
    if run and run[0].ordinal == _SECOND and "1" not in taken:
        place = source.place(run[0].span.start)
        report.notice(place, "the numbering begins at 2; 1 may be lost", remedy)
    for one, two in pairwise(run):
        missing = [str(n) for n in range(one.ordinal + 1, two.ordinal) if str(n) not in taken]
        if missing and len(missing) <= _WIDEST_GAP:
            problem = f"the numbering goes from {one.ordinal} to {two.ordinal}"
            report.notice(source.place(two.span.start), problem, remedy)
        elif two.ordinal <= one.ordinal:
            problem = f"number {two.ordinal} comes after {one.ordinal}"
            report.notice(
                source.place(two.span.start), problem, "nothing is changed; compare with the source"
            )


def tell_missing(
    source: Source, signature: Sequence[Span], outline: Outline, taken: set[str], report: Report
) -> None:
    """Note the sections that the outline names and the source does not have."""
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
