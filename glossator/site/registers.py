"""Set registers: tables whose rows become cards on a phone, each with a form that filters it.

The form stands in the page so that nothing moves when ``docs/assets/registers.js`` fills it;
without JavaScript it is not shown. For the same reason columns have their widths from the beginning,
and not from what the browser has read of a long table so far.
"""

import html
import re
from collections.abc import Iterator, Mapping
from itertools import count

from glossator.words import Words, later

_REGISTER = re.compile(r'(<table class="register"(?: data-filter="([^"]*)")?>)(.*?</table>)', re.DOTALL)
_TITLE = re.compile(r"<th(?: [^>]*)?>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_HEAD = re.compile(r"<th\b(?!ead)")
_CELL = re.compile(r"<td")
_INSIDE = re.compile(r"<td[^>]*>(.*?)</td>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_ALL, _WORDS, _RESET = later("all"), later("Words"), later("Show all")
_LONGEST_WORD = 17
_LINE = 125
"""How many characters a line of a table has in the middle of a wide screen."""


def set_registers(text: str, words: Words) -> str:
    """Return the page with the title of its column at every cell of a register, and its form before it."""
    numbers = count(1)

    def enhance(found: re.Match[str]) -> str:
        table, filters, rows = found.groups()
        titles = _TITLE.findall(rows)
        asked, _, keys = html.unescape(filters or "").partition(";")
        names = [html.unescape(title) for title in titles]
        columns = dict(zip(keys.split("|") if keys else names, names, strict=False))
        fitting = {key: columns[key] for key in asked.split("|") if key in columns}
        form = "".join(_form(fitting, next(numbers), words)) if filters else ""
        if keys:
            named = iter(columns)
            rows = _HEAD.sub(lambda _: f'<th data-key="{html.escape(next(named, ""))}"', rows)
        widths = _widths(titles, [_INSIDE.findall(row) for row in _ROW.findall(rows)])
        return form + table + widths + _ROW.sub(lambda row: _label(row[0], titles), rows)

    return _REGISTER.sub(enhance, text)


def _label(row: str, titles: list[str]) -> str:
    names = iter(titles)
    return _CELL.sub(lambda _: f'<td data-label="{next(names, "")}"', row)


def _widths(titles: list[str], rows: list[list[str]]) -> str:
    """Return the widths of columns: as wide as their words need, and wider where there is more to read."""
    needs, wishes = [], []
    for at, title in enumerate(titles):
        cells = [html.unescape(_TAG.sub(" ", row[at])) for row in rows if at < len(row)]
        # A title is bold, and the sign of the order stands behind it.
        longest = max([_longest(title) + 3, *map(_longest, cells)])
        needs.append(min(longest, _LONGEST_WORD) + 2)
        wishes.append((sum(map(len, cells)) / max(len(cells), 1)) ** 0.9)
    spare = max(_LINE - sum(needs), 0) / max(sum(wishes), 1)
    widths = [need + spare * wish for need, wish in zip(needs, wishes, strict=True)]
    columns = "".join(f'<col style="width:{100 * width / sum(widths):.1f}%">' for width in widths)
    return f"<colgroup>{columns}</colgroup>"


def _longest(text: str) -> int:
    return max(map(len, text.split()), default=0)


def _form(filters: Mapping[str, str], number: int, words: Words) -> Iterator[str]:
    """Yield the parts of a form; those of later registers on a page have names of their own.

    ``filters`` are titles of columns by the keys that stand for them in addresses.
    """
    more = f"-{number}" if number > 1 else ""
    yield '<form class="register-form" role="search">'
    every, sought, reset = (html.escape(words.say(one)) for one in (_ALL, _WORDS, _RESET))
    for column, name in filters.items():
        shown = html.escape(name)
        key = html.escape(column.lower() + more)
        yield (
            f'<label>{shown}<select name="{key}" aria-label="{shown}">'
            f'<option value="">{every}</option></select></label>'
        )
    # Not "q": the theme would take it for a search of the whole site and open that.
    yield f'<label>{sought}<input type="search" name="words{more}"></label>'
    yield f'<button type="reset">{reset}</button><output class="register-count"></output></form>'
