"""Draft commitments and positions: a subject, one of the verbs of the lexicon, and what follows it.

Rather none than a wrong one: the subject must open a sentence or a part of one, and be the parties
together or a state that the text names.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from glossator.draft.forms import fold
from glossator.draft.quotes import Flat, shorten, unique_quote
from glossator.model import ALL, BOTH, Stance, Strength

_STRENGTHS = {str(one): one for one in Strength}
_STANCES = {"affirms", "appreciates", "opposes", "concerned"}
_MARKED = r"^(?:[(（]?\w{1,4}[)）.、]\s?)?"
"""The beginning of a sentence, with the number or letter of an item."""
_OPENING = rf"(?:{_MARKED}|[,;:،؛—–(“\"«]\s?)"
_OPENING_CJK = rf"(?:{_MARKED}|[，。；、：“])"
_LONGEST_QUOTE = 200
_LONGEST_ACT = 140
_LONGEST_ACT_CJK = 60
_MOST_WORDS = 20
_FEWEST = 4
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_NO_ACT = ("be ", "not be ", "have the ", "mean", "apply")
_GOES_ON = ("and ", "or ")


@dataclass(frozen=True, slots=True)
class Undertaking:
    """Something that a text undertakes (with a strength) or holds (with a stance)."""

    at: str
    quote: str
    bearer: str
    verb: str
    strength: str
    stance: str
    what: str
    due: str


class Lexicon:
    """The verbs of a language, made ready; ``states`` are forms of names and whose they are."""

    def __init__(self, verbs: Mapping[str, Any], states: Mapping[str, str]) -> None:
        kinds = (*_STRENGTHS, *sorted(_STANCES))
        own = verbs.get("own", {})
        self._kinds = {fold(verb): kind for kind in kinds for verb in verbs.get(kind, ())}
        self._own = {fold(verb): kind for kind in kinds for verb in own.get(kind, ())}
        self._bearers = {fold(form): id_ for form, id_ in states.items()}
        self._bearers |= {fold(one): BOTH for one in verbs.get("both", ())}
        self._bearers |= {fold(one): ALL for one in verbs.get("all", ())}
        self._due = re.compile("|".join(verbs["due"])) if verbs.get("due") else None
        self._patterns = _patterns(verbs, self._bearers, self._kinds, self._own) if verbs else ()

    def find(self, clause: Flat) -> Iterator[Undertaking]:
        """Yield what a clause undertakes and holds, in reading order."""
        for start, end in clause.sentences:
            folded = fold(clause.text[start:end])
            seen: set[int] = set()
            for pattern in self._patterns:
                for match in pattern.finditer(folded):
                    if match.start("verb") not in seen:
                        seen.add(match.start("verb"))
                        found = self._undertaking(clause, start, end, match)
                        if found:
                            yield found

    def _undertaking(self, clause: Flat, start: int, end: int, match: re.Match[str]) -> Undertaking | None:
        groups = match.groupdict()
        who = groups.get("who")
        first = start + (match.start("verb") if who is None else min(match.start("who"), match.start("verb")))
        rest = clause.text[start + match.end() : end].strip(" ,:،，")
        what = _what(rest)
        kind = (self._own if who is None else self._kinds)[groups["verb"]]
        opened = first + len(shorten(clause.text[first:end], _LONGEST_QUOTE))
        quote = unique_quote(clause.text, first, opened)
        doubtful = what.startswith(_GOES_ON) or (kind in _STRENGTHS and what.lower().startswith(_NO_ACT))
        if not quote or len(what) < _FEWEST or doubtful:
            return None
        due = self._due.search(clause.text, start, end) if self._due and kind in _STRENGTHS else None
        return Undertaking(
            at=clause.address,
            quote=quote,
            bearer=ALL if who is None else self._bearers[who],
            verb=clause.text[start + match.start("verb") : start + match.end("verb")],
            strength=kind if kind in _STRENGTHS else "",
            stance=str(Stance.CONCERNED) if kind == "concerned" else "" if kind in _STRENGTHS else kind,
            what=what,
            due=due[0] if due else "",
        )


def _patterns(
    verbs: Mapping[str, Any], bearers: Iterable[str], kinds: Iterable[str], own: Iterable[str]
) -> tuple[re.Pattern[str], ...]:
    who, verb = f"(?P<who>{_any(bearers)})", f"(?P<verb>{_any(kinds)})"
    between = _any(map(fold, verbs.get("between", ())))
    if _CJK.search(verb):
        return (re.compile(f"{_OPENING_CJK}{who}(?:{between}){{0,3}}{verb}"),)
    found = []
    if verbs.get("first"):
        found.append(rf"{_OPENING}(?:و|كما )?{verb}(?: (?:{between}))* {who}(?!\w)")
    else:
        found.append(rf"{_OPENING}(?:the )?{who}(?:,? (?:{between}),?){{0,3}} {verb}(?!\w)")
    if own:
        found.append(rf"^(?:و|asimismo,? |además,? |también )?(?P<verb>{_any(own)})(?!\w)")
    return tuple(map(re.compile, found))


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(one) for one in sorted(words, key=lambda one: (-len(one), one)))


def _what(rest: str) -> str:
    """Return what follows the verb, in few enough words."""
    if _CJK.search(rest):
        return shorten(rest.rstrip("。；;"), _LONGEST_ACT_CJK)
    words = rest.rstrip(".;:،؛").split(" ")
    return shorten(" ".join(words[:_MOST_WORDS]), _LONGEST_ACT)
