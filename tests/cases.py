"""Read golden cases: Markdown files in ``cases/``, a heading and fenced blocks for each case."""

from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt

FOLDER = Path(__file__).resolve().parent / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """A case: its title and its blocks, each with the words after the fence and its text."""

    title: str
    blocks: tuple[tuple[str, str], ...]

    def block(self, name: str) -> str:
        """Return the text of the block called ``name``, or nothing."""
        return next((text for info, text in self.blocks if info == name), "")


def read_cases(name: str) -> list[Case]:
    """Return the cases of ``cases/NAME.md`` in order."""
    tokens = MarkdownIt().parse((FOLDER / f"{name}.md").read_text(encoding="utf-8"))
    cases: list[tuple[str, list[tuple[str, str]]]] = []
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type == "heading_open" and token.tag == "h2" and following:
            cases.append((following.content, []))
        elif token.type == "fence" and cases:
            cases[-1][1].append((token.info.strip(), token.content))
    return [Case(title, tuple(blocks)) for title, blocks in cases]
