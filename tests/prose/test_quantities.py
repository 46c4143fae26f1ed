"""The same amount in another form is the same one, and no other is."""

import pytest

from specdiff.prose.sentence.quantities import amounts, other_amount, same_amounts

SAME = [
    ("Wait an hour.", "Wait 60 minutes."),
    ("Wait 120 seconds.", "Wait two minutes."),
    ("Tell us a fortnight before.", "Tell us two weeks before."),
    ("It lapses after 12 months.", "It lapses after a year."),
    ("Pay within thirty (30) days.", "Pay within 30 days."),
    ("Interest is 8 % then.", "Interest is 8% then."),
    ("You must be 13 or older.", "You must be at least 13."),
    ("You must be no younger than 18 years of age.", "You must be at least 18 years old."),
    ("Give at least thirty days.", "Give no fewer than 30 days."),
    ("Ask before more than two steps.", "Ask before three or more steps."),
    ("Up to 5 members may row.", "No more than five members may row."),
]
OTHER = [
    ("Wait an hour.", "Wait 61 minutes."),
    ("Wait 30 days.", "Wait a month."),
    ("You must be at least 13.", "You must be more than 13."),
    ("You must be at least 18 years old.", "You must be no older than 18 years."),
    ("Use more than 2 GB.", "Use at least 3 GB."),
    ("Use more than 2 litres.", "Use at least 3 litres."),
    ("It costs 1.5 euros.", "It costs 1 euro."),
    ("Give 5 %.", "Give 5 days."),
]


@pytest.mark.parametrize(("old", "new"), [*SAME, *(pair[::-1] for pair in SAME)])
def test_one_amount_in_two_forms_is_said_as_it_was(old: str, new: str) -> None:
    assert same_amounts(old, new) == old


@pytest.mark.parametrize(("old", "new"), [*OTHER, *(pair[::-1] for pair in OTHER)])
def test_another_amount_stays_as_it_is(old: str, new: str) -> None:
    assert same_amounts(old, new) == new


def test_each_amount_stands_for_one() -> None:
    assert same_amounts("Wait an hour.", "Wait 60 minutes and again 60 minutes.") == "Wait an hour and again 60 minutes."
    assert [said for _, _, said in amounts("No letter, no date, once.")] == []


def test_two_texts_that_differ_in_an_amount_alone() -> None:
    assert other_amount("Wait within an hour, Ann.", "Wait within fifteen minutes, Ann.") == ("an hour", "fifteen minutes")
    assert other_amount("Wait at least 5 days.", "Wait at least 6 days.") == ("at least 5 days", "at least 6 days")
    assert other_amount("Wait an hour.", "Wait 60 minutes.") is None
    assert other_amount("Wait an hour.", "Rest two hours.") is None
    assert other_amount("Take 5 %.", "Take 5 days.") is None
    assert other_amount("Wait.", "Wait.") is None
