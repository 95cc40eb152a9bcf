"""Run MkDocs in this process, and turn what it complains of into mistakes with a remedy."""

import logging
import os
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from glossator.errors import EditionError, Mistake, disk_mistakes, mistaken
from glossator.model import About
from glossator.site.dress import dress
from glossator.words import Words

if TYPE_CHECKING:
    from mkdocs.config.base import LegacyConfig
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.plugins import BasePlugin
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_DOC_FILE = re.compile(r"Doc file '([^']+)'")
_LINE = re.compile(r"\.ya?ml\", line (\d+)")
_TROUBLE = "mkdocs.yml"


class _Gathering(logging.Handler):
    """Keeps the warnings of a run instead of printing them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def render(
    config_file: Path,
    destination: Path,
    compiled: Path,
    generated: Collection[str],
    about: About,
    words: Words,
    shared: Path,
) -> str:
    """Build the site of ``mkdocs.yml`` into ``destination``, strictly; return its ``site_url``.

    ``compiled`` is a folder in which the theme's compiled templates are kept for the next run;
    ``generated`` are the pages, such as ``4/index.md``, that the search index gets from us; ``about``
    names the site, and ``words`` are those of the interface; ``shared`` is a folder whose ``assets/``
    stand in for those that the edition does not have.
    Raises ``EditionError`` with every warning that MkDocs gives.
    """
    _silence()
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    if not config_file.is_file():
        remedy = "copy it from another edition folder"
        raise mistaken(config_file.name, "there is no such file", remedy)
    with _strictly(destination):
        config = load_config(str(config_file), site_dir=str(destination), strict=True)
        dress(config, about, words)
        config.plugins["glossator/thrift"] = _thrift(compiled, generated, shared)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    return str(config.site_url or "")


@contextmanager
def _strictly(destination: Path) -> Iterator[None]:
    """Turn whatever MkDocs complains of inside the block into an ``EditionError``."""
    from click.exceptions import ClickException
    from mkdocs.exceptions import MkDocsException

    gathering = _Gathering()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(gathering)
    try:
        with disk_mistakes(destination):
            yield
    except EditionError:
        raise
    except (MkDocsException, ClickException, SystemExit) as error:
        raise EditionError(_mistakes(gathering.messages or [str(error)])) from error
    except Exception as error:
        # Themes, plugins and hooks can raise anything; what they are is up to mkdocs.yml.
        raise EditionError(_mistakes([*gathering.messages, f"{type(error).__name__}: {error}"])) from error
    finally:
        logger.removeHandler(gathering)


def _silence() -> None:
    """Keep MkDocs and its theme from advertising their successors: that is not news for an editor."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "true")


def check_config(config_file: Path) -> Mistake | None:
    """Return what is wrong with ``mkdocs.yml`` as a file, without starting MkDocs."""
    try:
        with disk_mistakes(config_file.name):
            yaml.compose(config_file.read_bytes(), Loader=yaml.SafeLoader)
    except EditionError as error:
        return error.mistakes[0]
    except (yaml.YAMLError, UnicodeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{config_file.name}:{mark.line + 1}" if mark else config_file.name
        problem = f"this is not YAML: {getattr(error, 'problem', None) or 'not readable'}"
        return Mistake(place, problem, "compare it with the mkdocs.yml of another edition")
    return None


def site_address(config_file: Path) -> str:
    """Return the ``site_url`` that ``mkdocs.yml`` gives, or '' where it gives none or cannot be read."""
    try:
        node = yaml.compose(config_file.read_bytes(), Loader=yaml.SafeLoader)
    except (OSError, yaml.YAMLError, UnicodeError, RecursionError):
        return ""  # What is wrong with the file is told when MkDocs runs, or by the check.
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    named = [value for key, value in pairs if key.value == "site_url"]
    value = named[0] if named else None
    plain = isinstance(value, yaml.ScalarNode) and value.tag == "tag:yaml.org,2002:str"
    return str(value.value) if value and plain else ""


def _thrift(compiled: Path, generated: Collection[str], shared: Path) -> "BasePlugin[LegacyConfig]":
    """Return a plugin that spares MkDocs work: a fifth of the time of a whole build.

    It keeps compiled templates, and has the search leave out pages whose entries are made anew. To
    an edition that has no style sheets and scripts of its own it gives the shared ones.
    """
    from jinja2 import Environment, FileSystemBytecodeCache
    from mkdocs.plugins import BasePlugin
    from mkdocs.structure.files import File

    class Thrift(BasePlugin):  # type: ignore[type-arg]
        def on_env(self, env: Environment, /, **_: object) -> None:
            env.bytecode_cache = FileSystemBytecodeCache(str(compiled))
            env.auto_reload = False

        def on_files(self, files: "Files", /, *, config: "MkDocsConfig") -> None:
            for path in sorted(path for path in (shared / "assets").rglob("*") if path.is_file()):
                name = path.relative_to(shared).as_posix()
                if files.get_file_from_path(name) is None:
                    file = File(name, str(shared), config.site_dir, use_directory_urls=False)
                    files.append(file)

        def on_page_content(self, _: str, /, *, page: "Page", **__: object) -> None:
            if page.file.src_uri in generated:
                page.meta["search"] = {"exclude": True}

    return Thrift()


def _mistakes(messages: list[str]) -> list[Mistake]:
    found = []
    for message in dict.fromkeys(" ".join(message.split()) for message in messages):
        doc_file = _DOC_FILE.search(message)
        line = _LINE.search(message)
        place = f"docs/{doc_file[1]}" if doc_file else f"{_TROUBLE}:{line[1]}" if line else _TROUBLE
        remedy = "mend the link" if doc_file else "correct mkdocs.yml as it says"
        found.append(Mistake(place, f"MkDocs says: {message}", remedy))
    return found
