"""What a page says of itself to programs: for previews, reference managers and search engines.

Every page has the Open Graph; the home page, sections and dossiers have the tags that reference
managers read, and schema.org data. The vocabulary is a short list on purpose.
"""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from glossator.cite import Work, work_of
from glossator.index import Dossier, Indexes
from glossator.model import Edition, EntityKind, Section, number_of

_Node = dict[str, Any]

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')
_ADDRESS = re.compile(r'<link rel="canonical" href="([^"]*)">')
_TYPES = {
    EntityKind.PERSON: "Person",
    EntityKind.STATE: "Country",
    EntityKind.ORGANISATION: "Organization",
    EntityKind.PLACE: "Place",
    EntityKind.INSTRUMENT: "CreativeWork",
    EntityKind.INITIATIVE: "Thing",
    EntityKind.EVENT: "Event",
}
_LONGEST = 300


class Heads:
    """Gives each page of an edition what its head lacks; it keeps only look-up tables."""

    def __init__(self, edition: Edition, indexes: Indexes, site_url: str) -> None:
        self.work = work_of(edition, site_url)
        self.summary = edition.about.summary
        self.indexes = indexes
        self.sections = {f"{one.label}/index.html": one for one in edition.statement.sections}
        self.dossiers = {
            f"{one.section.label}/{number_of(one.at)}/index.html": one
            for one in indexes.dossiers.values()
            if one.clause and one.section
        }
        self.words = {at: self._cut(edition, one) for at, one in indexes.dossiers.items()}

    def add(self, head: str, name: str) -> str:
        """Return the head of the page ``name`` with its metadata."""
        cited = name == "index.html" or name in self.sections or name in self.dossiers
        tags = [*self._preview(head, name), *(self._reference(head, name) if cited else [])]
        if cited and self.work.address:
            told = {"@context": "https://schema.org", "@graph": self._graph(name)}
            graph = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
            # A script ends at "</script" whatever stands around it.
            tags.append(
                f'<script type="application/ld+json">{graph.replace("<", chr(92) + "u003c")}</script>'
            )
        return head.replace("</head>", "\n".join([*tags, "</head>"]), 1)

    @staticmethod
    def printed(head: str) -> str:
        """Return a line with the address of the page, which the stylesheet shows on paper alone."""
        address = _ADDRESS.search(head)
        return f'<p class="printed-address">{address[1]}</p>' if address and address[1] else ""

    @staticmethod
    def _cut(edition: Edition, dossier: Dossier) -> str:
        return " ".join(" ".join(map(edition.statement.source.cut, dossier.spans)).split())

    def _preview(self, head: str, name: str) -> Iterator[str]:
        title, told, address = (one.search(head) for one in (_TITLE, _DESCRIPTION, _ADDRESS))
        dossier = self.dossiers.get(name)
        words = html.escape(_short(self.words[dossier.at])) if dossier else told[1] if told else ""
        heading = title[1].strip().partition(" - ")[0] if title else ""
        pairs = {
            "og:type": "website" if name == "index.html" else "article",
            "og:title": heading.replace('"', "&quot;"),
            "og:description": words,
            "og:url": address[1] if address else "",
            "og:site_name": html.escape(self.work.short_title),
            "og:locale": self.work.language.replace("-", "_"),
        }
        yield from (f'<meta property="{key}" content="{value}">' for key, value in pairs.items() if value)
        yield '<meta name="twitter:card" content="summary">'

    def _reference(self, head: str, name: str) -> Iterator[str]:
        address = _ADDRESS.search(head)
        place = self.sections.get(name) or self.dossiers.get(name)
        number = place.name if isinstance(place, Section) else place.at if place else ""
        title = f"{self.work.title}, {number}" if number else self.work.title
        pairs = [
            ("citation_title", title),
            # Makes a report of it; without an institution readers take everything for an article.
            ("citation_technical_report_institution", ", ".join(self.work.parties)),
            ("citation_publication_date", self.work.date.replace("-", "/")),
            ("citation_language", self.work.language),
            ("citation_public_url", html.unescape(address[1]) if address else ""),
        ]
        yield from (f'<meta name="{key}" content="{html.escape(value)}">' for key, value in pairs if value)

    def _graph(self, name: str) -> list[_Node]:
        base = self.work.address
        site = {"@type": "WebSite", "@id": f"{base}#site", "name": self.work.short_title, "url": base}
        statement = _statement(self.work, self.summary)
        if name == "index.html":
            parts = [{"@id": f"{base}{one.label}/#section"} for one in self.sections.values()]
            return [site, statement | {"hasPart": parts}]
        dossier = self.dossiers.get(name)
        section = dossier.section if dossier else self.sections.get(name)
        if section is None:
            return [site, statement]
        # The home page tells all of the statement; here it is only named.
        statement = {name: statement[name] for name in ("@type", "@id", "name")}
        trail = [(self.work.short_title, base), (section.name, f"{base}{section.label}/")]
        part = self._section(section)
        if dossier:
            trail.append((dossier.at, f"{base}{section.label}/{number_of(dossier.at)}/"))
            part = self._clause(dossier, section)
        page = {
            "@type": "WebPage",
            "url": trail[-1][1],
            "name": trail[-1][0],
            "isPartOf": {"@id": site["@id"]},
        }
        return [site, statement, page | {"breadcrumb": _breadcrumbs(trail)}, part]

    def _section(self, section: Section) -> _Node:
        address = f"{self.work.address}{section.label}/"
        return {
            "@type": "CreativeWork",
            "@id": f"{address}#section",
            "name": section.name,
            "isPartOf": {"@id": f"{self.work.address}#statement"},
        }

    def _clause(self, dossier: Dossier, section: Section) -> _Node:
        base = self.work.address
        topics = dict.fromkeys(one.topic for one in dossier.filings)
        entities = [self.indexes.entity_by_id[id_] for id_ in dossier.entities]
        return {
            "@type": "CreativeWork",
            "@id": f"{base}{section.label}/#c{dossier.at}",
            "name": f"{self.work.short_title}, {dossier.at}",
            "text": self.words[dossier.at],
            "inLanguage": self.work.language,
            "isPartOf": {"@id": f"{base}{section.label}/#section"},
            "about": [
                {
                    "@type": "DefinedTerm",
                    "name": self.indexes.topic(one).topic.label,
                    "url": f"{base}topics/{one}/",
                }
                for one in topics
            ],
            "mentions": [
                {"@type": _TYPES[one.kind], "name": one.label}
                | ({"sameAs": f"https://www.wikidata.org/entity/{one.wikidata}"} if one.wikidata else {})
                for one in entities
            ],
        }


def _statement(work: Work, summary: str) -> _Node:
    node = {
        "@type": "CreativeWork",
        "@id": f"{work.address}#statement",
        "name": work.title,
        "alternateName": work.short_title,
        "url": work.address,
        "datePublished": work.date,
        "inLanguage": work.language,
        "abstract": summary,
        "creditText": work.caveat,
        "author": [{"@type": "Organization", "name": one} for one in work.parties],
    }
    return {name: value for name, value in node.items() if value}


def _breadcrumbs(trail: list[tuple[str, str]]) -> _Node:
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": address}
        for number, (name, address) in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0]} …"
