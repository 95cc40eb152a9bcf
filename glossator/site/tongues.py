"""Mark what is written in another script with its language, so that it is set and spoken as such.

Only our own words are marked: the statement's stand as they are.
"""

import re
from collections.abc import Iterable

from glossator.site.writing import LTR, RIGHT_TO_LEFT, RTL, direction_of, scripts_of

_SCRIPTS = {
    "Hani": ("\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff", "、，：·《》-"),
    "Cyrl": ("\u0400-\u052f", "、，：·《》-"),
    "Arab": (
        "\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdfb\ufe70-\ufefc",
        "",
    ),
    "Hebr": ("\u05d0-\u05f2\ufb1d-\ufb4f", ""),
    "Deva": ("\u0904-\u0939\u0958-\u0961\u0971-\u097f", ""),
    "Latn": ("A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff", ""),
}
"""The letters of scripts, and what may stand between them in one run."""
_SIGNS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0903\u093a-\u094f\u0951-\u0957"
)
_FIGURES = "0-9\u0660-\u0669\u0966-\u096f"
_BETWEEN = f"{_SIGNS}{_FIGURES}\u05f3\u05f4\u060c\u061b\u0640\u0964.,;:'’“”/–-"
"""The same for scripts without a list of their own: signs, figures and common punctuation."""
_LEFT_ALONE = re.compile(
    r"<(?:(?P<whole>script|style|code|svg|title|option|textarea)\b"
    r'|(?P<name>\w+)\s(?:[^>]*?\s)?(?:lang|dir|data-span|data-quote)=")[^>]*>'
    r"|<!--.*?-->",
    re.DOTALL,
)
_VOID = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))


class Tongues:
    """Knows which language a script stands for in an edition."""

    def __init__(self, own: str, others: Iterable[str], runs: str = "") -> None:
        """``own`` is the language of the pages; ``others`` are those of the originals of its terms.

        ``runs`` is the direction of the pages, by default that of their language.
        """
        named = set(others)
        runs = runs or direction_of(own)
        self._runs: list[tuple[re.Pattern[str], str, re.Pattern[str]]] = []
        for script, (letters, between) in _SCRIPTS.items():
            if script in scripts_of(own) or (script == "Latn" and runs == LTR):
                continue  # Its letters are no foreign ones on these pages.
            language = _spoken(script, named)
            turned = LTR if script not in RIGHT_TO_LEFT else RTL
            attributes = f'lang="{language}"' + (f' dir="{turned}"' if turned != runs else "")
            run = re.compile(f"(<[^>]*>|&#?\\w+;|{_run(letters, between)})")
            self._runs.append((run, f"<span {attributes}>", re.compile(f"[{letters}]")))

    def mark(self, article: str) -> str:
        """Return the article with every run of foreign letters in our own words marked."""
        if not any(letter.search(article) for _, _, letter in self._runs):
            return article
        out: list[str] = []
        at = 0
        while found := _LEFT_ALONE.search(article, at):
            end = _end_of(article, found)
            out += [self._mark(article[at : found.start()]), article[found.start() : end]]
            at = end
        return "".join([*out, self._mark(article[at:])])

    def _mark(self, text: str) -> str:
        for run, opening, letter in self._runs:
            # Most stretches hold none: to look for one letter first is much the quicker way.
            if letter.search(text):
                text = "".join(
                    f"{opening}{part}</span>" if letter.match(part) else part for part in run.split(text)
                )
        return text


def _run(letters: str, between: str) -> str:
    """Return the pattern of a run: it begins and ends with a letter, and holds both of two brackets."""
    if between:
        return f"[{letters}](?:[{letters} {between}]*[{letters}])?"
    some, end = f"[{letters} {_BETWEEN}]*", f"[{letters}{_FIGURES}][{_SIGNS}]*"
    return rf"[{letters}][{_SIGNS}]*(?:{some}{end})?(?:{some}\({some}\)(?:{some}{end})?)*"


def _spoken(script: str, named: set[str]) -> str:
    """Return the language of a script among those named, or ``und`` with the script."""
    ones = {one for one in named if script in scripts_of(one)}
    # Letters that many languages share tell nothing, even where only one is named. Where the edition
    # names several, they do not tell which it is; but of two ways to write Chinese both are Chinese.
    if len(ones) != 1:
        ones = {one.partition("-")[0] for one in ones}
    return ones.pop() if len(ones) == 1 and script != "Latn" else f"und-{script}"


def _end_of(article: str, opening: re.Match[str]) -> int:
    """Return where the element ends whose first tag was found; a comment ends where it was found to."""
    name = opening["whole"] or opening["name"]
    depth = 0 if not name or name in _VOID or opening[0].endswith("/>") else 1
    at = opening.end()
    tags = re.compile(rf"<(/?){name}\b[^>]*>")
    while depth:
        tag = tags.search(article, at)
        if not tag:
            return len(article)
        depth += -1 if tag[1] else 1
        at = tag.end()
    return at
