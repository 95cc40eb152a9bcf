"""In which script and direction words are written, and what is told of passages that differ from a page."""

import pytest

from glossator.find.letters import differences, letters_of
from glossator.model import Source
from glossator.site.passages import Page, Passages, page_of
from glossator.site.tongues import Tongues
from glossator.site.writing import direction, direction_of, language_of, scripts_of


def source_of(text: str) -> Source:
    return Source("seeds/x.txt", text, "utf-8", False, "", len(text), (0,))


@pytest.mark.parametrize(
    ("words", "runs"),
    [
        ("Trade", "ltr"),
        ("التجارة", "rtl"),
        ("מסחר חופשי (2031)", "rtl"),
        ("١٢ / ٣ — (…)", ""),
        ("", ""),
        # The first letters are Latin, most are not.
        ("Lantern IV تستقبلها الموانئ مجاناً", "rtl"),
        ("The map room is in English; فقط", "ltr"),
        # What is isolated is set off, and marks of direction are no letters.
        ("سفينة \u2066Lantern IV of the harbour\u2069", "rtl"),
        ("\u200f\u200f\u202eab", "ltr"),
        ("ab גד", "ltr"),
        ("גד ab", "rtl"),
    ],
)
def test_most_letters_tell_the_direction(words: str, runs: str) -> None:
    assert direction(words) == runs


@pytest.mark.parametrize(
    ("tag", "scripts", "runs"),
    [
        ("en", {"Latn"}, "ltr"),
        ("ar-EG", {"Arab"}, "rtl"),
        ("he", {"Hebr"}, "rtl"),
        ("uz-Arab", {"Arab"}, "rtl"),
        ("zh-Hant-TW", {"Hani"}, "ltr"),
        ("ja", {"Hani", "Hira", "Kana"}, "ltr"),
        ("sr-Latn", {"Latn"}, "ltr"),
        ("xx", {"Latn"}, "ltr"),
    ],
)
def test_a_tag_tells_scripts_and_direction(tag: str, scripts: set[str], runs: str) -> None:
    assert scripts_of(tag) == scripts
    assert direction_of(tag) == runs


@pytest.mark.parametrize(
    ("words", "own", "language"),
    [
        ("La bibliothèque", "ar", "und-Latn"),
        ("La bibliothèque", "en", "en"),
        ("١٢", "ar", "ar"),
        ("2031", "ar", "ar"),
        ("すべて人は", "ja", "ja"),
        ("教育", "ja", "ja"),
        ("教育", "en", "und-Hani"),
        ("Самолёты", "en", "und-Cyrl"),
        ("सभी", "hi", "hi"),
    ],
)
def test_a_script_is_told_where_the_language_is_not_certain(words: str, own: str, language: str) -> None:
    assert language_of(words, own) == language


def test_a_page_tells_its_language_and_direction() -> None:
    assert page_of('<html lang="ar" class="x"><body dir="rtl">') == Page("ar", "rtl")
    assert page_of('<html lang="he"><body>') == Page("he", "rtl")
    assert page_of("<html><body>") == Page("en", "ltr")


TEXT = "السلام عليكم «Bonjour» 2031"
WHOLE = f'<span class="statement-text" data-span="0:{len(TEXT)}">'
AT = TEXT.index("Bonjour")
FRENCH = f'<span class="quoted" data-quote="{AT}:{AT + 7}">'


