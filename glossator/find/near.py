"""Words that are nearly the same: the stretch of a text that takes the fewest changes to become others."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from glossator.find.letters import letters_of

# Scripts that are written without spaces: each character is a word of its own.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
# Signs above, below and beside a letter belong to its word; for Python they are no part of one.
_SIGNS = "".join(
    character
    for character in map(chr, (*range(0x300, 0x2100), *range(0xA800, 0xAC00), *range(0xFE20, 0xFE30)))
    if unicodedata.category(character).startswith("M")
)
_IN_WORD = rf"(?:(?![{_UNSPACED}])[\w'’{_SIGNS}])"
_TOKEN = re.compile(rf"[{_UNSPACED}]|{_IN_WORD}+|\s+|.", re.DOTALL)
_WORD = re.compile(rf"[{_UNSPACED}]|{_IN_WORD}*(?![{_UNSPACED}])[^\W_]{_IN_WORD}*")
_LETTER = rf"(?![{_UNSPACED}])(?:[^\W_]|[{_SIGNS}])"
_INSIDE = re.compile(_LETTER * 2)
_MOST_CELLS = 2_000_000
_MOST_PLACES = 200


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it counts in a comparison, and where it stands."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words: ``kept`` in both texts, or ``gone`` from the first and ``come`` in its place."""

    kept: str = ""
    gone: str = ""
    come: str = ""


def words_in(text: str, start: int = 0) -> list[Word]:
    """Return the words of a text whose first character stands at ``start``."""
    return [
        Word(letters_of(one[0]).text, start + one.start(), start + one.end()) for one in _WORD.finditer(text)
    ]


def inside_word(text: str, at: int) -> bool:
    """Tell whether a cut at this position would go through a word."""
    return at > 0 and bool(_INSIDE.fullmatch(text[at - 1 : at + 1]))


def nearest(words: Sequence[Word], sought: Sequence[Word]) -> tuple[range, float]:
    """Return which of ``words`` come nearest to those ``sought``, and how near: 1 is the same."""
    tried = [_align(words[one.start : one.stop], sought, one.start) for one in _windows(words, sought)]
    if not tried:
        return range(0), 0.0
    cost, found = min(tried, key=lambda one: (one[0], one[1].start))
    return found, 1 - cost / len(sought)


def _windows(words: Sequence[Word], sought: Sequence[Word]) -> Iterator[range]:
    """Yield where to look: everywhere in a short text, else where most words lie in line."""
    size = len(sought)
    if size * len(words) <= _MOST_CELLS:
        yield range(len(words))
        return
    stand = defaultdict(list)
    for at, word in enumerate(words):
        stand[word.key].append(at)
    votes = Counter(
        (place - at + size) // size
        for at, word in enumerate(sought)
        for place in stand[word.key][:_MOST_PLACES]
    )
    for band, _ in sorted(votes.items(), key=lambda one: (-one[1], one[0]))[:3]:
        yield range(max((band - 2) * size, 0), min((band + 2) * size, len(words)))


def _align(words: Sequence[Word], sought: Sequence[Word], offset: int) -> tuple[int, range]:
    """Return the fewest changes, and the stretch of ``words`` that takes no more of them."""
    costs = [0] * (len(words) + 1)
    starts = list(range(len(words) + 1))
    for row, one in enumerate(sought, 1):
        fresh, begun = [row], [0]
        for at, word in enumerate(words, 1):
            changed = costs[at - 1] + (word.key != one.key)
            added, left = costs[at] + 1, fresh[-1] + 1
            least = min(changed, added, left)
            begun.append(starts[at - 1] if least == changed else starts[at] if least == added else begun[-1])
            fresh.append(least)
        costs, starts = fresh, begun
    end = 0
    for at, cost in enumerate(costs):
        # Of two ends that are equally good and adjacent, the later one holds the changed last word.
        if cost < costs[end] or (cost == costs[end] and at == end + 1):
            end = at
    return costs[end], range(offset + starts[end], offset + end)


def compare(stated: str, quoted: str) -> tuple[Change, ...]:
    """Return how the words quoted differ from those stated; a run of spaces is one space."""
    first, second = _tokens(stated), _tokens(quoted)
    changes: list[Change] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        gone, come = "".join(first[i1:i2]), "".join(second[j1:j2])
        if tag == "equal" and (gone.strip() or not changes):
            changes.append(Change(kept=gone))
        elif changes and not changes[-1].kept:
            # A lone space between two changes joins them.
            changes[-1] = Change(gone=changes[-1].gone + gone, come=changes[-1].come + come)
        else:
            changes.append(Change(kept=gone) if tag == "equal" else Change(gone=gone, come=come))
    return tuple(changes)


def _tokens(text: str) -> list[str]:
    return [" " if one.isspace() else one for one in _TOKEN.findall(text)]


def marked(changes: Iterable[Change]) -> str:
    """Write changes in one line: ``the [-old-]{+new+} words``."""
    pieces = []
    for one in changes:
        pieces.append(one.kept)
        pieces.append(f"[-{one.gone}-]" if one.gone else "")
        pieces.append(f"{{+{one.come}+}}" if one.come else "")
    return "".join(pieces)
