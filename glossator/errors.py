"""One kind of error: it has a place, a problem and a remedy, or it cannot be made.

A stage that can find several mistakes gathers them as ``Mistake`` values and raises them
together as one ``EditionError``, so that one run tells everything.
"""

import errno
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something a person can put right.

    ``place`` is a file, or ``file:line`` with a 1-based line; ``problem`` and ``remedy`` are
    sentences without a capital and without a full stop.
    """

    place: str
    problem: str
    remedy: str

    def __post_init__(self) -> None:
        if not (self.place and self.problem and self.remedy):
            raise ValueError(self)

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}\n    remedy: {self.remedy}"


class EditionError(Exception):
    """The edition cannot be made; ``mistakes`` says why, in the order found, never empty.

    ``notices`` are what was odd before that, and may be the reason behind the mistakes.
    """

    def __init__(self, mistakes: Iterable[Mistake], notices: Iterable[Mistake] = ()) -> None:
        self.mistakes = tuple(mistakes)
        self.notices = tuple(notices)
        if not self.mistakes:
            raise ValueError(self.mistakes)
        super().__init__("\n".join(map(str, self.mistakes)))


@dataclass(frozen=True, slots=True)
class Report:
    """Where the stages of one run write down what they find, to be told all at once.

    ``mistakes`` stop the run; ``notices`` are only odd and should be said aloud.
    """

    mistakes: list[Mistake] = field(default_factory=list)
    notices: list[Mistake] = field(default_factory=list)

    def mistake(self, place: str, problem: str, remedy: str) -> None:
        """Write down a mistake and go on."""
        self.mistakes.append(Mistake(place, problem, remedy))

    def notice(self, place: str, problem: str, remedy: str) -> None:
        """Write down something odd and go on."""
        self.notices.append(Mistake(place, problem, remedy))


def mistaken(place: str, problem: str, remedy: str) -> EditionError:
    """Return the error for one single mistake."""
    return EditionError([Mistake(place, problem, remedy)])


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return a remedy that names the nearest of the ``known`` words, or ``otherwise``."""
    nearest = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean {nearest[0]!r}?" if nearest else otherwise


def fault(error: Exception) -> Mistake:
    """Return what to tell of an error that is ours, not the editor's."""
    problem = f"a fault in Glossator: {type(error).__name__}: {error}"
    remedy = "run the same command with --debug, and report what it prints; site/ is whole"
    return Mistake("build.py", problem, remedy)


_DISK_REMEDIES = {
    errno.ENOSPC: "free some space on this disk and run the command again",
    errno.EDQUOT: "free some of your disk quota and run the command again",
    errno.EACCES: "give yourself the right to write there, or choose another edition folder",
    errno.EPERM: "give yourself the right to write there, or choose another edition folder",
    errno.EROFS: "this disk is read-only: work on a copy of the edition folder elsewhere",
    errno.ENOTDIR: "a file stands where a folder is needed: move it away",
    errno.EEXIST: "a file stands where a folder is needed: move it away",
    errno.EFBIG: "raise the limit on file sizes (ulimit -f) and run the command again",
}


@contextmanager
def disk_mistakes(where: Path | str) -> Iterator[None]:
    """Turn what the operating system refuses inside the block into an ``EditionError``.

    ``where`` is named when the system does not say which file it was about.
    """
    try:
        yield
    except OSError as error:
        if not error.errno:
            raise  # No word of the system: Jinja's "template not found", for one, calls itself an OSError.
        # For a full disk the system names the file that was read, not the place that is full.
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        place = str(where if full else error.filename or where)
        problem = f"the system refused: {error.strerror or error}"
        remedy = "see that the path exists and can be written, then run the command again"
        raise mistaken(place, problem, _DISK_REMEDIES.get(error.errno or 0, remedy)) from error
