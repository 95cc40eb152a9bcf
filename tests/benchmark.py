"""Print how long each stage of the main job takes, and what share is not MkDocs' own.

Run it with ``make bench``. The figures are of this machine and this moment: compare ratios.
"""

import gc
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from conftest import ROOT, copy_edition

from glossator import job
from glossator.annotate.match import Phrases
from glossator.model import Span

RUNS = 5
FORMS = 10_000
CHARACTERS = 1_000_000
LIMIT = 5.0
MKDOCS = "running MkDocs"


def stages(folder: Path) -> dict[str, float]:
    """Build once and return the seconds of every stage."""
    marks: list[tuple[str, float]] = []
    job.build(folder, "", lambda stage: marks.append((stage, time.perf_counter())))
    ends = [mark for _, mark in marks[1:]] + [time.perf_counter()]
    return {stage: end - start for (stage, start), end in zip(marks, ends, strict=True)}


def whole(*command: str) -> float:
    """Return the seconds that a command takes as a process of its own."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    start = time.perf_counter()
    subprocess.run([sys.executable, *command], check=True, capture_output=True, env=environment)
    return time.perf_counter() - start


def match() -> tuple[float, int]:
    """Return the seconds for finding 10,000 forms in 1 MB of words, and how many stand there."""
    chance = random.Random(1)
    words = ["".join(chance.choices("abcdefghij", k=chance.randint(2, 6))) for _ in range(4_000)]
    forms = {" ".join(chance.choices(words, k=chance.choice((1, 1, 2, 3)))) for _ in range(2 * FORMS)}
    text = " ".join(chance.choices(words, k=CHARACTERS // 4))[:CHARACTERS]
    start = time.perf_counter()
    found = Phrases(sorted(forms)[:FORMS]).find(text, Span(0, len(text)))
    return time.perf_counter() - start, len(found)


def main() -> None:
    seconds, found = match()
    print(f"matching {FORMS} forms in {CHARACTERS} characters: {seconds:.2f} s, {found} found")
    if seconds > LIMIT:
        sys.exit(f"matching must take less than {LIMIT} s")
    with tempfile.TemporaryDirectory() as temporary:
        folder = copy_edition(Path(temporary) / "edition")
        build = [str(ROOT / "build.py"), "--edition", str(folder)]
        plain = ["-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml"), "-d", f"{temporary}/plain"]
        stages(folder)
        pairs = [(whole(*build), whole(*plain)) for _ in range(RUNS)]
        checks = [whole(str(ROOT / "build.py"), "check", "--edition", str(folder)) for _ in range(RUNS)]
        gc.collect()
        runs = [stages(folder) for _ in range(RUNS)]
    print(f"stage{'':26}seconds (median of {RUNS})")
    for stage in runs[0]:
        print(f"{stage:<30} {statistics.median(run[stage] for run in runs):7.3f}")
    ours = statistics.median(sum(run.values()) - run[MKDOCS] for run in runs)
    print(f"{'all but MkDocs':<30} {ours:7.3f}")
    mkdocs = statistics.median(two for _, two in pairs)
    print(f"{'mkdocs build, whole process':<30} {mkdocs:7.3f}")
    print(f"{'build.py, whole process':<30} {statistics.median(one for one, _ in pairs):7.3f}")
    print(f"{'build.py check, whole process':<30} {statistics.median(checks):7.3f}")
    print(f"our stages take {ours / mkdocs:.0%} of the time of mkdocs build alone")
    print(f"build.py takes {statistics.median(one / two for one, two in pairs):.2f} times mkdocs build")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MiB")


if __name__ == "__main__":
    main()
