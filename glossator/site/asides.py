"""Set what stands beside the text: notes that open in place, blocks, and the place of the choices."""

import re

_NOTES = re.compile(r"<!-- notes (\S+) -->")
_NOTE = re.compile(r"<!-- note ([\w-]+) -->\s*<p>(.*?)</p>", re.DOTALL)
_BLOCK = re.compile(r"<!-- block ([\w-]+) -->")
_CLOSED = {"<!-- /notes -->": "</aside>", "<!-- /note -->": "</details>", "<!-- /block -->": "</div>"}
_ROLES = {name: f' role="doc-{name}"' for name in ("bibliography", "glossary", "index")}
"""What parts of a book some blocks are, for readers who hear the page and jump between such parts."""
_BLOCK_NAMES = {"title": "the title block", "signature": "the signature block"}


def set_asides(text: str) -> str:
    """Return the page with its notes as ``aside`` and ``details`` and its blocks as ``div``.

    The notes on a clause are announced by name, but are no landmarks: a section would have dozens.
    """
    text = _NOTES.sub(
        lambda found: f'<aside class="notes" role="note" aria-label="Notes on {_named(found[1])}">', text
    )
    text = _NOTE.sub(r'<details class="note note-\1"><summary>\2</summary>', text)
    text = _BLOCK.sub(lambda found: f'<div class="{found[1]}"{_ROLES.get(found[1], "")}>', text)
    for landmark, tag in _CLOSED.items():
        text = text.replace(landmark, tag)
    return text


def _named(at: str) -> str:
    return _BLOCK_NAMES.get(at, at)


def set_switch(text: str) -> str:
    """Return the page with an empty place for the reader's choices, where it shows words with notes.

    It is there before ``docs/assets/views.js`` fills it, so that nothing moves then.
    """
    clause = text.find('<section class="clause"')
    if clause < 0 and '<aside class="notes"' not in text:
        return text
    # On the home page only the lines as received have notes; on a dossier the heading belongs to
    # the clause, and the choices to the whole page.
    block = text.find(' id="title-block"')
    heading = text.find("<h1")
    at = text.find("</h2>", block) if block >= 0 else text.find("</h1>", heading)
    at = clause if 0 <= clause < heading else at + len("</h1>")
    more = " readings" if " data-read=" in text else ""
    return f'{text[:at]}<div class="view-switch{more}"></div>{text[at:]}'
