"""From an edition folder to the edition: read the seed and the annotations, tell all mistakes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from glossator.annotate import annotate, read_about
from glossator.errors import EditionError, Mistake, Report
from glossator.ledger import Change, changes, claim, pending, read_ledger, settle
from glossator.model import About, Edition, LedgerEntry, Source, Statement
from glossator.parse import Outline, parse, read_outline
from glossator.records import Record, read_record
from glossator.source import read_source, source_notices

STATEMENT = "annotations/statement.yml"
MOST_BYTES = 100 * 1024 * 1024
"""The longest text whose structure is told. None of it need be held by a page."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """An edition and what should be said aloud about it.

    ``pending`` is what the seed does to published addresses and nobody has accepted, if anything.
    """

    edition: Edition
    notices: tuple[Mistake, ...]
    pending: Mistake | None


@dataclass(frozen=True, slots=True)
class Text:
    """The statement of an edition with its ledger, which is None where there is none."""

    statement: Statement
    ledger: tuple[LedgerEntry, ...] | None

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return what the statement does to the addresses in the ledger."""
        return changes(self.ledger or (), self.statement)


def load_edition(folder: Path, encoding: str = "") -> Loaded:
    """Return the edition in ``folder``; ``encoding`` overrides the one in ``statement.yml``.

    Raises ``EditionError`` with everything that is wrong, in one go.
    """
    report = Report()
    about, text = _read_text(folder, encoding, report)
    edition = annotate(text.statement if text else None, about, folder / "annotations", report)
    if edition is None or text is None or report.mistakes:
        raise EditionError(report.mistakes, report.notices)
    if text.ledger is None:
        return Loaded(edition, tuple(report.notices), None)
    edition = replace(edition, ledger=settle(text.ledger, text.statement))
    return Loaded(edition, tuple(report.notices), pending(text.changes))


def load_text(folder: Path, encoding: str = "", same: Sequence[tuple[str, int]] = ()) -> Text:
    """Return the statement of the edition in ``folder`` and its ledger, whatever is said of it.

    ``same`` are published addresses, each with the 1-based line of the paragraph that has it now.
    Raises ``EditionError`` when seed, outline or ledger are wrong, or those addresses are.
    """
    report = Report()
    _, text = _read_text(folder, encoding, report, same)
    if text is None or report.mistakes:
        raise EditionError(report.mistakes, report.notices)
    return text


def load_outline(folder: Path) -> tuple[About, Outline]:
    """Return what the edition in ``folder`` says of its text, and the outline.

    Raises ``EditionError`` when they are wrong.
    """
    report = Report()
    record = read_record(folder / STATEMENT, STATEMENT, report) or Record(STATEMENT, {}, Report())
    outline = read_outline(record.record("outline"))
    about = read_about(record)
    if report.mistakes:
        raise EditionError(report.mistakes, report.notices)
    return about, outline


def read_text(path: Path, encoding: str, outline: Outline) -> tuple[Statement, tuple[Mistake, ...]]:
    """Return the statement in a text file, as the ``outline`` has it, with what is odd about it.

    Raises ``EditionError`` when it cannot be read, or the outline does not fit it.
    """
    report = Report()
    statement = _parse(read_source(path, path.name, encoding, MOST_BYTES), outline, (), report)
    if statement is None:
        raise EditionError(report.mistakes, report.notices)
    return statement, tuple(report.notices)


def _read_text(
    folder: Path, encoding: str, report: Report, same: Sequence[tuple[str, int]] = ()
) -> tuple[About, Text | None]:
    # What follows from an unreadable file is not worth telling: it goes to a report of its own.
    record = read_record(folder / STATEMENT, STATEMENT, report) or Record(STATEMENT, {}, Report())
    outline = read_outline(record.record("outline"))
    ledger = read_ledger(folder, report)
    sound = not report.mistakes
    about = read_about(record)
    source = _read_seed(folder, record, encoding, report)
    record.finish()
    statement = _parse(source, outline, ledger or (), report) if source and sound else None
    if statement and source and same:
        claimed = claim(ledger or (), statement, same, report)
        statement = _parse(source, outline, claimed, report)
    return about, Text(statement, ledger) if statement else None


def _parse(
    source: Source, outline: Outline, ledger: Sequence[LedgerEntry], report: Report
) -> Statement | None:
    """Return the statement, or None when the outline does not fit it.

    Where outline or ledger are wrong, addresses are wrong too: judging targets by them would mislead.
    """
    report.notices.extend(source_notices(source))
    before = len(report.mistakes)
    statement = parse(source, outline, report, ledger)
    return statement if len(report.mistakes) == before else None


def _read_seed(folder: Path, record: Record, encoding: str, report: Report) -> Source | None:
    named = record.text("seed", "")
    encoding = encoding or record.text("encoding", "")
    seeds = sorted((folder / "seeds").glob("*.txt"))
    if named and Path(named).name != named:
        remedy = "put the text into seeds/ and give its bare name"
        record.report.mistake(record.place_of("seed"), f"{named!r} is not the name of a seed", remedy)
        return None
    if not named and len(seeds) != 1:
        found = "there is no seed" if not seeds else "there are several seeds"
        remedy = f"put one .txt file there, or name one in {STATEMENT} with 'seed: …'"
        report.mistake("seeds/", found, remedy)
        return None
    path = folder / "seeds" / (named or seeds[0].name)
    try:
        return read_source(path, f"seeds/{path.name}", encoding)
    except EditionError as error:
        report.mistakes.extend(error.mistakes)
        return None
