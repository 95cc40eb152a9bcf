"""The parts of which citations are put together."""

from collections.abc import Iterable

from glossator.cite.work import Pinpoint, Work
from glossator.model import PREAMBLE


def address_of(work: Work, at: Pinpoint | None) -> str:
    """Return the hosted address of the place, or of the work; empty when nobody knows the host."""
    return work.address + (at.path if at else "") if work.address else ""


def locator(at: Pinpoint | None, section: str, paragraph: str, between: str = ", ") -> str:
    """Return a locator such as ``sec. 4, para. 3``, in the words of a style."""
    if at is None:
        return ""
    parts = [f"{section}{at.section}" if at.section else "preamble" if at.label == PREAMBLE else ""]
    return between.join([*filter(None, parts), f"{paragraph}{at.paragraph}"])


def join(separator: str, parts: Iterable[str]) -> str:
    """Join the parts that are not empty."""
    return separator.join(part for part in parts if part)


def lower_first(text: str) -> str:
    """Return the text with a small first letter."""
    return text[:1].lower() + text[1:]


def with_stop(text: str) -> str:
    """Return the text with a full stop, unless it ends a sentence already."""
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."
