"""The commands: arguments in, messages and an exit code out. Nothing here knows what a clause is.

Exit codes: 0 all is well, 1 the inputs are wrong, 2 the command is wrong, 130 stopped by Ctrl-C.
"""

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import click

from glossator import job
from glossator.errors import EditionError, Mistake, fault

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
