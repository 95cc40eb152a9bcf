"""Read YAML as plain records in which every value is a string and every key knows its line.

The file is composed and never constructed, so ``no`` stays ``no`` and ``2030`` stays ``2030``.
A record hands out its values by kind and notes what is wrong; a key that nobody asked for is a
mistake, told with the nearest right one.
"""

from glossator.records.read import read_record, read_records
from glossator.records.record import Record, Value, one_line
from glossator.records.shapes import is_day, is_slug, is_tag, is_url

__all__ = [
    "Record",
    "Value",
    "is_day",
    "is_slug",
    "is_tag",
    "is_url",
    "one_line",
    "read_record",
    "read_records",
]
