"""What ``statement.yml`` says of the statement as a whole."""

import re
from datetime import date

from glossator.model import About, Witness
from glossator.records import Record

_URL = re.compile(r"https?://[^\s<>\"`\\\[\]]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read_about(record: Record) -> About:
    """Return what the record says, noting what is wrong with it; the outline is not read here."""
    return About(
        short_title=record.line("short_title"),
        language=_language(record),
        date=_date(record),
        place=record.line("place", ""),
        parties=tuple(value.text for value in record.texts("parties")),
        standing=record.line("standing", ""),
        summary=record.line("summary", ""),
        trust=record.line("trust", ""),
        provenance=record.line("provenance", ""),
        witnesses=tuple(_witness(entry) for entry in record.records("witnesses")),
    )


def _witness(record: Record) -> Witness:
    url = record.text("url", "")
    if url and not _URL.fullmatch(url):
        remedy = "write the whole address, from https:// on"
        record.report.mistake(record.place_of("url"), f"{url!r} is not a web address", remedy)
    witness = Witness(record.line("title"), record.line("note", ""), url)
    record.finish()
    return witness


def _language(record: Record) -> str:
    language = record.text("language", "en")
    if not _LANGUAGE.fullmatch(language):
        remedy = "write a language tag such as en, fr, zh-Hans"
        record.report.mistake(record.place_of("language"), f"{language!r} is not a language tag", remedy)
    return language


def _date(record: Record) -> str:
    written = record.text("date", "")
    if written:
        try:
            date.fromisoformat(written)
        except ValueError:
            remedy = "write it as year-month-day: 2023-03-01"
            record.report.mistake(record.place_of("date"), f"there is no date {written!r}", remedy)
    return written