@pytest.mark.parametrize(
    ("page", "article", "marked"),
    [
        (Page("ar", "rtl"), f'<p class="statement">{WHOLE}x</span></p>', None),
        (
            Page("en", "ltr"),
            f'<p class="statement">{WHOLE}x</span></p>',
            f'<p class="statement" dir="rtl">{WHOLE[:-1]} lang="ar" dir="rtl">x</span></p>',
        ),
        (
            Page("ar", "rtl"),
            f"<li>{FRENCH}x</span></li>",
            f'<li>{FRENCH[:-1]} lang="und-Latn" dir="ltr">x</span></li>',
        ),
        (Page("ar", "rtl"), "<p>All in English.</p>", '<p lang="und-Latn" dir="ltr">All in English.</p>'),
        (Page("ar", "rtl"), "<p>In English: السلام</p>", None),
        (Page("ar", "rtl"), '<p class="breadcrumbs">Home</p>', None),
        (
            Page("ar", "rtl"),
            '<i title="https://a.b/c">https://a.b/c?d=1&amp;e#f</i>&gt;',
            '<i title="https://a.b/c"><bdi dir="ltr">https://a.b/c?d=1&amp;e#f</bdi></i>&gt;',
        ),
        (
            Page("en", "ltr"),
            '<p class="citation">بيان ٢٠٣١, § 1</p>',
            '<p class="citation" dir="ltr"><bdi dir="rtl">بيان ٢٠٣١</bdi>, § 1</p>',
        ),
        (Page("en", "ltr"), '<span lang="ar">x</span> ب', '<span lang="ar" dir="rtl">x</span> ب'),
    ],
)
def test_what_differs_from_the_page_is_told(page: Page, article: str, marked: str | None) -> None:
    assert Passages(source_of(TEXT), "ar").mark(article, page) == (marked or article)


def test_in_an_english_edition_nothing_is_told() -> None:
    article = '<p class="statement"><span class="statement-text" data-span="0:5">Trade</span></p><p>Ours.</p>'
    assert Passages(source_of("Trade"), "en").mark(article, Page("en", "ltr")) == article


@pytest.mark.parametrize(
    ("own", "article", "expected"),
    [
        ("en", "read ⟨حصراً⟩", 'read ⟨<span lang="und-Arab" dir="rtl">حصراً</span>⟩'),
        ("en", "הצהרה 2032 &lt;", '<span lang="und-Hebr" dir="rtl">הצהרה 2032</span> &lt;'),
        ("ar", "Gazette (2031), 4 &amp;", '<span lang="und-Latn" dir="ltr">Gazette (2031), 4</span> &amp;'),
        ("ar", "(Gazette)", '(<span lang="und-Latn" dir="ltr">Gazette</span>)'),
        ("hi", "Gazette", "Gazette"),
        ("en", "जहाज़ों", '<span lang="und-Deva">जहाज़ों</span>'),
    ],
)
def test_our_own_words_in_another_script_are_set_off(own: str, article: str, expected: str) -> None:
    assert Tongues(own, []).mark(article) == expected


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("المدرسة", "المدرسه", ("the form of letters",)),
        ("مُدَرِّس", "مدرس", ("vowel signs",)),
        ("التجــارة", "التجارة", ("vowel signs",)),
        ("إعلان أحمد", "اعلان احمد", ("the form of letters",)),
        ("على", "علي", ("the form of letters",)),
        ("שָׁלוֹם", "שלום", ("vowel signs",)),
        ("שלומ", "שלום", ("the form of letters",)),
        ("ещё", "еще", ("the form of letters",)),
        ("٢٠٣١ ४ ４", "2031 4 4", ("the form of letters",)),
        ("ज\u093c", "\u095b", ("the form of letters",)),
        ("ｶﾞ", "ガ", ("the form of letters",)),
        ("\u202bab\u202c", "ab", ("spacing",)),
    ],
)
def test_the_same_letters_in_another_form_are_told_as_such(
    one: str, other: str, kinds: tuple[str, ...]
) -> None:
    assert letters_of(one).text == letters_of(other).text
    assert differences(one, other) == kinds


@pytest.mark.parametrize(("one", "other"), [("कि", "की"), ("カ", "ガ"), ("é", "e"), ("й", "и"), ("ب", "ت")])
def test_other_letters_stay_others(one: str, other: str) -> None:
    assert letters_of(one).text != letters_of(other).text
