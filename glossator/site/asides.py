"""Set what stands beside the text: notes that open in place, blocks, and the cells of registers."""

import re

_NOTES = re.compile(r"<!-- notes (\S+) -->")
_NOTE = re.compile(r"<!-- note ([\w-]+) -->\s*<p>(.*?)</p>", re.DOTALL)
_BLOCK = re.compile(r"<!-- block ([\w-]+) -->")
_CLOSED = {"<!-- /notes -->": "</aside>", "<!-- /note -->": "</details>", "<!-- /block -->": "</div>"}
_REGISTER = re.compile(r'<table class="register".*?</table>', re.DOTALL)
_TITLE = re.compile(r"<th(?: [^>]*)?>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<td")
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


def label_cells(text: str) -> str:
    """Return the page with the title of its column at every cell of a register.

    On a narrow screen a row becomes a card, whose lines need their names.
    """
    return _REGISTER.sub(_label_register, text)


def _label_register(found: re.Match[str]) -> str:
    titles = _TITLE.findall(found[0])

    def label_row(row: re.Match[str]) -> str:
        names = iter(titles)
        return _CELL.sub(lambda _: f'<td data-label="{next(names, "")}"', row[0])

    return _ROW.sub(label_row, found[0])
