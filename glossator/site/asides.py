"""Set what stands beside the text: notes that open in place, blocks, and the place of the choices."""

import re

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
_BLOCK_NAMES = {"title": "the title block", "signature": "the signature block"}


def set_asides(text: str) -> str:
    """Return the page with its notes as ``aside`` and ``details`` and its blocks as ``div``.

    A note begins with its number, which leads back to that number in the text.
    """
    text = _NOTES.sub(
        lambda found: f'<div class="notes" role="group" aria-label="Notes on {_named(found[1])}">', text
    )
    text = _NOTE.sub(_note, text)
    text = _BLOCK.sub(lambda found: f'<div class="{found[1]}"{_ROLES.get(found[1], "")}>', text)
    for landmark, tag in _CLOSED.items():
        text = text.replace(landmark, tag)
    return text


def _note(found: re.Match[str]) -> str:
    kind, at, number, summary = found.groups()
    name = f"{at}-{number}"
    return (
        f'<aside class="note note-{kind}" role="doc-footnote" id="n{name}"'
        f' aria-label="Note {number} on {_named(at)}">'
        f'<a role="doc-backlink" href="#r{name}" aria-label="Back to {number} in {_named(at)}">{number}</a>'
        f"<details><summary>{summary}</summary>"
    )


def _named(at: str) -> str:
    return _BLOCK_NAMES.get(at, at)


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
