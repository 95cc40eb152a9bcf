"""Our own pass over the finished HTML: landmarks become the statement's words, letter for letter.

MkDocs has made a page of every Markdown file. Here each quotation that a landmark announces is
compared with the source and set anew from it, with its position; clauses become sections; links
for search engines lose ``index.html``; and a few slips of the theme are mended.
"""

import html
import re
from collections.abc import Collection, Sequence
from pathlib import Path

from glossator.errors import EditionError, Mistake, disk_mistakes
from glossator.index import Indexes
from glossator.ledger import digest
from glossator.model import Edition, Kind, Output, Span
from glossator.site.asides import set_asides, set_switch
from glossator.site.frame import mend_frame
from glossator.site.head import Heads
from glossator.site.late import lighten
from glossator.site.passages import Page, Passages, page_of
from glossator.site.registers import set_registers
from glossator.site.search import write_search_index
from glossator.site.sitemap import write_sitemap
from glossator.site.tongues import Tongues
from glossator.site.words import note_links, set_clause, set_marker, set_phrase, set_quotation

_LANDMARK = re.compile(
    r"<!-- (?P<kind>words|marker|quote) (?P<what>[^>]*?) -->\s*<blockquote>(?P<shown>.*?)</blockquote>",
    re.DOTALL,
)
_CLAUSE = re.compile(r"<!-- clause (\S+) -->")
_SAID = re.compile(r"<!-- say (?P<span>\d+:\d+) -->(?P<shown>.*?)<!-- /say -->", re.DOTALL)
_STYLED = re.compile(r"<!-- \.([\w-]+)(?: ([^>]*?))? -->\s*<(\w+)")
_HEADING = re.compile(
    r'(?P<open><h[123] id="c(?P<address>[^"]+)">(?:<a href="[^"]*">)?)(?P=address)(?P<caption> [^<]+)?'
)
_SECTION = re.compile(
    r"<!-- section (?P<label>\S+) -->\s*"
    r'(?P<open><h[12] id="[^"]*">(?:<a href="[^"]*">)?)[^<]+'
)
_PERMALINK = re.compile(r'(<a class="headerlink" href="#([^"]+)" title="([^"]+)")')
_NOTED = re.compile(r"<!-- notes (\S+) -->")
_ADDRESS = re.compile(r"c(\w+\.\w+)")
_LANDMARKS_LEFT = re.compile(
    r"<!-- (?:words|marker|quote|section|\.|/?(?:clause|say|notes|note|block)\b)[^>]*-->"
)
_CANONICAL = re.compile(r'(<link rel="canonical" href="[^"]*?)index\.html(">)')
_DIGITS = 4
_WIDEST_NUMBER = 5
"""How many characters of an address fit into the column of numbers beside the text."""
_TAG = re.compile(r"<[^>]*>")
_UNSEEN = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


def finish(site: Path, edition: Edition, indexes: Indexes, site_url: str, outputs: Sequence[Output]) -> None:
    """Finish every page, the search index and the sitemap below ``site``, made from the ``outputs``.

    Raises ``EditionError`` when a page shows other words than the source has at that place.
    """
    pages = _Finisher(edition, indexes, site_url)
    mistakes: list[Mistake] = []
    with disk_mistakes(site):
        for path in sorted(site.rglob("*.html")):
            name = path.relative_to(site).as_posix()
            text = path.read_text(encoding="utf-8")
            path.write_bytes(pages.finish(text, name, mistakes).encode())
        generated = {output.path.with_suffix(".html").as_posix() for output in outputs}
        write_search_index(site, edition, indexes, generated)
        write_sitemap(site, site_url)
    if mistakes:
        raise EditionError(mistakes)


