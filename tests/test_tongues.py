"""Words in another script are marked with their language, but never the statement's own."""

import pytest

from glossator.site.tongues import Tongues

MARKED = '<span lang="zh">白俄罗斯</span>'


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("<p>the term 白俄罗斯 here</p>", f"<p>the term {MARKED} here</p>"),
        ('<p data-term="白俄罗斯">x</p>', '<p data-term="白俄罗斯">x</p>'),
        (
            '<span data-span="1:9"><span>a</span>白俄罗斯</span>白俄罗斯',
            f'<span data-span="1:9"><span>a</span>白俄罗斯</span>{MARKED}',
        ),
        (
            '<img class="a" lang="zh">白俄罗斯<img alt="白俄罗斯">',
            f'<img class="a" lang="zh">{MARKED}<img alt="白俄罗斯">',
        ),
        ("<svg><text>白俄罗斯</text></svg><!-- 白俄罗斯 > -->白俄罗斯", None),
        ('<b lang="zh">白俄罗斯', '<b lang="zh">白俄罗斯'),
        ("nothing of the kind", "nothing of the kind"),
    ],
)
def test_foreign_letters_are_marked_where_they_are_our_own_words(article: str, expected: str | None) -> None:
    expected = expected or article.removesuffix("白俄罗斯") + MARKED
    assert Tongues("en", ["zh"]).mark(article) == expected


def test_letters_of_the_pages_own_language_are_not_foreign() -> None:
    assert Tongues("zh", ["zh"]).mark("白俄罗斯") == "白俄罗斯"


def test_letters_alone_do_not_tell_which_of_two_languages_it_is() -> None:
    assert Tongues("en", ["zh", "ja"]).mark("白") == '<span lang="und-Hani">白</span>'
    assert Tongues("en", ["zh-Hans", "zh-Hant"]).mark("白") == '<span lang="zh">白</span>'
