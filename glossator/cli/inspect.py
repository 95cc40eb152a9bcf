"""The command that shows what the parser makes of a text."""

import json
from pathlib import Path

import click

from glossator import job
from glossator.cli.shared import options, say
from glossator.inspect import tree


@click.command()
@click.argument("text", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one object for programs.")
@options
def inspect(text: Path, as_json: bool, edition: Path | None, encoding: str) -> None:
    """Show the structure that is found in a text, with the numbers of its lines.

    With --edition the outline is taken from there.
    """
    found = job.look_at(text, encoding, edition)
    if as_json:
        say(json.dumps(found.as_object(), ensure_ascii=False))
        return
    for line in tree(found):
        say(line)
