"""Leave out of a style sheet the rules that can apply to nothing on the site.

A rule goes only when each of its selectors asks for a class, an id or the value of an attribute that
stands on no page and in no script; a custom property goes only when nothing asks for its value.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_VALUE = re.compile(r'="([^"]*)"')
_SCRIPT = re.compile(r"<script[^>]*>(.*?)</script>", re.DOTALL)
_WORD = re.compile(r"[\w-]+")
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LAYOUT = re.compile(
    r"(?P<string>\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')|/\*.*?\*/\s*"
    r"|\s*(?P<sign>[{};])\s*|(?P<before>[:,])\s+|(?P<space>\s+)|(?<![\w.])0(?P<dot>\.)(?=\d)",
    re.DOTALL,
)
_TOKEN = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\\.|[{}()\[\];,]", re.DOTALL)
# What is asked for inside these brackets need not be there: not(), is(), where(), has().
_BRACKETS = re.compile(r":[\w-]+\((?:[^()]|\([^()]*\))*\)")
_NEEDED = re.compile(r"[.#]((?:[\w-]|\\.)+)|\[[\w-]+=[\"']?([^\"'\]]+)[\"']?\]")
_DIRECTIONS = {"ltr", "rtl"}
_GROUPS = ("@media", "@supports", "@layer", "@container")


@dataclass(frozen=True, slots=True)
class Uses:
    """What the pages and scripts of a site can ask a style sheet for.

    ``names`` are the classes, ids and values of attributes on any page, and every word of a script,
    since a script may give an element any of them; ``variables`` are the custom properties asked for
    in pages and scripts.
    """

    names: frozenset[str]
    variables: frozenset[str]


def uses(texts: Mapping[str, str]) -> Uses:
    """Return what the pages and scripts among ``texts``, which are named by path, use."""
    names: set[str] = set()
    values: set[str] = set()
    variables: set[str] = set()
    for path, text in texts.items():
        if path.endswith(".html"):
            values.update(_VALUE.findall(text))
            for script in _SCRIPT.findall(text):
                names.update(_WORD.findall(script))
            variables.update(_ASKED.findall(text))
        elif path.endswith(".js") and not path.startswith("search/"):
            words = _WORD.findall(text)
            names.update(words)
            variables.update(word for word in words if word.startswith("--"))
        elif path.endswith(".css"):
            # A style sheet of ours may ask for the theme's colours.
            variables.update(_ASKED.findall(text))
    # Scripts ask in which direction a page is written, and never change it.
    names -= _DIRECTIONS
    names.update(values, *(value.split() for value in values))
    return Uses(frozenset(names), frozenset(variables))


def squeeze(style: str) -> str:
    """Return the style sheet without comments and layout; strings stay as they are."""
    return _LAYOUT.sub(_squeezed, style).strip()


def _squeezed(found: re.Match[str]) -> str:
    kept = found["string"] or found["sign"] or found["before"] or found["dot"]
    return kept or (" " if found["space"] else "")


def prune(style: str, names: frozenset[str]) -> str:
    """Return the style sheet without the rules that ask for a name that is not among ``names``."""
    return "".join(_kept(_COMMENT.sub("", style), names))


def drop_variables(style: str, asked: frozenset[str]) -> str:
    """Return the style sheet without the custom properties of the theme whose value nobody asks for."""

    def rewrite(css: str) -> Iterator[str]:
        for prelude, body in _rules(css):
            if body is None:
                yield prelude
            elif prelude.startswith(_GROUPS):
                yield f"{prelude}{{{''.join(rewrite(body))}}}"
            elif prelude.startswith("@") or "--" not in body:
                yield f"{prelude}{{{body}}}"
            else:
                kept = [one for one in _split(body, ";") if not _idle(one, asked)]
                if kept:
                    yield f"{prelude}{{{';'.join(kept)}}}"

    return "".join(rewrite(style))


def asked_for(style: str) -> frozenset[str]:
    """Return the custom properties whose value a style sheet asks for."""
    return frozenset(_ASKED.findall(style))


def _idle(declaration: str, asked: frozenset[str]) -> bool:
    name = declaration.partition(":")[0].strip()
    return name.startswith("--") and name not in asked


def _kept(style: str, names: frozenset[str]) -> Iterator[str]:
    for prelude, body in _rules(style):
        if body is None:
            yield prelude
        elif prelude.startswith(_GROUPS):
            inner = "".join(_kept(body, names))
            if inner:
                yield f"{prelude}{{{inner}}}"
        elif prelude.startswith("@"):
            yield f"{prelude}{{{body}}}"
        else:
            selectors = [one for one in _split(prelude, ",") if _may_apply(one, names)]
            if selectors:
                yield f"{','.join(selectors)}{{{body}}}"


def _may_apply(selector: str, names: frozenset[str]) -> bool:
    needed = _NEEDED.findall(_BRACKETS.sub("", selector))
    return all((name or value).replace("\\", "") in names for name, value in needed)


def _rules(style: str) -> Iterator[tuple[str, str | None]]:
    """Yield each rule as what stands before its brace and inside; a statement has no inside."""
    depth = start = brace = 0
    for found in _TOKEN.finditer(style):
        sign = found[0]
        if sign == "{":
            brace = brace if depth else found.start()
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield style[start:brace].strip(), style[brace + 1 : found.start()]
                start = found.end()
        elif sign == ";" and depth == 0:
            yield style[start : found.end()].strip(), None
            start = found.end()


def _split(text: str, mark: str) -> list[str]:
    """Return the parts between the marks that stand outside brackets and strings."""
    parts, depth, start = [], 0, 0
    for found in _TOKEN.finditer(text):
        if found[0] in "([{":
            depth += 1
        elif found[0] in ")]}":
            depth -= 1
        elif found[0] == mark and depth == 0:
            parts.append(text[start : found.start()])
            start = found.end()
    parts.append(text[start:])
    return [part.strip() for part in parts if part.strip()]
