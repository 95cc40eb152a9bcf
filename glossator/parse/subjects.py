"""Headings of plain words: a short line in title case, with a paragraph or a list below it."""

from collections.abc import Sequence

from glossator.model import Source, Span
from glossator.parse.forms import is_closing, is_debris, is_heading
from glossator.parse.signs import FORMULA, GENRE, SIGNED, is_loud
from glossator.parse.styles import ITEMS, may_open

_FEWEST = 3
_LONGEST = 70
_MOST_WORDS = 10
_SHORTEST_BELOW = 80


def subjects(source: Source, body: Sequence[Span], after: int) -> list[int]:
    """Return the numbers of the paragraphs of ``body[after:]`` that are such headings, if there are some.

    Behind the numbers of a text they are believed only below its signatures, where another text begins.
    """
    found: list[int] = []
    ended = not after
    for number in range(after, len(body) - 1):
        span = body[number]
        length = span.end - span.start
        if not ended:
            text = source.cut(span)
            ended = is_closing(text) or bool(SIGNED.match(text))
        elif length <= _LONGEST and _heads(source.cut(span).strip()) and _below(source, body[number + 1]):
            found.append(number)
    return found if len(found) >= _FEWEST else []


def _heads(text: str) -> bool:
    # A sentence that is cut short has more than a few words.
    text = text.strip("#*_ ")
    fits = is_heading(text) and text[:1].isupper() and len(text.split()) <= _MOST_WORDS and "\n" not in text
    return fits and not (is_loud(text) or is_debris(text) or SIGNED.match(text) or GENRE.search(text))


def _below(source: Source, following: Span) -> bool:
    """Tell whether a paragraph is what stands below a heading: a long one, or the first item of a list."""
    if following.end - following.start >= _SHORTEST_BELOW:
        return True
    text = source.cut(following).strip()
    item = may_open(source.text, following.start) and any(pattern.match(text) for _, pattern in ITEMS)
    return item or (
        len(text) > _SHORTEST_BELOW // 2 and text.endswith((".", "]")) and not FORMULA.search(text)
    )
