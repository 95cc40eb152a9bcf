"""The files of a new edition, made from the templates of one."""

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

import jinja2

from glossator.draft import SOURCE, Draft, Event, Undertaking
from glossator.draft.gazetteer import wording
from glossator.draft.outline import Entry
from glossator.draft.slugs import slug_of
from glossator.model import Statement, label_of

STATEMENT = "annotations/statement.yml"
_SECTION = "annotations/sections/section.yml.j2"
_ENDING = ".j2"
# YAML allows these only as escapes.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_PLAIN = re.compile(r"[^\W\d_](?:[\w’,.()/–—-]| (?! |$))*")
_NO_WORDS = {"yes", "no", "true", "false", "null", "on", "off", "y", "n"}
_OWN = re.compile(r"^(docs_dir:.*)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Start:
    """What a new edition begins with.

    ``received`` names the file that was given, ``converted`` the kind of document it was, if it was
    converted, and ``sha256`` its digest then; ``encoding`` is written down where it is not UTF-8.
    ``degree`` tells how much of the outline counts.
    """

    title: str
    language: str
    date: str
    place: str
    states: tuple[str, ...]
    received: str
    seed: str
    converted: str
    sha256: str
    encoding: str
    guessed: bool
    titles: tuple[Entry, ...]
    sections: tuple[Entry, ...]
    degree: str
    draft: Draft


def statement_file(templates: Path, start: Start, degree: str) -> str:
    """Return ``statement.yml`` with an outline of which so much counts."""
    given = {"start": replace(start, degree=degree)}
    return _environment(templates).get_template(f"{STATEMENT}{_ENDING}").render(given)


def edition_files(
    templates: Path, start: Start, statement: Statement, config: str
) -> dict[PurePosixPath, bytes]:
    """Return all files of the edition but its seed; ``config`` is the ``mkdocs.yml`` to go by."""
    environment = _environment(templates)
    given = {
        "start": start,
        "source": {"id": SOURCE, "title": wording(start.language.split("-", maxsplit=1)[0])["source"]},
        "rest": _rest(config),
    }
    files: dict[PurePosixPath, bytes] = {}
    for path in sorted(path for path in templates.rglob("*") if path.is_file()):
        name = path.relative_to(templates).as_posix()
        if name == _SECTION:
            continue
        if name.endswith(_ENDING):
            text = environment.get_template(name).render(given)
            files[PurePosixPath(name.removesuffix(_ENDING))] = text.encode()
        else:
            files[PurePosixPath(name)] = path.read_bytes()
    for label, said in _by_section(start.draft, statement).items():
        text = environment.get_template(_SECTION).render(
            said=said, label=label, topics_of=start.draft.topics_of
        )
        number = f"{int(label):02}" if label.isascii() and label.isdecimal() else slug_of(label, "section")
        files[PurePosixPath("annotations/sections", f"{number}.yml")] = text.encode()
    return files


@dataclass(frozen=True, slots=True)
class Said:
    """What is drafted of one clause, with the id of each undertaking."""

    at: str
    undertakings: tuple[tuple[str, Undertaking], ...]
    events: tuple[Event, ...]


def _by_section(draft: Draft, statement: Statement) -> Mapping[str, list[Said]]:
    undertakings, events = defaultdict(list), defaultdict(list)
    for one in draft.undertakings:
        undertakings[one.at].append(one)
    for event in draft.events:
        events[event.at].append(event)
    said: dict[str, list[Said]] = {}
    for at in (one.address for one in statement.clauses):
        if at in undertakings or at in events:
            base = slug_of(f"draft {at}", "draft")
            named = tuple((f"{base}-{number}", one) for number, one in enumerate(undertakings[at], 1))
            said.setdefault(label_of(at), []).append(Said(at, named, tuple(events[at])))
    return said


def _rest(config: str) -> str:
    """Return what all editions have in common in ``mkdocs.yml``: it begins with ``docs_dir``."""
    found = _OWN.search(config)
    return found[1] if found else config


def _environment(templates: Path) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - the output is YAML and Markdown; words go through filters.
    )
    environment.filters.update(yaml=_yaml, quoted=_quoted, listed=_listed, comment=_comment)
    return environment


def _yaml(text: str) -> str:
    """Return the text as a YAML string: in quotes, unless it is all plain words."""
    if _PLAIN.fullmatch(text) and text.lower() not in _NO_WORDS:
        return text
    return _quoted(text)


def _listed(texts: tuple[str, ...]) -> str:
    """Return texts as a YAML list in one line."""
    return f"[{', '.join(map(_quoted, texts))}]"


def _quoted(text: str) -> str:
    written = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def _comment(text: str) -> str:
    """Return the text as it may stand in a comment: one line of marks that can be printed."""
    return "".join(one if one.isprintable() else " " for one in text).strip()
