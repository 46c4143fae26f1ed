"""Which differences are slips, and which are words."""

import pytest

from specdiff.prose.text.wording import counted, same_reading


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a word", "a word"),
        ("A word, then", "a word then"),
        ("ignores the the risk", "ignores the risk"),
        ("justify a starting a firm", "justify starting a firm"),
        ("it awknowledges that", "it acknowledges that"),
        ("risk is named", "the risk is named"),
    ],
)
def test_slips_read_the_same(old: str, new: str) -> None:
    assert same_reading(old, new)
    assert same_reading(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "words"),
        ("→", "✓"),
        ("it is legal", "it is illegal"),
        ("it is 18 years", "it is 16 years"),
        ("tell the user", "ask the user"),
        ("do not tell", "do tell"),
        ("ignores the risk", "ignores the clear risk"),
        ("a " * 200 + "cat", "dog " * 200),
    ],
)
def test_other_words_do_not(old: str, new: str) -> None:
    assert not same_reading(old, new)
    assert not same_reading(new, old)


def test_numbers_take_their_nouns() -> None:
    assert [counted(number, "leaf", "leaves") for number in (0, 1, 2)] == ["0 leaves", "1 leaf", "2 leaves"]
