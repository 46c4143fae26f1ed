"""Numbers in words."""

import pytest

from specdiff.prose.comparison.compare import compare
from specdiff.prose.sentence.reading import read
from specdiff.prose.text.counting import figures


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("wait seventy-two hours", "wait 72 hours"),
        ("up to two hundred words", "up to 200 words"),
        ("three thousand nets", "3000 nets"),
        ("a dozen oars", "12 oars"),
        ("one of the boats", "one of the boats"),
        ("the tenth boat", "the tenth boat"),
    ],
)
def test_words_for_numbers_have_figures(words: str, said: str) -> None:
    assert figures(words) == said


@pytest.mark.parametrize(
    ("old", "new", "traits"),
    [
        ("Up to two hundred nets may be lent.", "Up to 200 nets may be lent.", [("statement/reworded", "", "")]),
        ("Up to ninety nets may be lent.", "Up to two hundred nets may be lent.", [("threshold/changed", "ninety", "two hundred")]),
        ("Carry 2 million litres.", "Carry 2 litres.", [("threshold/changed", "2 million", "2")]),
    ],
)
def test_a_number_is_told_whole(old: str, new: str, traits: list[tuple[str, str, str]]) -> None:
    assert [(one.rule, one.old, one.new) for one in compare(old, new, read(old), read(new)).traits] == traits
