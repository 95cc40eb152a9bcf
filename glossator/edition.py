"""From an edition folder to the edition: read the seed and the annotations, tell all mistakes."""

from dataclasses import dataclass
from pathlib import Path

from glossator.annotate import annotate, read_about
from glossator.errors import EditionError, Mistake, Report
from glossator.model import Edition, Source, Statement
from glossator.parse import Outline, parse, read_outline
from glossator.records import Record, read_record
from glossator.source import encoding_notice, read_source

STATEMENT = "annotations/statement.yml"


@dataclass(frozen=True, slots=True)
class Loaded:
    """An edition and what should be said aloud about it."""

    edition: Edition
    notices: tuple[Mistake, ...]


def load_edition(folder: Path, encoding: str = "") -> Loaded:
    """Return the edition in ``folder``; ``encoding`` overrides the one in ``statement.yml``.

    Raises ``EditionError`` with everything that is wrong, in one go.
    """
    report = Report()
    # What follows from an unreadable file is not worth telling: it goes to a report of its own.
    record = read_record(folder / STATEMENT, STATEMENT, report) or Record(STATEMENT, {}, Report())
    outline = read_outline(record.record("outline"))
    sound = not report.mistakes
    about = read_about(record)
    source = _read_seed(folder, record, encoding, report)
    record.finish()
    statement = _parse(source, outline, report) if source and sound else None
    edition = annotate(statement, about, folder / "annotations", report)
    if edition is None or report.mistakes:
        raise EditionError(report.mistakes, report.notices)
    return Loaded(edition, tuple(report.notices))


def _parse(source: Source, outline: Outline, report: Report) -> Statement | None:
    """Return the statement, or None when the outline does not fit it.

    Where the outline is wrong, addresses are wrong too: judging targets by them would mislead.
    """
    notice = encoding_notice(source)
    report.notices.extend([notice] if notice else [])
    before = len(report.mistakes)
    statement = parse(source, outline, report)
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
