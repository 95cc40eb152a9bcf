"""Set the statement's words in HTML, letter for letter, each stretch with its position in the seed.

Nothing of ours stands inside an element of class ``statement-text``; marks inside it are elements
without text, so that its ``textContent`` is the source's and can be copied clean.
"""

import html
from collections.abc import Collection, Mapping, Sequence

from glossator.index import Dossier, Mark
from glossator.model import Clause, Section, Sentence, Source, Span
from glossator.parse import sentences_of
from glossator.site.marks import segments
from glossator.words import Words

_NO_NOTES: Mapping[int, str] = {}


def note_links(dossier: Dossier, words: Words) -> dict[int, str]:
    """Return links to the numbered notes on a place, by the offset at which they stand in the text.

    They have no text: the stylesheet draws the number, so that it is never copied with the words.
    """
    links: dict[int, str] = {}
    for number, one in enumerate(dossier.remarks, 1):
        name = f"{dossier.at}-{number}"
        called = html.escape(words.say("Note %(number)s", number=number))
        link = (
            f'<a role="doc-noteref" id="r{name}" href="#n{name}" aria-label="{called}"'
            f' data-note="{number}"></a>'
        )
        links[one.where] = links.get(one.where, "") + link
    return links


def set_clause(
    source: Source, section: Section, clause: Clause, marks: Sequence[Mark], notes: Mapping[int, str]
) -> str:
    """Set the words of a clause, with its sentences, after its printed or supplied number.

    ``notes`` are the links to notes by their offsets.
    """
    before = ""
    if clause is section.opening and section.marker:
        before = _marker(source, section.marker) + " "
    elif clause is section.opening and section.supplied:
        before = f'<span class="supplied">{html.escape(section.number)}</span> '
    sentences = sentences_of(source, clause)
    return _paragraph(before + _statement_text(source, clause.span, marks, notes, sentences))


def set_marker(source: Source, span: Span) -> str:
    """Set a printed marker that has no words of its own."""
    return _paragraph(_marker(source, span))


def set_phrase(source: Source, span: Span) -> str:
    """Set words of the statement that we quote inside a line of ours: they are not the text itself."""
    return f'<span class="quoted" data-quote="{span}">{_text(source, span)}</span>'


def _paragraph(inner: str) -> str:
    return f'<p class="statement">{inner}</p>'


def _marker(source: Source, span: Span) -> str:
    return f'<span class="statement-marker" data-span="{span}">{_text(source, span)}</span>'


def set_quotation(
    source: Source, what: str, blocks: Sequence[Dossier], noted: Collection[str], words: Words
) -> tuple[list[Span], str]:
    """Set a span as a quotation; ``what`` is ``10:90 [20:25] [.class] [#id]``.

    Lines of the title block and of the signature block, and they alone, show the marks of their
    dossier among ``blocks``, with links to its notes, where those stand: where it is among ``noted``.
    """
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
    marks, notes = [Mark(mark, "") for mark in spans[1:]], _NO_NOTES
    for block in blocks:
        if len(spans) == 1 and spans[0] in block.spans and block.at in noted:
            marks, notes = list(block.marks), note_links(block, words)
    text = _statement_text(source, spans[0], marks, notes)
    return spans[:1], f'<p class="{" ".join(names)}"{attributes}>{text}</p>'


def _statement_text(
    source: Source,
    span: Span,
    marks: Sequence[Mark],
    notes: Mapping[int, str],
    sentences: Sequence[Sentence] = (),
) -> str:
    """Set a span with its marks; ``sentences`` lie inside it in order, without overlap."""
    pieces = [notes.get(span.start, "")]
    at = span.start
    for sentence in sentences:
        pieces += _marked(source, Span(at, sentence.span.start), marks, notes)
        address = f'id="c{sentence.address}" data-span="{sentence.span}"'
        pieces += [
            f'<span class="sentence" {address}>',
            *_marked(source, sentence.span, marks, notes),
            "</span>",
        ]
        at = sentence.span.end
    pieces += _marked(source, Span(at, span.end), marks, notes)
    wrapped = " wrapped" if "\n" in source.cut(span) else ""
    inner = "".join(pieces)
    return f'<span class="statement-text{wrapped}" data-span="{span}">{inner}</span>'


def _marked(source: Source, span: Span, marks: Sequence[Mark], notes: Mapping[int, str]) -> list[str]:
    pieces = []
    for part, names, readings in segments(span, marks):
        text = _text(source, part)
        if names == ("",):
            text = f"<mark>{text}</mark>"
        elif names:
            text = f'<span class="{" ".join(names)}">{text}</span>'
            if readings:
                # The reading is an attribute, drawn by the stylesheet: it is no part of the text.
                text += f'<span class="reading" data-read="{html.escape(" / ".join(readings))}"></span>'
        pieces += [text, notes.get(part.end, "")]
    return pieces


def _text(source: Source, span: Span) -> str:
    # A browser would read CR LF as LF; written as an entity, CR arrives as it is.
    return html.escape(source.cut(span), quote=False).replace("\r", "&#13;")
