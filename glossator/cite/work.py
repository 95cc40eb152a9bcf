"""What a citation says: the statement as a work, and a place in it."""

from dataclasses import dataclass

from glossator.model import PREAMBLE, WHOLE, Edition, Role, label_of, number_of

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SHORT = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


@dataclass(frozen=True, slots=True)
class Work:
    """The statement as a work; anything but ``title`` may be empty.

    Dates are ISO (a year, a month or a day); ``address`` is the hosted one of the site, with a
    slash at its end; ``caveat`` says what kind of text this is, ``edition`` of which date.
    """

    title: str
    short_title: str
    parties: tuple[str, ...]
    date: str
    place: str
    language: str
    caveat: str
    edition: str
    address: str


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """A clause: ``section`` is a number, or empty for the preamble and for a text without sections."""

    label: str
    section: str
    paragraph: str
    path: str


def work_of(edition: Edition, address: str) -> Work:
    """Return the statement of an edition as a work; ``address`` is that of the site, or empty."""
    about, statement = edition.about, edition.statement
    titles = [statement.source.cut(one.span) for one in statement.title_block if one.role is Role.TITLE]
    return Work(
        title=" ".join(" ".join(titles).split()) or about.short_title,
        short_title=about.short_title,
        parties=about.parties,
        date=about.date,
        place=about.place,
        language=about.language,
        caveat=about.standing.rstrip("."),
        edition=about.annotated,
        address=f"{address.rstrip('/')}/" if address else "",
    )


def pinpoint(address: str) -> Pinpoint:
    """Return the place of a clause, by its address."""
    label = label_of(address)
    section = "" if label in (PREAMBLE, WHOLE) else label
    return Pinpoint(label, section, number_of(address), f"{label}/#c{address}")


def long_date(iso: str, *, month_first: bool) -> str:
    """Return ``March 1, 2023`` or ``1 March 2023`` for an ISO date, and less for less."""
    return _dated(iso, _MONTHS, month_first=month_first)


def short_date(iso: str, *, month_first: bool) -> str:
    """Return ``Mar. 1, 2023`` or ``1 Mar. 2023`` for an ISO date, and less for less."""
    return _dated(iso, _SHORT, month_first=month_first)


def _dated(iso: str, months: tuple[str, ...], *, month_first: bool) -> str:
    year, month, day = [*iso.split("-"), "", ""][:3]
    name = months[int(month) - 1] if month else ""
    number = str(int(day)) if day else ""
    if month_first and number:
        return f"{name} {number}, {year}"
    return " ".join(part for part in (number, name, year) if part)
