"""Mend what the theme writes around the article: what is invalid, nameless or out of the keyboard's reach.

What needs a program in the browser (menu and search as real buttons) is in ``docs/assets/keys.js``.
"""

import re
from functools import lru_cache

_SEARCH = '<div class="md-search" data-md-component="search" role="dialog">'
_SEARCH_NAME = re.compile(r'class="md-search__input" name="query" aria-label="([^"]+)"')
_AUTOCOMPLETE = re.compile(r'(<input class="md-(?:toggle|option|nav__toggle)[^>]*?) autocomplete="off"')
_SKIP = re.compile(r'<a href="#[^"]*" class="md-skip">')
_TOP = re.compile(r'<h1[^>]* id="([^"]+)"')
_EXPANDED = re.compile(r'(<nav class="md-nav"[^>]*?) aria-expanded="(?:true|false)"')
_COUNT = '<div class="md-search-result__meta">'


def mend_frame(head: str, article: str, foot: str) -> tuple[str, str]:
    """Return what stands before and after the article, mended; ``article`` is only looked at."""
    head, foot = _mend(head), _mend(foot)
    top = _TOP.search(article)
    if top:
        # The theme jumps to the first entry of its table of contents, past the title of the page.
        head = _SKIP.sub(f'<a href="#{top[1]}" class="md-skip">', head)
    return head, foot


def _mend(text: str) -> str:
    # Templates leave a fifth of the frame to empty lines. One line break keeps words apart as well.
    text = "\n".join(filter(None, map(_mend_line, text.split("\n"))))
    # How much was found is said, not only shown.
    text = text.replace(_COUNT, f'{_COUNT[:-1]} role="status">')
    name = _SEARCH_NAME.search(text)
    return text.replace(_SEARCH, f'{_SEARCH[:-1]} aria-label="{name[1]}">') if name else text


@lru_cache(maxsize=10_000)  # Most lines of the frame stand on every page.
def _mend_line(line: str) -> str:
    line = _AUTOCOMPLETE.sub(r"\1", line.strip()).replace(' tabindex=""', "")
    # A navigation has no such state, and all its sections are open.
    return _EXPANDED.sub(r"\1", line)
