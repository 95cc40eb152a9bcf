"""The styles and formats. Every function leaves out what an edition does not say."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from glossator.cite.work import Pinpoint, Work, long_date, short_date
from glossator.model import PREAMBLE

_LATEX = {
    **{character: f"\\{character}" for character in "#$%&_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_MONTH = re.compile(r"\d{4}-(\d\d)")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in one style; ``code`` names the language of a data format, empty for prose."""

    id: str
    style: str
    text: str
    code: str = ""


def citations(work: Work, at: Pinpoint | None = None) -> tuple[Citation, ...]:
    """Return the citations of the statement, or of the clause ``at``, in all styles."""
    return (
        Citation("chicago", "Chicago (note)", _chicago(work, at)),
        Citation("apa", "APA", _apa(work, at)),
        Citation("mla", "MLA", _mla(work, at)),
        Citation("oscola", "OSCOLA", _oscola(work, at)),
        Citation("bluebook", "Bluebook", _bluebook(work, at)),
        Citation("gbt7714", "GB/T 7714", _gbt7714(work, at)),
        Citation("bibtex", "BibTeX", _bibtex(work, at), "bibtex"),
        Citation("ris", "RIS", _ris(work, at), "ris"),
        Citation("csl-json", "CSL-JSON", _csl_json(work, at), "json"),
    )


def _address(work: Work, at: Pinpoint | None) -> str:
    return work.address + (at.path if at else "") if work.address else ""


def _place(at: Pinpoint | None, section: str, paragraph: str, between: str = ", ") -> str:
    """Return a locator such as ``sec. 4, para. 3``, in the words of a style."""
    if at is None:
        return ""
    parts = [f"{section}{at.section}" if at.section else "preamble" if at.label == PREAMBLE else ""]
    return between.join([*filter(None, parts), f"{paragraph}{at.paragraph}"])


def _join(separator: str, parts: Iterable[str]) -> str:
    return separator.join(part for part in parts if part)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _stop(text: str) -> str:
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."


def _caveat(work: Work, edition: str) -> str:
    return _join("; ", (_lower(work.caveat), f"edition of {edition}" if edition else ""))


def _chicago(work: Work, at: Pinpoint | None) -> str:
    caveat = _caveat(work, long_date(work.edition, month_first=True))
    parts = (
        work.title,
        "–".join(work.parties),
        _join(", ", (work.place, long_date(work.date, month_first=True))),
        _place(at, "sec. ", "para. "),
    )
    return _stop(
        _join(", ", (_join(" ", (_join(", ", parts), caveat and f"({caveat})")), _address(work, at)))
    )


def _apa(work: Work, at: Pinpoint | None) -> str:
    year, _, rest = work.date.partition("-")
    day = long_date(work.date, month_first=True).removesuffix(year).rstrip(", ") if rest else ""
    date = _join(", ", (year, day)) or "n.d."
    place = _place(at, "Section ", "para. ")
    place = place[:1].upper() + place[1:]
    caveat = _caveat(work, long_date(work.edition, month_first=True))
    caveat = f"[{caveat[:1].upper()}{caveat[1:]}]" if caveat else ""
    title = _stop(_join(" ", (work.title, place and f"({place})", caveat)))
    author = _series(work.parties, ", & " if len(work.parties) > 2 else " & ")  # noqa: PLR2004 - two is no series
    if not author:
        return _join(" ", (title, f"({date}).", _address(work, at)))
    return _join(" ", (_stop(author), f"({date}).", title, _address(work, at)))


def _mla(work: Work, at: Pinpoint | None) -> str:
    author = _series(work.parties, ", and " if len(work.parties) > 2 else " and ")  # noqa: PLR2004 - as above
    caveat = _caveat(work, short_date(work.edition, month_first=False))
    caveat = caveat[:1].upper() + caveat[1:]
    where = _join(", ", (short_date(work.date, month_first=False), _place(at, "sec. ", "par. ")))
    last = _join(", ", (caveat, _address(work, at)))
    return _join(" ", map(_stop, (author, work.title, where[:1].upper() + where[1:], last)))


def _series(names: tuple[str, ...], last: str) -> str:
    return last.join(filter(None, (", ".join(names[:-1]), names[-1] if names else "")))


def _oscola(work: Work, at: Pinpoint | None) -> str:
    caveat = _caveat(work, long_date(work.edition, month_first=False))
    parties, date = "–".join(work.parties), long_date(work.date, month_first=False)
    address = _address(work, at)
    parts = (
        work.title,
        parties and f"({parties})",
        date and f"({date})",
        _place(at, "s ", "para ", " "),
        caveat and f"({caveat})",
        address and f"<{address}>",
    )
    return _join(" ", parts)


def _bluebook(work: Work, at: Pinpoint | None) -> str:
    caveat = _caveat(work, short_date(work.edition, month_first=True))
    parts = (
        work.title,
        "–".join(work.parties),
        _place(at, "§ ", "¶ "),
        short_date(work.date, month_first=True),
        _address(work, at),
    )
    return _stop(_join(" ", (_join(", ", parts), caveat and f"({caveat})")))


def _gbt7714(work: Work, at: Pinpoint | None) -> str:
    author = ", ".join(work.parties).upper()
    kind = "[A/OL]" if work.address else "[A]"
    place = _place(at, "sec. ", "para. ")
    title = f"{work.title}{': ' if place else ''}{place}{kind}"
    date = _join(" ", (_join(", ", (work.place, work.date)), f"({work.edition})" if work.edition else ""))
    return _join(" ", (*map(_stop, (author, title, work.caveat, date)), _address(work, at)))


def _note(work: Work, at: Pinpoint | None) -> str:
    place = _place(at, "section ", "para. ")
    edition = f"edition of {work.edition}" if work.edition else ""
    parts = (place, work.caveat, edition)
    return _join(". ", (part[:1].upper() + part[1:] for part in parts))


def _bibtex(work: Work, at: Pinpoint | None) -> str:
    def escape(text: str) -> str:
        return "".join(_LATEX.get(character, character) for character in text)

    year, month = _YEAR.match(work.date), _MONTH.match(work.date)
    address = _address(work, at)
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


def _ris(work: Work, at: Pinpoint | None) -> str:
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
        ("SE", _place(at, "", "para. ")),
        ("ET", work.edition),
        ("LA", work.language),
        ("N1", work.caveat),
        ("UR", _address(work, at)),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in pairs if value]
    return "\r\n".join([*lines, "ER  - "])


def _csl_json(work: Work, at: Pinpoint | None) -> str:
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
        "URL": _address(work, at),
    }
    item = {name: value for name, value in item.items() if value}
    # A clause is a locator in the item, as citation processors have it; it is no part of the work.
    cited = {"locator": _place(at, "sec. ", "para. "), "label": "section"} if at else {}
    return json.dumps([item | cited], ensure_ascii=False, indent=2)
