"""Read what bearers undertake and what they hold: commitments with follow-ups, and positions."""

from glossator.annotate.prose import read_prose
from glossator.annotate.remarks import read_evidence
from glossator.annotate.targets import Desk, find_quote, find_target
from glossator.model import JOINT, Commitment, FollowUp, Position, Stance, Status, Strength, Target
from glossator.records import Record

_LONGEST_ACT = 20


def read_commitment(record: Record, desk: Desk) -> Commitment | None:
    """Return the commitment in a record, or None after noting what is wrong with it."""
    id_ = record.slug("id")
    target = find_target(record, desk, quoted=True)
    strength = record.one_of("strength", list(Strength), "strength")
    follow_ups = [_follow_up(entry, desk) for entry in record.records("follow-ups")]
    act = record.line("act")
    if (words := len(act.split())) > _LONGEST_ACT:
        remedy = f"say it in {_LONGEST_ACT}; the rest belongs in a note"
        record.report.mistake(record.place_of("act"), f"the act has {words} words", remedy)
    commitment = Commitment(
        id=id_,
        target=target or Target("", None),
        bearer=_bearer(record, desk),
        verb=_verb(record, desk, target),
        strength=Strength(strength) if strength else Strength.SUPPORTS,
        act=act,
        beneficiary=record.line("beneficiary", ""),
        due=record.line("due", ""),
        topics=record.ids("topics", desk.known["topic"], "topic"),
        follow_ups=tuple(sorted((one for one in follow_ups if one), key=lambda one: one.date)),
        draft=record.draft(),
    )
    return commitment if id_ and target else None


def _follow_up(record: Record, desk: Desk) -> FollowUp | None:
    date = record.date("date")
    status = record.one_of("status", list(Status), "status")
    what = read_prose(record, "what", desk.known)
    evidence = read_evidence(record, desk, dated=True)
    record.finish()
    return FollowUp(date, what, Status(status), evidence) if date and status else None


def read_position(record: Record, desk: Desk) -> Position | None:
    """Return the position in a record, or None after noting what is wrong with it."""
    id_ = record.slug("id")
    target = find_target(record, desk, quoted=True)
    stance = record.one_of("stance", list(Stance), "stance")
    position = Position(
        id=id_,
        target=target or Target("", None),
        bearer=_bearer(record, desk),
        verb=_verb(record, desk, target),
        stance=Stance(stance) if stance else Stance.AFFIRMS,
        content=record.line("content"),
        topics=record.ids("topics", desk.known["topic"], "topic"),
        draft=record.draft(),
    )
    return position if id_ and target else None


def _bearer(record: Record, desk: Desk) -> tuple[str, ...]:
    entities = desk.known["entity"]
    known = None if entities is None else [*JOINT, *entities]
    needed = "name an entity of entities.yml, or write 'both' or 'all'"
    return record.ids("bearer", known, "entity", needed)


def _verb(record: Record, desk: Desk, target: Target | None) -> str:
    """Return the verb as printed; it must stand in the clause, and may stand there often."""
    verb = record.line("verb")
    if target and verb:
        find_quote(record, desk, target.at, "verb", once=False)
    return verb
