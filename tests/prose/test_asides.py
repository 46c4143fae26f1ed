"""What stands in a reason or is told beside a rule limits it in nothing and adds no member to it."""

import pytest

from specdiff.prose.comparison.compare import compare
from specdiff.prose.sentence.reading import read

SAME_FORCE = [
    ("Wear gloves, because the handle burns.", "Wear gloves, because the handle burns when the oven is hot."),
    ("Gloves should be worn, as it prevents burns.", "Gloves should be worn, as it prevents burns, which are common when the oven is hot."),
    ("Keep the door shut.", "Keep the door shut, since the cat and the dog like to leave."),
]
CONDITIONS = [
    ("Wear gloves.", "Wear gloves when the oven is hot."),
    ("Ask.", "Ask, because it matters, if the guest is a child."),
    ("Parcels that have no name must wait.", "Parcels which arrive when the desk is shut must wait."),
]


@pytest.mark.parametrize(("old", "new"), SAME_FORCE)
def test_a_reason_is_told_as_another_reason(old: str, new: str) -> None:
    assert {trait.rule for trait in compare(old, new, read(old), read(new)).traits} == {"statement/changed"}
    assert {trait.rule for trait in compare(new, old, read(new), read(old)).traits} == {"statement/changed"}


@pytest.mark.parametrize(("old", "new"), CONDITIONS)
def test_a_condition_of_the_rule_is_one(old: str, new: str) -> None:
    assert len(read(new).conditions) == 1
    assert "condition/added" in {trait.rule for trait in compare(old, new, read(old), read(new)).traits}
