"""The lists that drafts are made from: topics, names, verbs, each in the language of a text.

They are YAML files in ``data/``; the names of states and cities in every language come from the
CLDR of the Unicode Consortium, by way of Babel.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from glossator.draft.slugs import slug_of

_DATA = Path(__file__).resolve().parent / "data"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_GROUPS = {"organisations": "organisation", "places": "place", "instruments": "instrument"}


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic of the general tree in one language; ``phrases`` are what files a clause under it."""

    id: str
    label: str
    definition: str
    broader: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """Whom or what a text may name, in one language: the first form is its label."""

    id: str
    kind: str
    forms: tuple[str, ...]


def subjects(language: str) -> tuple[Subject, ...]:
    """Return the general tree of topics in a language; it is empty for one that has no lists."""
    words = wording(language)
    found = []
    for entry in _read("topics"):
        phrases = _parted(entry.get(language, ""))
        if phrases:
            label = phrases[0].removeprefix("~")
            definition = words.get("topic") or entry["is"]
            kept = tuple(one for one in phrases if not one.startswith("~"))
            found.append(Subject(entry["id"], label, definition, entry.get("broader", ""), kept))
    return tuple(found)


def names(language: str) -> tuple[Name, ...]:
    """Return the names that are looked for in a language; doubtful ones are left out."""
    doubtful = set(_read("entities")["doubtful"].get(language, ()))
    known: dict[str, Name] = {}
    for one in (*_states(language), *_listed(language), *_cities(language)):
        forms = tuple(form for form in one.forms if form not in doubtful)
        if forms and one.id not in known:
            known[one.id] = Name(one.id, one.kind, forms)
    return tuple(known.values())


def patterns(language: str) -> tuple[str, ...]:
    """Return how instruments are called in a language that no list knows."""
    return tuple(_read("entities")["patterns"].get(language, ()))


def verbs(language: str) -> dict[str, Any]:
    """Return the operative verbs of a language and their subjects; empty where there are none."""
    found: dict[str, Any] = _read("verbs").get(language, {})
    return found


def wording(language: str) -> dict[str, Any]:
    """Return what a draft says in a language, or in English where it cannot say it there."""
    known = _read("words")
    found: dict[str, Any] = known.get(language) or known["en"]
    return found


def _states(language: str) -> Iterator[Name]:
    further = _read("entities")["states"]
    english, own = _locale("en"), _locale(language)
    for code in _read("entities")["members"].split():
        named = english.territories[code]
        forms = [own.territories[code]] if own and code in own.territories else []
        forms += _parted(further.get(code, {}).get(language, ""))
        plain = [form for form in dict.fromkeys(forms) if "(" not in form or language == "zh"]
        yield Name(slug_of(named, f"state-{code.lower()}"), "state", tuple(plain))


def _cities(language: str) -> Iterator[Name]:
    own = _locale(language)
    for zone in _read("entities")["cities"]:
        plain = zone.rpartition("/")[2].replace("_", " ")
        named = own.time_zones.get(zone, {}).get("city") if own else None
        latin = language in {"en", "fr", "es"}
        forms = (named,) if named else (plain,) if latin else ()
        yield Name(slug_of(plain, "place"), "place", forms)


def _listed(language: str) -> Iterator[Name]:
    for group, kind in _GROUPS.items():
        for id_, forms in _read("entities")[group].items():
            yield Name(id_, kind, tuple(_parted(forms.get(language, ""))))


def _locale(language: str) -> Any:
    """Return what the CLDR knows of a language, or None."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None


def _parted(forms: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in forms.split(";") if one.strip())


@cache
def _read(name: str) -> Any:
    return yaml.load((_DATA / f"{name}.yml").read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a safe one
