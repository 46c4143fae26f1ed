"""What a text says of its own date and version."""

import pytest

from specdiff.prose.comparison.compare import compare
from specdiff.prose.sentence.reading import read


def _rules(old: str, new: str) -> list[str]:
    return [trait.rule for trait in compare(old, new, read(old), read(new)).traits]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Last updated on 3 May 2031.", "Last updated on 4 June 2031."),
        ("Version of 12 January 2031", "Version of 20 October 2031"),
        ("Owner: the harbour office · Revised: May 2031", "Owner: the harbour office · Revised: November 2031"),
        ("version: 2.3", "version: 2.4"),
        ("Rev 7 (2031-02-01)", "Rev 8 (2031-03-01)"),
    ],
)
def test_another_stamp_is_no_change(old: str, new: str) -> None:
    assert _rules(old, new) == _rules(new, old) == ["statement/reworded"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("In force from 1 February 2031", "In force from 1 August 2031"),
        ("Effective 3 March 2031 · Version 4", "Effective 9 April 2031 · Version 5"),
    ],
)
def test_from_when_a_text_holds_is_told_and_sets_no_bound(old: str, new: str) -> None:
    assert _rules(old, new) == ["statement/changed"]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("Use version 2 of the chart.", "Use version 3 of the chart.", "statement/changed"),
        ("Passes from before 1 May 2031 are void.", "Passes from before 2 May 2031 are void.", "threshold/changed"),
        ("Revised on 3 May 2031 · Passes cost 3 coins", "Revised on 4 May 2031 · Passes cost 4 coins", "threshold/changed"),
    ],
)
def test_what_is_more_than_a_stamp_is_a_rule(old: str, new: str, rule: str) -> None:
    assert _rules(old, new) == [rule]
