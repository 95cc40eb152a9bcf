"""The commands: arguments in, messages and an exit code out. Nothing here knows what a clause is.

Exit codes: 0 all is well, 1 the inputs are wrong, 2 the command is wrong, 130 stopped by Ctrl-C.
"""

import datetime as dt
import sys
import textwrap
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import click

from glossator import job
from glossator.errors import EditionError, Mistake, fault

_SHOWN = 60
_HOME = Path(__file__).resolve().parent.parent


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line and return its exit code."""
    debug = "--debug" in arguments
    arguments = [argument for argument in arguments if argument != "--debug"]
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character gets a stand-in, never a crash.
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    try:
        commands.main(arguments, prog_name="build.py", standalone_mode=False)
    except EditionError as error:
        _tell((*error.notices, *error.mistakes))
        count = len(error.mistakes)
        click.echo(f"{count} mistake{'s' * (count != 1)}; site/ is as it was", err=True)
        return 1
    except click.ClickException as error:
        error.show()
        return 2
    except (KeyboardInterrupt, click.Abort):
        click.echo("stopped; site/ is whole", err=True)
        return 130
    except Exception as error:  # noqa: BLE001 - no fault of ours may end in a traceback either
        if debug:
            import traceback

            traceback.print_exc()
        _tell([fault(error)])
        return 1
    return 0


def _tell(mistakes: Iterable[Mistake]) -> None:
    for mistake in mistakes:
        click.echo(str(mistake), err=True)


def _say(line: str) -> None:
    """Print a line, if anybody still listens; a closed pipe must not stop a build."""
    with suppress(OSError):
        click.echo(line)


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that all commands share."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    for option in (
        click.option("--edition", type=folder, help="The edition folder [default: this one]."),
        click.option("--encoding", default="", help="The encoding of the seed."),
    ):
        command = option(command)
    return command


def _settle(context: click.Context, edition: Path | None, encoding: str) -> tuple[Path, str]:
    """Return folder and encoding, as given after the command or else before it."""
    outer = context.parent.params if context.parent else {}
    folder = edition or outer.get("edition") or _HOME
    return folder.resolve(), encoding or outer.get("encoding", "")


@contextmanager
def _progress() -> Iterator[job.Progress]:
    """Show stages: as one moving line on a terminal, as plain lines elsewhere."""
    if sys.stdout is None or not sys.stdout.isatty():
        yield lambda stage: _say(f"{stage} …")
        return
    from rich.console import Console

    with Console().status("starting") as status:
        yield status.update


@click.group(invoke_without_command=True)
@_options
@click.pass_context
def commands(context: click.Context, edition: Path | None, encoding: str) -> None:
    """Make the site of an edition: pages, site, proof.

    Without a command it builds. The last good site stays unless everything went well.
    """
    if context.invoked_subcommand:
        return
    started = time.perf_counter()
    folder, encoding = _settle(context, edition, encoding)
    with _progress() as progress:
        built = job.build(folder, encoding, progress)
    _tell(built.notices)
    seconds = time.perf_counter() - started
    _say(f"{built.pages} pages, {built.clauses} clauses, {seconds:.1f} seconds")
    _say(str(built.proof))
    _say(f"open {_shown(built.site / 'index.html')}")


@commands.command()
@click.option("--site", is_flag=True, help="Prove the site that stands in site/ instead.")
@_options
@click.pass_context
def check(context: click.Context, edition: Path | None, encoding: str, site: bool) -> None:
    """Tell everything that is wrong, all at once; write nothing."""
    folder, encoding = _settle(context, edition, encoding)
    with _progress() as progress:
        if site:
            proof = job.check_site(folder, encoding, progress)
        else:
            checked = job.check(folder, encoding, progress)
    if site:
        _say(f"{proof.pages} pages, {proof.clauses} clauses, {proof.links:,} links")
        _say(str(proof))
    else:
        _tell(checked.notices)
        for kind, count in checked.tally.items():
            _say(f"{count:>7,}  {kind}")
        told = "clauses have a caption, a topic, and a commitment or position"
        _say(f"{checked.covered} of {checked.clauses} {told}")
        _say("nothing is wrong")


@commands.command()
@click.option("--accept", is_flag=True, help="Write the ledger without asking.")
@click.option(
    "--same",
    multiple=True,
    metavar="ADDRESS=LINE",
    help="The paragraph that begins on this line of the seed keeps this address.",
)
@click.option("--date", "since", help="The day of what is new [default: today].")
@_options
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
    folder, encoding = _settle(context, edition, encoding)
    # The one place that looks at a clock: publishing has a day, and making a site has none.
    day = _day(since) if since else dt.datetime.now(tz=dt.UTC).date().isoformat()
    reviewed = job.review(folder, encoding, day, [_pair(one) for one in same])
    for change in reviewed.changes:
        _say(f"{change.kind:<12}{change.address:<10}{_outcome(change)}")
    kept = sum(1 for entry in reviewed.ledger if not entry.removed) - sum(
        1 for change in reviewed.changes if change.place
    )
    _say(f"{kept} addresses keep their words")
    if not reviewed.changes:
        return
    asked = sys.stdin.isatty() and not accept
    if accept or (asked and click.confirm("accept this?")):
        job.accept(folder, reviewed.ledger)
        _say(f"{job.LEDGER} is written; run build.py and commit both")
    else:
        _say("nothing is written; to accept it, run this again with --accept")


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


@commands.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to serve on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@_options
@click.pass_context
def serve(context: click.Context, edition: Path | None, encoding: str, host: str, port: int) -> None:
    """Show the site in a browser and build it again on every change."""
    from glossator.serve import serve_edition

    folder, encoding = _settle(context, edition, encoding)
    serve_edition(folder, encoding, host, port, _tell, _say)


def _shown(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