class _Finisher:
    """Finishes one page after another of the same edition; it keeps only look-up tables."""

    def __init__(self, edition: Edition, indexes: Indexes, site_url: str) -> None:
        self.heads = Heads(edition, indexes, site_url)
        statement = edition.statement
        self.source = statement.source
        self.sections = {section.label: section for section in statement.sections}
        self.home = {
            clause.address: (section, clause) for section in statement.sections for clause in section.clauses
        }
        self.dossiers = indexes.dossiers
        self.spoken = indexes.words
        self.originals = [entry.term.original.language for entry in indexes.terms if entry.term.original]
        self.tongues: dict[Page, Tongues] = {}
        self.passages = Passages(self.source, edition.about.language)
        self.blocks = [dossier for dossier in indexes.dossiers.values() if not dossier.clause]

    def finish(self, text: str, name: str, mistakes: list[Mistake]) -> str:
        """Return the finished page; words that are not the source's join ``mistakes``."""
        head, tag, rest = text.partition("<article")
        article, end, foot = rest.partition("</article>")
        article = self._spoken(self._article(article, name, mistakes), page_of(head))
        head, foot = mend_frame(_CANONICAL.sub(r"\1\2", head), article, foot)
        head, foot = lighten(head, article, foot)
        printed = self.heads.printed(head)
        head = self.heads.add(head, name)
        return f"{head}{tag}{article}{printed}{end}{foot}"

    def _spoken(self, article: str, page: Page) -> str:
        """Return the article with the language and direction of what differs from its page."""
        if page not in self.tongues:
            self.tongues[page] = Tongues(page.language, self.originals, page.direction)
        attributes, end, inside = article.partition(">")
        return attributes + end + self.tongues[page].mark(self.passages.mark(inside, page))

    def _article(self, text: str, name: str, mistakes: list[Mistake]) -> str:
        noted = frozenset(_NOTED.findall(text))
        text = _LANDMARK.sub(lambda found: self._set_or_tell(found, noted, name, mistakes), text)
        text = _CLAUSE.sub(self._open_clause, text)
        text = text.replace("<!-- /clause -->", "</section>")
        text = _SAID.sub(lambda found: self._say_or_tell(found, name, mistakes), text)
        text = set_registers(_STYLED.sub(_styled, set_asides(text, self.spoken)), self.spoken)
        text = _HEADING.sub(_numbered, text)
        text = _SECTION.sub(self._section_heading, text)
        for left in _LANDMARKS_LEFT.findall(text):
            problem = f"the landmark {left!r} does not stand before what it announces"
            mistakes.append(_landmark_mistake(name, problem))
        return _PERMALINK.sub(_permalink, set_switch(text))

    def _open_clause(self, found: re.Match[str]) -> str:
        address = found[1]
        place = self.home.get(address)
        # Four digits tell a reader whether a link was made for the words that stand there.
        told = f' data-digest="{digest(self.source.cut(place[1].span))[:_DIGITS]}"' if place else ""
        wide = " data-wide" if len(address) > _WIDEST_NUMBER else ""
        item = ' data-kind="item"' if place and place[1].kind is Kind.ITEM else ""
        return f'<section class="clause" data-clause="{address}"{told}{wide}{item}>'

    def _section_heading(self, found: re.Match[str]) -> str:
        section = self.sections.get(found["label"])
        if section is None:
            return found[0]
        name = section.name.removeprefix(section.number).strip()
        return found["open"] + _heading(html.escape(section.number), html.escape(name))

    def _set_or_tell(
        self, found: re.Match[str], noted: Collection[str], name: str, mistakes: list[Mistake]
    ) -> str:
        try:
            return self._set(found, noted, name, mistakes)
        except (LookupError, ValueError):
            landmark = f"<!-- {found['kind']} {found['what']} -->"
            mistakes.append(_landmark_mistake(name, f"the landmark {landmark!r} names nothing"))
            return ""

    def _set(self, found: re.Match[str], noted: Collection[str], name: str, mistakes: list[Mistake]) -> str:
        match found["kind"]:
            case "words":
                section, clause = self.home[found["what"]]
                first = section.marker if clause is section.opening else None
                spans = [first, clause.span] if first else [clause.span]
                notes = (
                    note_links(self.dossiers[clause.address], self.spoken) if clause.address in noted else {}
                )
                words = set_clause(self.source, section, clause, self.dossiers[clause.address].marks, notes)
            case "marker":
                spans = [span for span in [self.sections[found["what"]].marker] if span]
                words = "".join(set_marker(self.source, span) for span in spans)
            case _:
                spans, words = set_quotation(self.source, found["what"], self.blocks, noted, self.spoken)
        self._compare(spans, found["shown"], name, mistakes)
        return words

    def _say_or_tell(self, found: re.Match[str], name: str, mistakes: list[Mistake]) -> str:
        start, _, end = found["span"].partition(":")
        span = Span(int(start), int(end))
        self._compare([span], found["shown"], name, mistakes)
        return set_phrase(self.source, span)

    def _compare(self, spans: list[Span], shown: str, name: str, mistakes: list[Mistake]) -> None:
        expected = "".join(map(self.source.cut, spans))
        if _seen(expected) != _seen(html.unescape(_TAG.sub("", shown))):
            place = f"docs/{name.removesuffix('.html')}.md"
            problem = f"the page does not show the words of {self.source.place(spans[0].start)}"
            remedy = "keep the template from changing them: quote with words_of(), quote() or say()"
            mistakes.append(Mistake(place, problem, remedy))


def _styled(found: re.Match[str]) -> str:
    filters = f' data-filter="{found[2]}"' if found[2] else ""
    if found[1] == "figures":
        filters = ' tabindex="0"'  # A table that scrolls on a phone must be reached by keyboard.
    return f'<{found[3]} class="{found[1]}"{filters}'


def _landmark_mistake(name: str, problem: str) -> Mistake:
    remedy = "write landmarks as glossator/pages/__init__.py lists them"
    return Mistake(f"docs/{name.removesuffix('.html')}.md", problem, remedy)


def _permalink(found: re.Match[str]) -> str:
    """Name a permalink for a reader who hears it: by its clause, where it is one."""
    address = _ADDRESS.fullmatch(found[2])
    return f'{found[1]} aria-label="{found[3]}{": " + address[1] if address else ""}"'


def _seen(text: str) -> str:
    """Return the text without white space and control characters, for a comparison."""
    return _UNSEEN.sub("", text)


def _numbered(found: re.Match[str]) -> str:
    return found["open"] + _heading(found["address"], (found["caption"] or "").strip())


def _heading(number: str, caption: str) -> str:
    """Set a number and a caption, both as HTML and both perhaps empty, so that each can be told."""
    parts = [("number", number), ("caption", caption)]
    return " ".join(f'<span class="{name}">{text}</span>' for name, text in parts if text)
