"""The command that shows what a seed does to published addresses."""

import datetime as dt
import sys
import textwrap
from pathlib import Path

import click

from glossator import job
from glossator.cli.shared import options, say, settle

_SHOWN = 60


@click.command()
@click.option("--accept", is_flag=True, help="Write the ledger without asking.")
@click.option(
    "--same",
    multiple=True,
    metavar="ADDRESS=LINE",
    help="The paragraph that begins on this line of the seed keeps this address.",
)
@click.option("--date", "since", help="The day of what is new [default: today].")
@options
@click.pass_context
def ledger(
    context: click.Context,
    edition: Path | None,
    encoding: str,
    accept: bool,
    same: tuple[str, ...],
    since: str | None,
) -> None:
    """Show what the seed does to published addresses, and accept it."""
    folder, encoding = settle(context, edition, encoding)
    # The one place that looks at a clock: publishing has a day, and making a site has none.
    day = _day(since) if since else dt.datetime.now(tz=dt.UTC).date().isoformat()
    reviewed = job.review(folder, encoding, day, [_pair(one) for one in same])
    for change in reviewed.changes:
        say(f"{change.kind:<12}{change.address:<10}{_outcome(change)}")
    kept = sum(1 for entry in reviewed.ledger if not entry.removed) - sum(
        1 for change in reviewed.changes if change.place
    )
    say(f"{kept} addresses keep their words")
    if not reviewed.changes:
        return
    asked = sys.stdin.isatty() and not accept
    if accept or (asked and click.confirm("accept this?")):
        job.accept(folder, reviewed.ledger)
        say(f"{job.LEDGER} is written; run build.py and commit both")
    else:
        say("nothing is written; to accept it, run this again with --accept")


def _outcome(change: job.Change) -> str:
    if not change.place:
        return f"its words stand at {change.other} now" if change.other else "its page stays and says so"
    words = textwrap.shorten(change.words, _SHOWN, placeholder=" …")
    return f"{change.place}  {words}" + (f"  (published as {change.other})" if change.other else "")


def _pair(text: str) -> tuple[str, int]:
    address, _, line = text.partition("=")
    if not address or not line.isdecimal():
        problem = f"{text!r} is not an address and a line, as in 4.4=57"
        raise click.BadParameter(problem, param_hint="--same")
    return address, int(line)


def _day(text: str) -> str:
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        problem = f"{text!r} is not a day, as in 2027-03-01"
        raise click.BadParameter(problem, param_hint="--date") from None
