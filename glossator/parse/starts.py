"""Where sections begin: by the outline, by their markers, by headings without a number."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from glossator.errors import Report
from glossator.model import PREAMBLE, SIGNATURE, WHOLE, Source, Span
from glossator.parse.anomalies import tell_anomalies, tell_missing
from glossator.parse.forms import formula, headings, is_heading
from glossator.parse.markers import Marker, Openings, annex_at, marker_at
from glossator.parse.outline import RESERVED, SECTION, Outline
from glossator.parse.printed import undressed
from glossator.parse.runs import find_run
from glossator.parse.spots import paragraph_at
from glossator.parse.subjects import subjects
from glossator.parse.told import Told
from glossator.records.shapes import is_slug

_FIRST_WORDS = 4
_LONGEST_LABEL = 40
_WORDS = re.compile(r"[a-z0-9]+")
_ODD_NUMBER = re.compile(
    r"[^\w\n]{0,6}(?=\w*\d|[IVXLC]|\w[.)、])\w{1,6}(?:[-.]\w{1,4}){0,3}(?:\\?[.):、]|\b)(?=\s)"
)


@dataclass(frozen=True, slots=True)
class Start:
    """A paragraph that opens a section, and the printed marker in it, if any.

    ``printed`` is the marker as people write it, where it is more than a number; ``title`` is the
    heading that stands there instead of one.
    """

    paragraph: int
    label: str
    marker: Span | None
    printed: str = ""
    title: str = ""


def find_starts(
    source: Source,
    body: Sequence[Span],
    end: int,
    opened: Openings,
    outline: Outline,
    told: Told,
    report: Report,
) -> tuple[Start, ...]:
    """Return the starts of all sections of ``body[:end]`` in order, the preamble among them.

    ``opened`` tells what opens those paragraphs.

    The outline's lines come first, the run of markers fills in the rest; without it headings are counted.
    """
    body, signature = body[:end], body[end:]
    starts = _named(source, body, outline, told, report)
    roles = {number: told[one.start] for number, one in enumerate(body) if one.start in told}
    run = _told_run(source, body, roles, find_run(source, opened.markers.values(), outline.by_label))
    taken, copies = {start.label for start in starts.values()}, Counter[str]()
    annex = min((one for one in opened.groups if annex_at(source, body[one])), default=len(body))
    for marker in (one for one in run if one.paragraph not in starts):
        within = "annex-" if annex < marker.paragraph else ""
        label = _unique(f"{within}{marker.ordinal}", taken, copies)
        taken.add(label)
        starts[marker.paragraph] = Start(marker.paragraph, label, marker.span, _name(source, marker))
    for number in sorted(one for one, role in roles.items() if role == SECTION and one not in starts):
        starts[number] = _told_start(source, body[number], number, taken, copies)
    if not starts:
        for count, number in enumerate(headings(source, body) or subjects(source, body, 0), 1):
            if number not in roles:
                starts[number] = _titled(source, body[number], number, str(count))
    elif run and not roles:
        _add_subjects(source, body, run[-1].paragraph + 1, starts, copies)
    tell_anomalies(source, run, taken, report)
    tell_missing(source, signature, outline, taken, report)
    _divide_rest(source, body, roles, starts)
    return tuple(starts[number] for number in sorted(starts))


def _add_subjects(
    source: Source, body: Sequence[Span], after: int, starts: dict[int, Start], copies: Counter[str]
) -> None:
    """Add the subjects of another text below the signatures, which has no numbers."""
    taken = {start.label for start in starts.values()}
    for number in subjects(source, body, after):
        label = _unique(_label(source.cut(body[number])), taken, copies)
        taken.add(label)
        starts[number] = _titled(source, body[number], number, label)


def _divide_rest(
    source: Source, body: Sequence[Span], roles: Mapping[int, str], starts: dict[int, Start]
) -> None:
    """Add the starts of preamble and text where no section begins."""
    recitals = [number for number, role in roles.items() if role == PREAMBLE]
    first = min(starts, default=len(body))
    if recitals and max(recitals) < first:
        enacted = max(recitals) + 1
        above = all(roles.get(n) in ("group", "heading", "title") for n in range(enacted, first))
        enacted = 0 if enacted == first or (above and first < len(body)) else enacted
    else:
        enacted = 0 if starts or roles.get(0) == "clause" else formula(source, body)
    if enacted:
        starts[enacted] = Start(enacted, WHOLE, None)
    if body:
        plain = roles.get(0) in ("clause", "item") or not (starts or recitals)
        starts.setdefault(0, Start(0, WHOLE if plain else PREAMBLE, None))


def _told_run(
    source: Source, body: Sequence[Span], roles: Mapping[int, str], run: Sequence[Marker]
) -> list[Marker]:
    """Return the run without what the editor calls something else, with the sections it has left out."""
    if not roles:
        return list(run)
    known = {marker.paragraph: marker for marker in run}
    for number, role in roles.items():
        marker = marker_at(source, body[number], number) if role == SECTION else None
        if role != SECTION:
            known.pop(number, None)
        elif marker:
            known.setdefault(number, marker)
    return [known[number] for number in sorted(known)]


def _told_start(source: Source, span: Span, number: int, taken: set[str], copies: Counter[str]) -> Start:
    """Return a section where the editor sees one: a heading is its marker, or an unknown kind of number."""
    text = source.cut(span)
    found = _ODD_NUMBER.match(text)
    label = _unique(_label(found[0] if found else text), taken, copies)
    taken.add(label)
    if found:
        return Start(number, label, Span(span.start, span.start + found.end()))
    return _titled(source, span, number, label) if is_heading(text.strip()) else Start(number, label, None)


def _label(text: str) -> str:
    """Return the first words of a text as an address has them."""
    words = _WORDS.findall(unicodedata.normalize("NFKD", text).lower())
    label = "-".join(words[:_FIRST_WORDS])[:_LONGEST_LABEL].strip("-") or "part"
    # The address of another page, or of another part, and the name of a device are no labels.
    free = is_slug(label) and label not in {*RESERVED, PREAMBLE, SIGNATURE, WHOLE}
    return label if free else f"{label}-1"


def _titled(source: Source, span: Span, number: int, label: str) -> Start:
    """Return a section that has a heading in the place of a number."""
    return Start(number, label, span, title=undressed(source, span))


def _name(source: Source, marker: Marker) -> str:
    """Return what the source calls a section: ``Article 4``; nothing where it prints a mere number."""
    return undressed(source, marker.span) if marker.named else ""


def _named(
    source: Source, body: Sequence[Span], outline: Outline, told: Told, report: Report
) -> dict[int, Start]:
    """Return the starts that the outline names by a line or by words."""
    starts: dict[int, Start] = {}
    titled = set(headings(source, body)) if outline.sections else ()
    for entry in outline.sections:
        spotted = entry.spot and entry.label != SIGNATURE
        number = paragraph_at(source, body, entry.spot, report) if spotted else None
        if number is None:
            continue
        marker = marker_at(source, body[number], number)
        if entry.supplied and marker and str(marker.ordinal) == entry.label:
            problem = f"the number {entry.label} is printed there, so it is not lost"
            report.mistake(entry.place, problem, "take out 'supplied'")
        if entry.supplied or entry.label in (PREAMBLE, WHOLE):
            starts[number] = Start(number, entry.label, None)
        elif marker:
            starts[number] = Start(number, entry.label, marker.span, _name(source, marker))
        elif number in titled or told.get(body[number].start) == SECTION:
            starts[number] = _titled(source, body[number], number, entry.label)
        else:
            starts[number] = Start(number, entry.label, None)
    return starts


def _unique(label: str, taken: set[str], copies: Counter[str]) -> str:
    """Return the label, or the first of ``1-2``, ``1-3`` that is free; ``copies`` counts those given."""
    unique = label
    while unique in taken:
        copies[label] += 1
        unique = f"{label}-{copies[label] + 1}"
    return unique
