"""Set the statement's words in HTML, letter for letter, each stretch with its position in the seed.

Nothing of ours stands inside an element of class ``statement-text``; marks inside it are elements
without text, so that its ``textContent`` is the source's and can be copied clean.
"""

import html
from collections.abc import Iterable

from glossator.model import Clause, Section, Source, Span


def set_clause(source: Source, section: Section, clause: Clause) -> str:
    """Set the words of a clause, with its sentences, after its printed or supplied number."""
    before = ""
    if clause is section.clauses[0] and section.marker:
        before = _marker(source, section.marker) + " "
    elif clause is section.clauses[0] and section.supplied:
        before = f'<span class="supplied">{html.escape(section.number)}</span> '
    parts = [
        (
            sentence.span,
            f'<span class="sentence" id="c{sentence.address}" data-span="{sentence.span}">',
            "</span>",
        )
        for sentence in clause.sentences
    ]
    return _paragraph(before + _statement_text(source, clause.span, parts))


def set_marker(source: Source, span: Span) -> str:
    """Set a printed marker that has no words of its own."""
    return _paragraph(_marker(source, span))


def _paragraph(inner: str) -> str:
    return f'<p class="statement">{inner}</p>'


def _marker(source: Source, span: Span) -> str:
    return f'<span class="statement-marker" data-span="{span}">{_text(source, span)}</span>'


def set_quotation(source: Source, what: str) -> tuple[list[Span], str]:
    """Set a span as a quotation; ``what`` is ``10:90 [20:25] [.class] [#id]``."""
    spans, attributes = [], ""
    names = ["statement"]
    for word in what.split():
        if word.startswith("."):
            names.append(word[1:])
        elif word.startswith("#"):
            attributes = f' id="{word[1:]}"'
        else:
            start, _, end = word.partition(":")
            spans.append(Span(int(start), int(end)))
    marks = [(mark, "<mark>", "</mark>") for mark in spans[1:]]
    text = _statement_text(source, spans[0], marks)
    return spans[:1], f'<p class="{" ".join(names)}"{attributes}>{text}</p>'


def _statement_text(source: Source, span: Span, parts: Iterable[tuple[Span, str, str]]) -> str:
    """Set a span; ``parts`` are ranges inside it in order, without overlap, with their two tags."""
    pieces: list[str] = []
    at = span.start
    for part, opening, closing in parts:
        pieces += [_text(source, Span(at, part.start)), opening, _text(source, part), closing]
        at = part.end
    pieces.append(_text(source, Span(at, span.end)))
    wrapped = " wrapped" if "\n" in source.cut(span) else ""
    inner = "".join(pieces)
    return f'<span class="statement-text{wrapped}" data-span="{span}">{inner}</span>'


def _text(source: Source, span: Span) -> str:
    # A browser would read CR LF as LF; written as an entity, CR arrives as it is.
    return html.escape(source.cut(span), quote=False).replace("\r", "&#13;")
