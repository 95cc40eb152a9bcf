"""The scoreboard of the parser: ``make corpora`` compares it with texts whose structure is known.

    GLOSSATOR_CORPORA=/path/to/texts make corpora

The folder holds ``*.txt``, ``truth.json`` and ``gold/*.tsv``. Nothing of it is part of the project.
"""

import csv
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from glossator.errors import EditionError, Report
from glossator.inspect import Inspection, inspect
from glossator.parse import Outline, parse
from glossator.parse.outline import LineEntry
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


SAYS = {code: min(means) for code, means in MEANS.items()} | {
    "D": "dateline",
    "GT": "group",
    "GT2": "group",
}
"""What an editor would write of a line with such a code."""

ROUNDS = 3
"""So often an editor looks at what is found, and corrects it."""

ASPECTS = ("sections", "groups", "preamble", "clauses", "items", "signature", "title", "date")


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the corpora: what is true of it, and its gold blocks as (first line, last line, code)."""

    path: Path
    truth: dict[str, Any]
    blocks: tuple[tuple[int, int, str], ...]

    def inspected(self, outline: Outline | None = None) -> Inspection | None:
        """Return what the parser finds; None when it refuses the text."""
        report = Report()
        encoding = self.truth["encoding"]
        try:
            source = read_source(self.path, self.path.name, "" if encoding.startswith("utf") else encoding)
        except EditionError:
            return None
        return inspect(parse(source, outline or Outline(), report), report.notices)

    def codes(self) -> dict[int, str]:
        """Return the code of every line that is not blank."""
        lines = self.path.read_bytes().decode(self.truth["encoding"], errors="replace").split("\n")
        return {
            number: code
            for first, last, code in self.blocks
            for number in range(first, last + 1)
            if lines[number - 1].strip()
        }

    def wrong(self, found: Inspection | None) -> dict[int, str]:
        """Return the roles that are wrong, by line."""
        roles = {one.line: one.role for one in found.lines} if found else {}
        told = {number: roles.get(number, "nothing") for number in self.codes()}
        return {
            number: told[number] for number, code in self.codes().items() if told[number] not in MEANS[code]
        }

    def outline(self) -> Outline:
        """Return the outline that an editor would write: what the parser gets wrong, block by block."""
        said: dict[int, LineEntry] = {}
        for _ in range(ROUNDS):
            outline = Outline(lines=tuple(said[first] for first in sorted(said)))
            wrong = self.wrong(self.inspected(outline))
            for first, last, code in self.blocks:
                if any(first <= number <= last for number in wrong):
                    said[first] = LineEntry(SAYS[code], first, last, f"outline of {self.path.name}")
        return Outline(lines=tuple(said[first] for first in sorted(said)))

    def aspects(self, found: Inspection | None) -> dict[str, bool]:
        """Tell of each of the ``ASPECTS`` whether it is as the truth has it."""
        truth = self.truth
        if found is None:
            return dict.fromkeys(ASPECTS, not truth["clauses"]["total"])
        by_role: dict[str, set[str]] = defaultdict(set)
        for one in found.lines:
            by_role[one.role].add(one.address or "")
        groups = [one.group for one in found.sections if one.group]
        preamble = truth.get("preamble_acceptable") or [truth["preamble_paragraphs"]]
        addresses = {one.address for one in found.lines if one.address}
        return {
            "sections": list(map(label, truth["sections"])) == [label(one.label) for one in found.sections],
            "groups": list(map(label, truth["groups"])) == list(dict.fromkeys(map(label, groups))),
            "preamble": len([one for one in addresses if one.startswith("P.")]) in preamble,
            "clauses": len(addresses) == truth["clauses"]["total"],
            "items": len(by_role["item"]) == truth["clauses"]["of_which_items"],
            "signature": bool(by_role["signature"]) == truth["signature"],
            "title": label(found.title or "").casefold() == label(truth["title"] or "").casefold(),
            "date": found.date == truth["date"],
        }


def label(text: str) -> str:
    """Return a label as it is compared: without white space at its ends."""
    return " ".join(text.split())


def read_corpora(folder: Path) -> Iterator[Text]:
    """Yield the texts of the folder that have gold."""
    for truth in json.loads((folder / "truth.json").read_text(encoding="utf-8")):
        path = folder / f"{truth['slug']}.txt"
        gold = folder / "gold" / f"{truth['slug']}.tsv"
        if path.is_file() and gold.is_file():
            with gold.open(encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
            blocks = [(int(row["first_line"]), int(row["last_line"]), row["role"]) for row in rows]
            yield Text(path, truth, tuple(blocks))


def show(text: Text, found: Inspection | None, outline: Outline) -> None:
    """Print every wrong line of a text, its labels, and the outline that mends it."""
    lines = text.path.read_bytes().decode(text.truth["encoding"], errors="replace").split("\n")
    codes = text.codes()
    for number, role in text.wrong(found).items():
        print(f"    {number:5} {codes[number]:4} {role:10} {lines[number - 1][:100]!r}")
    if found:
        print("    labels", [one.label for one in found.sections])
        print(
            "    title ", found.title, "| date", found.date, "| groups", {one.group for one in found.sections}
        )
    print("    wished", *(text.truth[name] for name in ("sections", "title", "date", "groups", "clauses")))
    for one in outline.lines:
        print(f"    {one.role}: {one.first}-{one.last}")


def main() -> None:
    """Print a line for each text, what is most often taken for what, and the sums."""
    folder = Path(os.environ.get("GLOSSATOR_CORPORA", ""))
    if not (folder / "truth.json").is_file():
        sys.exit("corpora: set GLOSSATOR_CORPORA to a folder with texts, truth.json and gold/")
    mistaken: Counter[str] = Counter()
    sums: Counter[str] = Counter()
    least = 1.0
    for text in read_corpora(folder):
        found = text.inspected()
        wrong, codes = text.wrong(found), text.codes()
        right = 1 - len(wrong) / len(codes) if codes else 1.0
        outline = text.outline()
        settled = text.inspected(outline)
        whole = not text.wrong(settled) and text.aspects(settled)["sections"]
        roles = len({one.role for one in outline.lines})
        aspects = text.aspects(found)
        differ = [name for name in ASPECTS if not aspects[name]]
        told = f"with an outline of {roles:2} lines {'100 %' if whole else 'NOT 100 %'}"
        print(f"{text.path.stem:34} {right:7.1%} of {len(codes):5} lines; {told}; {', '.join(differ) or '-'}")
        if os.environ.get("SHOW") == text.path.stem:
            show(text, found, outline)
            print("    still wrong", text.wrong(settled))
        mistaken.update(f"{codes[number]} told as {role}" for number, role in wrong.items())
        sums.update(texts=1, lines=len(codes), wrong=len(wrong), whole=whole)
        sums.update({name: int(aspects[name]) for name in ASPECTS})
        least = min(least, right)
    for what, count in mistaken.most_common(25):
        print(f"{count:6} {what}")
    print(
        f"lines {1 - sums['wrong'] / sums['lines']:.1%}, least {least:.1%}, of {sums['texts']} texts exact:"
    )
    print(", ".join(f"{name} {sums[name]}" for name in ASPECTS), f"; with an outline {sums['whole']}")


if __name__ == "__main__":
    main()
