"""The commands: arguments in, messages and an exit code out. Nothing here knows what a clause is.

Exit codes: 0 all is well, 1 the inputs are wrong, 2 the command is wrong, 130 stopped by Ctrl-C.
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

import click

from glossator import job
from glossator.cli.find import find
from glossator.cli.inspect import inspect
from glossator.cli.ledger import ledger
from glossator.cli.new import new
from glossator.cli.shared import options, progress, say, settle, shown, tell
from glossator.errors import EditionError, fault


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line and return its exit code."""
    debug = "--debug" in arguments
    arguments = [argument for argument in arguments if argument != "--debug"]
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character gets a stand-in, never a crash.
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    try:
        return int(commands.main(arguments, prog_name="build.py", standalone_mode=False) or 0)
    except EditionError as error:
        return _refused(error)
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
        tell([fault(error)])
        return 1


def _refused(error: EditionError, aftermath: str = "") -> int:
    tell((*error.notices, *error.mistakes))
    count = len(error.mistakes)
    click.echo(f"{count} mistake{'s' * (count != 1)}{aftermath}", err=True)
    return 1


@click.group(invoke_without_command=True)
@options
@click.pass_context
def commands(context: click.Context, edition: Path | None, encoding: str) -> None:
    """Make the site of an edition: pages, site, proof.

    Without a command it builds. The last good site stays unless everything went well.
    """
    if context.invoked_subcommand:
        return
    started = time.perf_counter()
    folder, encoding = settle(context, edition, encoding)
    try:
        with progress() as moving:
            built = job.build(folder, encoding, moving)
    except EditionError as error:
        context.exit(_refused(error, "; site/ is as it was"))
    tell(built.notices)
    seconds = time.perf_counter() - started
    say(f"{built.pages} pages, {built.clauses} clauses, {seconds:.1f} seconds")
    say(str(built.proof))
    say(f"open {shown(built.site / 'index.html')}")


@commands.command()
@click.option("--site", is_flag=True, help="Prove the site that stands in site/ instead.")
@options
@click.pass_context
def check(context: click.Context, edition: Path | None, encoding: str, site: bool) -> None:
    """Tell everything that is wrong, all at once; write nothing."""
    folder, encoding = settle(context, edition, encoding)
    with progress() as moving:
        if site:
            proof = job.check_site(folder, encoding, moving)
        else:
            checked = job.check(folder, encoding, moving)
    if site:
        say(f"{proof.pages} pages, {proof.clauses} clauses, {proof.links:,} links")
        say(str(proof))
    else:
        tell(checked.notices)
        for kind, count in checked.tally.items():
            say(f"{count:>7,}  {kind}")
        told = "clauses have a caption, a topic, and a commitment or position"
        say(f"{checked.covered} of {checked.clauses} {told}")
        say("nothing is wrong")


@commands.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to serve on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@options
@click.pass_context
def serve(context: click.Context, edition: Path | None, encoding: str, host: str, port: int) -> None:
    """Show the site in a browser and build it again on every change."""
    from glossator.serve import serve_edition

    folder, encoding = settle(context, edition, encoding)
    serve_edition(folder, encoding, host, port, tell, say)


commands.add_command(find)
commands.add_command(inspect)
commands.add_command(ledger)
commands.add_command(new)
