"""What was taken out of a sentence, or put in, and not only worded otherwise."""

import pytest

from specdiff.prose.comparison.cut import cut, replaced_cell

CUT = [
    ("caste", "", "Traits are religion, caste, disability and age."),
    ("and the sender", "", "We show the letter and the sender."),
    ("and the colours", "and", "Members choose the size, the shape, and the colours."),
    ("after one clear warning", "", "A host may close a room after one clear warning."),
    ("", "outside the harbour", "Boats wait outside the harbour."),
]
WORDED = [
    ("canonical", "", "The canonical digest is shown."),
    ("the letter", "the parcel", "The letter is shown."),
    ("in the … it", "", "In the hall it is shown."),
    ("of the boat", "", "The colour of the boat is blue."),
    ("see section 4", "", "Pay first, see section 4, then row."),
    ("and it", "", "It floats and it sails."),
    ("", "", "It floats."),
]


@pytest.mark.parametrize(("was", "now", "longer"), CUT)
def test_a_thing_or_a_circumstance_came_or_went(was: str, now: str, longer: str) -> None:
    assert cut(was, now, longer)
    assert cut(now, was, longer)


@pytest.mark.parametrize(("was", "now", "longer"), WORDED)
def test_other_words_are_no_cut(was: str, now: str, longer: str) -> None:
    assert not cut(was, now, longer)
    assert not cut(now, was, longer)


def test_a_cell_that_holds_something_else() -> None:
    assert replaced_cell("ping | both | none", "ping | both | OK or ERROR")
    assert replaced_cell("fetch | every time | 30 s", "fetch | no | 30 s")
    assert not replaced_cell("ping | frame not allowed", "ping | the frame is not allowed here")
    assert not replaced_cell("ping | both", "pong | both")
    assert not replaced_cell("ping | - | a", "ping | none | a")
    assert not replaced_cell("ping", "pong")
