"""The command that tells which clause says this."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from glossator import job
from glossator.cli.shared import options, say, settle

_BLOCKS = {"title": "title block", "signature": "signature block"}


@click.command()
@click.argument("words", nargs=-1, required=True)
@options
@click.pass_context
def find(context: click.Context, edition: Path | None, encoding: str, words: tuple[str, ...]) -> None:
    """Tell which clause says this: exactly, or how it differs.

    An ellipsis parts words that need not be adjacent.
    """
    folder, encoding = settle(context, edition, encoding)
    asked = job.ask(folder, encoding, " ".join(words))
    for line in _lines(asked):
        say(line)
    job.see_found(asked)


def _lines(asked: job.Asked) -> Iterator[str]:
    for number, part in enumerate(asked.parts, 1):
        before = f"part {number}: " if len(asked.parts) > 1 else ""
        if not part.found:
            yield f"{before}not found"
        for found in part.found:
            place = asked.source.place(found.pieces[0].span.start)
            order = "" if part.in_order else ", but not after the part before"
            yield f"{before}{_where(found.pieces)} ({place}): {_how(found)}{order}"
            if found.marked:
                yield from (f"    {line}" for line in found.marked.splitlines())


def _where(pieces: Sequence[job.Piece]) -> str:
    names = [_name(one) for one in (pieces[0], pieces[-1])]
    return names[0] if len(pieces) == 1 else " to ".join(names)


def _name(piece: job.Piece) -> str:
    name = _BLOCKS.get(piece.at, piece.at)
    if not piece.sentences:
        return name
    numbers = list(dict.fromkeys((piece.sentences[0], piece.sentences[-1])))
    return f"{name}, sentence{'s' * (len(numbers) > 1)} {'–'.join(numbers)}"


def _how(found: job.Found) -> str:
    if found.near:
        return "differs"
    *first, last = found.kinds or ("",)
    kinds = f"{', '.join(first)} and {last}" if first else last
    said = f"exact but for {kinds}" if kinds else "exact"
    return f"{said}, but cut inside a word" if found.cut else said
