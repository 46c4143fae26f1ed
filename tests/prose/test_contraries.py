"""Which words say the opposite of one another."""

import pytest

from specdiff.prose.paraphrase.contraries import contrary, opposed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("confirm", "deny"),
        ("confirms", "denies"),
        ("confirmed", "denied"),
        ("sharing", "withholding"),
        ("permitting", "banning"),
        ("omitted", "added"),
        ("approved", "unapproved"),
        ("agree", "disagree"),
        ("public", "private"),
        ("published", "unpublished"),
    ],
)
def test_contrary_words_are_contrary_either_way(one: str, other: str) -> None:
    assert contrary(one, other)
    assert contrary(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("confirm", "confirms"),
        ("share", "publish"),
        ("deny", "refuse"),
        ("tea", "untea"),
        ("sell", "buy"),
        ("form", "inform"),
        ("tend", "intend"),
    ],
)
def test_other_words_are_not(one: str, other: str) -> None:
    assert not contrary(one, other)
    assert not contrary(other, one)


@pytest.mark.parametrize(
    ("one", "other", "turned"),
    [
        ("share the list with guests", "withhold the list from guests", ("share", "withhold")),
        ("keep letters short", "keep letters long", ("short", "long")),
        ("treat public letters kindly", "treat private letters kindly", None),
        ("share the list", "withhold a key from whoever wants one", None),
        ("share the list", "share the list", None),
    ],
)
def test_an_act_is_turned_by_its_verb_or_by_what_it_ends_in(one: str, other: str, turned: tuple[str, str] | None) -> None:
    assert opposed(one, other) == turned
