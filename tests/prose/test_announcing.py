"""Sentences that announce exceptions."""

import pytest

from specdiff.prose.announcing import announces_exceptions


@pytest.mark.parametrize(
    ("words", "announces"),
    [
        ("There are two cases in which this rule does not apply.", True),
        ("In the following cases the rule can be overridden:", True),
        ("If a rule can be overridden, it stands in one of the parts below.", False),
    ],
)
def test_what_is_only_supposed_announces_nothing(words: str, *, announces: bool) -> None:
    assert announces_exceptions(words) is announces
