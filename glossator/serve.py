"""Show the site while it is being edited: every saved change is built and the browser reloads.

When a change is wrong, the last good site stays, and its pages say at the foot what is wrong.
"""

import html
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from glossator import job
from glossator.errors import EditionError, Mistake, mistaken
from glossator.pages import GENERATED

_POLL_SECONDS = 0.2
_BANNER = (
    '<div role="alert" style="position:fixed;inset:auto 0 0 0;z-index:99;max-height:50vh;overflow:'
    "auto;padding:12px 16px;background:#8c1d18;color:#fff;font:14px/1.5 monospace;white-space:"
    'pre-wrap">{}</div>'
)


class _Server(LiveReloadServer):
    """The server of MkDocs, with what is wrong written on every page."""

    trouble = ""

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        banner = _BANNER.format(html.escape(self.trouble)) if self.trouble else ""
        before, body, after = content.rpartition(b"</body>")
        with_banner: bytes = before + banner.encode() + body + after
        return bytes(super()._inject_js_into_html(with_banner, epoch))


def serve_edition(
    folder: Path,
    encoding: str,
    host: str,
    port: int,
    tell: Callable[[Iterable[Mistake]], None],
    say: Callable[[str], None],
) -> None:
    """Serve until Ctrl-C; ``tell`` shows mistakes and ``say`` a line of news."""

    def rebuild() -> None:
        started = time.perf_counter()
        try:
            built = job.build(folder, encoding, lambda _stage: None)
        except EditionError as error:
            server.trouble = str(error)
            tell((*error.notices, *error.mistakes))
            say("the last good site stays; waiting for the next change")
        else:
            server.trouble = ""
            tell(built.notices)
            say(f"built in {time.perf_counter() - started:.1f} seconds; {built.proof}")

    server = _Server(rebuild, host, port, root=str(folder / "site"), polling_interval=_POLL_SECONDS)
    server.error_handler = lambda _code: _BANNER.format(html.escape(server.trouble)).encode()
    rebuild()
    for path in _watched(folder):
        server.watch(str(path))
    say(f"serving on http://{host}:{port}/ until Ctrl-C")
    try:
        server.serve()
    except KeyboardInterrupt:
        say("stopped serving")
    except OSError as error:
        place, problem = f"{host}:{port}", f"cannot serve there: {error.strerror}"
        remedy = "stop the other program, or give another --port"
        raise mistaken(place, problem, remedy) from error
    finally:
        server.shutdown()


def _watched(folder: Path) -> list[Path]:
    """Return what people edit: the sources, and of ``docs/`` what the build does not write."""
    docs = folder / "docs"
    by_people = [
        page
        for page in sorted(docs.rglob("*.md"))
        if GENERATED not in page.read_text(encoding="utf-8", errors="replace")
    ]
    folders = [folder / name for name in ("seeds", "annotations", "templates")]
    paths = [*folders, docs / "assets", folder / "mkdocs.yml", job.OUR_TEMPLATES, *by_people]
    return [path for path in paths if path.exists()]
