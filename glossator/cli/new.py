"""The command that begins an edition of another text."""

from pathlib import Path

import click

from glossator import job
from glossator.cli.shared import say, shown, tell
from glossator.inspect import tree

_OUTLINE = {
    "full": "it is written into annotations/statement.yml, for you to correct",
    "titles": "its title block is written into annotations/statement.yml; sections are comments there",
    "none": "it stands in annotations/statement.yml as comments",
}


@click.command()
@click.argument("text", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--encoding", default="", help="The encoding of the text [default: UTF-8, or a guess].")
@click.option("--language", default="", help="Its language, such as en or zh-Hans [default: a guess].")
@click.option("--title", default="", help="What the statement is called [default: its title].")
def new(text: Path, folder: Path, encoding: str, language: str, title: str) -> None:
    """Begin an edition of a text in a new folder: outline, and drafts for you to correct.

    TEXT may be plain text, Markdown, HTML, and with the extra packages a .docx or .pdf.
    """
    begun = job.start(text.resolve(), folder.absolute(), job.Wishes(encoding, language, title))
    start = begun.start
    tell(begun.notices)
    if start.converted:
        say(f"converted: from a {start.converted}; compare seeds/{start.seed} with it")
    for line in tree(begun.inspection):
        say(line)
    say(f"language: {start.language or 'not recognised; give it with --language'}")
    say(f"date: {start.date or 'none found'}")
    say(f"outline: {_sure(begun)}; {_OUTLINE[start.degree]}")
    drafted = begun.draft
    kinds = (
        (len(drafted.topics), "topics"),
        (len(drafted.entities), "entities"),
        (sum(1 for one in drafted.undertakings if one.strength), "commitments"),
        (sum(1 for one in drafted.undertakings if one.stance), "positions"),
        (len(drafted.events), "dates"),
    )
    say(f"drafts, not reviewed: {', '.join(f'{count} {kind}' for count, kind in kinds)}")
    say(f"{begun.files} files in {shown(folder.absolute())}")
    say(f"next: python build.py --edition {shown(folder.absolute())}")


def _sure(begun: job.Begun) -> str:
    """Tell how far the outline can be relied upon."""
    odd = len(begun.inspection.anomalies)
    if odd:
        return f"look at {odd} odd place{'s' * (odd != 1)} first"
    if not begun.inspection.sections:
        return "no sections were found, all clauses stand in one"
    return "every section follows from the one before"
