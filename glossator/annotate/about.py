"""What ``statement.yml`` says of the statement as a whole."""

import re
from datetime import date

from glossator.annotate.authorities import read_language
from glossator.model import About, OwnPage, Witness
from glossator.records import Record

_BELOW = re.compile(r"(?:[\w-][\w.-]*/)*[\w-][\w.-]*\.md")


def read_about(record: Record) -> About:
    """Return what the record says, noting what is wrong with it; the outline is not read here."""
    return About(
        short_title=record.line("short_title"),
        language=read_language(record, "language", "en"),
        date=_date(record),
        place=record.line("place", ""),
        parties=tuple(value.text for value in record.texts("parties")),
        standing=record.line("standing", ""),
        summary=record.line("summary", ""),
        trust=record.line("trust", ""),
        provenance=record.line("provenance", ""),
        annotators=record.line("annotators", ""),
        annotated=record.date("annotated", ""),
        witnesses=tuple(_witness(entry) for entry in record.records("witnesses")),
        pages=read_language(record, "pages", ""),
        menu=tuple(_page(entry) for entry in record.records("menu")),
    )


def _witness(record: Record) -> Witness:
    witness = Witness(record.line("title"), record.line("note", ""), record.url("url"))
    record.finish()
    return witness


def _page(record: Record) -> OwnPage:
    page = OwnPage(record.line("title"), record.line("page"))
    if page.page and not _BELOW.fullmatch(page.page):
        problem, remedy = f"{page.page!r} is no page", "name a file below docs/, such as guide/index.md"
        record.report.mistake(record.place_of("page"), problem, remedy)
    record.finish()
    return page


def _date(record: Record) -> str:
    written = record.text("date", "")
    if written:
        try:
            date.fromisoformat(written)
        except ValueError:
            remedy = "write it as year-month-day: 2023-03-01"
            record.report.mistake(record.place_of("date"), f"there is no date {written!r}", remedy)
    return written
