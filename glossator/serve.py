"""Show the site while it is being edited: every saved change is built and the browser reloads.

When a change is wrong, the last good site stays, and its pages say at the foot what is wrong.
"""

import html
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from glossator import job
from glossator.errors import EditionError, Mistake, fault, mistaken
from glossator.pages import GENERATED

Tell = Callable[[Iterable[Mistake]], None]
Say = Callable[[str], None]

_POLL_SECONDS = 0.2
_BANNER = (
    '<div role="alert" style="position:fixed;inset:auto 0 0 0;z-index:99;max-height:50vh;overflow:'
    "auto;padding:12px 16px;background:#8c1d18;color:#fff;font:14px/1.5 monospace;white-space:"
    'pre-wrap">{}</div>'
)


class _Server(LiveReloadServer):
    """The server of MkDocs, with what is wrong written on every page."""

    def __init__(self, folder: Path, encoding: str, host: str, port: int, tell: Tell, say: Say) -> None:
        site = str(folder / "site")
        super().__init__(self.rebuild, host, port, root=site, polling_interval=_POLL_SECONDS)
        self.error_handler = lambda _code: self._page_of_trouble()
        self._folder, self._encoding, self._tell, self._say = folder, encoding, tell, say
        self._seen: set[Path] = set()
        self._trouble = ""

    def rebuild(self) -> None:
        """Build the site, or tell what is wrong; then watch what is new."""
        started = time.perf_counter()
        try:
            built = job.build(self._folder, self._encoding, lambda _stage: None)
        except EditionError as error:
            self._trouble = str(error)
            self._tell((*error.notices, *error.mistakes))
            self._say("the last good site stays; waiting for the next change")
        except Exception as error:  # noqa: BLE001 - a fault of ours must not stop the editor's work
            self._trouble = str(fault(error))
            self._tell([fault(error)])
        else:
            self._trouble = ""
            self._tell(built.notices)
            self._say(f"built in {time.perf_counter() - started:.1f} seconds; {built.proof}")
        for path in sorted({*_watched(self._folder)} - self._seen):
            self._seen.add(path)
            self.watch(str(path))

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        banner = _BANNER.format(html.escape(self._trouble)) if self._trouble else ""
        before, body, after = content.rpartition(b"</body>")
        with_banner: bytes = before + banner.encode() + body + after
        return bytes(super()._inject_js_into_html(with_banner, epoch))

    def _page_of_trouble(self) -> bytes:
        """Return a page for what is not there; it reloads like any other."""
        page = b"<!doctype html><title>404</title><body></body>"
        return self._inject_js_into_html(page, self._visible_epoch)


def serve_edition(folder: Path, encoding: str, host: str, port: int, tell: Tell, say: Say) -> None:
    """Serve until Ctrl-C; ``tell`` shows mistakes and ``say`` a line of news."""
    server = _Server(folder, encoding, host, port, tell, say)
    server.rebuild()
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
