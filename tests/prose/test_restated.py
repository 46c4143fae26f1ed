"""Sentences that say the same in another build, and those that only look like it."""

import pytest

from specdiff.prose.comparison.compare import compare
from specdiff.prose.sentence.reading import read


def _rules(old: str, new: str) -> list[str]:
    return [trait.rule for trait in compare(old, new, read(old), read(new)).traits]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "The clerk should call the guard when it smells smoke, and leave.",
            "When the clerk smells smoke, it should call the guard, and leave.",
        ),
        (
            "The clerk should try to stop a fire when it smells smoke, and avoid acts that if rash could hurt.",
            "When the clerk smells smoke, it should try to stop a fire, and avoid acts that if rash could hurt.",
        ),
        ("The clerk should ring the bell if asked.", "If asked, the clerk should ring the bell."),
        ("Labels on parcels must be read by the clerk.", "The clerk must read labels on parcels."),
    ],
)
def test_another_build_says_the_same(old: str, new: str) -> None:
    assert _rules(old, new) == _rules(new, old) == ["statement/reworded"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The clerk should call the guard when it smells smoke.", "When the guard smells smoke, the clerk should call it."),
        ("The guest must be told by the clerk.", "The clerk must be told by the guest."),
        ("Labels on parcels must be read by the clerk.", "The guest must read labels on parcels."),
        ("Labels on parcels must be kept.", "Guests must keep labels on parcels."),
        ("Labels on parcels must be kept.", "You must burn labels on parcels."),
    ],
)
def test_other_parties_or_another_act_say_something_else(old: str, new: str) -> None:
    assert "statement/reworded" not in _rules(old, new) + _rules(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "The clerk should simply hang up rather than transfer the call.",
            "The clerk should transfer the call rather than simply hang up.",
        ),
        ("A letter should read like a report, instead of a poem.", "A letter should read like a poem, instead of a report."),
        ("Rather than ringing the bell, the clerk should knock.", "Rather than knocking, the clerk should ring the bell."),
    ],
)
def test_what_was_put_last_and_is_put_first_is_the_opposite(old: str, new: str) -> None:
    assert _rules(old, new) == _rules(new, old) == ["statement/reversed"]


def test_what_stays_last_is_no_opposite() -> None:
    assert "statement/reversed" not in _rules("A clerk should knock rather than ring.", "A clerk should whistle rather than ring.")


@pytest.mark.parametrize(
    ("narrow", "closed"),
    [
        ("Seals should only be used on formal letters.", "Seals should not be used, even on formal letters."),
        ("The clerk should ask for leave before proceeding.", "The clerk must not proceed until the guest has given leave."),
        ("The clerk should ask the guest before opening a parcel.", "The clerk must not open a parcel until the guest has been asked."),
    ],
)
def test_a_limit_that_becomes_a_ban_is_stricter_and_no_opposite(narrow: str, closed: str) -> None:
    assert _rules(narrow, closed)[0] == "statement/strengthened"
    assert _rules(closed, narrow)[0] == "statement/weakened"


def test_an_aside_that_goes_turns_nothing_round() -> None:
    long = "The clerk asks short and friendly questions of every guest about the road and the weather"
    assert _rules(f"{long} (not merely to fill the time).", f"{long}.") == ["statement/changed"]


def test_what_is_turned_down_is_shown_as_it_was_asked_for_and_as_it_is_now() -> None:
    old, new = "Clerks should wait for the guard.", "Clerks should ring rather than wait for the guard."
    (trait,) = compare(old, new, read(old), read(new)).traits
    assert (trait.old, trait.new) == ("should wait for the guard", "rather than wait for the guard")


def test_to_try_not_to_do_is_to_try_to_avoid_doing() -> None:
    old, new = "Clerks should try to avoid starting the whole tale over.", "Clerks should try not to start the whole tale over."
    assert not {"statement/strengthened", "statement/weakened"} & {*_rules(old, new)}
