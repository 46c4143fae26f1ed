"""Verbs that are contrary whatever the build, what holds in one case less, reservations of aim, and what may limit an aside or the rule."""

import pytest

from reviewing import rules_of
from specdiff.prose.sentence.announcing import is_exception

MORE, LESS, REVERSED, CONDITION = "statement/strengthened", "statement/weakened", "statement/reversed", "condition/added"
MIRROR = {MORE: LESS, LESS: MORE, REVERSED: REVERSED, CONDITION: "condition/removed"}


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("The porter should hide the ledger from guests.", "The porter should show guests the ledger.", REVERSED),
        ("The porter should hide its notes from the guests unless asked.", "The porter should show its notes to the guests.", REVERSED),
        ("A ban can be reviewed.", "A ban is final.", REVERSED),
        (
            "The porter should ring, which might wake the owner.",
            "The porter should ring, which might wake the owner if it is late.",
            CONDITION,
        ),
        (
            "A rule is not applicable to guests if it is overruled by the owner, or superseded by a later one.",
            "A rule is not applicable to guests if it is overruled by the owner, superseded by a later one, or plainly a slip.",
            LESS,
        ),
    ],
)
def test_told_forwards_and_backwards(old: str, new: str, rule: str) -> None:
    assert rule in rules_of(old, new)
    assert MIRROR[rule] in rules_of(new, old)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("The porter should show the rates of this year.", "The porter should hide the rates of last winter.", REVERSED),
        ("The porter should strive to find leaks.", "The porter should try to find leaks.", LESS),
        ("A key is not made of tin if it is old.", "A key is not made of tin if it is old or bent.", LESS),
        ("The porter may ring, which might wake the owner.", "The porter may ring, which might wake the owner and the cat.", CONDITION),
    ],
)
def test_not_told(old: str, new: str, rule: str) -> None:
    assert rule not in rules_of(old, new)
    assert MIRROR[rule] not in rules_of(new, old)


@pytest.mark.parametrize(
    ("sentence", "one"),
    [
        ("That respect stops short of silence: a few lines may be read aloud.", True),
        ("This freedom has its limits: no net is lent.", True),
        ("Those rights end where the harbour begins.", True),
        ("That road has a toll.", False),
        ("The train stops short of the pier.", False),
    ],
)
def test_what_ends_somewhere_is_an_exception(sentence: str, one: bool) -> None:  # noqa: FBT001 - a parameter
    assert is_exception(sentence) is one
