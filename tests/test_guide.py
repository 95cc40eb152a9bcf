"""The guide works as it is written: its commands are run, on the text that it gives."""

import os
import subprocess
import sys
from pathlib import Path

from conftest import ROOT
from markdown_it import MarkdownIt

GUIDE = ROOT / "docs" / "guide" / "index.md"


def test_the_guide_leads_to_a_site(tmp_path: Path) -> None:
    (tmp_path / "build.py").symlink_to(ROOT / "build.py")
    blocks = [
        (token.info, token.content)
        for token in MarkdownIt().parse(GUIDE.read_text(encoding="utf-8"))
        if token.type == "fence"
    ]
    texts = [content for info, content in blocks if info == "text"]
    (tmp_path / "statement.txt").write_text(texts[0], encoding="utf-8")
    environment = os.environ | {
        "GIT_AUTHOR_NAME": "An editor",
        "GIT_AUTHOR_EMAIL": "editor@example.org",
        "GIT_COMMITTER_NAME": "An editor",
        "GIT_COMMITTER_EMAIL": "editor@example.org",
    }
    said = ""
    for command in "".join(content for info, content in blocks if info == "sh").splitlines():
        line = command.replace("python ", f"{sys.executable} ", 1)
        ran = subprocess.run(
            line, shell=True, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, f"{command}\n{ran.stdout}{ran.stderr}"
        said += ran.stdout
    length = len(texts[0])
    assert f"{length} of {length} characters accounted for" in said
    assert "nothing is wrong" in said
    assert (tmp_path / "my-edition" / "site" / "1" / "1" / "index.html").is_file()
    assert (tmp_path / "my-edition" / ".git").is_dir()
    written = (tmp_path / "my-edition" / "annotations" / "sections" / "01.yml").read_text(encoding="utf-8")
    record = next(content for info, content in blocks if info == "yaml")
    assert [line for line in record.splitlines() if line not in written] == []
