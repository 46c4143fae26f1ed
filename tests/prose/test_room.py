"""What comes or goes with a clause of its own, what a permission leaves open, and what is put off or must not be."""

import pytest

from reviewing import rules_of

MORE, LESS, CHANGED = "statement/strengthened", "statement/weakened", "statement/changed"
REVERSED, CONDITION = "statement/reversed", "condition/added"
MIRROR = {MORE: LESS, LESS: MORE, CHANGED: CHANGED, REVERSED: REVERSED, CONDITION: "condition/removed"}


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        # a condition that came with what it limits limits nothing that was there
        ("Torn nets should be kept.", "Torn nets should be kept and, where the owner would miss them, mended.", MORE),
        ("The porter should ring the bell.", "The porter should ring the bell where the owner would miss it.", CONDITION),
        (
            "The porter should ring the bell; or simply go home if no boat is near.",
            "The porter should ring the bell and count which of the ropes are dry.",
            CHANGED,
        ),
        # one thing more that is permitted leaves more room, whatever else the sentence asks for
        ("The porter may lend the boat.", "The porter may lend the boat, and may take the oars along.", LESS),
        ("The porter should file the letters.", "The porter should file the letters; when the owner asks, it may burn the oldest.", LESS),
        # for whom, where and when something is permitted narrows it
        ("Fishing is allowed, as long as no net is torn.", "Fishing is allowed for those who live here, as long as no net is torn.", MORE),
        ("Fishing is allowed.", "Fishing is allowed outside the two weeks of the regatta.", MORE),
        # what may be done is always done
        (
            "When copying the log, the porter may want to tell the owner that changes are due.",
            "A slip that the porter comes across in the log is always pointed out.",
            MORE,
        ),
        # who waits is not to be early
        (
            "In thick fog, the porter should wait until the horn has sounded.",
            "In thick fog, the porter should shout early and often.",
            REVERSED,
        ),
        ("In thick fog, the porter should wait early.", "In thick fog, the porter should shout early.", CHANGED),
    ],
)
def test_told_forwards_and_backwards(old: str, new: str, rule: str) -> None:
    assert rule in rules_of(old, new)
    assert MIRROR[rule] in rules_of(new, old)


def test_what_is_permitted_needs_no_exception():
    old = "The porter should avoid naming the owner unless told to."
    new = "A guest who asks in earnest may be told that there is one."
    assert rules_of(old, new) == {LESS}
    assert rules_of(new, old) == {MORE}


def test_what_still_forbids_does_not_only_permit():
    old = "Boats must not be lent to strangers, only to those on the list."
    new = "The porter may wave or nod; it may not hand over what the list leaves out."
    assert LESS not in rules_of(old, new)
