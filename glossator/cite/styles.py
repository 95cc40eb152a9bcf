"""Citations as prose: six styles, each leaving out what an edition does not say."""

from glossator.cite.parts import address_of, join, locator, lower_first, with_stop
from glossator.cite.work import Pinpoint, Work, long_date, short_date


def _caveat(work: Work, edition: str) -> str:
    return join("; ", (lower_first(work.caveat), f"edition of {edition}" if edition else ""))


def chicago(work: Work, at: Pinpoint | None) -> str:
    """Return a note in the Chicago style, as for a treaty."""
    caveat = _caveat(work, long_date(work.edition, month_first=True))
    parts = (
        work.title,
        "–".join(work.parties),
        join(", ", (work.place, long_date(work.date, month_first=True))),
        locator(at, "sec. ", "para. "),
    )
    return with_stop(
        join(", ", (join(" ", (join(", ", parts), caveat and f"({caveat})")), address_of(work, at)))
    )


def apa(work: Work, at: Pinpoint | None) -> str:
    """Return an entry in the style of the APA, 7th edition."""
    year, _, rest = work.date.partition("-")
    day = long_date(work.date, month_first=True).removesuffix(year).rstrip(", ") if rest else ""
    date = join(", ", (year, day)) or "n.d."
    place = locator(at, "Section ", "para. ")
    place = place[:1].upper() + place[1:]
    caveat = _caveat(work, long_date(work.edition, month_first=True))
    caveat = f"[{caveat[:1].upper()}{caveat[1:]}]" if caveat else ""
    title = with_stop(join(" ", (work.title, place and f"({place})", caveat)))
    author = _series(work.parties, ", & " if len(work.parties) > 2 else " & ")  # noqa: PLR2004 - two is no series
    if not author:
        return join(" ", (title, f"({date}).", address_of(work, at)))
    return join(" ", (with_stop(author), f"({date}).", title, address_of(work, at)))


def mla(work: Work, at: Pinpoint | None) -> str:
    """Return an entry in the style of the MLA, 9th edition."""
    author = _series(work.parties, ", and " if len(work.parties) > 2 else " and ")  # noqa: PLR2004 - as above
    caveat = _caveat(work, short_date(work.edition, month_first=False))
    caveat = caveat[:1].upper() + caveat[1:]
    where = join(", ", (short_date(work.date, month_first=False), locator(at, "sec. ", "par. ")))
    last = join(", ", (caveat, address_of(work, at)))
    return join(" ", map(with_stop, (author, work.title, where[:1].upper() + where[1:], last)))


def _series(names: tuple[str, ...], last: str) -> str:
    return last.join(filter(None, (", ".join(names[:-1]), names[-1] if names else "")))


def oscola(work: Work, at: Pinpoint | None) -> str:
    """Return a footnote in the style of OSCOLA."""
    caveat = _caveat(work, long_date(work.edition, month_first=False))
    parties, date = "–".join(work.parties), long_date(work.date, month_first=False)
    address = address_of(work, at)
    parts = (
        work.title,
        parties and f"({parties})",
        date and f"({date})",
        locator(at, "s ", "para ", " "),
        caveat and f"({caveat})",
        address and f"<{address}>",
    )
    return join(" ", parts)


def bluebook(work: Work, at: Pinpoint | None) -> str:
    """Return a citation in the style of the Bluebook, as for an agreement."""
    caveat = _caveat(work, short_date(work.edition, month_first=True))
    parts = (
        work.title,
        "–".join(work.parties),
        locator(at, "§ ", "¶ "),
        short_date(work.date, month_first=True),
        address_of(work, at),
    )
    return with_stop(join(" ", (join(", ", parts), caveat and f"({caveat})")))


def gbt7714(work: Work, at: Pinpoint | None) -> str:
    """Return an entry by GB/T 7714-2015, for an archival text online."""
    author = ", ".join(work.parties).upper()
    kind = "[A/OL]" if work.address else "[A]"
    place = locator(at, "sec. ", "para. ")
    title = f"{work.title}{': ' if place else ''}{place}{kind}"
    date = join(" ", (join(", ", (work.place, work.date)), f"({work.edition})" if work.edition else ""))
    return join(" ", (*map(with_stop, (author, title, work.caveat, date)), address_of(work, at)))
