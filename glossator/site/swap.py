"""Build beside the site and put it in place at once, so that a good site is never half-replaced."""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from glossator.errors import disk_mistakes, mistaken

WORKPLACE = ".glossator"
_FRESH = "site-new"
_FORMER = "site-former"
_LASTING = "templates"


@contextmanager
def workplace(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Give a fresh folder on the disk of ``folder/site``, cleared away afterwards, and a lasting one.

    The lasting one may keep what only saves time, such as compiled templates.

    One build at a time works here. What a killed build left behind is cleared first, and a site
    that it had moved aside is put back.
    """
    place = folder / WORKPLACE
    with disk_mistakes(place):
        place.mkdir(exist_ok=True)
        (place / ".gitignore").write_text("*\n")
        lock = (place / "lock").open("w")
    with lock:
        _lock(lock.fileno(), folder)
        with disk_mistakes(folder / "site"):
            _refuse_odd(folder / "site")
        with disk_mistakes(place):
            _recover(place, folder / "site")
            fresh = place / _FRESH
            shutil.rmtree(fresh, ignore_errors=True)
            fresh.mkdir()
            lasting = place / _LASTING
            lasting.mkdir(exist_ok=True)
        try:
            yield fresh, lasting
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def swap(fresh: Path, site: Path) -> None:
    """Put the folder ``fresh`` in the place of ``site``, whole; what ``fresh`` holds then is nobody's."""
    former = fresh.with_name(_FORMER)
    with disk_mistakes(site):
        if not site.exists():
            fresh.replace(site)
        elif not _exchange(fresh, site):
            site.replace(former)
            try:
                fresh.replace(site)
            except OSError:
                former.replace(site)
                raise
    shutil.rmtree(former, ignore_errors=True)


def _refuse_odd(site: Path) -> None:
    if site.is_symlink():
        remedy = "remove the link, and publish by copying the finished folder"
        raise mistaken(site.name, "a link stands where the site belongs", remedy)
    if site.is_dir() and any(site.iterdir()) and not (site / "index.html").exists():
        remedy = "move those files away: the site replaces all that is there"
        raise mistaken(site.name, "the folder holds files that no build has made", remedy)
    if site.exists() and not site.is_dir():
        remedy = "move that file away: the site goes there"
        raise mistaken(site.name, "a file stands where the site belongs", remedy)


def _recover(place: Path, site: Path) -> None:
    former = place / _FORMER
    if former.exists() and not site.exists():
        former.replace(site)
    shutil.rmtree(former, ignore_errors=True)


def _exchange(one: Path, two: Path) -> bool:
    """Let two folders change places in one step; return False where the system cannot do it."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    at_fdcwd, exchange = -100, 2
    paths = os.fsencode(one), os.fsencode(two)
    return bool(renameat2(at_fdcwd, paths[0], at_fdcwd, paths[1], exchange) == 0)


def _lock(descriptor: int, folder: Path) -> None:
    if sys.platform == "win32":
        return
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        remedy = "wait until it is done, or stop it"
        raise mistaken(str(folder), "another build is at work here", remedy) from error
