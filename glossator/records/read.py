"""Compose a YAML file into records, with a mistake for everything that is no plain YAML."""

import os
from pathlib import Path

import yaml

from glossator.errors import EditionError, Mistake, Report, disk_mistakes, mistaken
from glossator.records.record import Items, Node, Record, Value, as_records

_DEEPEST = 20
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_record(path: Path, name: str, report: Report) -> Record | None:
    """Return the one mapping that the file must be; without one, None and a mistake."""
    if not os.path.lexists(path):
        remedy = "write it, or begin with a copy of another edition's"
        report.mistake(name, "there is no such file", remedy)
        return None
    node = _read(path, name, report)
    if isinstance(node, Record):
        return node
    if node is not None:
        report.mistake(name, "the file must be a mapping", "begin it with 'key: …' lines")
    return None


def read_records(path: Path, name: str, report: Report) -> tuple[Record, ...]:
    """Return the list of records in the file; an empty or absent file is an empty list."""
    node = _read(path, name, report) if os.path.lexists(path) else None
    return () if node is None else as_records(node, report, "the file")


def _read(path: Path, name: str, report: Report) -> Node | None:
    try:
        with disk_mistakes(name):
            if path.exists() and not path.is_file():
                raise mistaken(name, "this is no file", "put a plain file there")
            text = path.read_bytes().decode("utf-8-sig")
        _refuse_depth(text, name)
        tree = yaml.compose(text, Loader=_Loader)
        return None if tree is None else _node(tree, name, report, set())
    except EditionError as error:
        report.mistakes.extend(error.mistakes)
    except UnicodeDecodeError:
        report.mistake(name, "the file is not UTF-8", "save it again as UTF-8")
    except yaml.YAMLError as error:
        report.mistakes.append(_broken(name, error))
    return None


def _refuse_depth(text: str, name: str) -> None:
    """Refuse what is nested so deeply that composing it would exhaust the stack."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            remedy = "keep to the plain lists and mappings of the examples"
            raise mistaken(name, "the file is nested too deeply", remedy)


def _broken(name: str, error: yaml.YAMLError) -> Mistake:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = f"{name}:{mark.line + 1}" if mark else name
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "not readable"
    remedy = "look at the indentation, and put quotes around text that holds ': ' or ' #'"
    return Mistake(place, f"this is not YAML: {problem}", remedy)


def _node(tree: yaml.Node, name: str, report: Report, seen: set[int]) -> Node:
    place = f"{name}:{tree.start_mark.line + 1}"
    if id(tree) in seen:
        raise mistaken(place, "anchors and aliases are not used here", "write the words out again")
    seen.add(id(tree))
    if isinstance(tree, yaml.MappingNode):
        return _mapping(tree, name, place, report, seen)
    if isinstance(tree, yaml.SequenceNode):
        return Items(tuple(_node(entry, name, report, seen) for entry in tree.value), place)
    return Value(str(tree.value).strip(), place)


def _mapping(tree: yaml.MappingNode, name: str, place: str, report: Report, seen: set[int]) -> Record:
    values: dict[str, Node] = {}
    for key, value in tree.value:
        line = f"{name}:{key.start_mark.line + 1}"
        if not isinstance(key, yaml.ScalarNode):
            report.mistake(line, "a key must be a word", "write 'key: …'")
        elif key.value in values:
            remedy = "keep one of the two"
            report.mistake(line, f"the key {key.value!r} stands twice", remedy)
        else:
            values[key.value] = _node(value, name, report, seen)
    return Record(place, values, report)
