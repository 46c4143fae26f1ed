"""Lists that are told in another order, and what only looks like one: steps, ranks, and things that are left out of a list."""

import pytest

from specdiff.prose.comparison.compare import compare
from specdiff.prose.sentence.reading import read


def _traits(old: str, new: str) -> list[tuple[str, str, str]]:
    return [(trait.rule, trait.old, trait.new) for trait in compare(old, new, read(old), read(new)).traits]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Bring what suits the tide, the boat and the crew.", "Bring what suits the crew, the boat and the tide."),
        ("The pilot checks a rope, the oar and the lamp.", "The pilot checks the lamp, a rope and the oar."),
        ("Divers may borrow old nets, oars, or new lamps.", "Divers may borrow new lamps, old nets, or oars."),
        ("Crews must stow ropes, oars and lamps.", "Crews must stow lamps, ropes and oars."),
    ],
)
def test_the_order_of_a_list_says_nothing(old: str, new: str) -> None:
    assert _traits(old, new) == _traits(new, old) == [("statement/reworded", "", "")]


@pytest.mark.parametrize(
    ("old", "new", "was", "now"),
    [
        ("Ring, knock, then wait.", "Knock, ring, then wait.", "ring knock", "knock ring"),
        (
            "Rank calm, speed and thrift in this order.",
            "Rank speed, calm and thrift in this order.",
            "calm speed",
            "speed calm",
        ),
        ("Lend nets, not oars and lamps.", "Lend lamps, not oars and nets.", "nets … lamps", "lamps … nets"),
        ("Lend nets, oars or lamps of brass.", "Lend lamps, oars or nets of brass.", "nets … lamps", "lamps … nets"),
    ],
)
def test_the_order_of_steps_and_what_a_list_denies_say_something(old: str, new: str, was: str, now: str) -> None:
    assert _traits(old, new) == [("statement/changed", was, now)]
    assert _traits(new, old) == [("statement/changed", now, was)]


@pytest.mark.parametrize(
    ("longer", "shorter", "more"),
    [
        ("Never open boxes, jars, tins or kegs.", "Never open boxes, jars or tins.", "kegs"),
        ("Never lend nets, oars and lamps.", "Never lend nets and oars.", "lamps"),
    ],
)
def test_what_a_prohibition_lists_last_is_told_alone_when_it_comes_or_goes(longer: str, shorter: str, more: str) -> None:
    assert _traits(longer, shorter) == [("statement/weakened", more, "")]
    assert _traits(shorter, longer) == [("statement/strengthened", "", more)]


def test_one_more_way_to_do_a_duty_makes_it_no_stricter() -> None:
    old, new = "The pilot must tell the route in full.", "The pilot must tell the route in short or in full."
    assert [rule for rule, _, _ in _traits(old, new) + _traits(new, old)] == ["statement/changed", "statement/changed"]
