"""Sentences that are told anew, with the bounds of their numbers and the key words in brackets the same, or others."""

import pytest

from specdiff.prose.comparison.compare import compare
from specdiff.prose.sentence.quantities import same_amounts
from specdiff.prose.sentence.reading import read


def _told(old: str, new: str) -> list[tuple[str, str]]:
    new = same_amounts(old, new)
    return [(trait.rule, trait.about) for trait in compare(old, new, read(old), read(new)).traits]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("At least two divers must be aboard during a storm.", "During a storm, two divers at most must be aboard."),
        ("The buoy must ring at most twice a minute.", "At least twice a minute, the buoy must ring."),
        ("Oars must not be lent to anyone under 12.", "Anyone over 12 must not be lent oars."),
        ("Catches of more than 300 crates need two seals.", "Two seals are needed for catches up to 300 crates."),
        ("Anchors over nine kilos must be hauled by two divers.", "Two divers must haul anchors under nine kilos."),
        ("Four divers are the most a raft may hold.", "A raft may hold four divers or more."),
        ("Signals must be answered within three days.", "After three days, signals must be answered."),
        ("Up to six boats may moor at the pier.", "Six boats or more may moor at the pier."),
    ],
)
def test_a_bound_that_turned_is_another_one(old: str, new: str) -> None:
    assert _told(old, new) == [("threshold/changed", "")]
    assert _told(new, old) == [("threshold/changed", "")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Four divers are the most a raft may hold.", "A raft may hold at most four divers."),
        ("At least two divers must be aboard during a storm.", "During a storm, two divers at least must be aboard."),
        ("Oars must not be lent to anyone under 12.", "Anyone under 12 must not be lent oars."),
    ],
)
def test_a_bound_may_stand_before_or_after_its_number(old: str, new: str) -> None:
    assert _told(old, new) in ([("statement/changed", "other words")], [("statement/reworded", "")])


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("Nobody may lift it (MUST NOT).", "Nobody may lift it (SHOULD NOT).", "statement/weakened"),
        ("The hatch stays locked (MUST).", "The hatch stays locked (MAY).", "statement/weakened"),
        ("Crates are tied (SHOULD).", "Crates are tied (MUST).", "statement/strengthened"),
    ],
)
def test_another_key_word_binds_otherwise(old: str, new: str, rule: str) -> None:
    assert _told(old, new) == [(rule, "")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We mend nets within a month and charge nothing.", "Our mending is done within a month, free of charge."),
        ("Rafts are hauled within a week, and nobody is fined.", "It takes us within a week to haul a raft, free of fines."),
    ],
)
def test_what_is_denied_beside_a_bound_does_not_turn_it(old: str, new: str) -> None:
    assert "threshold/changed" not in {rule for rule, _ in _told(old, new) + _told(new, old)}
