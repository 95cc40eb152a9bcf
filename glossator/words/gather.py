"""Gather all messages from templates, scripts and the program: ``make words``.

Writes ``words.pot`` and brings every catalogue up to date: new messages come in untranslated, those
that nothing says any more go. The same sources give the same bytes.
"""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from glossator.words.catalogue import FOLDER, TEMPLATE

ROOT = Path(__file__).resolve().parent.parent.parent
_SOURCES = (
    ("templates/*.j2", "jinja2.ext:babel_extract"),
    ("glossator/words/*.py", "python"),
    ("glossator/pages/*.py", "python"),
    ("glossator/index/*.py", "python"),
    ("glossator/site/*.py", "python"),
    ("docs/assets/*.js", "glossator.words.gather:scripts"),
)
_KEYWORDS: dict[str, Any] = {
    **dict.fromkeys(("_", "gettext", "say", "sayWith", "later")),
    **dict.fromkeys(("ngettext", "counted"), (1, 2)),
    **dict.fromkeys(("pgettext", "say_in", "sayIn", "later_in"), ((1, "c"), 2)),
}
_CALL = re.compile(r'\b(say|sayWith|sayIn|counted)\(\s*("(?:[^"\\\n]|\\.)*")(?:,\s*("(?:[^"\\\n]|\\.)*"))?')
_OPTIONS = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
_HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""


def gather(root: Path = ROOT) -> Catalog:
    """Return the messages of all sources, in their order."""
    catalogue = Catalog()
    for pattern, method in _SOURCES:
        for path in sorted(root.glob(pattern)):
            name = path.relative_to(root).as_posix()
            for message, comments, context in _messages(path, method):
                catalogue.add(message, None, [(name, 0)], auto_comments=comments, context=context)
    return catalogue


def scripts(
    stream: IO[bytes],
    _keywords: object,
    _tags: object,
    options: object,
) -> Iterator[tuple[int, str, Any, list[str]]]:
    """Yield the messages of a script, as Babel asks for them; there are no ``options``.

    Its own reader of JavaScript takes the quotation marks inside a regular expression for a string.
    """
    del options
    for call in _CALL.finditer(stream.read().decode()):
        texts = [json.loads(text) for text in call.groups()[1:] if text]
        yield 0, call[1], texts if len(texts) > 1 else texts[0], []


def _messages(path: Path, method: str) -> Iterator[tuple[Any, list[str], str | None]]:
    options = _OPTIONS if path.suffix == ".j2" else {}
    with path.open("rb") as stream:
        for _, message, comments, context in extract(
            method, stream, _KEYWORDS, comment_tags=["Translators:"], options=options, strip_comment_tags=True
        ):
            yield message, comments, context


def written(catalogue: Catalog, language: str = "", plural: str = "nplurals=2; plural=(n != 1);") -> bytes:
    """Return a catalogue as a file: without a clock, without numbers of lines."""
    stream = io.BytesIO()
    write_po(stream, catalogue, width=100, omit_header=True, ignore_obsolete=True, include_lineno=False)
    return (_HEADER.format(language=language, plural=plural) + stream.getvalue().decode()).encode()


def updated(path: Path, template: Catalog) -> bytes:
    """Return the catalogue at ``path`` with the messages of the template, and no others."""
    catalogue = read_po(io.BytesIO(path.read_bytes()))
    plural = catalogue.plural_forms
    catalogue.update(template, no_fuzzy_matching=True)
    return written(catalogue, path.stem, plural)


def main() -> None:
    """Write ``words.pot`` and every catalogue anew."""
    folder = ROOT / "templates" / FOLDER
    template = gather()
    (folder / TEMPLATE).write_bytes(written(template))
    for path in sorted(folder.glob("*.po")):
        path.write_bytes(updated(path, template))


if __name__ == "__main__":
    main()
