"""The golden cases: what editors are told, and what the parser finds, word for word."""

from pathlib import Path

import pytest
import yaml
from cases import Case, read_cases
from conftest import copy_small_edition

from glossator.edition import load_edition
from glossator.errors import EditionError, Report
from glossator.model import Passage, Statement
from glossator.parse import parse, read_outline, sentences_of
from glossator.records import read_record
from glossator.source import read_source


@pytest.mark.parametrize("case", read_cases("mistakes"), ids=lambda case: case.title)
def test_mistakes_are_told_word_for_word(case: Case, tmp_path: Path) -> None:
    says, notices = told(case, tmp_path)
    assert says == case.block("says")
    assert notices == case.block("notices") or says


def told(case: Case, folder: Path) -> tuple[str, str]:
    """Return the mistakes and the notices in a little edition changed as the case says."""
    copy_small_edition(folder)
    for info, text in case.blocks:
        verb, _, path = info.partition(" ")
        if verb == "file":
            (folder / path).write_text(text, encoding="utf-8")
        elif verb == "append":
            with (folder / path).open("a", encoding="utf-8") as file:
                file.write(text)
        elif verb == "remove":
            (folder / path).unlink()
    try:
        return "", "".join(f"{notice}\n" for notice in load_edition(folder).notices)
    except EditionError as error:
        return f"{error}\n", ""


@pytest.mark.parametrize("case", read_cases("structure"), ids=lambda case: case.title)
def test_structure_is_found(case: Case, tmp_path: Path) -> None:
    seed = tmp_path / "text.txt"
    seed.write_text(case.block("seed"), encoding="utf-8")
    outline_file = tmp_path / "outline.yml"
    outline_file.write_text(yaml.safe_dump({}) if not case.block("outline") else case.block("outline"))
    report = Report()
    outline = read_outline(read_record(outline_file, "outline.yml", report))
    statement = parse(read_source(seed, "seeds/text.txt"), outline, report)
    assert not report.mistakes
    lines = [*_describe(statement), *(f"! {str(notice).splitlines()[0]}" for notice in report.notices)]
    assert "\n".join(lines) + "\n" == case.block("finds")


def _describe(statement: Statement) -> list[str]:
    source = statement.source
    lines = [f"{line.role:<12}{source.cut(line.span)[:24]}" for line in statement.title_block]
    for section in statement.sections:
        marker = f"marker {source.cut(section.marker)!r}" if section.marker else section.supplied
        lines += [f"  {one.kind:<10}{source.cut(one.span)[:24].rstrip()}" for one in section.head]
        number = section.number if section.supplied else section.label
        lines.append(f"{number:<12}{marker}".rstrip())
        for clause in section.parts:
            if isinstance(clause, Passage):
                lines.append(f"  {clause.kind:<10}{source.cut(clause.span)[:24].rstrip()}")
                continue
            more = len(sentences_of(source, clause)) - 1
            sentences = f" + {more} sentence{'s' * (more > 1)}" if more else ""
            beginning = source.cut(clause.span)[:24].rstrip()
            lines.append(f"  {clause.address:<10}{beginning}{sentences}")
        lines += [f"{'':12}{source.cut(line.span)}" for line in section.lines]
    return lines
