"""What all commands share: their options, what they print, how they show that they go on."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import click

from glossator import job
from glossator.errors import Mistake

_HOME = Path(__file__).resolve().parent.parent.parent


def tell(mistakes: Iterable[Mistake]) -> None:
    """Print mistakes or notices."""
    for mistake in mistakes:
        click.echo(str(mistake), err=True)


def say(line: str) -> None:
    """Print a line, if anybody still listens; a closed pipe must not stop a build."""
    with suppress(OSError):
        click.echo(line)


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that all commands share."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    for option in (
        click.option("--edition", type=folder, help="The edition folder [default: this one]."),
        click.option("--encoding", default="", help="The encoding of the seed."),
    ):
        command = option(command)
    return command


def settle(context: click.Context, edition: Path | None, encoding: str) -> tuple[Path, str]:
    """Return folder and encoding, as given after the command or else before it."""
    outer = context.parent.params if context.parent else {}
    folder = edition or outer.get("edition") or _HOME
    return folder.resolve(), encoding or outer.get("encoding", "")


@contextmanager
def progress() -> Iterator[job.Progress]:
    """Show stages: as one moving line on a terminal, as plain lines elsewhere."""
    if sys.stdout is None or not sys.stdout.isatty():
        yield lambda stage: say(f"{stage} …")
        return
    from rich.console import Console

    with Console().status("starting") as status:
        yield status.update


def shown(path: Path) -> str:
    """Return a path as a person in this folder would name it."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
