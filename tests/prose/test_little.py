"""Little words that turn what a sentence says, and those that end a clause or govern what is not there."""

import pytest

from specdiff.prose.comparison.compare import compare
from specdiff.prose.sentence.reading import read


def _rules(old: str, new: str) -> set[str]:
    return {trait.rule for trait in compare(old, new, read(old), read(new)).traits}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Charts carry a scale and a legend with an arrow.", "Charts carry a scale and a legend without an arrow."),
        ("If a boat is moored already, please ask them before you moor.", "If a boat is moored already, please ask us before you moor."),
        ("Write to the pier; we answer within seven days.", "Write to the pier; you answer within seven days."),
        ("Nets that lack a mark are burnt by the pilot.", "Nets that lack a mark are burnt for the pilot."),
        ("Crews must show who they are before they can sail.", "Crews must show who they are after they can sail."),
        ("The tide table is a help for small boats.", "The tide table is a help against small boats."),
        (
            "A trip can be put off once if the pilot is told by noon on the day.",
            "A trip can be put off once if the pilot is told by noon on the day before.",
        ),
        ("The pilot takes along a guest with no pass who pays.", "The pilot takes along a guest with a pass who pays."),
    ],
)
def test_is_no_wording(old: str, new: str) -> None:
    assert "statement/reworded" not in _rules(old, new) | _rules(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ask him before you sail.", "Ask them before you sail."),
        ("Do not use flares unless a pilot is aboard.", "Only use flares if a pilot is aboard."),
    ],
)
def test_is_wording(old: str, new: str) -> None:
    assert _rules(old, new) == _rules(new, old) == {"statement/reworded"}
