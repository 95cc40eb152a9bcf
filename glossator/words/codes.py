"""How the codes in annotations are called on pages: kinds, types, strengths, statuses, ends of the text."""

from dataclasses import replace

from glossator.model import ALL, BOTH, PREAMBLE, SIGNATURE, WHOLE, Statement
from glossator.words.spoken import Words, later, later_in

_CODES = {
    message: context
    for context, message in (
        later_in("type of note", "textual"),
        later_in("type of note", "translation"),
        later_in("type of note", "context"),
        later_in("type of note", "definition"),
        later_in("type of note", "follow-up"),
        later_in("kind of remark", "note"),
        later_in("kind of remark", "emendation"),
        later_in("kind of remark", "lacuna"),
        later_in("kind of remark", "date"),
        later_in("kind of entity", "person"),
        later_in("kind of entity", "state"),
        later_in("kind of entity", "organisation"),
        later_in("kind of entity", "place"),
        later_in("kind of entity", "instrument"),
        later_in("kind of entity", "initiative"),
        later_in("kind of entity", "event"),
        later_in("confidence", "two sources"),
        later_in("confidence", "one source"),
        later_in("confidence", "inference"),
        later_in("strength of a commitment", "undertakes"),
        later_in("strength of a commitment", "intends"),
        later_in("strength of a commitment", "supports"),
        later_in("stance", "affirms"),
        later_in("stance", "appreciates"),
        later_in("stance", "opposes"),
        later_in("stance", "is concerned"),
        later_in("status of a commitment", "fulfilled"),
        later_in("status of a commitment", "in progress"),
        later_in("status of a commitment", "no evidence found"),
        later_in("status of a commitment", "not measurable"),
        later_in("status of a commitment", "not assessed"),
        # The two blocks at the ends of the text, as short as the number of a clause.
        later_in("place in the text", "title"),
        later_in("place in the text", "signature"),
    )
}
_JOINT = {BOTH: later("Both sides"), ALL: later("All parties")}
_PARTS = {PREAMBLE: later("Preamble"), SIGNATURE: later("Signature"), WHOLE: later("Text")}


def named(words: Words, code: str) -> str:
    """Return how a code is called on pages; what is no code stays as it is."""
    code = str(code)
    return words.say_in(_CODES[code], code) if code in _CODES else code


def joint(words: Words) -> dict[str, str]:
    """Return how bearers are called that are not one entity, by their codes."""
    return {code: words.say(name) for code, name in _JOINT.items()}


def captioned(statement: Statement, words: Words) -> Statement:
    """Return the statement with the names of its unnumbered parts in the language of the pages."""
    sections = tuple(
        replace(one, caption=words.say(_PARTS[one.label]))
        if one.label in _PARTS and words.raw(_PARTS[one.label]) != _PARTS[one.label] and not one.caption
        else one
        for one in statement.sections
    )
    return replace(statement, sections=sections)
