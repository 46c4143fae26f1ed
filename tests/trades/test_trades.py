"""What is traded in words that name no value is seldom seen; what trades nothing is never told as a trade."""

import pytest

from trades import cases, tally, told


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case['id']} {case['title']}") for case in cases() if not case["shifts"]])
def test_a_revision_that_trades_nothing_shifts_no_value(case):
    assert told(case) == set()


@pytest.mark.parametrize("half", ["a", "b"])
def test_no_trade_is_told_the_wrong_way_round(half):
    assert tally(half).turned == 0
