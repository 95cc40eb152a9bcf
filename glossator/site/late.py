"""Leave out of a page what it does not need, and let the theme's script come with the reader's first step.

The theme's script is most of what a page would load, and a page reads without it. So it is replaced
by ``docs/assets/late.js``, which loads it, and the search before it, when the reader first moves.
"""

import re

from glossator.site.passages import page_of
from glossator.site.writing import scripts_of

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
_FOREIGN = re.compile(r'<span class="(?:statement|quoted)[^>]* lang="| dir="rtl"')
"""What tells that some passage of a page is in another script than the page."""


def lighten(head: str, article: str, foot: str) -> tuple[str, str]:
    """Return head and foot of a page without what it can do without; ``article`` is only looked at."""
    for name, marks in _ONLY_WITH.items():
        if not any(mark in article for mark in ([marks] if isinstance(marks, str) else marks)):
            tag = re.compile(
                rf'<(?:link rel="stylesheet" href|script src)="[^"]*assets/{name}">(?:</script>)?\s*'
            )
            head, foot = tag.sub("", head), tag.sub("", foot)
    if scripts_of(page_of(head).language) == {"Latn"} and not _FOREIGN.search(article):
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
