"""Receive a text: plain as it is, or the words of a web page, a Word document or a PDF.

What is converted becomes plain text in UTF-8, and it is said that it was converted and from what.
Word documents and PDFs need packages that not everybody wants: the extra ``documents``.
"""

import hashlib
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from typing import Any

from glossator.errors import EditionError, disk_mistakes, mistaken
from glossator.source import MAX_BYTES, read_source

_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?\s*([\w-]+)", re.IGNORECASE)
_SNIFFED = 4096
_LARGEST = 10 * MAX_BYTES
_DROPPED = {"script", "style", "template", "noscript", "head", "svg", "iframe", "object", "select"}
_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt"),
    *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
    *("hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tr", "ul"),
}
_SPACES = re.compile(r"[ \t\n\r\f]+")
_INSTALL = "install it with: pip install {}, or save the words as plain text in UTF-8"


@dataclass(frozen=True, slots=True)
class Received:
    """The bytes of the seed; where they were converted, from what, and the digest of that."""

    data: bytes
    kind: str = ""
    sha256: str = ""


def receive(path: Path, encoding: str) -> Received:
    """Return the seed that a file makes; raises ``EditionError`` where it makes none."""
    kind, convert = _CONVERTERS.get(path.suffix.lower(), ("", None))
    with disk_mistakes(path.name):
        size = path.stat().st_size
        if size > (_LARGEST if convert else MAX_BYTES):
            problem = f"the file has {size:,} bytes, more than can be read"
            raise mistaken(path.name, problem, "keep only the statement itself in it")
        raw = path.read_bytes()
    if convert is None:
        return Received(raw)
    text = convert(path, encoding)
    if not text.strip():
        remedy = "if its pages are pictures, have their words recognised first, and save them as plain text"
        raise mistaken(path.name, f"no words were found in this {kind}", remedy)
    return Received(text.encode("utf-8", errors="replace"), kind, hashlib.sha256(raw).hexdigest())


class _Words(HTMLParser):
    """Gathers the words of a web page, block by block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._dropped: list[str] = []
        self._now: list[str] = []
        self.blocks: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _DROPPED:
            self._dropped.append(tag)
        elif tag == "body":
            self._dropped.clear()  # A head that nobody closed ends here.
        if tag in _BLOCKS:
            self.end_block()
        elif tag == "br":
            self._now.append("\0")
        elif tag in {"td", "th"}:
            self._now.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._dropped:
            del self._dropped[self._dropped.index(tag) :]
        if tag in _BLOCKS:
            self.end_block()

    def handle_data(self, data: str) -> None:
        if not self._dropped:
            self._now.append(data.replace("\0", ""))

    def end_block(self) -> None:
        lines = [_SPACES.sub(" ", line).strip(" ") for line in "".join(self._now).split("\0")]
        self._now.clear()
        if any(lines):
            self.blocks.append("\n".join(lines).strip("\n"))


def _from_html(path: Path, encoding: str) -> str:
    with path.open("rb") as file:
        said = _CHARSET.search(file.read(_SNIFFED))
    try:
        source = read_source(path, path.name, encoding, _LARGEST)
        if source.guessed and said:
            source = read_source(path, path.name, said[1].decode(), _LARGEST)
    except EditionError:
        if encoding or not said:
            raise
        source = read_source(path, path.name, said[1].decode(), _LARGEST)
    words = _Words()
    words.feed(source.text)
    words.close()
    words.end_block()
    return "\n\n".join(words.blocks) + "\n"


def _from_docx(path: Path, _: str) -> str:
    docx = _library("docx", "python-docx", path)
    document = _opened(lambda: docx.Document(str(path)), path, "Word document")
    blocks: list[str] = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            blocks += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            blocks.append(block.text)
    return "\n\n".join(blocks) + "\n"


def _from_pdf(path: Path, _: str) -> str:
    pypdf = _library("pypdf", "pypdf", path)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)

    def read() -> str:
        return "\n\f\n".join(page.extract_text() for page in pypdf.PdfReader(str(path)).pages) + "\n"

    return str(_opened(read, path, "PDF"))


def _library(module: str, package: str, path: Path) -> Any:
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        problem = f"to read {path.suffix.lower()} files, the package {package!r} is needed"
        raise mistaken(path.name, problem, _INSTALL.format(package)) from error


def _opened(read: Callable[[], Any], path: Path, kind: str) -> Any:
    try:
        return read()
    except Exception as error:
        # Whatever a foreign reader stumbles over, the file is what is wrong.
        problem = f"this cannot be read as a {kind}: {type(error).__name__}: {error}".rstrip(": ")
        remedy = "open it in its own program and save the words as plain text in UTF-8"
        raise mistaken(path.name, problem, remedy) from error


_CONVERTERS: dict[str, tuple[str, Callable[[Path, str], str] | None]] = {
    ".html": ("web page", _from_html),
    ".htm": ("web page", _from_html),
    ".xhtml": ("web page", _from_html),
    ".docx": ("Word document", _from_docx),
    ".pdf": ("PDF", _from_pdf),
}
