"""What a string must look like to be an id, a date or a web address."""

import re
from datetime import date

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_SLUG = 60
# Windows gives these names to devices: no folder can be called so.
_DEVICE = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
_DATE = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)
_URL = re.compile(r"https?://[^\s<>\"`\\\[\]]+")

_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def is_tag(text: str) -> bool:
    """Tell whether the text is a language tag: en, zh-Hans."""
    return bool(_TAG.fullmatch(text))


def is_slug(text: str) -> bool:
    """Tell whether the text can be part of a web address and a folder's name."""
    fits = _SLUG.fullmatch(text) and len(text) <= _LONGEST_SLUG
    return bool(fits) and not _DEVICE.fullmatch(text)


def is_date(text: str) -> bool:
    """Tell whether there is such a year, month or day: 2023, 2023-03, 2023-03-01."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def is_day(text: str) -> bool:
    """Tell whether there is such a day: 2023-03-01."""
    return is_date(text) and len(text) == len("2023-03-01")


def is_url(text: str) -> bool:
    """Tell whether the text is a whole web address."""
    return bool(_URL.fullmatch(text))
