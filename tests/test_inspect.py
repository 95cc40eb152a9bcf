"""What the parser makes of texts of many layouts, line by line, and how it is told."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from cases import Case, read_cases
from conftest import ROOT

from glossator import job
from glossator.inspect.dates import date_in
from glossator.inspect.guess import language_of

SEED = ROOT / "seeds" / "000_ef6e819d78f3d240.txt"


@pytest.mark.parametrize("case", read_cases("inspect"), ids=lambda case: case.title)
def test_every_line_has_a_role(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(case.block("seed"), encoding="utf-8")
    edition = None
    if case.block("outline"):
        edition = tmp_path
        (tmp_path / "annotations").mkdir()
        (tmp_path / "annotations" / "statement.yml").write_text(case.block("outline"), encoding="utf-8")
    found = job.look_at(path, "", edition)
    lines = case.block("seed").split("\n")
    shown = [
        [
            str(one.line),
            one.role,
            one.section or "-",
            one.address or "-",
            lines[one.line - 1].strip()[:24].split("   ")[0],
        ]
        for one in found.lines
    ]
    wished = [line for line in case.block("lines").splitlines() if not line.startswith("!")]
    assert [" ".join(" ".join(row).split()) for row in shown] == [" ".join(line.split()) for line in wished]
    odd = [line[2:] for line in case.block("lines").splitlines() if line.startswith("!")]
    assert list(found.anomalies) == odd


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Joint Statement by the King of Arland\nand the Prince of Borland", None),
        ("TREATY\nBETWEEN ARLAND AND BORLAND", None),
        ("阿兰共和国和博兰联盟\n关于盐的联合声明", None),
        ("SALT OFFICE\n\nTreaty on Salt", "Treaty on Salt"),
        ("Lamps are lit\n2031-05-04 09:00\nJoint Statement on Lamps", "Joint Statement on Lamps"),
        ("# Treaty on Salt\n\nSigned and sealed\n\nUNRESTRICTED", "Treaty on Salt"),
        ("Charter of the Lamps\n====================", "Charter of the Lamps"),
    ],
)
def test_a_title_and_a_date_are_told(text: str, title: str | None, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    body = "\n\n1. Salt is free at every gate of the valley.\n\n2. So are lamps.   Calder, 3 May 2031\n"
    path.write_text(text + body, encoding="utf-8")
    found = job.look_at(path, "", None)
    assert (found.title, found.date) == (title or " ".join(text.split("\n")), "2031-05-03")


def test_every_line_that_is_not_blank_is_told_once() -> None:
    found = job.look_at(SEED, "", ROOT)
    lines = SEED.read_text(encoding="utf-8").split("\n")
    assert [one.line for one in found.lines] == [at for at, line in enumerate(lines, 1) if line.strip()]


def test_an_object_for_programs() -> None:
    command = [sys.executable, str(ROOT / "build.py"), "inspect", str(SEED), "--json", "--edition", str(ROOT)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(result.stdout)
    assert list(found) == ["title", "date", "language", "sections", "anomalies", "lines"]
    assert (found["date"], found["language"]) == ("2023-03-01", "en")
    assert found["title"].startswith("Joint Statement of the People's Republic of China")
    assert [one["label"] for one in found["sections"]] == ["1", *(f"{number}、" for number in range(2, 15))]
    assert found["sections"][3] == {"label": "4、", "group": None, "first_line": 28, "last_line": 54}
    assert found["lines"][0] == {"line": 1, "role": "title", "section": None, "address": None}
    assert {"line": 30, "role": "clause", "section": "4、", "address": "4.2"} in found["lines"]


def test_a_tree_for_people() -> None:
    command = [sys.executable, str(ROOT / "build.py"), "inspect", str(SEED)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = result.stdout.splitlines()
    assert "sections: 13" in lines
    assert "  4、: lines 28 to 54, clauses: 14" in lines
    assert any(
        line.startswith("odd: ") and "the numbering begins at 2; 1 may be lost" in line for line in lines
    )


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.7", b"Title only"])
def test_what_is_no_statement_is_told(raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(raw)
    command = [sys.executable, str(ROOT / "build.py"), "inspect", str(path), "--json"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("text.txt: ")
    assert "    remedy: " in result.stderr


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Bali, Indonesia, 16 November 2022", "2022-11-16"),
        ("Signed at Kuala Lumpur on October 26, 2025, in quadruplicate", "2025-10-26"),
        ("FAIT à Tunis, le 11 février 1964", "1964-02-11"),
        ("14 de junio de 1991", "1991-06-14"),
        ("Вена, 14 июня 1991 года", "1991-06-14"),
        ("二〇三一年四月二日于伊森港", "2031-04-02"),
        ("一千九百四十五年六月二十六日", "1945-06-26"),
        ("2023-12-28 18:40", "2023-12-28"),
        ("two leaders, November 15-16, 2022", "2022-11-16"),
        ("this 17th day of January 1948, on board", "1948-01-17"),
        ("the 3rd day of May, in the year of our Lord 1836.", "1836-05-03"),
        ("on the third of November, two thousand and twenty-seven, in two originals", "2027-11-03"),
        ("Done on 1 September nineteen hundred and thirty-nine", "1939-09-01"),
        ("le onze février mil neuf cent soixante-quatre", "1964-02-11"),
        ("a los veintiséis días del mes de junio de mil novecientos cuarenta y cinco", "1945-06-26"),
        ("в двадцать шестой день июня тысяча девятьсот сорок пятого года", "1945-06-26"),
        ("«21» сентября 2029 года", "2029-09-21"),
        ("في اليوم السادس والعشرين من شهر حزيران/يونيه 1945", "1945-06-26"),
        ("في ٢١ من سبتمبر سنة ٢٠٢٩", "2029-09-21"),
        ("נעשה ב-21 בספטמבר 2029", "2029-09-21"),
        ("१० दिसंबर १९४८", "1948-12-10"),
        ("Kalder, den 3. Mai 2031", "2031-05-03"),
        ("den 03.05.2031", "2031-05-03"),
        ("昭和二十一年十一月三日", "1946-11-03"),
        ("令和元年５月３日", "2019-05-03"),
        ("1948년 12월 10일", "1948-12-10"),
        ("a los 3 días del mes de mayo de 2031", "2031-05-03"),
        ("Article 3 may be amended in 2031", ""),
        ("May 2031", ""),
        ("31 February 2031", ""),
        ("the last day of February", ""),
    ],
)
def test_a_date_is_read(words: str, date: str) -> None:
    assert date_in(words) == date


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("The two sides agreed that the ferry shall open.", "en"),
        ("Les deux parties et la ville.", "fr"),
        ("Los Estados y el pueblo.", "es"),
        ("Стороны согласились.", "ru"),
        ("双方同意开放边境。", "zh"),
        ("すべての人間は自由である。", "ja"),
        ("يبقى الميناء مفتوحاً", "ar"),
        ("הפנסים יודלקו", "he"),
        ("सभी मनुष्यों को", "hi"),
        ("1234", ""),
    ],
)
def test_a_language_is_told_by_script_or_words(words: str, language: str) -> None:
    assert language_of(words) == language
