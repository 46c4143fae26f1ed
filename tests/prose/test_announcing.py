"""Sentences that announce exceptions."""

import pytest

from specdiff.prose.sentence.announcing import announces_exceptions, is_exception


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


@pytest.mark.parametrize(
    ("words", "excepts"),
    [
        ("The only exception is a letter that nobody claims.", True),
        ("In rare cases the courier may open a letter.", True),
        ("In some other cases, such as a fire, the courier should run rather than wait.", True),
        ("In some cases a letter takes a week.", False),
        ("There are no exceptions.", False),
        ("This ban does not apply to couriers who have sworn an oath.", True),
        ("This does not apply.", False),
    ],
)
def test_what_is_done_in_rare_cases_or_instead_is_an_exception(words: str, *, excepts: bool) -> None:
    assert is_exception(words) is excepts
