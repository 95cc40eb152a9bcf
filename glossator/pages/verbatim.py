"""Write text into Markdown so that no Markdown engine reads it as anything but text.

Marks that mean something to CommonMark, to Python-Markdown or to HTML become numeric entities.
A backslash would be easier to read, but the engines do not agree on what it may stand before.
"""

import re
from functools import lru_cache

_ANYWHERE = re.compile(r"[\\`*_{}\[\]<>&|~#]")
# Engines strip these at the ends of a line; a control character would not survive as an entity.
# The look-behind keeps a long run of spaces inside a line from being tried at each of them.
_SPACE = r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_SPACE_AT_ENDS = re.compile(rf"^{_SPACE}+|(?<!{_SPACE}){_SPACE}+$", re.MULTILINE)
# Python-Markdown drops some control characters first, so a mark may stand after them.
_LINE_START_MARK = re.compile(r"^(?:[^\S\n]|[\x00-\x08\x0b-\x1f])*(?:[+\-=:!]|\d+[.)])", re.MULTILINE)
_LINE_END = re.compile(r"\r\n?")


@lru_cache(maxsize=10_000)  # Names and labels are written many times.
def verbatim(text: str) -> str:
    """Return Markdown that shows ``text`` and nothing else; every line end becomes LF."""
    text = _ANYWHERE.sub(_entity, _LINE_END.sub("\n", text))
    text = _LINE_START_MARK.sub(lambda found: found[0][:-1] + _entity_of(found[0][-1]), text)
    return _SPACE_AT_ENDS.sub(lambda found: "".join(map(_entity_of, found[0])), text)


def quotation(text: str) -> str:
    """Return a Markdown block quotation of ``text``."""
    return "\n".join(f"> {line}".rstrip(" ") for line in verbatim(text).split("\n"))


def _entity(found: re.Match[str]) -> str:
    return _entity_of(found[0])


def _entity_of(character: str) -> str:
    return f"&#{ord(character)};"
