"""Write the prose of notes as Markdown that every engine reads alike, with its links resolved."""

from collections.abc import Callable

from glossator.model import Prose
from glossator.pages.verbatim import verbatim

_INLINE = {"em": "*", "/em": "*", "strong": "**", "/strong": "**", "break": "  \n"}


def write_prose(prose: Prose, resolve: Callable[[str], str], *, inline: bool = False) -> str:
    """Return the Markdown of ``prose``; ``inline`` makes one line of it, for tables and lists.

    ``resolve`` turns an address such as ``clause:4.4`` into one that this page can link to.
    """
    written: list[str] = []
    ends: list[str] = []
    lists: list[str] = []
    for kind, text in prose.pieces:
        match kind:
            case "text":
                written.append(verbatim(text) if text.strip() else text)
            case "code":
                written.append(f"<code>{verbatim(text)}</code>")
            case "link":
                written.append("[")
                ends.append(f"]({resolve(text)})")
            case "/link":
                written.append(ends.pop())
            case "ul" | "ol":
                lists.append("1. " if kind == "ol" else "- ")
            case "/ul" | "/ol":
                lists.pop()
                written.append("" if lists else "\n\n")
            case "li":
                written.append("\n" + "    " * (len(lists) - 1) + lists[-1])
            case "/p" if not lists:
                written.append("\n\n")
            case _:
                written.append(_INLINE.get(kind, ""))
    whole = "".join(written).strip("\n")
    return " ".join(whole.split()) if inline else whole
