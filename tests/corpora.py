"""The scoreboard of the parser: ``make corpora`` compares it with texts whose structure is known.

    GLOSSATOR_CORPORA=/path/to/texts make corpora

The folder holds ``*.txt``, ``truth.json`` and ``gold/*.tsv``. Nothing of it is part of the project.
"""

import csv
import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from glossator.errors import EditionError, Report
from glossator.inspect import Inspection, inspect
from glossator.parse import Outline, parse
from glossator.source import read_source

MEANS = {
    "M": {"metadata"},
    "T": {"title"},
    "ST": {"title"},
    "D": {"dateline", "metadata"},
    "PH": {"heading"},
    "P": {"preamble"},
    "G": {"group"},
    "GT": {"group", "heading"},
    "GT2": {"group", "heading"},
    "H": {"section"},
    "S": {"section"},
    "HT2": {"heading", "section"},
    "MK": {"item", "section", "heading"},
    "C": {"clause"},
    "I": {"item"},
    "N": {"note"},
    "F": {"footnote"},
    "X": {"debris", "metadata"},
    "SG": {"signature"},
    "Z": {"closing"},
}
"""What each code of the gold files may be called."""


def inspected(path: Path, encoding: str) -> Inspection | None:
    """Return what the parser finds without an outline; None when it refuses the text."""
    report = Report()
    try:
        source = read_source(path, path.name, encoding)
    except EditionError:
        return None
    return inspect(parse(source, Outline(), report), report.notices)


def gold_roles(path: Path) -> dict[int, str]:
    """Return the code of every line in a gold file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {
        number: row["role"]
        for row in rows
        for number in range(int(row["first_line"]), int(row["last_line"]) + 1)
    }


def score(
    path: Path, truth: dict[str, Any], gold: dict[int, str], wrong: Counter[str]
) -> tuple[int, int, bool]:
    """Return right lines, all lines, and whether the labels of all sections are right."""
    found = inspected(path, "" if truth["encoding"].startswith("utf") else truth["encoding"])
    roles = {one.line: one.role for one in found.lines} if found else {}
    lines = path.read_bytes().decode(truth["encoding"], errors="replace").split("\n")
    told = {number: code for number, code in gold.items() if lines[number - 1].strip()}
    right = 0
    for number, code in told.items():
        role = roles.get(number, "nothing")
        if role in MEANS.get(code, set()):
            right += 1
        else:
            wrong[f"{code} told as {role}"] += 1
            if os.environ.get("SHOW") == path.stem:
                print(f"    {number:5} {code:4} {role:10} {lines[number - 1][:100]!r}")
    labels = [label(one.label) for one in found.sections] if found else []
    wished = [label(one) for one in truth["sections"]]
    if os.environ.get("SHOW") == path.stem:
        print("    found ", labels)
        print("    wished", wished)
    return right, len(told), labels == wished


def label(text: str) -> str:
    """Return a label as it is compared: without white space at its ends."""
    return " ".join(text.split())


def main() -> None:
    """Print a line for each text, what is most often taken for what, and the sums."""
    folder = Path(os.environ.get("GLOSSATOR_CORPORA", ""))
    if not (folder / "truth.json").is_file():
        sys.exit("corpora: set GLOSSATOR_CORPORA to a folder with texts, truth.json and gold/")
    sums, sections, least = [0, 0], [0, 0], 1.0
    wrong: Counter[str] = Counter()
    for truth in json.loads((folder / "truth.json").read_text(encoding="utf-8")):
        path = folder / f"{truth['slug']}.txt"
        gold = folder / "gold" / f"{truth['slug']}.tsv"
        if not path.is_file() or not gold.is_file():
            continue
        right, lines, exact = score(path, truth, gold_roles(gold), wrong)
        share = right / lines if lines else 1.0
        print(
            f"{truth['slug']:34} {share:7.1%} of {lines:5} lines  sections {'exact' if exact else 'differ'}"
        )
        sums, sections = [sums[0] + right, sums[1] + lines], [sections[0] + exact, sections[1] + 1]
        least = min(least, share)
    for what, count in wrong.most_common(25):
        print(f"{count:6} {what}")
    print(
        f"lines {sums[0] / sums[1]:.1%}, least {least:.1%}, sections exact in {sections[0]} of {sections[1]}"
    )


if __name__ == "__main__":
    main()
