"""Where a statement begins: the title block before it."""

import re
from collections.abc import Sequence

from glossator.errors import Report
from glossator.model import PREAMBLE, Role, Source, Span, TitleLine
from glossator.parse.forms import NOTED, is_debris, is_preamble_heading
from glossator.parse.markers import group_at, marker_at
from glossator.parse.outline import Outline
from glossator.parse.signs import BRACKETED, DATED, GENRE, ORGAN, PERSON, PROVENANCE, RECITAL, STAMP, is_loud
from glossator.parse.spots import paragraph_at
from glossator.parse.told import Told

SENTENCE_END = re.compile(r"[.;:,!?。；：，、！？؛،؟।]['\"”’»)\]）」』]*$")
LONGEST_DATELINE = 110
_MOST_PROPERTIES = 60
_MOST_TITLE_LINES = 6
_LONGEST_MASTHEAD = 30
_FEW_WORDS = 3
_LONGEST_TITLE = 300
_RUNS_ON = re.compile(r"[a-zß-öø-ÿа-яё]|\((?i:hereinafter|ci-après|en adelante|im folgenden|именуем|далее)")
_SIGN = re.compile(r"#{1,6}[ \t]*(?=\S)")
_NAMED = re.compile(rf"(?:The |An? |La |Le )?(?:\w+ ){{0,2}}{GENRE.pattern}")
_OWN = re.compile(r"\b(?i:this|present|part(?:y|ies))\b")
_TOLD = {"title": Role.HEADLINE, "dateline": Role.DATELINE, "metadata": Role.METADATA}


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
        if role is Role.HEADLINE and Role.HEADLINE in roles and words.startswith("**") and number:
            break  # A bold line below the title is a heading of the text.
        if role is Role.HEADLINE and _RUNS_ON.match(following):
            break  # A sentence that goes on below is no title.
        if len(roles) - roles.count(Role.METADATA) == _MOST_TITLE_LINES:
            break
        roles.append(role)
    end = _told_end(found, told, max(len(roles), _before_preamble(source, found, outline)))
    roles = [*roles, *[Role.METADATA] * (end - len(roles))][:end]
    roles = _below_signs(source, found, roles)
    roles = [
        Role.METADATA if told.get(one.start) == "debris" else _TOLD.get(told.get(one.start, ""), role)
        for one, role in zip(found, roles, strict=False)
    ]
    _choose_title(source, found, roles, told)
    return tuple(TitleLine(role, span) for role, span in zip(roles, found, strict=False))


def _below_signs(source: Source, found: Sequence[Span], roles: list[Role]) -> list[Role]:
    """Return the roles where a title has the sign of a Markdown heading: other lines are none then."""
    texts = [source.cut(found[number]).strip() for number in range(len(roles))]
    if not any(_SIGN.match(text) for text, role in zip(texts, roles, strict=True) if role is Role.HEADLINE):
        return roles
    return [
        Role.METADATA if role is Role.HEADLINE and not _SIGN.match(text) else role
        for text, role in zip(texts, roles, strict=True)
    ]


def _choose_title(source: Source, found: Sequence[Span], roles: list[Role], told: Told) -> None:
    """Make the last of the headlines that says what it is, a treaty say, the title; else the last."""
    headlines = [number for number, role in enumerate(roles) if role is Role.HEADLINE]
    titles = [number for number in headlines if GENRE.search(source.cut(found[number]))] or headlines
    if not titles:
        return
    roles[titles[-1]] = Role.TITLE
    first = source.cut(found[headlines[0]])
    # A few words in capitals above a title that is not so printed are the header of a page.
    header = is_loud(first) and len(first.split()) <= _FEW_WORDS + 1
    if header and headlines[0] < titles[0] and not told and not is_loud(source.cut(found[titles[-1]])):
        roles[headlines[0]] = Role.METADATA


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
    named = bool(_NAMED.match(words)) and not _OWN.search(words)
    provided = PROVENANCE.match(words) and not (GENRE.search(words) and not SENTENCE_END.search(words))
    if is_debris(words) or BRACKETED.fullmatch(words) or provided:
        return Role.METADATA
    if named and words.endswith(",") and len(words) <= LONGEST_DATELINE:
        return Role.HEADLINE
    if _begins_text(words):
        return None
    if DATED.search(words) and len(words) <= LONGEST_DATELINE and not GENRE.search(words):
        return Role.DATELINE
    return Role.HEADLINE


def _begins_text(words: str) -> bool:
    """Tell whether a line is part of the text proper: long, a sentence, a recital, or about "us"."""
    recital = RECITAL.match(words) and (len(words) > LONGEST_DATELINE // 2 or words.endswith(" and"))
    sentence = SENTENCE_END.search(NOTED.sub("", words)) or PERSON.match(words)
    return bool(len(words) > _LONGEST_TITLE or sentence or recital or is_preamble_heading(words))


def late_title(source: Source, body: Sequence[Span], titles: Sequence[TitleLine]) -> dict[int, str]:
    """Return, as a role by its offset, a title that stands below an introduction; there is none above."""
    if any(one.role in (Role.TITLE, Role.HEADLINE) for one in titles):
        return {}
    for number, one in enumerate(body[:_LONGEST_MASTHEAD]):
        words = source.cut(one).strip()
        if marker_at(source, one) or group_at(source, one):
            break
        if len(words) <= LONGEST_DATELINE and GENRE.search(words) and _title_role(words) is Role.HEADLINE:
            return {body[number].start: "title"}
    return {}
