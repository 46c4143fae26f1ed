"""Orders that a sentence counts off, and acts that are the same in another number."""

import pytest

from specdiff.prose.comparison.compare import compare
from specdiff.prose.sentence.orders import orders
from specdiff.prose.sentence.reading import read


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("The pilot puts the crew's safety first, speed second, and thrift third.", (("the crew's safety", "speed", "thrift"),)),
        ("Safety comes first, speed second and thrift last.", (("safety", "speed", "thrift"),)),
        ("Ring first, then knock.", ()),
        ("The second boat leaves first.", ()),
        ("The crew comes first.", ()),
    ],
)
def test_what_is_counted_off_is_an_order(words: str, order: tuple[tuple[str, ...], ...]) -> None:
    assert orders(words) == order


def test_two_things_that_changed_places_in_it_are_another_order() -> None:
    old, new = "Put the crew first, the boat second, and the cargo third.", "Put the boat first, the crew second, and the cargo third."
    assert "precedence/changed" in {trait.rule for trait in compare(old, new, read(old), read(new)).traits}


def test_what_is_not_done_and_what_may_be_are_opposites_in_whatever_number() -> None:
    old, new = "The pilot does not sell charts.", "The pilot may sell a chart where it is torn."
    assert "statement/reversed" in {trait.rule for trait in compare(old, new, read(old), read(new)).traits}
