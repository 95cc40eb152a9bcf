"""The two ends of a statement: the title block before it, the signature block after it."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from glossator.errors import Report
from glossator.model import PREAMBLE, SIGNATURE, Role, Source, Span, TitleLine
from glossator.parse.kinds import is_closing, is_debris, is_preamble_heading
from glossator.parse.markers import group_at, marker_at
from glossator.parse.outline import Outline, Spot
from glossator.parse.paragraphs import lines
from glossator.parse.signs import BRACKETED, DATED, GENRE, PERSON, PROVENANCE, STAMP

_SENTENCE_END = re.compile(r"[.;:,!?。；：，！？؛،؟।]['\"”’»)\]）」』]*$")
_LONGEST_DATELINE = 80
_MOST_PROPERTIES = 60
_MOST_TITLE_LINES = 6
_LONGEST_TITLE = 300
_LONGEST_SIGNATURE_LINE = 80
_MOST_SIGNATURE_LINES = 40


def paragraph_at(source: Source, found: Sequence[Span], spot: Spot, report: Report) -> int | None:
    """Return which paragraph the spot names; when it names none, note why."""
    if spot.line is None:
        return _paragraph_that_begins(source, found, spot, report)
    number = _paragraph_on(source, found, spot.line)
    last = len(source.line_starts)
    remedy = "give the number of the line on which it begins, the first line being 1"
    if not 1 <= spot.line <= last:
        problem = f"line {spot.line} does not exist: {source.name} has {last} line{'s' * (last != 1)}"
    elif number is None:
        problem = f"no paragraph begins on line {spot.line} of {source.name} where it is looked for"
    elif spot.begins and not _begins(source, found[number], spot):
        problem = f"line {spot.line} of {source.name} does not begin with {spot.begins!r}"
    else:
        return number
    lines_found = [source.line_of(one.start) for one in found if spot.begins and _begins(source, one, spot)]
    if lines_found:
        remedy = f"these words begin line {lines_found[0]}: correct the number"
    report.mistake(spot.place, problem, remedy)
    return None


def _paragraph_on(source: Source, found: Sequence[Span], line: int) -> int | None:
    if not 1 <= line <= len(source.line_starts):
        return None
    number = bisect_left(found, Span(source.line_starts[line - 1], 0))
    there = number < len(found) and source.line_of(found[number].start) == line
    return number if there else None


def _paragraph_that_begins(source: Source, found: Sequence[Span], spot: Spot, report: Report) -> int | None:
    numbers = [number for number, one in enumerate(found) if _begins(source, one, spot)]
    if len(numbers) == 1:
        return numbers[0]
    problem = f"{len(numbers)} paragraphs of {source.name} begin with {spot.begins!r}"
    remedy = "give more of its first words, letter for letter" if numbers else "copy its first words"
    report.mistake(spot.place, problem, remedy)
    return None


def _begins(source: Source, paragraph: Span, spot: Spot) -> bool:
    # The longest indentation is not worth more than a few hundred characters of searching.
    head = source.text[paragraph.start : min(paragraph.end, paragraph.start + len(spot.begins) + 400)]
    return head.lstrip().startswith(spot.begins)


def title_block(
    source: Source, found: Sequence[Span], outline: Outline, report: Report
) -> tuple[TitleLine, ...]:
    """Return the paragraphs before the text proper, each with its role.

    The outline's lines count; what stands before or between them and is not named is metadata.
    Without them, short lines at the top without a final stop are taken: stamps by their form,
    the last of the others as the title.
    """
    if not outline.title_block:
        return _guess_titles(source, found, outline)
    named: dict[int, TitleLine] = {}
    for entry in outline.title_block:
        number = paragraph_at(source, found, entry.spot, report)
        if number is not None:
            named[number] = TitleLine(entry.role, found[number], entry.note)
    end = max(max(named, default=-1) + 1, _before_preamble(source, found, outline))
    return tuple(named.get(n, TitleLine(Role.METADATA, found[n])) for n in range(end))


def _before_preamble(source: Source, found: Sequence[Span], outline: Outline) -> int:
    """Return how many paragraphs stand before the line that the outline gives the preamble."""
    entry = outline.by_label.get(PREAMBLE)
    # What is wrong with the spot is told where the sections are looked for.
    return (paragraph_at(source, found, entry.spot, Report()) or 0) if entry and entry.spot else 0


def _guess_titles(source: Source, found: Sequence[Span], outline: Outline) -> tuple[TitleLine, ...]:
    spots = [entry.spot for entry in outline.sections if entry.spot]
    claimed = {paragraph_at(source, found, spot, Report()) for spot in spots}
    roles = [Role.METADATA] * _front_matter(source, found)
    for number, paragraph in enumerate(found[len(roles) : len(roles) + _MOST_TITLE_LINES], len(roles)):
        words = source.cut(paragraph).strip()
        role = _title_role(words)
        if number in claimed or role is None or marker_at(source, paragraph) or group_at(source, paragraph):
            break
        following = source.cut(found[number + 1]).strip() if number + 1 < len(found) else ""
        if role is Role.HEADLINE and following[:1].islower():
            break  # A sentence that goes on below is no title.
        roles.append(role)
    if Role.HEADLINE in roles:
        roles[len(roles) - 1 - roles[::-1].index(Role.HEADLINE)] = Role.TITLE
    end = max(len(roles), _before_preamble(source, found, outline))
    roles += [Role.METADATA] * (end - len(roles))
    return tuple(TitleLine(role, span) for role, span in zip(roles, found, strict=False))


def _front_matter(source: Source, found: Sequence[Span]) -> int:
    """Return how many paragraphs the properties at the top of a Markdown file take, between ``---``."""
    if not found or source.cut(found[0]).split("\n")[0].strip() != "---":
        return 0
    for number, paragraph in enumerate(found[:_MOST_PROPERTIES]):
        words = source.cut(paragraph).strip()
        if re.search(r"\n\s*---$", words) or (number and words == "---"):
            return number + 1
    return 0


def _title_role(words: str) -> Role | None:
    """Return what a line at the top is; None tells that the text proper begins with it."""
    if STAMP.fullmatch(words):
        return Role.STAMP
    if is_debris(words) or BRACKETED.fullmatch(words) or PROVENANCE.match(words):
        return Role.METADATA
    if is_preamble_heading(words):
        return None
    if len(words) > _LONGEST_TITLE or _SENTENCE_END.search(words) or PERSON.match(words):
        return None
    if DATED.search(words) and len(words) <= _LONGEST_DATELINE and not GENRE.search(words):
        return Role.DATELINE
    return Role.HEADLINE


def signature_start(source: Source, body: Sequence[Span], outline: Outline, report: Report) -> int:
    """Return the number of the first paragraph of the signature block, or ``len(body)``.

    Without an outline the block is the short lines at the end that end like no sentence.
    """
    entry = outline.by_label.get(SIGNATURE)
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


def _signature_like(source: Source, paragraph: Span) -> bool:
    marker = marker_at(source, paragraph)
    # A single letter with a full stop is an initial there.
    if marker and marker.style not in ("I", "A."):
        return False
    if is_closing(source.cut(paragraph)):
        return False
    # Spaces that set columns apart do not make a line long.
    words = [" ".join(source.cut(line).split()) for line in lines(source, paragraph)]
    return all(len(line) <= _LONGEST_SIGNATURE_LINE and not _SENTENCE_END.search(line) for line in words)


def is_dated(words: str) -> bool:
    """Tell whether a short line tells a date, with a place perhaps."""
    return len(words) <= _LONGEST_DATELINE and bool(DATED.search(words))
