"""Where a statement begins: the title block before it, and the paragraph that an editor names."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from glossator.errors import Report
from glossator.model import PREAMBLE, Role, Source, Span, TitleLine
from glossator.parse.kinds import is_debris, is_preamble_heading
from glossator.parse.markers import group_at, marker_at
from glossator.parse.outline import Outline, Spot
from glossator.parse.signs import BRACKETED, DATED, GENRE, ORGAN, PERSON, PROVENANCE, RECITAL, STAMP, is_loud
from glossator.parse.told import Told

SENTENCE_END = re.compile(r"[.;:,!?。；：，！？؛،؟।]['\"”’»)\]）」』]*$")
LONGEST_DATELINE = 80
_MOST_PROPERTIES = 60
_MOST_TITLE_LINES = 6
_LONGEST_MASTHEAD = 30
_FEW_WORDS = 3
_LONGEST_TITLE = 300
_TOLD = {"title": Role.HEADLINE, "dateline": Role.DATELINE, "metadata": Role.METADATA}


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
    source: Source, found: Sequence[Span], outline: Outline, told: Told, report: Report
) -> tuple[TitleLine, ...]:
    """Return the paragraphs before the text proper, each with its role.

    The outline's lines count; what stands before or between them and is not named is metadata.
    Without them, short lines at the top without a final stop are taken: stamps by their form,
    the last of the others as the title.
    """
    if not outline.title_block:
        return _guess_titles(source, found, outline, told)
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


def _guess_titles(
    source: Source, found: Sequence[Span], outline: Outline, told: Told
) -> tuple[TitleLine, ...]:
    spots = [entry.spot for entry in outline.sections if entry.spot]
    claimed = {paragraph_at(source, found, spot, Report()) for spot in spots}
    roles = [Role.METADATA] * _front_matter(source, found)
    roles += _read_masthead(source, found[len(roles) : _masthead(source, found, len(roles))])
    for number, paragraph in enumerate(found[len(roles) : len(roles) + _LONGEST_MASTHEAD], len(roles)):
        words = source.cut(paragraph).strip()
        role = _title_role(words)
        if number in claimed or role is None or marker_at(source, paragraph) or group_at(source, paragraph):
            break
        following = source.cut(found[number + 1]).strip() if number + 1 < len(found) else ""
        if role is Role.HEADLINE and following[:1].islower():
            break  # A sentence that goes on below is no title.
        if len(roles) - roles.count(Role.METADATA) == _MOST_TITLE_LINES:
            break
        roles.append(role)
    end = _told_end(found, told, max(len(roles), _before_preamble(source, found, outline)))
    roles = [*roles, *[Role.METADATA] * (end - len(roles))][:end]
    roles = [
        Role.METADATA if told.get(one.start) == "debris" else _TOLD.get(told.get(one.start, ""), role)
        for one, role in zip(found, roles, strict=False)
    ]
    headlines = [number for number, role in enumerate(roles) if role is Role.HEADLINE]
    if headlines:
        # The last one that says what it is, a treaty or a statement; else the last.
        titles = [number for number in headlines if GENRE.search(source.cut(found[number]))]
        roles[(titles or headlines)[-1]] = Role.TITLE
    return tuple(TitleLine(role, span) for role, span in zip(roles, found, strict=False))


def _masthead(source: Source, found: Sequence[Span], after: int) -> int:
    """Return where the preamble begins when the text says so, by a heading or as an organ does, or 0."""
    for number, paragraph in enumerate(found[after : after + _LONGEST_MASTHEAD], after):
        words = source.cut(paragraph).strip()
        following = source.cut(found[number + 1]).strip() if number + 1 < len(found) else ""
        if marker_at(source, paragraph) or len(words) > _LONGEST_TITLE * 2:
            return 0
        if is_preamble_heading(words) or (ORGAN.fullmatch(words) and RECITAL.match(following)):
            return number
    return 0


def _read_masthead(source: Source, above: Sequence[Span]) -> list[Role]:
    """Return the roles of the lines above a preamble, however many: titles in capitals count as such."""
    texts = [source.cut(one).strip() for one in above]
    loud = {text for text in texts if len(text.split()) > _FEW_WORDS and is_loud(text)}
    return [
        Role.HEADLINE if text in loud else (not loud and _title_role(text)) or Role.METADATA for text in texts
    ]


def _told_end(found: Sequence[Span], told: Told, guessed: int) -> int:
    """Return how many paragraphs the title block has, where the editor says what single lines are."""
    end = guessed
    for number, span in enumerate(found[:_MOST_PROPERTIES]):
        role = told.get(span.start)
        if role in _TOLD:
            end = max(end, number + 1)
        elif role and role != "debris":
            return min(end, number)
    return end


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
    if len(words) > _LONGEST_TITLE or SENTENCE_END.search(words) or PERSON.match(words):
        return None
    if DATED.search(words) and len(words) <= LONGEST_DATELINE and not GENRE.search(words):
        return Role.DATELINE
    return Role.HEADLINE
