"""Which words are one word, spelt in two ways."""

import pytest

from specdiff.prose.text.spelling import spelt


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("overriden", "overridden"),
        ("recieve", "receive"),
        ("goverment", "government"),
        ("colour", "color"),
        ("organise", "organize"),
        ("naïve", "naive"),
        ("distibution-list", "distribution-list"),
    ],
)
def test_a_slip_or_a_country_is_the_same_word(one: str, other: str) -> None:
    assert spelt(one, other)
    assert spelt(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("employer", "employee"),
        ("minors", "majors"),
        ("prevent", "present"),
        ("expect", "except"),
        ("secure", "secret"),
        ("legal", "lethal"),
        ("public", "publish"),
        ("usual", "unusual"),
        ("private", "privately"),
        ("content", "consent"),
        ("prescribe", "proscribe"),
        ("register", "registry"),
        ("casual", "causal"),
        ("request", "requests"),
        ("hаrmful", "harmful"),
        ("maralia", "maralie"),
        ("re-enter", "enter"),
    ],
)
def test_two_words_are_two_words_however_alike(one: str, other: str) -> None:
    assert not spelt(one, other)
    assert not spelt(other, one)
