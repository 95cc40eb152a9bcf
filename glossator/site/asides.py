"""Set what stands beside the text: notes that open in place, blocks, and the place of the choices."""

import html
import re

from glossator.words import Words, later

_NOTES = re.compile(r"<!-- notes (\S+) -->")
_NOTE = re.compile(r"<!-- note ([\w-]+) (\S+) (\d+) -->\s*<p>(.*?)</p>", re.DOTALL)
_BLOCK = re.compile(r"<!-- block ([\w-]+) -->")
_CLOSED = {
    "<!-- /notes -->": "</div>",
    "<!-- /note -->": "</details></aside>",
    "<!-- /block -->": "</div>",
}
_ROLES = {name: f' role="doc-{name}"' for name in ("bibliography", "glossary", "index")}
"""What parts of a book some blocks are, for readers who hear the page and jump between such parts."""
_BLOCK_NAMES = {"title": later("the title block"), "signature": later("the signature block")}


def set_asides(text: str, words: Words) -> str:
    """Return the page with its notes as ``aside`` and ``details`` and its blocks as ``div``.

    A note begins with its number, which leads back to that number in the text.
    """
    text = _NOTES.sub(lambda found: _notes(found[1], words), text)
    text = _NOTE.sub(lambda found: _note(found, words), text)
    text = _BLOCK.sub(lambda found: f'<div class="{found[1]}"{_ROLES.get(found[1], "")}>', text)
    for landmark, tag in _CLOSED.items():
        text = text.replace(landmark, tag)
    return text


def _notes(at: str, words: Words) -> str:
    name = html.escape(words.say("Notes on %(place)s", place=_named(at, words)))
    return f'<div class="notes" role="group" aria-label="{name}">'


def _note(found: re.Match[str], words: Words) -> str:
    kind, at, number, summary = found.groups()
    name, place = f"{at}-{number}", _named(at, words)
    called = html.escape(words.say("Note %(number)s on %(place)s", number=number, place=place))
    back = html.escape(words.say("Back to %(number)s in %(place)s", number=number, place=place))
    return (
        f'<aside class="note note-{kind}" role="doc-footnote" id="n{name}" aria-label="{called}">'
        f'<a role="doc-backlink" href="#r{name}" aria-label="{back}">{number}</a>'
        f"<details><summary>{summary}</summary>"
    )


def _named(at: str, words: Words) -> str:
    return words.say(_BLOCK_NAMES[at]) if at in _BLOCK_NAMES else at


def set_switch(text: str) -> str:
    """Return the page with an empty place for the reader's choices, where it shows words with notes.

    It is there before ``docs/assets/views.js`` fills it, so that nothing moves then.
    """
    clause = text.find('<section class="clause"')
    if clause < 0 and '<div class="notes"' not in text:
        return text
    # On the home page only the lines as received have notes; on a dossier the heading belongs to
    # the clause, and the choices to the whole page.
    block = text.find(' id="title-block"')
    heading = text.find("<h1")
    at = text.find("</h2>", block) if block >= 0 else text.find("</h1>", heading)
    at = clause if 0 <= clause < heading else at + len("</h1>")
    more = " readings" if " data-read=" in text else ""
    return f'{text[:at]}<div class="view-switch{more}"></div>{text[at:]}'
