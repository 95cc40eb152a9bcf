"""Leave out of a page what it does not need, and let the theme's script come with the reader's first step.

The theme's script is most of what a page would load, and a page reads without it. So it is replaced
by ``docs/assets/late.js``, which loads it, and the search before it, when the reader first moves.
"""

import re

_SEARCH = re.compile(r'<script src="([^"]*assets/search\.js)"></script>\s*')
_WRITING = re.compile(r'<link rel="stylesheet" href="[^"]*assets/writing\.css">\s*')
_BUNDLE = re.compile(r'<script src="((?:[^"]*/)?assets/)(javascripts/bundle\.[^"]*)"></script>')
_ONLY_WITH = {
    "registers.js": "data-filter=",
    "pictures.css": "<svg",
    "cite.js": ('id="citations"', 'class="citation"'),
    "cite.css": ('id="citations"', 'class="citation"'),
}
"""Our own files that a page needs only where one of these stands in its article."""
_FOREIGN = re.compile(
    r'<html[^>]* lang="(?:ar|be|bg|ckb|fa|he|hi|iw|ja|kk|ko|ky|mk|mn|mr|ne|ps|ru|sa|sd|sr|tg|ug|uk|ur|yi|yue|zh)\b'
    r'|<(?:html|body)[^>]* dir="rtl"'
    r'|<span class="(?:statement|quoted)[^>]* lang="'
    r'| dir="rtl"'
)
"""What tells that a page or its statement is set in a script for which there is ``writing.css``."""


def lighten(head: str, article: str, foot: str) -> tuple[str, str]:
    """Return head and foot of a page without what it can do without; ``article`` is only looked at."""
    for name, marks in _ONLY_WITH.items():
        if not any(mark in article for mark in ([marks] if isinstance(marks, str) else marks)):
            tag = re.compile(
                rf'<(?:link rel="stylesheet" href|script src)="[^"]*assets/{name}">(?:</script>)?\s*'
            )
            head, foot = tag.sub("", head), tag.sub("", foot)
    if not _FOREIGN.search(head) and not _FOREIGN.search(article):
        head = _WRITING.sub("", head)
    search = _SEARCH.search(head)
    bundle = _BUNDLE.search(foot)
    if search and bundle:
        assets, name = bundle.groups()
        late = f'<script src="{assets}late.js" data-first="{search[1]}" data-then="{assets}{name}"></script>'
        # Below the header, whose switch of colours it reads, and above all that has colours.
        head = _SEARCH.sub("", head).replace("</header>", f"</header>{late}", 1)
        foot = _BUNDLE.sub("", foot)
    return head, foot
