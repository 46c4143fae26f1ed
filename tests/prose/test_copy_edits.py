"""What a copy editor does to a sentence, and what looks like it and is another rule."""

import pytest

from specdiff.prose.comparison.compare import compare
from specdiff.prose.sentence.reading import read


def _told(old: str, new: str) -> list[tuple[str, str]]:
    return [(trait.rule, trait.about) for trait in compare(old, new, read(old), read(new)).traits]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Nets such as drift nets must not be asked for.", "You must not ask for nets such as drift nets."),
        ("A dinghy needs no pass.", "A dinghy calls for no pass."),
        ("Whoever sees a leak rings.", "Anyone who sees a leak rings."),
        ("The pilot must ring at every lock.", "The pilot must ring at each lock."),
        ("We do not allow nets that are left in a lock.", "Nets that are left in a lock are not allowed."),
        ("We allow lamps on the pier.", "Lamps on the pier are permitted."),
    ],
)
def test_wording(old: str, new: str) -> None:
    assert _told(old, new) == _told(new, old) == [("statement/reworded", "")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We keep logs for as long as we need them and no longer.", "Logs are kept only for as long as we need them."),
        ("Don't ring more than once for the same boat.", "Sound the bell only once for a given boat."),
        ("We mend nets within one month, and if we cannot we say so.", "We'll mend nets within a month, saying so if we can't."),
    ],
)
def test_no_condition_and_no_number_changed(old: str, new: str) -> None:
    assert {rule for rule, _ in _told(old, new) + _told(new, old)} <= {"statement/changed", "statement/reworded"}


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (
            "It should moor only at piers that are lit.",
            "Boats should lie only at piers that are lit, or at piers of which a pilot tells.",
            "statement/weakened",
        ),
        (
            "It should moor at piers that are lit.",
            "Boats should lie at piers that are lit, or at piers of which a pilot tells.",
            "statement/changed",
        ),
        ("Keep logs as long as they are needed.", "Keep logs as long as they are needed and the pilot agrees.", "condition/added"),
    ],
)
def test_what_says_more(old: str, new: str, rule: str) -> None:
    assert [one for one, _ in _told(old, new)] == [rule]
