"""Letters that are not seen, or taken for others, and markup that hides words."""

import pytest

from specdiff.prose.text.disguise import disguises, veils


@pytest.mark.parametrize(
    ("word", "points"),
    [
        ("h\u0430rmful", "U+0430"),
        ("harm\u200bful", "U+200B"),
        ("harm\u00adful", "U+00AD"),
        ("harm\u200dful", "U+200D"),
        ("harm\u2060ful", "U+2060"),
        ("harm&#8203;ful", "U+200B"),
        ("\u202eharmful", "U+202E"),
        ("harmful\U000e0041", "U+E0041"),
        ("harm\u0335ful", "U+0335"),
        ("harmful\ufe0f", "U+FE0F"),
        ("\uff48armful", "U+FF48"),
        ("\U0001d421armful", "U+1D421"),
    ],
)
def test_a_disguised_word_is_told_with_what_cannot_be_seen(word: str, points: str) -> None:
    old, new = disguises("all harmful acts", f"all {word} acts")
    assert old == "harmful"
    assert points in new
    assert disguises(f"all {word} acts", "all harmful acts") == (new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a b", "a\u00a0b"),
        ("a word", "a word\u200b"),
        ("file", "\ufb01le"),
        ("naïve", "nai\u0308ve"),
        ("Grüße", "Gruss"),
        ("a family", "a 👩\u200d👩\u200d👧 family"),
        ("fine", "fine ✔\ufe0f"),
        ("слово", "слова"),
        ("5 µs", "7 µs"),
        ("می\u200cخواهم", "خواهم"),
        ("English", '<a href="/doc-ru.md">Русский</a>'),
        ("a page", "Webページ"),
        ("the title", "the題名"),
    ],
)
def test_typography_names_and_other_languages_are_no_disguise(old: str, new: str) -> None:
    assert disguises(old, new) == ("", "")
    assert disguises(new, old) == ("", "")


@pytest.mark.parametrize(
    ("new", "come"),
    [
        ("It must stop. <!-- unless asked -->", "<!-- unless asked -->"),
        ("It must <del>stop.", "<del>"),
        ("It must stop. <del>It must not ring.</del>", ""),
        ("<span hidden>It must stop.</span>", "<span hidden>"),
        ('<p style="display:none">It must stop.', '<p style="display:none">'),
        ("It `<del>` must stop.", ""),
        ("It <b>must</b> stop.<br>", ""),
    ],
)
def test_markup_that_hides_or_strikes_out_without_end_is_told(new: str, come: str) -> None:
    assert veils("It must stop.", new) == ("", come)
