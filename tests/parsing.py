"""How fast long texts are read and parsed, and how much memory that takes; a part of ``make bench``.

Every text is measured in a process of its own, so that the peak is that of one text alone.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Iterator
from itertools import count, cycle
from pathlib import Path

from glossator.errors import Report
from glossator.parse import Outline, parse
from glossator.source import read_source

SIZES = (1, 10, 50)
MEGABYTE = 1_000_000
MEASURE = 72
ENGLISH = (
    "the Parties reaffirm their commitment to cooperate in matters of trade and transport on a basis of "
    "equality and mutual benefit and shall inform one another of measures taken under this Agreement "
    "within thirty days after Article 12 enters into force as agreed by the Joint Commission in Geneva"
)
RUSSIAN = (
    "Стороны подтверждают свою готовность развивать сотрудничество в области торговли и транспорта на "
    "основе равенства и взаимной выгоды и будут информировать друг друга о мерах принятых в соответствии "
    "с настоящим Соглашением в течение тридцати дней после вступления его в силу"
)
ARABIC = (
    "يؤكد الطرفان التزامهما بالتعاون في مجالات التجارة والنقل على أساس المساواة والمنفعة المتبادلة ويبلغ "
    "كل منهما الآخر بالتدابير المتخذة بموجب هذا الاتفاق في غضون ثلاثين يوما من دخوله حيز النفاذ"
)
CHINESE = "双方重申愿在平等互利基础上加强贸易和运输领域合作并就落实本声明所采取的措施及时通报对方"
SPACED = {
    "en": (ENGLISH, "Section {}\n\n"),
    "ru": (RUSSIAN, "Статья {}\n\n"),
    "ar": (ARABIC, "المادة {}\n\n"),
}
KINDS = ("en", "ru", "ar", "zh", "en wrapped", "ru wrapped")


def paragraphs(kind: str, chance: random.Random) -> Iterator[str]:
    """Yield the paragraphs of a statement without end: some are headings with a number, ``{}``."""
    language = kind[:2]
    pool, heading = SPACED.get(language, (CHINESE, "第{}条\n\n"))
    words = pool.split() if language in SPACED else list(pool)
    joint = " " if language in SPACED else ""
    while True:
        if chance.random() < 0.1:
            yield heading
        length = chance.randint(100, 600) // (1 if language in SPACED else 3)
        said = ""
        while len(said) < length:
            sentence = joint.join(chance.choices(words, k=chance.randint(8, 30)))
            said += sentence[0].upper() + sentence[1:] + (". " if joint else "。")
        item = f"({chance.randint(1, 9)}) " if chance.random() < 0.1 else ""
        said = item + said.strip()
        yield (textwrap.fill(said, MEASURE) if "wrapped" in kind else said) + "\n\n"


def write_text(path: Path, kind: str, size: int) -> None:
    """Write a statement of so many bytes: a megabyte of it is new, the rest repeats that, numbered on."""
    chance = random.Random(kind)
    some: list[str] = []
    length = 0
    for one in paragraphs(kind, chance):
        some.append(one)
        length += len(one.encode())
        if length >= min(size, MEGABYTE):
            break
    # Written piece by piece: what this process holds counts in the peak of those that it starts.
    numbers, left = count(1), size
    with path.open("wb") as file:
        left -= file.write(b"A Joint Statement of Many Pages\n\n")
        for one in cycle(some):
            piece = (one.format(next(numbers)) if "{}" in one else one).encode()
            if len(piece) > left:
                break
            left -= file.write(piece)


def measure(path: Path) -> dict[str, float]:
    """Read and parse a text; return seconds of the processor, peak memory in bytes, and clauses."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    source = read_source(path, path.name, max_bytes=2 * SIZES[-1] * MEGABYTE)
    read = time.process_time()
    statement = parse(source, Outline(), Report())
    end = time.process_time()
    peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    clauses = sum(len(one.clauses) for one in statement.sections)
    return {"read": read - start, "parse": end - read, "peak": peak, "clauses": clauses}


def main() -> None:
    """Print a line for each kind of text and size; with a file as argument, measure that in here."""
    if len(sys.argv) > 1:
        print(json.dumps(measure(Path(sys.argv[1]))))
        return
    print("text          MB  read s  parse s   MB/s  peak memory  clauses")
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "text.txt"
        for kind in KINDS:
            for size in SIZES:
                write_text(path, kind, size * MEGABYTE)
                command = [sys.executable, __file__, str(path)]
                found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
                speed = size / (found["read"] + found["parse"])
                times = found["peak"] / (size * MEGABYTE)
                print(
                    f"{kind:12} {size:3} {found['read']:7.2f} {found['parse']:8.2f} {speed:6.1f} "
                    f"{times:7.1f} times {found['clauses']:8.0f}"
                )


if __name__ == "__main__":
    main()
