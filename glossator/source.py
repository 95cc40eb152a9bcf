"""Read a seed and touch nothing in it: bytes to code points, and where each line begins.

UTF-8 with or without a byte-order mark is read at once, UTF-16 and UTF-32 by their mark. Any
other encoding is named by the editor or guessed; a guess is marked as one, so that it can be
said aloud. The byte-order mark is a sign of the encoding and no character of the text.
"""

import codecs
import hashlib
import re
from itertools import accumulate, count
from operator import add
from pathlib import Path

from glossator.errors import EditionError, Mistake, disk_mistakes, mistaken
from glossator.model import Source

MAX_BYTES = 10 * 1024 * 1024
"""The longest seed that a page in a browser can be expected to hold, in bytes."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DOCUMENTS = {
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip archive (a .docx or .odt file is one)",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "a rich text file",
}
_SAVE_AS_TEXT = "open it in its own program and save the words as plain text in UTF-8"
_OR_NAME_IT = f"{_SAVE_AS_TEXT}; if it is text in UTF-16, say so with --encoding utf-16"
_PDF = re.compile(rb"%PDF-\d")
_WEB_PAGE = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype html|html)[\s>]", re.IGNORECASE)
_WITHIN = 1024
"""In so many bytes those who read a PDF look for its beginning, whatever was pasted before it."""

_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\v\f\r\x1b"})


def read_source(path: Path, name: str, encoding: str = "", max_bytes: int = MAX_BYTES) -> Source:
    """Return the seed at ``path``; ``name`` is what people call it, ``encoding`` settles a doubt.

    Raises ``EditionError`` when there is no text: missing, empty, too long, binary, undecodable.
    """
    raw = _read_bytes(path, name, max_bytes)
    text, found, guessed = _decoded(raw, name, encoding)
    text = text.removeprefix("\ufeff")
    if "\0" in text or _controls(text) > len(text) // 50:
        raise mistaken(name, "the seed is binary, not text", _SAVE_AS_TEXT if encoding else _OR_NAME_IT)
    if not any(mark.isprintable() and not mark.isspace() for mark in text):
        raise mistaken(name, "the seed is empty", "put the words of the statement into it")
    return Source(
        name=name,
        text=text,
        encoding=found.removesuffix("-sig"),
        guessed=guessed,
        sha256=hashlib.sha256(raw).hexdigest(),
        size=len(raw),
        line_starts=_line_starts(text),
    )


def source_notices(source: Source) -> list[Mistake]:
    """Return what to tell the editor: that the encoding is a guess, that the text is a web page."""
    found = []
    if source.guessed:
        problem = (
            f"the seed is not UTF-8; it was read as {source.encoding}, a guess that --encoding overrides"
        )
        remedy = (
            f"compare the words; then write 'encoding: {source.encoding}', or the right one, into "
            "annotations/statement.yml (or give --encoding)"
        )
        found.append(Mistake(source.name, problem, remedy))
    if _WEB_PAGE.match(source.text):
        problem = "the seed is a web page: its tags and scripts are taken as words, and shown as they stand"
        remedy = "open it in a browser, and save the words alone as plain text in UTF-8"
        found.append(Mistake(source.name, problem, remedy))
    return found


def _read_bytes(path: Path, name: str, max_bytes: int) -> bytes:
    with disk_mistakes(name):
        if not path.is_file():
            raise mistaken(name, "there is no such seed", "put the received text there")
        size = path.stat().st_size
        if size > max_bytes:
            raise mistaken(
                name,
                f"the seed has {size:,} bytes, more than the {max_bytes:,} that pages can hold",
                "keep only the statement itself in the seed, or divide it into several editions",
            )
        raw = path.read_bytes()
    if not raw:
        raise mistaken(name, "the seed is empty", "put the words of the statement into it")
    if _PDF.search(raw[:_WITHIN]) and b"endobj" in raw:
        raise mistaken(name, "the seed is binary: a PDF", _SAVE_AS_TEXT)
    for start, kind in _DOCUMENTS.items():
        if raw.startswith(start):
            raise mistaken(name, f"the seed is binary: {kind}", _SAVE_AS_TEXT)
    return raw


def _decoded(raw: bytes, name: str, encoding: str) -> tuple[str, str, bool]:
    """Return the text, its encoding, and whether that is a guess: nobody names it, no byte proves it."""
    sure = encoding or next((found for mark, found in _MARKS if raw.startswith(mark)), "")
    if sure:
        return _decode(raw, name, sure), sure, False
    try:
        return raw.decode("utf-8"), "utf-8", False
    except UnicodeDecodeError:
        found = _guess(raw, name)
        return _decode(raw, name, found), found, True


def _controls(text: str) -> int:
    """Return how many characters no text has; a byte of UTF-8 below 32 is never part of another."""
    raw = text.encode("utf-8", "surrogatepass")
    return len(raw) - len(raw.translate(None, _CONTROLS))


def _decode(raw: bytes, name: str, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeError as error:
        raise _undecodable(raw, name, encoding, error) from error
    except (LookupError, ValueError) as error:
        remedy = "use a name that Python knows, such as utf-8, windows-1251, gb18030 or shift_jis"
        raise mistaken(name, f"there is no encoding {encoding!r}", remedy) from error


def _undecodable(raw: bytes, name: str, encoding: str, error: UnicodeError) -> EditionError:
    start = error.start if isinstance(error, UnicodeDecodeError) else 0
    line = raw.count(b"\n", 0, start) + 1
    return mistaken(
        f"{name}:{line}",
        f"byte 0x{raw[start]:02x} at position {start} cannot be read as {encoding}",
        "give the encoding with --encoding, or save the text again as UTF-8",
    )


def _guess(raw: bytes, name: str) -> str:
    """Name the likely encoding of bytes that are not UTF-8; a damaged UTF-8 text is refused."""
    if b"\0" in raw:
        raise mistaken(name, "the seed is binary, not text", _OR_NAME_IT)
    lenient = raw.decode("utf-8", errors="replace")
    damaged = lenient.count("\ufffd")
    sound = sum(1 for mark in lenient if mark > "\x7f") - damaged
    # Imported here because nearly every seed is UTF-8 and never needs the library.
    from charset_normalizer import from_bytes

    best = None if sound >= damaged else from_bytes(raw).best()
    return best.encoding if best else "utf-8"


def _line_starts(text: str) -> tuple[int, ...]:
    """Find the lines: they end at LF or CRLF, and at CR only where the text has no LF at all."""
    end = "\n" if "\n" in text else "\r"
    lengths = map(len, text.split(end))
    starts = [0, *map(add, accumulate(lengths), count(1))]
    # A start for each end there is; the last line has none, or is empty when the text ends with one.
    del starts[-1]
    return tuple(starts[:-1] if starts[-1] == len(text) else starts)
