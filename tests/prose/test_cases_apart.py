"""What looks like a condition, an exception or a force, and is none."""

import pytest

from specdiff.model.language import Force
from specdiff.prose.sentence.reading import read


@pytest.mark.parametrize(
    ("words", "conditions"),
    [
        ("The pilot says where the rope came from.", ()),
        ("The pilot tells guests where the rope came from.", ()),
        ("The pilot rings where the rope is worn.", ("where the rope is worn",)),
        ("The pilot names the rope if a guest asks, and cites the log.", ("if a guest asks",)),
        ("The pilot names the rope if a guest asks, or a diver insists.", ("if a guest asks, or a diver insists",)),
        ("Ropes are cheap, while a lamp costs a day of work.", ()),
        ("Nobody may smoke while a guest sleeps.", ("while a guest sleeps",)),
        ("Wear gloves, while hauling ropes.", ("while hauling ropes",)),
    ],
)
def test_conditions(words: str, conditions: tuple[str, ...]) -> None:
    assert read(words).conditions == conditions


@pytest.mark.parametrize(
    ("words", "exceptions"),
    [
        ("Storms aside, every boat must sail.", ("storms aside",)),
        ("In the harbour, the pilot checks only what the log asks for and names the boats it left aside.", ()),
    ],
)
def test_exceptions(words: str, exceptions: tuple[str, ...]) -> None:
    assert read(words).exceptions == exceptions


@pytest.mark.parametrize(
    ("words", "force"),
    [
        ("Jokes about the storm are out.", Force.PROHIBITED),
        ("Jokes are out, and so are songs.", Force.PROHIBITED),
        ("The system is out.", Force.DESCRIPTIVE),
        ("They are out.", Force.DESCRIPTIVE),
        ("Nets are out of stock.", Force.DESCRIPTIVE),
        ("Days are spent on small things: a rope that will not hold, a lamp to fill.", Force.DESCRIPTIVE),
    ],
)
def test_forces(words: str, force: Force) -> None:
    assert read(words).force is force


@pytest.mark.parametrize(
    ("words", "forces"),
    [
        ("A pilot may change what a boat carries, but no pilot may sink it.", [Force.PERMITTED, Force.PROHIBITED]),
        ("A pilot may sail at night, yet nobody may swim.", [Force.PERMITTED, Force.PROHIBITED]),
        ("Before you sail, check the ropes: two of them have to hold.", [Force.REQUIRED, Force.REQUIRED]),
        ("Remember the first rule: guests have to pay.", [Force.REQUIRED]),
    ],
)
def test_clauses_side_by_side(words: str, forces: list[Force]) -> None:
    assert [clause.force for clause in read(words).clauses] == forces
