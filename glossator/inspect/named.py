"""The title and the day of a statement, as its lines or the properties of its file have them."""

import re

import yaml

from glossator.inspect.dates import date_in
from glossator.model import Kind, Role, Span, Statement

_RUN_IN = re.compile(r"(?<=[.!?。])\s*[^.!?。]{6,60}$")
_UNDERLINE = re.compile(r" (?:={3,}|-{3,})$")
_PROPERTY = re.compile(r"^title:[ \t]*(.+(?:\n[ \t]+.+)*)", re.MULTILINE)
_GOES_ON = re.compile(
    r"[a-zß-öø-ÿа-яё]|关于|關於|に関する|بين |بشأن |حول |בין |בדבר "
    r"|(?:AND|OF|ON|BETWEEN|FOR|CONCERNING|REGARDING|WITH|ET|SUR|ENTRE|Y|SOBRE|UND|ÜBER|ZWISCHEN"
    r"|И|О|ОБ|МЕЖДУ) "
)
_UNENDED = re.compile(
    r"\b(?i:and|of|the|between|on|concerning|regarding|entre|et|de|la|sur|sobre|y|und|zwischen|über"
    r"|и|о|об|между)$"
)


def title_of(statement: Statement) -> str:
    """Return the title with the lines over which it goes on, or as the properties of a file have it."""
    source = statement.source
    block = statement.title_block
    at = next((number for number, one in enumerate(block) if one.role is Role.TITLE), None)
    if at is None:
        late = [one.span for section in statement.sections for one in section.head if one.kind is Kind.TITLE]
        if late:
            return _cleaned(source.cut(late[0]))
        front = source.cut(Span(block[0].span.start, block[-1].span.end)) if block else ""
        found = _PROPERTY.search(front)
        return _property(found[0]) if found else ""
    first = last = at
    cut = [source.cut(one.span).strip() for one in block]
    while first and block[first - 1].role is Role.HEADLINE and _goes_on(cut[first - 1], cut[first]):
        first -= 1
    while (
        last + 1 < len(block) and block[last + 1].role is Role.HEADLINE and _goes_on(cut[last], cut[last + 1])
    ):
        last += 1
    return " ".join(map(_cleaned, cut[first : last + 1]))


def _goes_on(line: str, following: str) -> bool:
    """Tell whether a title goes on with the line that follows."""
    return bool(_GOES_ON.match(following) or _UNENDED.search(line))


def _cleaned(text: str) -> str:
    return _UNDERLINE.sub("", " ".join(text.split())).strip("#*_ ")


def _property(text: str) -> str:
    """Return the value of a property of a Markdown file, which may be quoted and escaped as YAML allows."""
    try:
        # Composed and not constructed, so that a title such as 2022 stays the text it is.
        (_, value), *_ = getattr(yaml.compose(text, Loader=yaml.SafeLoader), "value", [])
        return " ".join(str(value.value).split())
    except (yaml.YAMLError, ValueError):
        return " ".join(text.partition(":")[2].split()).strip("'\"")


def date_of(statement: Statement) -> str:
    """Return the date where statements have one: in a line of its own, in how they close, in a stamp."""
    source = statement.source
    spans = [one.span for one in statement.title_block if one.role is Role.DATELINE]
    spans += [line.span for section in statement.sections for line in section.lines]
    spans += [one.span for one in statement.clauses if one.kind is Kind.CLOSING]
    passages = [one for section in statement.sections for one in section.passages]
    spans += [one.span for one in passages if one.kind in (Kind.DATELINE, Kind.SIGNATURE)]
    texts = [source.cut(one) for one in spans]
    # A place and a date may be run into the end of the last clause.
    ends = [_RUN_IN.search(source.cut(one.span).rstrip()) for one in statement.clauses[-1:]]
    texts += [end[0] for end in ends if end]
    texts += [source.cut(one.span) for one in statement.title_block if one.role is not Role.DATELINE]
    return next((found for found in map(date_in, texts) if found), "")
