"""Say the edition in Markdown: one ``Output`` for each page, all wording left to the templates.

A page reads well as it is. For the pass over the finished HTML it carries landmarks, which are
HTML comments and invisible in every reader:

    <!-- words 4.3 -->          the quotation below is the words of clause 4.3
    <!-- marker 4 -->           the quotation below is the printed marker of section 4, without words
    <!-- quote 10:90 … -->      the quotation below is that span; marks 20:25, .class, #id may follow
    <!-- section 4 -->          the heading below is that of section 4
    <!-- clause 4.3 -->         here clause 4.3 begins, and ends at <!-- /clause -->
    <!-- say 10:90 -->…<!-- /say -->   words of the statement inside a line of ours
    <!-- notes 4.3 -->          here the notes on clause 4.3 begin, and end at <!-- /notes -->
    <!-- note context 4.3 2 --> a note, its first paragraph in sight; ends at <!-- /note -->
    <!-- block apparatus -->    a block with the class "apparatus"; ends at <!-- /block -->
    <!-- .topics -->            the block below gets the class "topics"
    <!-- .register A|B -->      the table below is a register, to be filtered by its columns A and B
"""

import html
import json
import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path, PurePosixPath

import jinja2

from glossator.cite import Citation, Work, citations, pinpoint, work_of
from glossator.errors import EditionError, Mistake
from glossator.index import Indexes
from glossator.index.excerpts import first_words
from glossator.model import Clause, Edition, Output, Prose, Section, Span, prefix_of
from glossator.pages.links import clause_page, dossier_page, linker, place_page, resolver
from glossator.pages.pictures import draw
from glossator.pages.plan import Page, all_pages
from glossator.pages.prose import write_prose
from glossator.pages.registers import registers_of
from glossator.pages.speech import speak
from glossator.pages.verbatim import quotation, verbatim
from glossator.parse import sentences_of
from glossator.words import Words

_TEMPLATE_ERRORS = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
# YAML allows these only as escapes.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_PLAIN_KEY = re.compile(r"[A-Za-z][A-Za-z, -]*")
_BLANK_LINES = re.compile(r"\n{3,}")
_GAP = "\ue000"
"""Stands for a number in a pattern; no text uses this character, which nobody has given a meaning."""
HEAD = 300
"""A generated file says within this many characters that it is one."""

GENERATED = "This page is written by build.py: edit annotations/ or templates/, not this file."


def write_pages(
    edition: Edition,
    indexes: Indexes,
    templates: Sequence[Path],
    compiled: Path | None = None,
    address: str = "",
) -> tuple[Output, ...]:
    """Return all generated files; earlier folders of ``templates`` override later ones by name.

    ``compiled`` is a folder in which compiled templates may be kept for the next run; ``address`` is
    where the site will stand, for citations.

    Raises ``EditionError`` when templates cannot be read or use what is not there.
    """
    environment = _environment(edition, indexes.words, templates, compiled)
    environment.globals.update(_citing(work_of(edition, address)))
    common = {
        "about": edition.about,
        "statement": edition.statement,
        "said": edition.annotations,
        "indexes": indexes,
        "generated": GENERATED,
        "registers": registers_of(indexes, indexes.words),
    }
    outputs: list[Output] = []
    mistakes: dict[Mistake, None] = {}
    for page in all_pages(edition, indexes):
        try:
            text = _render(environment, page, common, indexes)
        except _TEMPLATE_ERRORS as error:
            mistakes[_template_mistake(page, error)] = None
        else:
            outputs.append(Output(PurePosixPath(page.path), text))
            if GENERATED not in text[:HEAD]:
                problem = "the page does not say in its head that it is generated"
                remedy = "begin the template as the others do, with {{ m.front_matter(…) }}"
                mistakes[Mistake(f"templates/{page.template}", problem, remedy)] = None
    if mistakes:
        raise EditionError(mistakes)
    return tuple(outputs)


def _render(environment: jinja2.Environment, page: Page, common: dict[str, object], indexes: Indexes) -> str:
    to = linker(page.path)
    resolve = resolver(indexes, to)

    def prose(text: Prose, *, inline: bool = False) -> str:
        return write_prose(text, resolve, inline=inline)

    links = {
        "to": to,
        "prose": prose,
        "place": lambda at: to(place_page(indexes, at)),
        "clause_page": clause_page,
        "dossier_of": lambda at: to(dossier_page(indexes, at)),
    }
    text = environment.get_template(page.template).render(common | page.given | links)
    return _BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"


def _environment(
    edition: Edition, words: Words, templates: Sequence[Path], compiled: Path | None
) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        bytecode_cache=jinja2.FileSystemBytecodeCache(str(compiled)) if compiled else None,
        auto_reload=False,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # The output is Markdown; its own escape is the filter "plain".
    )
    source = edition.statement.source

    def words_of(section: Section, clause: Clause) -> str:
        """Quote a clause, with the section's printed marker where that stands before it."""
        marker = section.marker if clause is section.opening else None
        printed = f"{source.cut(marker)} " if marker else ""
        return quotation(printed + source.cut(clause.span))

    def quote(span: Span) -> str:
        return quotation(source.cut(span))

    environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "separators": (",", ":")}
    environment.globals.update(words_of=words_of, quote=quote, draw=draw)
    # The theme writes titles and descriptions into its HTML as they are, hence the escape of "head".
    environment.filters.update(
        plain=verbatim,
        cut=source.cut,
        sentences=partial(sentences_of, source),
        first_words=partial(first_words, source),
        head=_head,
        item=_item,
    )
    speak(environment, edition, words)
    return environment


def _citing(work: Work) -> dict[str, object]:
    def cite(address: str = "") -> tuple[Citation, ...]:
        return citations(work, pinpoint(address) if address else None)

    def cite_patterns(section: Section) -> dict[str, object]:
        """Give the citations of a section's clauses with a gap for the number within the section."""
        found = citations(work, pinpoint(f"{prefix_of(section.label)}.{_GAP}"))
        styles = [{"id": one.id, "style": one.style, "text": one.text} for one in found]
        return {"number": _GAP, "styles": styles}

    return {"cite": cite, "cite_patterns": cite_patterns}


def _head(text: str) -> str:
    """Return the text as a YAML string of escaped HTML."""
    written = json.dumps(html.escape(text), ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def _item(text: str) -> str:
    """Return the text as a key of YAML, in quotation marks where it needs them."""
    return text if _PLAIN_KEY.fullmatch(text) else _head(text)


def _template_mistake(page: Page, error: Exception) -> Mistake:
    if isinstance(error, jinja2.TemplateNotFound):
        place, problem = f"templates/{error.name}", "there is no such template"
        return Mistake(place, problem, "restore it from the repository")
    if isinstance(error, jinja2.TemplateSyntaxError):
        place = f"templates/{error.name or page.template}:{error.lineno}"
        return Mistake(place, f"the template is broken: {error.message}", "mend it at this line")
    place = f"templates/{page.template}{_line_in_template(error)}"
    remedy = "use only names that glossator/pages/__init__.py gives to templates"
    return Mistake(place, f"the template asks for what is not there: {error}", remedy)


def _line_in_template(error: Exception) -> str:
    """Return ``:line`` of the innermost template line in the traceback, or nothing."""
    line = ""
    trace = error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(".j2"):
            line = f":{trace.tb_lineno}"
        trace = trace.tb_next
    return line
