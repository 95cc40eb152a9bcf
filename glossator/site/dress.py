"""Give MkDocs and the theme the name of the edition and the language of its pages.

So an edition folder may come with the ``mkdocs.yml`` of another edition.
"""

import html
from pathlib import Path
from typing import Any

from glossator.model import About
from glossator.words import ENGLISH, Words, later

_THEIRS = (
    later("Switch to light colours"),
    later("Switch to dark colours"),
    later("Switch to the system’s colours"),
    later("Copy the link"),
)
"""The words of our ``mkdocs.yml``: an edition that has others there has chosen them."""


def dress(config: Any, about: About, words: Words) -> None:
    """Set in the configuration of MkDocs what the edition knows better."""
    if config.site_name != about.short_title:
        # It was copied from another edition, and so was what it says of the site.
        # The theme writes both into its HTML as they are.
        config.site_name = html.escape(about.short_title)
        config.site_description = html.escape(about.summary or about.short_title)
    if words.language == ENGLISH.language:
        return
    config.theme["language"] = _language(config.theme.dirs, words.language)
    palettes = config.theme.get("palette")
    for palette in palettes if isinstance(palettes, list) else []:
        toggle = palette.get("toggle") if isinstance(palette, dict) else None
        _translate(toggle, "name", words)
    contents = config.mdx_configs.get("toc")
    _translate(contents, "permalink_title", words)


def _translate(settings: dict[str, Any] | None, key: str, words: Words) -> None:
    """Put the words for those that stand under ``key``, where they are ours."""
    found = settings.get(key) if settings else None
    if settings and found in _THEIRS:
        settings[key] = words.say(found)


def _language(folders: list[str], tag: str) -> str:
    """Return the language of the theme that fits a tag best: zh-Hant, zh, or English for want of one."""
    parts = tag.split("-")
    for count in range(len(parts), 0, -1):
        name = "-".join(parts[:count])
        if any(Path(folder, f"partials/languages/{name}.html").is_file() for folder in folders):
            return name
    return ENGLISH.language
