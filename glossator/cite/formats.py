"""Citations as data: BibTeX, RIS and CSL-JSON, each leaving out what an edition does not say."""

import json
import re

from glossator.cite.parts import address_of, join, locator
from glossator.cite.work import Pinpoint, Work

_LATEX = {
    **{character: f"\\{character}" for character in "#$%&_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_MONTH = re.compile(r"\d{4}-(\d\d)")
_YEAR = re.compile(r"\d{4}")


def _note(work: Work, at: Pinpoint | None) -> str:
    place = locator(at, "section ", "para. ")
    edition = f"edition of {work.edition}" if work.edition else ""
    parts = (place, work.caveat, edition)
    return join(". ", (part[:1].upper() + part[1:] for part in parts))


def bibtex(work: Work, at: Pinpoint | None) -> str:
    """Return an entry for BibTeX; names of institutions stay whole in double braces."""

    def escape(text: str) -> str:
        return "".join(_LATEX.get(character, character) for character in text)

    year, month = _YEAR.match(work.date), _MONTH.match(work.date)
    address = address_of(work, at)
    fields = {
        "author": " and ".join(f"{{{escape(one)}}}" for one in work.parties),
        "title": f"{{{escape(work.title)}}}",
        "shorttitle": f"{{{escape(work.short_title)}}}",
        "year": year[0] if year else "",
        "month": str(int(month[1])) if month else "",
        "address": escape(work.place),
        "note": escape(_note(work, at)),
        "howpublished": f"\\url{{{address}}}" if address else "",
        "url": address,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{_key(work, at)},", *lines, "}"])


def _key(work: Work, at: Pinpoint | None) -> str:
    """Return an ASCII key for reference managers: ``china-belarus-joint-statement-2023-4-3``."""
    words = re.findall(r"[a-z0-9]+", work.short_title.lower())
    place = [at.label, at.paragraph] if at else []
    return "-".join([*words, *place]) or "statement"


def ris(work: Work, at: Pinpoint | None) -> str:
    """Return a record in RIS, whose lines end in CR LF."""
    year, month, day = [*work.date.split("-"), "", ""][:3]
    pairs = [("TY", "GOVDOC")]
    # A comma at the end keeps readers from taking an institution's name apart.
    pairs += [("AU", f"{one},") for one in work.parties]
    pairs += [
        ("TI", work.title),
        ("ST", work.short_title),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if year else ""),
        ("CY", work.place),
        ("SE", locator(at, "", "para. ")),
        ("ET", work.edition),
        ("LA", work.language),
        ("N1", work.caveat),
        ("UR", address_of(work, at)),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in pairs if value]
    return "\r\n".join([*lines, "ER  - "])


def csl_json(work: Work, at: Pinpoint | None) -> str:
    """Return an item of CSL-JSON in an array, as citation processors read it."""
    date = [int(part) for part in work.date.split("-") if part]
    item: dict[str, object] = {
        "id": _key(work, at),
        "type": "treaty",
        "title": work.title,
        "title-short": work.short_title,
        "author": [{"literal": one} for one in work.parties],
        "issued": {"date-parts": [date]} if date else {},
        "event-place": work.place,
        "edition": work.edition,
        "language": work.language,
        "note": work.caveat,
        "URL": address_of(work, at),
    }
    item = {name: value for name, value in item.items() if value}
    # A clause is a locator in the item, as citation processors have it; it is no part of the work.
    cited = {"locator": locator(at, "sec. ", "para. "), "label": "section"} if at else {}
    return json.dumps([item | cited], ensure_ascii=False, indent=2)
