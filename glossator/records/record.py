"""A record: a mapping that hands out its values by kind and notes what is wrong with them."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from glossator.errors import Report, did_you_mean
from glossator.records.shapes import is_date, is_slug, is_url

_BREAKS = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Value:
    """A string of the file and where it stands."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list of the file and where it begins."""

    entries: tuple["Node", ...]
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
        self.asked.add(key)
        return key in self.values

    def place_of(self, key: str) -> str:
        """Return where the key's value stands, or the record when the key is absent."""
        node = self.values.get(key)
        return self.place if node is None else node.place

    def text(self, key: str, default: str | None = None) -> str:
        """Return the string under ``key`` as written; without a ``default`` the key is required."""
        self.asked.add(key)
        node = self.values.get(key)
        if isinstance(node, Value) and (node.text or default is not None):
            return node.text
        if node is None and default is not None:
            return default
        problem = f"{key!r} is missing" if node is None else f"{key!r} must be a line of text"
        self.report.mistake(self.place_of(key), problem, f"write '{key}: …' there")
        return ""

    def line(self, key: str, default: str | None = None) -> str:
        """Return the string under ``key`` with its line breaks and runs of spaces made one space."""
        return one_line(self.text(key, default))

    def slug(self, key: str) -> str:
        """Return the string under ``key`` when it can be part of a web address and a folder's name."""
        text = self.text(key)
        if text and not is_slug(text):
            remedy = "use small letters, digits and single hyphens, such as 'great-stone'"
            self.report.mistake(self.place_of(key), f"{text!r} cannot be a web address", remedy)
            return ""
        return text

    def number(self, key: str) -> int | None:
        """Return the positive whole number under ``key``, or None when it is absent or none."""
        self.asked.add(key)
        node = self.values.get(key)
        if node is None:
            return None
        if isinstance(node, Value) and node.text.isascii() and node.text.isdigit() and node.text.strip("0"):
            # Nine digits are more than any text has lines, and keep int() from refusing.
            return int(node.text[:9])
        self.report.mistake(node.place, f"{key!r} must be a whole number", f"write '{key}: 12'")
        return None

    def one_of(self, key: str, known: Collection[str], what: str, default: str | None = None) -> str:
        """Return the string under ``key`` when it is one of the ``known``; else note and return ''."""
        words = [str(one) for one in known]
        if default is None and not self.has(key):
            remedy = f"write '{key}: …' there with one of: {', '.join(words)}"
            self.report.mistake(self.place, f"{key!r} is missing", remedy)
            return ""
        text = self.text(key, default)
        if not text or text in words:
            return text
        remedy = did_you_mean(text, words, f"use one of: {', '.join(words)}")
        self.report.mistake(self.place_of(key), f"there is no {what} {text!r}", remedy)
        return ""

    def draft(self) -> bool:
        """Tell whether the record is marked as made by a machine and not reviewed."""
        return bool(self.one_of("draft", ("machine",), "kind of draft", ""))

    def date(self, key: str, default: str | None = None) -> str:
        """Return the year, month or day under ``key`` (2023, 2023-03, 2023-03-01) when there is one."""
        text = self.text(key, default)
        if text and not is_date(text):
            remedy = "write it as year, year-month or year-month-day: 2023-03-01"
            self.report.mistake(self.place_of(key), f"there is no date {text!r}", remedy)
            return ""
        return text

    def url(self, key: str) -> str:
        """Return the web address under ``key``, or '' when it is absent or none."""
        found = self._urls([Value(self.text(key, ""), self.place_of(key))])
        return found[0] if found else ""

    def urls(self, key: str) -> tuple[str, ...]:
        """Return the web addresses listed under ``key``."""
        return self._urls(self.texts(key))

    def _urls(self, values: Iterable[Value]) -> tuple[str, ...]:
        given = [one for one in values if one.text]
        for wrong in (one for one in given if not is_url(one.text)):
            remedy = "write the whole address, from https:// on"
            self.report.mistake(wrong.place, f"{wrong.text!r} is not a web address", remedy)
        return tuple(one.text for one in given if is_url(one.text))

    def ids(self, key: str, known: Collection[str] | None, what: str, needed: str = "") -> tuple[str, ...]:
        """Return the ids listed under ``key`` that are ``known``; None takes them all."""
        given = self.texts(key, needed)
        return tuple(dict.fromkeys(one.text for one in given if self._is_known(one, known, what)))

    def id(self, key: str, known: Collection[str] | None, what: str) -> str:
        """Return the id under ``key`` when it is ``known``; None takes any."""
        value = Value(self.text(key), self.place_of(key))
        return value.text if value.text and self._is_known(value, known, what) else ""

    def _is_known(self, value: Value, known: Collection[str] | None, what: str) -> bool:
        # Where a file of authorities cannot be read, every id would be unknown: that is not worth telling.
        if known is None or value.text in known:
            return True
        remedy = did_you_mean(value.text, known, f"define the {what} first")
        self.report.mistake(value.place, f"there is no {what} {value.text!r}", remedy)
        return False

    def texts(self, key: str, needed: str = "") -> tuple[Value, ...]:
        """Return the list of strings under ``key``; a single string counts as a list of one.

        ``needed`` is the remedy when the list is absent or empty, which otherwise it may be.
        """
        self.asked.add(key)
        node = self.values.get(key)
        if needed and (node is None or (isinstance(node, Items) and not node.entries)):
            self.report.mistake(self.place_of(key), f"{key!r} is missing", needed)
        nodes = node.entries if isinstance(node, Items) else () if node is None else (node,)
        for wrong in (entry for entry in nodes if not isinstance(entry, Value) or not entry.text):
            self.report.mistake(wrong.place, f"{key!r} must be a list of texts", "write '- …' lines")
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
        return () if node is None else as_records(node, self.report, f"{key!r}")

    def strings(self, key: str) -> dict[str, Value]:
        """Return the mapping of names to strings under ``key``, empty when it is absent."""
        self.asked.add(key)
        node = self.values.get(key)
        if node is None:
            return {}
        entries = node.values if isinstance(node, Record) else {}
        if not entries or not all(isinstance(entry, Value) for entry in entries.values()):
            self.report.mistake(node.place, f"{key!r} must map names to texts", "write 'name: …' lines")
        return {name: entry for name, entry in entries.items() if isinstance(entry, Value)}

    def finish(self) -> None:
        """Note every key that was never asked for: it would otherwise be silently without effect."""
        for key in (key for key in self.values if key not in self.asked):
            remedy = did_you_mean(key, self.asked, "known here: " + ", ".join(sorted(self.asked)))
            self.report.mistake(self.place_of(key), f"the key {key!r} is unknown", remedy)


def one_line(text: str) -> str:
    """Return the text with line breaks and runs of spaces made one space; no-break spaces stay."""
    return _BREAKS.sub(" ", text)


Node = Value | Record | Items


def as_records(node: Node, report: Report, what: str) -> tuple[Record, ...]:
    """Return the records in a list, noting everything else; ``what`` names the list to people."""
    nodes = node.entries if isinstance(node, Items) else ()
    wrong = [entry for entry in nodes if not isinstance(entry, Record)]
    for entry in wrong if isinstance(node, Items) else [node]:
        remedy = "begin every record with '- key: …'"
        report.mistake(entry.place, f"{what} must be a list of records", remedy)
    return tuple(entry for entry in nodes if isinstance(entry, Record))
