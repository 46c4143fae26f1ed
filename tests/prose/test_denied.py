"""A rule says the opposite only of the act that the other side denies; what else came, went or stayed denied turns nothing round."""

import pytest

from specdiff.prose.comparison.compare import compare
from specdiff.prose.sentence.reading import read

NOT_TURNED = [
    # what was denied is gone, and the rest stays
    ("Parcels with a label and not tied with string are weighed.", "Parcels with a label are weighed."),
    ("A short name is a word not containing a dot, followed by a number.", "A short name is a word followed by a number."),
    # a contrast comes or goes
    ("Write a card for each guest.", "Write a card for each guest as a summary: it should read like a list, not a novel."),
    ("Ask: did the clerk weigh the parcel?", "Ask: did the clerk weigh the parcel - not whether it looks weighed?"),
    # the same denial in another word
    ("If there is not a stamp for a letter, a new stamp is made.", "If no stamp exists for a letter, a new stamp is made."),
    ("The lamp is lit if the door is open, dark if it is not.", "The lamp is lit if the door is open, dark otherwise."),
    ("Letters that do not have a stamp are kept.", "Letters without a stamp are kept."),
    ("If the letter will not have the yellow stamp, it is sent back.", "If the letter lacks a yellow stamp, it is sent back."),
    ("Once sealed it is impossible to open the box in transit.", "Once sealed the box cannot be opened in transit."),
    ("The ladder leans on a wall that is not safe to climb with wet boots.", "The ladder leans on a wall that is unsafe with wet boots."),
    # denied on both sides, in another place of what is read
    ("The letter is not stamped.", "The letter is not stamped. | Use another letter."),
    (
        "Show three rooms: the first has a bed, the second does not, the third has two.",
        "To explain, consider three rooms: the first has a bed, the second does not, the third has two.",
    ),
    # another act
    (
        "If the map must change, always make a wholly new map, otherwise the guide will not profit from the shelf.",
        "If the map must change, make a new map to profit from the shelf.",
    ),
    (
        "The boat will not run on your lake, you will need to make some small changes.",
        "You may need to make changes to run it on your lake.",
    ),
]
TURNED = [
    ("The clerk does not read the post.", "The clerk reads the post."),
    ("The clerk does not read the post.", "The clerk should read the post."),
    ("The clerk will not read the post.", "The clerk reads the post."),
    ("The clerk must not disclose the address.", "The clerk must share the address."),
    ("The clerk may read letters.", "The clerk does not read letters."),
    (
        '"Little jokes" that cheer a guest up are allowed (see below).',
        'Even "little jokes" that staff make to cheer guests up are not allowed.',
    ),
    ("Letters must be opened at the desk.", "Do not open letters at the desk."),
    ("The clerk must not fail to seal parcels.", "The clerk may fail to seal parcels."),
]


def _rules(old: str, new: str) -> set[str]:
    return {trait.rule for trait in compare(old, new, read(old), read(new)).traits}


@pytest.mark.parametrize(("old", "new"), NOT_TURNED)
def test_what_is_denied_no_more_or_otherwise_is_not_turned_round(old: str, new: str) -> None:
    assert "statement/reversed" not in _rules(old, new) | _rules(new, old)


@pytest.mark.parametrize(("old", "new"), TURNED)
def test_what_was_denied_and_is_said_now_is_turned_round(old: str, new: str) -> None:
    assert "statement/reversed" in _rules(old, new) & _rules(new, old)


def test_what_is_asked_for_beside_another_act_that_is_denied_stands_beside_no_denial() -> None:
    old, new = "The box is not locked in the yard at night.", "Leave the box in the yard at night."
    assert all("is not" not in (trait.old, trait.new) for trait in compare(old, new, read(old), read(new)).traits)
