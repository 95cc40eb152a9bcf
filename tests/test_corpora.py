"""Real and synthetic statements from elsewhere: none is lost, and each makes a proven site.

The texts are no part of the project. ``GLOSSATOR_CORPORA`` names the folder they are in.
"""

import os
import shutil
from pathlib import Path

import pytest
from conftest import ROOT, quiet
from test_parse import assert_sentences, assert_whole

from glossator import job
from glossator.errors import EditionError, Report
from glossator.parse import Outline, parse
from glossator.source import read_source

FOLDER = os.environ.get("GLOSSATOR_CORPORA", "")
TEXTS = sorted(Path(FOLDER).glob("*.txt")) if FOLDER else []
BUILT = (
    "crlf",
    "long",
    "markup",
    "rtl",
    "cjk-mixed",
    "sjis",
    "zh-un-charter",
    "atlantic",
    "pays-bas",
    "sterling",
)

pytestmark = pytest.mark.skipif(not TEXTS, reason="set GLOSSATOR_CORPORA to a folder of .txt statements")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_text_is_parsed_whole_or_refused_as_empty(path: Path) -> None:
    try:
        source = read_source(path, f"seeds/{path.name}")
    except EditionError as error:
        assert path.stat().st_size < 100
        assert "the seed is empty" in str(error)
        return
    statement = parse(source, Outline(), Report())
    assert_whole(statement)
    assert_sentences(statement)


@pytest.mark.parametrize(
    "path", [path for path in TEXTS if any(one in path.stem for one in BUILT)], ids=lambda path: path.stem
)
def test_a_text_makes_a_site_whose_proof_holds(path: Path, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    shutil.copy(path, tmp_path / "seeds")
    (tmp_path / "annotations").mkdir()
    (tmp_path / "annotations" / "statement.yml").write_text(f"short_title: {path.stem}\n")
    shutil.copytree(ROOT / "docs" / "assets", tmp_path / "docs" / "assets")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    built = job.build(tmp_path, "", quiet)
    assert built.proof.characters == len(read_source(path, "seeds/x").text)
