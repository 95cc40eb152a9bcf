"""Mark what is written in another script with its language, so that it is set and spoken as such.

Only our own words are marked: the statement's stand as they are.
"""

import re
from collections.abc import Iterable

_SCRIPTS = {
    "Hani": (("zh", "ja", "ko"), "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"),
    "Cyrl": (("ru", "be", "uk", "bg", "sr", "mk", "kk", "ky", "mn", "tg"), "\u0400-\u052f"),
}
_TOKEN = re.compile(r"<!--.*?-->|<[^>]*>|[^<]+", re.DOTALL)
_LEFT_ALONE = re.compile(
    r'\slang="|\sdata-(?:span|quote)="|^<(?:script|style|code|svg|title|option|textarea)\b'
)
_VOID = re.compile(r"^<(?:area|br|col|hr|img|input|link|meta|source|wbr)\b|/>$")


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
            # Where the edition names several, the letters alone do not tell which it is.
            language = ones.pop() if len(ones) == 1 else f"und-{script}"
            run = re.compile(f"[{letters}](?:[{letters} 、，：·《》-]*[{letters}])?")
            self._runs.append((run, f'<span lang="{language}">', re.compile(f"[{letters}]")))

    def mark(self, article: str) -> str:
        """Return the article with every run of foreign letters in our own words marked."""
        if not any(letter.search(article) for _, _, letter in self._runs):
            return article
        out: list[str] = []
        within: list[bool] = [False]
        for token in _TOKEN.findall(article):
            marked = token
            if token[0] == "<":
                if token[1] == "/":
                    if len(within) > 1:
                        within.pop()
                elif token[1] != "!" and not _VOID.search(token):
                    within.append(within[-1] or bool(_LEFT_ALONE.search(token)))
            elif not within[-1]:
                for run, opening, letter in self._runs:
                    # Most tokens hold none: to look for one letter first is much the quicker way.
                    if letter.search(marked):
                        marked = run.sub(rf"{opening}\g<0></span>", marked)
            out.append(marked)
        return "".join(out)
