"""Phrases are found as whole words, longest first, over line ends, and in scripts without spaces."""

import pytest

from glossator.annotate.match import Phrases
from glossator.model import Span


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        (["trade"], "trade, trader, re-trade and TRADE", ["trade", "trade"]),
        (["trade", "free trade"], "free trade and trade", ["free trade", "trade"]),
        (["mutual investment"], "mutual\n  investment", ["mutual investment"]),
        (["中国"], "与中国合作", ["中国"]),
        (["WTO"], "加入WTO后, WTO and WTOs", ["WTO", "WTO"]),
        (["free trade", "trade zone"], "free trade zone", ["free trade"]),
        (["a.b", "a+"], "a.b axb a+", ["a.b", "a+"]),
        ([], "anything", []),
    ],
)
def test_phrases_are_found(phrases: list[str], text: str, found: list[str]) -> None:
    assert [phrase for phrase, _ in Phrases(phrases).find(text, Span(0, len(text)))] == found
