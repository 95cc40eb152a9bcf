"""Reading a seed: every encoding, every line end, nothing touched, and what is no text refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossator.errors import EditionError
from glossator.source import read_source, source_notices

NAME = "seeds/text.txt"


def read(folder: Path, raw: bytes, encoding: str = "") -> tuple[str, str]:
    path = folder / "text.txt"
    path.write_bytes(raw)
    source = read_source(path, NAME, encoding)
    return source.text, source.encoding


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("seeds")


@given(text=st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1).map("x".__add__))
def test_utf_8_is_read_as_it_stands(folder: Path, text: str) -> None:
    assert read(folder, text.encode()) == (text, "utf-8")


@given(text=st.text(st.sampled_from("ab \n\r"), max_size=40).map("x".__add__))
def test_every_character_knows_its_line(folder: Path, text: str) -> None:
    path = folder / "lines.txt"
    path.write_bytes(text.encode())
    source = read_source(path, NAME)
    end = "\n" if "\n" in text else "\r"
    for offset in range(len(text)):
        assert source.line_of(offset) == text.count(end, 0, offset) + 1


@pytest.mark.parametrize(
    ("raw", "text", "encoding"),
    [
        (b"\xef\xbb\xbfone\r\ntwo", "one\r\ntwo", "utf-8"),
        ("\ufeffeins".encode("utf-16-le"), "eins", "utf-16"),
        ("\ufeffeins".encode("utf-16-be"), "eins", "utf-16"),
        ("\ufeffeins".encode("utf-32-le"), "eins", "utf-32"),
    ],
)
def test_a_byte_order_mark_settles_the_encoding(folder: Path, raw: bytes, text: str, encoding: str) -> None:
    assert read(folder, raw) == (text, encoding)


def test_a_given_encoding_counts(folder: Path) -> None:
    words = "Договор о дружбе"
    assert read(folder, words.encode("cp1251"), "windows-1251") == (words, "windows-1251")


def test_a_byte_order_mark_is_no_character_even_when_the_encoding_is_named(folder: Path) -> None:
    assert read(folder, b"\xef\xbb\xbfone", "utf-8") == ("one", "utf-8")


def test_a_guess_is_said_aloud(folder: Path) -> None:
    words = "Всеобщая декларация прав человека принята Генеральной Ассамблеей. " * 5
    path = folder / "guess.txt"
    path.write_bytes(words.encode("cp1251"))
    source = read_source(path, NAME)
    assert source.text == words
    assert source.guessed
    assert [str(one) for one in source_notices(source)] == [
        (
            "seeds/text.txt: the seed is not UTF-8; it was read as cp1251, a guess that --encoding overrides"
            "\n    remedy: compare the words; then write 'encoding: cp1251', or the right one, into "
            "annotations/statement.yml (or give --encoding)"
        )
    ]


@pytest.mark.parametrize("start", ["<!DOCTYPE html>", "\n<HTML lang=en>", '<?xml version="1.0"?>\n<html>'])
def test_a_web_page_is_shown_as_it_stands_and_that_is_said(folder: Path, start: str) -> None:
    path = folder / "page.txt"
    path.write_text(f"{start}<script>alert(1)</script><p>1. One.</p>", encoding="utf-8")
    source = read_source(path, NAME)
    assert source.text.startswith(start)
    assert [str(one) for one in source_notices(source)] == [
        (
            "seeds/text.txt: the seed is a web page: its tags and scripts are taken as words, and shown as "
            "they stand\n    remedy: open it in a browser, and save the words alone as plain text in UTF-8"
        )
    ]


def test_tags_in_a_text_make_no_web_page(folder: Path) -> None:
    path = folder / "tags.txt"
    path.write_text("A statement on <html>\n\n<htmlx> 1. One.", encoding="utf-8")
    assert source_notices(read_source(path, NAME)) == []


def test_what_may_be_utf_16_is_told_so(folder: Path) -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        with pytest.raises(EditionError, match="say so with --encoding utf-16"):
            read(folder, "1. One.".encode(encoding))
        assert read(folder, "1. One.".encode(encoding), encoding)[0] == "1. One."


@pytest.mark.parametrize(
    ("raw", "encoding", "says"),
    [
        (b"", "", f"{NAME}: the seed is empty"),
        (b" \n\t\r\n", "", f"{NAME}: the seed is empty"),
        ("\ufeff\u00a0\u3000\u200b".encode(), "", f"{NAME}: the seed is empty"),
        (b"text\0text", "", f"{NAME}: the seed is binary, not text"),
        (bytes(range(256)) * 4, "", f"{NAME}: the seed is binary, not text"),
        (b"%PDF-1.7 ...", "", f"{NAME}: the seed is binary: a PDF"),
        (b"pasted:\n%PDF-1.4\n1 0 obj\nendobj\n\xff", "", f"{NAME}: the seed is binary: a PDF"),
        (b"PK\x03\x04...", "", f"{NAME}: the seed is binary: a zip archive (a .docx or .odt file is one)"),
        (
            "один\nдва\xa0".encode() + b"\xff",
            "",
            f"{NAME}:2: byte 0xff at position 17 cannot be read as utf-8",
        ),
        (b"\xff\xfea", "utf-8", f"{NAME}:1: byte 0xff at position 0 cannot be read as utf-8"),
        (b"text", "utf-99", f"{NAME}: there is no encoding 'utf-99'"),
    ],
)
def test_what_is_no_text_is_refused_with_a_remedy(folder: Path, raw: bytes, encoding: str, says: str) -> None:
    with pytest.raises(EditionError) as caught:
        read(folder, raw, encoding)
    problem, remedy = str(caught.value).split("\n    remedy: ")
    assert problem == says
    assert remedy


def test_a_missing_seed_and_one_too_long(folder: Path) -> None:
    with pytest.raises(EditionError, match="there is no such seed"):
        read_source(folder / "absent.txt", NAME)
    path = folder / "long.txt"
    path.write_bytes(b"x" * 2000)
    with pytest.raises(EditionError, match=r"has 2,000 bytes, more than the 1,000 that pages can hold"):
        read_source(path, NAME, max_bytes=1000)


@given(raw=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_with_a_remedy(folder: Path, raw: bytes) -> None:
    try:
        read(folder, raw)
    except EditionError as error:
        assert all(mistake.remedy for mistake in error.mistakes)
