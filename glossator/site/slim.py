"""Ship only what is used: of the theme's files and style rules, those that nothing refers to go.

Only what the theme has brought may go; of other style sheets and scripts comments and indentation
alone are left out, and pages by people are never touched.
"""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from glossator.errors import disk_mistakes
from glossator.site.styles import asked_for, drop_variables, prune, squeeze, uses

_MAP_COMMENT = re.compile(r"(?://|/\*)[#@] sourceMappingURL=[^\s*]+(?:\s*\*/)?\s*")
_TEXT = (".html", ".js", ".css")
_LUNR = "assets/javascripts/lunr/"
_WORKERS = "assets/javascripts/workers/"
_OWN_SEARCH = "assets/search.js"
_THEME = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")


def slim(site: Path, docs: Path) -> None:
    """Remove from a rendered site what the theme has brought and nothing uses."""
    with disk_mistakes(site):
        paths = {
            path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()
        }
        texts = {name: _read(path) for name, path in paths.items() if name.endswith(_TEXT)}
        brought = {name for name in paths if name.startswith(_THEME) and not (docs / name).exists()}
        ballast = unused(texts, brought, _search_languages(site))
        if _OWN_SEARCH in texts:
            # It answers in place of the theme's, whose program is named on every page but never loaded.
            ballast = (*ballast, *sorted(name for name in brought if name.startswith((_WORKERS, _LUNR))))
        for name in dict.fromkeys(ballast):
            paths[name].unlink()
            brought.discard(name)
            texts.pop(name, None)
        kept = sorted(brought & texts.keys())
        for name, text in slimmed(texts, kept).items():
            paths[name].write_bytes(text.encode())
        for name in sorted(texts.keys() - brought):
            if name.endswith(".css"):
                paths[name].write_bytes(squeeze(texts[name]).encode())
            elif name.endswith(".js") and name.startswith("assets/"):
                paths[name].write_bytes(squeeze_script(texts[name]).encode())


def slimmed(texts: Mapping[str, str], brought: Sequence[str]) -> dict[str, str]:
    """Return the scripts and style sheets of the theme without what nothing on the site uses."""
    new = {name: strip_map(texts[name]) for name in brought}
    styles = [name for name in brought if name.endswith(".css")]
    others = {name: text for name, text in texts.items() if name not in styles}
    found = uses({**others, **{name: new[name] for name in new if name not in styles}})
    for name in styles:
        new[name] = prune(new[name], found.names)
    # A variable may be asked for by another variable, so that this goes on until nothing changes.
    before = -1
    while before != (before := sum(len(new[name]) for name in styles)):
        asked = found.variables.union(*(asked_for(new[name]) for name in styles))
        for name in styles:
            new[name] = drop_variables(new[name], asked)
    return new


def unused(texts: Mapping[str, str], brought: set[str], languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the files among ``brought`` to which nothing refers that is itself kept.

    ``texts`` are all pages, scripts and styles by path. A file counts as referred to when its name
    stands in one of them; the search builds the names of its languages, so that those are told.
    """
    asked = {_LUNR + name for name in _stemmers(languages)}
    kept = {name for name in texts if name not in brought} | (asked & brought)
    pending = sorted(kept)
    while pending:
        text = strip_map(texts.get(pending.pop(), ""))
        new = {
            name for name in brought - kept if not name.startswith(_LUNR) and name.rpartition("/")[2] in text
        }
        kept |= new
        pending += sorted(new)
    return tuple(sorted(brought - kept))


def strip_map(text: str) -> str:
    """Return a script or style sheet without the comment that names its source map."""
    return _MAP_COMMENT.sub("", text)


def squeeze_script(script: str) -> str:
    """Return the script without lines of comment, indentation and line breaks that mean nothing.

    None of them can be part of a string there; a script in which they might be stays as it is.
    """
    lines = script.split("\n")
    if any(line.count("`") % 2 or line.endswith("\\") for line in lines) or "/*" in script:
        return script
    kept = (line for line in map(str.strip, lines) if line and not line.startswith("//"))
    return "".join(line if line[-1] in "{;,(" and "//" not in line else f"{line}\n" for line in kept)


def _stemmers(languages: tuple[str, ...]) -> list[str]:
    """Return the files that the theme's search loads for these languages; English needs none."""
    names = [f"min/lunr.{language}.min.js" for language in languages if language != "en"]
    names += ["tinyseg.js"] * ("ja" in languages)
    names += ["wordcut.js"] * bool({"hi", "th"}.intersection(languages))
    names += ["min/lunr.multi.min.js"] * (len(languages) > 1)
    return [*names, "min/lunr.stemmer.support.min.js"] if names else []


def _search_languages(site: Path) -> tuple[str, ...]:
    path = site / "search" / "search_index.json"
    if not path.is_file():
        return ()
    return tuple(json.loads(path.read_text(encoding="utf-8"))["config"]["lang"])


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
