"""Read YAML as plain records in which every value is a string and every key knows its line.

The file is composed and never constructed, so ``no`` stays ``no`` and ``2030`` stays ``2030``.
A record hands out its values by kind and notes what is wrong; a key that nobody asked for is a
mistake, told with the nearest right one.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from glossator.errors import EditionError, Mistake, Report, did_you_mean, disk_mistakes, mistaken

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Value:
    """A string of the file and where it stands."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping of the file. What is wrong with it goes to ``report``."""

    place: str
    values: dict[str, "Node"]
    report: Report
    asked: set[str] = field(default_factory=set)

    def has(self, key: str) -> bool:
        """Tell whether the key is given."""
        return key in self.values

    def place_of(self, key: str) -> str:
        """Return where the key's value stands, or the record when the key is absent."""
        node = self.values.get(key)
        return self.place if node is None else place_of(node) or self.place

    def text(self, key: str, default: str | None = None) -> str:
        """Return the string under ``key``; without a ``default`` the key is required."""
        self.asked.add(key)
        node = self.values.get(key)
        if isinstance(node, Value) and (node.text or default is not None):
            return node.text
        if node is None and default is not None:
            return default
        problem = f"{key!r} is missing" if node is None else f"{key!r} must be a line of text"
        self.report.mistake(self.place_of(key), problem, f"write '{key}: …' there")
        return ""

    def number(self, key: str) -> int | None:
        """Return the whole number under ``key``, or None when it is absent or none."""
        self.asked.add(key)
        node = self.values.get(key)
        if node is None:
            return None
        if isinstance(node, Value) and node.text.isascii() and node.text.isdigit():
            # Nine digits are more than any text has lines, and keep int() from refusing.
            return int(node.text[:9])
        self.report.mistake(place_of(node), f"{key!r} must be a whole number", f"write '{key}: 12'")
        return None

    def one_of(self, key: str, known: Collection[str], what: str, default: str | None = None) -> str:
        """Return the string under ``key`` when it is one of the ``known``; else note and return ''."""
        text = self.text(key, default)
        if not text or text in known:
            return text
        listed = "use one of: " + ", ".join(sorted(known)[:12]) if known else f"define a {what} first"
        remedy = did_you_mean(text, known, listed)
        self.report.mistake(self.place_of(key), f"there is no {what} {text!r}", remedy)
        return ""

    def texts(self, key: str) -> tuple[Value, ...]:
        """Return the list of strings under ``key``; a single string counts as a list of one."""
        self.asked.add(key)
        node = self.values.get(key)
        nodes = node if isinstance(node, tuple) else () if node is None else (node,)
        for wrong in (entry for entry in nodes if not isinstance(entry, Value) or not entry.text):
            self.report.mistake(place_of(wrong), f"{key!r} must be a list of texts", "write '- …' lines")
        return tuple(entry for entry in nodes if isinstance(entry, Value) and entry.text)

    def record(self, key: str) -> "Record | None":
        """Return the record under ``key``, or None when it is absent or no record."""
        self.asked.add(key)
        node = self.values.get(key)
        if node is None or isinstance(node, Record):
            return node
        self.report.mistake(self.place_of(key), f"{key!r} must be a mapping", "write 'key: …' lines under it")
        return None

    def records(self, key: str) -> tuple["Record", ...]:
        """Return the list of records under ``key``, empty when it is absent."""
        self.asked.add(key)
        node = self.values.get(key)
        return () if node is None else _as_records(node, self.report, f"{key!r}")

    def strings(self, key: str) -> dict[str, Value]:
        """Return the mapping of names to strings under ``key``, empty when it is absent."""
        self.asked.add(key)
        node = self.values.get(key)
        if node is None:
            return {}
        entries = node.values if isinstance(node, Record) else {}
        if not entries or not all(isinstance(entry, Value) for entry in entries.values()):
            self.report.mistake(place_of(node), f"{key!r} must map names to texts", "write 'name: …' lines")
        return {name: entry for name, entry in entries.items() if isinstance(entry, Value)}

    def finish(self) -> None:
        """Note every key that was never asked for: it would otherwise be silently without effect."""
        for key in (key for key in self.values if key not in self.asked):
            remedy = did_you_mean(key, self.asked, "known here: " + ", ".join(sorted(self.asked)))
            self.report.mistake(self.place_of(key), f"the key {key!r} is unknown", remedy)


Node = Value | Record | tuple["Node", ...]


def place_of(node: "Node") -> str:
    """Return ``file:line`` of a node; an empty list has none and gives an empty string."""
    if isinstance(node, tuple):
        return place_of(node[0]) if node else ""
    return node.place


def read_record(path: Path, name: str, report: Report) -> Record | None:
    """Return the one mapping that the file must be; without one, None and a mistake."""
    if not path.exists():
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
    node = _read(path, name, report) if path.exists() else None
    return () if node is None else _as_records(node, report, "the file")


def _as_records(node: Node, report: Report, what: str) -> tuple[Record, ...]:
    nodes = node if isinstance(node, tuple) else (node,)
    for wrong in (entry for entry in nodes if not isinstance(entry, Record)):
        remedy = "begin every record with '- key: …'"
        report.mistake(place_of(wrong), f"{what} must be a list of records", remedy)
    if isinstance(node, Record):
        remedy = "begin every record with '- key: …'"
        report.mistake(node.place, f"{what} must be a list of records", remedy)
        return ()
    return tuple(entry for entry in nodes if isinstance(entry, Record))


def _read(path: Path, name: str, report: Report) -> Node | None:
    try:
        with disk_mistakes(name):
            text = path.read_bytes().decode("utf-8-sig")
        tree = yaml.compose(text, Loader=_Loader)
        return None if tree is None else _node(tree, name, report, set())
    except EditionError as error:
        report.mistakes.extend(error.mistakes)
    except UnicodeDecodeError:
        report.mistake(name, "the file is not UTF-8", "save it again as UTF-8")
    except RecursionError:
        remedy = "keep to the plain lists and mappings of the examples"
        report.mistake(name, "the file is nested too deeply", remedy)
    except yaml.YAMLError as error:
        report.mistakes.append(_broken(name, error))
    return None


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
        return tuple(_node(entry, name, report, seen) for entry in tree.value)
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
