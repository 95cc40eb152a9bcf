"""What the source calls a section, as people write it."""

import re

from glossator.model import Source, Span

_DRESSING = re.compile(r"^#+\s*|\*+|\\(?=[.)])|\s(?:={3,}|-{3,})$|[\u200e\u200f\u2066-\u2069]|ـ+")
_NUMBER = re.compile(r"[^\w]*\w{1,4}[^\w]*")


def undressed(source: Source, span: Span) -> str:
    """Return a printed marker in one line, without marks of emphasis, of direction, and escapes."""
    text = " ".join(_DRESSING.sub("", source.cut(span)).split())
    # A full stop belongs to a number, and not to a keyword with its number.
    return text if _NUMBER.fullmatch(text) and not text.startswith("§") else text.rstrip(".:：")
