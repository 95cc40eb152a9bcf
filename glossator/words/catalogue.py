"""Read catalogues: ours, and over them those of an edition, message by message."""

import re
from collections.abc import Iterator, Sequence
from gettext import c2py
from pathlib import Path
from typing import TYPE_CHECKING

from glossator.errors import EditionError, Mistake, disk_mistakes, mistaken
from glossator.words.spoken import ENGLISH, Key, Words

if TYPE_CHECKING:
    from babel.messages import Catalog, Message

FOLDER = "words"
"""Where the catalogues lie in a folder of templates."""
TEMPLATE = "words.pot"
_PLACE = re.compile(r"%\((\w+)\)s")
_REMEDY = "keep %(…)s as the English has it, and write %% for a percent sign"


def find_words(language: str, templates: Sequence[Path], *, asked: bool) -> Words:
    """Return the words of a language tag; where there are none, and nobody ``asked`` for it, English.

    Earlier folders of ``templates`` override later ones, message by message.
    Raises ``EditionError`` when a catalogue is broken, or there is none for a language asked for.
    """
    for name in _names(language):
        files = [folder / FOLDER / f"{name}.po" for folder in templates]
        files = [file for file in files if file.is_file()]
        if files:
            return _read(language, files, templates[-1] / FOLDER / TEMPLATE)
    if asked and language.partition("-")[0].lower() != ENGLISH.language:
        known = ", ".join(known_languages(templates))
        file = f"templates/{FOLDER}/{_names(language)[0]}.po"
        remedy = f"take one of {known}, or translate templates/{FOLDER}/{TEMPLATE} to {file}"
        place, problem = "annotations/statement.yml", f"there are no words in {language!r} for the pages"
        raise mistaken(place, problem, remedy)
    return ENGLISH


def known_languages(templates: Sequence[Path]) -> list[str]:
    """Return the languages that there are catalogues for, and English."""
    found = {file.stem for folder in templates for file in (folder / FOLDER).glob("*.po")}
    return sorted({*found, ENGLISH.language})


def missing_notice(words: Words, templates: Sequence[Path]) -> Mistake | None:
    """Return what to say when some messages are not translated, or None."""
    if words == ENGLISH:
        return None
    asked = _keys(_catalogue(templates[-1] / FOLDER / TEMPLATE))
    missing = [key for key in asked if key not in words.messages]
    if not missing:
        return None
    problem = f"{len(missing)} of {len(asked)} messages are not translated, and English on the pages"
    example = missing[0][1]
    remedy = f"translate them there or in the edition's own catalogue, “{example}” first"
    return Mistake(f"templates/{FOLDER}/{_names(words.language)[-1]}.po", problem, remedy)


def _names(language: str) -> list[str]:
    """Return the names of catalogues that fit a tag, the nearest first: zh-Hant-TW, zh-Hant, zh."""
    parts = language.split("-")
    return ["-".join(parts[:count]) for count in range(len(parts), 0, -1)]


def _read(language: str, files: Sequence[Path], template: Path) -> Words:
    messages: dict[Key, tuple[str, ...]] = {}
    catalogues = [_catalogue(file) for file in files]
    mistakes: list[Mistake] = []
    for file, catalogue in reversed(list(zip(files, catalogues, strict=True))):
        for message in catalogue:
            if message.id and not message.fuzzy and _forms(message):
                mistakes += _judge(message, f"templates/{FOLDER}/{file.name}")
                messages[_key(message)] = _forms(message)
    if mistakes:
        raise EditionError(mistakes)
    plural = catalogues[-1].plural_expr
    try:
        form = c2py(plural)
    except ValueError:
        remedy = "copy Plural-Forms from a catalogue of the same language"
        place, problem = f"templates/{FOLDER}/{files[-1].name}", "the rule for plural forms cannot be read"
        raise mistaken(place, problem, remedy) from None
    return Words(language, messages, form, plural, tuple(_spoken(template)))


def _catalogue(file: Path) -> "Catalog":
    from babel.messages.pofile import PoFileError, read_po

    name = f"templates/{FOLDER}/{file.name}"
    remedy = "compare it with the catalogue of another language"
    try:
        with disk_mistakes(file), file.open("rb") as stream:
            return read_po(stream, abort_invalid=True)
    except PoFileError as error:
        name, problem = f"{name}:{error.lineno + 1}", "this is no line of a catalogue"
        raise mistaken(name, problem, remedy) from error
    except (ValueError, LookupError) as error:
        problem = f"this is not a catalogue: {error}"
        raise mistaken(name, problem, remedy) from error


def _key(message: "Message") -> Key:
    id_ = message.id if isinstance(message.id, str) else message.id[0]
    return message.context or "", id_


def _keys(catalogue: "Catalog") -> list[Key]:
    return [_key(message) for message in catalogue if message.id]


def _forms(message: "Message") -> tuple[str, ...]:
    """Return the translations of a message, all forms of a counted one; of one that has none, nothing."""
    string = message.string or ""
    forms = (string,) if isinstance(string, str) else tuple(string)
    return forms if all(forms) else ()


def _judge(message: "Message", name: str) -> Iterator[Mistake]:
    """Yield what would break the page: places that the English does not fill."""
    ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    known = {place for one in ids for place in _PLACE.findall(one)}
    for form in _forms(message):
        strange = sorted(set(_PLACE.findall(form)) - known)
        if strange or "%" in _PLACE.sub("", form).replace("%%", ""):
            what = f"%({strange[0]})s" if strange else "a lone %"
            problem = f"the translation of “{ids[0]}” has {what}, which nothing fills"
            yield Mistake(f"{name}:{message.lineno}", problem, _REMEDY)
            return


def _spoken(template: Path) -> Iterator[Key]:
    """Yield the messages that scripts speak, by where they were gathered."""
    for message in _catalogue(template):
        if any(file.endswith(".js") for file, _ in message.locations):
            yield _key(message)
