"""Mark what is written in another script with its language, so that it is set and spoken as such.

Only our own words are marked: the statement's stand as they are.
"""

import re
from collections.abc import Iterable

_SCRIPTS = {
    "Hani": (("zh", "ja", "ko"), "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"),
    "Cyrl": (("ru", "be", "uk", "bg", "sr", "mk", "kk", "ky", "mn", "tg"), "\u0400-\u052f"),
}
_LEFT_ALONE = re.compile(
    r"<(?:(?P<whole>script|style|code|svg|title|option|textarea)\b"
    r'|(?P<name>\w+)\s(?:[^>]*?\s)?(?:lang|data-span|data-quote)=")[^>]*>'
    r"|<!--.*?-->",
    re.DOTALL,
)
_VOID = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))


class Tongues:
    """Knows which language a script stands for in an edition."""

    def __init__(self, own: str, others: Iterable[str]) -> None:
        """``own`` is the language of the pages; ``others`` are those of the originals of its terms."""
        named = set(others)
        self._runs: list[tuple[re.Pattern[str], str, re.Pattern[str]]] = []
        for script, (languages, letters) in _SCRIPTS.items():
            if own.partition("-")[0] in languages:
                continue  # Its letters are no foreign ones on these pages.
            ones = {one for one in named if one.partition("-")[0] in languages}
            # Where the edition names several, the letters alone do not tell which it is; but of
            # two ways to write Chinese both are Chinese.
            if len(ones) != 1:
                ones = {one.partition("-")[0] for one in ones}
            language = ones.pop() if len(ones) == 1 else f"und-{script}"
            run = re.compile(f"(<[^>]*>|[{letters}](?:[{letters} 、，：·《》-]*[{letters}])?)")
            self._runs.append((run, f'<span lang="{language}">', re.compile(f"[{letters}]")))

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
