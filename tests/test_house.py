"""The rules of the house, kept by reading its own source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

PACKAGE = ROOT / "glossator"
FLOORS = (
    ("errors", "model", "pictures"),
    ("source", "records", "disk", "words"),
    ("ledger",),
    ("parse",),
    ("annotate",),
    ("edition", "index", "cite", "find", "inspect"),
    ("draft", "pages"),
    ("site", "proof"),
    ("job",),
    ("serve",),
    ("cli",),
)
LONGEST_ROOM = 220
LONGEST_FUNCTION = 40
FILES = sorted(PACKAGE.rglob("*.py"))


def floor_of(room: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("glossator."):
            yield node.module.split(".")[1]
        elif isinstance(node, ast.ImportFrom) and node.module == "glossator":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (
                alias.name.split(".")[1] for alias in node.names if alias.name.startswith("glossator.")
            )


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_every_room_stands_on_a_floor() -> None:
    assert {room_of(path) for path in FILES} - {"__init__"} == {room for floor in FLOORS for room in floor}


@pytest.mark.parametrize("path", [path for path in FILES if path != PACKAGE / "__init__.py"], ids=named)
def test_imports_go_down_only(path: Path) -> None:
    room = room_of(path)
    for other in imported_rooms(parsed(path)):
        assert other == room or floor_of(other) < floor_of(room), f"{room} imports {other}"


@pytest.mark.parametrize("path", [*FILES, ROOT / "build.py"], ids=named)
def test_a_room_is_read_in_one_sitting(path: Path) -> None:
    tree = parsed(path)
    assert ast.get_docstring(tree), "the room does not say what it is for"
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_ROOM
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("path", FILES, ids=named)
def test_only_the_top_speaks_and_exits(path: Path) -> None:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call):
            assert ast.unparse(node.func) not in {"print", "sys.exit", "exit", "quit"}


@pytest.mark.parametrize("path", FILES, ids=named)
def test_data_is_frozen(path: Path) -> None:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ClassDef):
            for decorator in map(ast.unparse, node.decorator_list):
                if decorator.startswith("dataclass"):
                    assert "frozen=True" in decorator, node.name
                    assert "slots=True" in decorator, node.name


def test_the_newcomer_finds_every_room_in_the_map() -> None:
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for rooms in FLOORS:
        for room in rooms:
            assert f"`{room}`" in contributing, f"CONTRIBUTING.md does not name the room {room}"
