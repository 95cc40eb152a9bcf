"""The commands as a person runs them: what they print, how they end, what they leave alone."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, digests, quiet

from glossator import job
from glossator.cli import commands
from glossator.pages import GENERATED

BUILD = [sys.executable, str(ROOT / "build.py")]
SEED = "seeds/communique.txt"


def run(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*BUILD, *arguments], capture_output=True, text=True, check=False, cwd=cwd)


def test_the_main_job_ends_with_a_summary(edition: Path) -> None:
    result = run("--edition", str(edition), cwd=edition)
    lines = result.stdout.splitlines()
    assert result.returncode == 0, result.stderr
    assert lines[:2] == ["reading the edition …", "making pages …"]
    assert lines[-3].startswith("192 pages, 42 clauses, ")
    assert lines[-2:] == ["13,710 of 13,710 characters accounted for", "open site/index.html"]


def test_the_check_writes_nothing(edition: Path) -> None:
    before = digests(edition)
    result = run("check", "--edition", str(edition))
    assert (result.returncode, result.stdout.splitlines()[-1]) == (0, "nothing is wrong")
    assert digests(edition) == before


def test_the_check_fails_on_stale_and_orphaned_pages(edition: Path) -> None:
    page = edition / "docs" / "7" / "index.md"
    page.write_text(page.read_text(encoding="utf-8").replace("7.1", "7.2"), encoding="utf-8")
    (edition / "docs" / "15").mkdir()
    (edition / "docs" / "15" / "index.md").write_text(f"---\n# {GENERATED}\n---\n", encoding="utf-8")
    result = run("--edition", str(edition), "check")
    assert result.returncode == 1
    assert result.stderr == (
        "docs/7/index.md: the page is stale: its sources say otherwise\n"
        "    remedy: run python build.py and commit what it writes\n"
        "docs/15/index.md: the page is orphaned: nothing makes it\n"
        "    remedy: run python build.py and commit what it writes\n"
        "2 mistakes\n"
    )


def test_the_site_is_proven_by_a_command_of_its_own(small: Path) -> None:
    built = job.build(small, "", quiet)
    result = run("check", "--site", "--edition", str(small))
    assert result.returncode == 0
    assert result.stdout.splitlines()[-1] == str(built.proof)
    page = small / "site" / "1" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("daily", "weekly"), encoding="utf-8")
    result = run("check", "--site", "--edition", str(small))
    assert result.returncode == 1
    assert f"the words at 144:166 are not those of {SEED}:7" in result.stderr


@pytest.mark.parametrize(
    "arguments", [["--nonsense"], ["nonsense"], ["--edition", "/nowhere/at/all"], ["serve", "--port", "x"]]
)
def test_a_wrong_command_ends_with_2(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.returncode == 2
    assert "Error: " in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", f"{SEED}: the seed is empty"),
        (b"\x7fELF\0\0", f"{SEED}: the seed is binary, not text"),
        ("слово".encode() + b"\xff\n", f"{SEED}:1: byte 0xff at position 10 cannot be read as utf-8"),
        (b"word " * 11_000_000, f"{SEED}: the seed has 55,000,000 bytes, more than the 10,485,760"),
    ],
    ids=["empty", "binary", "undecodable", "55 MB"],
)
def test_a_bad_seed_is_told_and_the_last_good_site_stays(small: Path, raw: bytes, says: str) -> None:
    job.build(small, "", quiet)
    before = digests(small / "site")
    (small / SEED).write_bytes(raw)
    result = run("--edition", str(small))
    assert result.returncode == 1
    assert says in result.stderr
    assert "remedy: " in result.stderr
    assert "Traceback" not in result.stderr
    assert digests(small / "site") == before


def test_an_encoding_can_be_given(small: Path) -> None:
    seed = small / "seeds" / "communique.txt"
    seed.write_bytes(seed.read_text(encoding="utf-8").encode("cp1252"))
    guessed = run("--edition", str(small))
    assert guessed.returncode == 0, guessed.stderr
    assert "a guess that --encoding overrides" in guessed.stderr
    given = run("--edition", str(small), "--encoding", "cp1252")
    assert (given.returncode, given.stderr) == (0, "")
    seed.write_bytes(seed.read_bytes().replace(b"open a ferry", b"open a boat"))
    spoilt = run("--edition", str(small))
    assert spoilt.returncode == 1
    assert "a guess that --encoding overrides" in spoilt.stderr, (
        "a wrong guess may be why the quote is not found"
    )
    assert "the quote stands 0 times" in spoilt.stderr
    wrong = run("--edition", str(small), "--encoding", "ascii")
    assert wrong.returncode == 1
    assert "cannot be read as ascii" in wrong.stderr


def test_a_file_where_the_site_belongs(small: Path) -> None:
    (small / "site").write_text("precious")
    result = run("--edition", str(small))
    assert result.returncode == 1
    assert result.stderr.startswith("site: a file stands where the site belongs\n    remedy: ")
    assert (small / "site").read_text() == "precious"


def test_files_that_no_build_has_made_are_not_replaced(small: Path) -> None:
    (small / "site").mkdir()
    (small / "site" / "thesis.doc").write_text("years of work")
    result = run("--edition", str(small))
    assert result.returncode == 1
    assert result.stderr.startswith("site: the folder holds files that no build has made\n    remedy: ")
    assert (small / "site" / "thesis.doc").exists()


def test_nobody_need_listen(small: Path) -> None:
    command = f'"{sys.executable}" "{ROOT / "build.py"}" --edition "{small}"'
    for ending in ("| true", ">&-", "> /dev/full"):
        subprocess.run(["bash", "-c", f"{command} {ending}"], check=False, capture_output=True)
        assert (small / "site" / "index.html").exists(), ending
        (small / "site" / "index.html").unlink()
        shutil.rmtree(small / "site")


def test_the_check_reads_mkdocs_yml_too(small: Path) -> None:
    (small / "mkdocs.yml").write_text("nav: [")
    result = run("check", "--edition", str(small))
    assert (result.returncode, result.stderr[:14]) == (1, "mkdocs.yml:1: ")


def test_a_link_where_the_site_belongs(small: Path, tmp_path: Path) -> None:
    web = tmp_path / "web"
    web.mkdir()
    (small / "site").symlink_to(web)
    result = run("--edition", str(small))
    assert result.returncode == 1
    assert result.stderr.startswith("site: a link stands where the site belongs\n    remedy: ")
    assert (small / "site").is_symlink()


def test_no_room_on_the_disk(small: Path) -> None:
    """A limit on the size of files stands for a full disk: both refuse a write in the middle."""
    job.build(small, "", quiet)
    before = digests(small / "site")
    command = f'ulimit -f 64; exec "{sys.executable}" "{ROOT / "build.py"}" --edition "{small}"'
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "the system refused: File too large\n    remedy: " in result.stderr
    assert "Traceback" not in result.stderr
    assert digests(small / "site") == before


def start_and_wait_for(stage: str, edition: Path) -> subprocess.Popen[str]:
    # A job in the background of a shell starts with Ctrl-C switched off: here it is switched on.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen(
            [*BUILD, "--edition", str(edition)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
    finally:
        signal.signal(signal.SIGINT, before)
    assert process.stdout
    for line in process.stdout:
        if line.startswith(stage):
            return process
    pytest.fail(f"the build never said {stage!r}")


@pytest.mark.parametrize("stage", ["making pages", "running MkDocs", "proving the site", "putting the site"])
def test_a_killed_build_leaves_the_last_good_site(small: Path, stage: str) -> None:
    job.build(small, "", quiet)
    before = digests(small / "site")
    with start_and_wait_for(stage, small) as process:
        process.send_signal(signal.SIGKILL)
    assert digests(small / "site") == before
    result = run("--edition", str(small))
    assert result.returncode == 0, result.stderr
    assert digests(small / "site") == before


def test_ctrl_c_stops_with_a_word_and_clears_up(small: Path) -> None:
    job.build(small, "", quiet)
    before = digests(small / "site")
    with start_and_wait_for("running MkDocs", small) as process:
        process.send_signal(signal.SIGINT)
        assert process.stderr
        errors = process.stderr.read()
    assert process.returncode == 130
    assert errors.lstrip("\n") == "stopped; site/ is whole\n"
    assert digests(small / "site") == before
    assert not (small / ".glossator" / "site-new").exists()


def test_missing_packages_are_told(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-S", "-E", str(ROOT / "build.py")],
        capture_output=True,
        text=True,
        check=False,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
        cwd=tmp_path,
    )
    assert result.returncode == 1
    assert "is not installed\n    remedy: run 'make', or follow 'Without make' in README.md" in result.stderr


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(commands.commands) == {"check", "find", "inspect", "ledger", "new", "serve"}
    for name in ("", *commands.commands):
        asks = {"find": ' "words"', "inspect": " TEXT", "new": " TEXT DIR"}.get(name, "")
        assert f"`python build.py {name}{asks}".rstrip() + "`" in readme
