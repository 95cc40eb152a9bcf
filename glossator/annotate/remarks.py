"""Read the remarks that a reader reads: notes, emendations, lacunae, cross-references, dates."""

from glossator.annotate.prose import read_prose
from glossator.annotate.targets import Desk, find_target, is_place
from glossator.model import (
    Confidence,
    CrossReference,
    Emendation,
    Event,
    Evidence,
    Lacuna,
    Note,
    NoteType,
    Where,
)
from glossator.records import Record


def read_note(record: Record, desk: Desk) -> Note | None:
    """Return the note in a record, or None after noting what is wrong with it."""
    target = find_target(record, desk)
    type_ = record.one_of("type", list(NoteType), "type of note")
    text = read_prose(record, "text", desk.known)
    evidence = read_evidence(record, desk)
    return Note(target, NoteType(type_), text, evidence) if target and type_ else None


def read_emendation(record: Record, desk: Desk) -> Emendation | None:
    """Return the emendation in a record, or None after noting what is wrong with it."""
    target = find_target(record, desk, quoted=True)
    read = record.line("read", "")
    if not record.has("read"):
        record.report.mistake(record.place, "'read' is missing", "write 'read: …', the reading you propose")
    reason = read_prose(record, "reason", desk.known)
    evidence = read_evidence(record, desk)
    return Emendation(target, read, reason, evidence) if target else None


def read_lacuna(record: Record, desk: Desk) -> Lacuna | None:
    """Return the lacuna in a record, or None after noting what is wrong with it."""
    where = record.one_of("where", list(Where), "place of a gap")
    target = find_target(record, desk, quoted=where == Where.WITHIN)
    missing = record.line("missing")
    reason = read_prose(record, "evidence", desk.known)
    evidence = read_evidence(record, desk)
    return Lacuna(target, Where(where), missing, reason, evidence) if target and where else None


def read_cross_reference(record: Record, desk: Desk) -> CrossReference | None:
    """Return the cross-reference in a record, or None after noting what is wrong with it."""
    target = find_target(record, desk)
    given = record.texts("to", needed="write 'to: [\"4.3\"]' there")
    to = tuple(dict.fromkeys(one.text for one in given if is_place(record, desk, one.text, one.place)))
    if target and target.at in to:
        record.report.mistake(record.place_of("to"), f"clause {target.at} refers to itself", "take it out")
    text = record.line("text", "")
    return CrossReference(target, to, text) if target and to else None


def read_event(record: Record, desk: Desk) -> Event | None:
    """Return the dated event in a record, or None after noting what is wrong with it."""
    target = find_target(record, desk, quoted=True)
    date = record.date("date")
    text = record.line("text")
    # What the text itself says needs no other source.
    given = [key for key in ("sources", "confidence", "by") if record.has(key)]
    evidence = read_evidence(record, desk, dated=True) if given else None
    draft = record.draft()
    return Event(target, date, text, evidence, draft) if target and date else None


def read_evidence(record: Record, desk: Desk, *, dated: bool = False) -> Evidence:
    """Return on what a remark rests; all but an inference must cite a source.

    ``dated`` tells that the record's ``date`` is of what happened, not of the writing.
    """
    confidence = record.one_of("confidence", list(Confidence), "degree of confidence")
    before = len(record.report.mistakes)
    cited = confidence in {Confidence.ONE, Confidence.TWO}
    needed = "cite entries of sources.yml, or call it an inference" if cited else ""
    sources = record.ids("sources", desk.known["source"], "source", needed)
    sound = len(record.report.mistakes) == before
    if sound and confidence == Confidence.TWO and len(sources) == 1:
        remedy = "cite the second, or write 'confidence: one source'"
        record.report.mistake(record.place_of("sources"), "two sources are claimed and one is cited", remedy)
    by = record.line("by", desk.by)
    date = desk.date if dated else record.date("date", desk.date)
    return Evidence(sources, confidence, by, date)
