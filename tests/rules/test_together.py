"""Sentences that became one, or came out of one, as the pair that rules look at."""

from conftest import matching
from specdiff.model.change import Kept, Merged, Split
from specdiff.rules.together import together

APART = """# Parcels {#parcels authority=root}
Here, the sender might be trying to lead the porter to a false address.
Worse, he might hide a note in the parcel that talks the porter into lending keys.
"""
JOINED = """# Parcels {#parcels authority=root}
Here, the sender might be trying to send the porter to a false address, or, worse, might put a note in the parcel that talks the porter into lending keys.
"""


def test_sentences_that_became_one_are_one_with_all_their_lines():
    pair = matching(APART, JOINED)
    (change,) = [one for one in pair.statements if isinstance(one, Merged)]
    kept = together(change)
    assert isinstance(kept, Kept)
    assert (kept.old.place.first_line, kept.old.place.last_line) == (2, 3)
    assert kept.old.words == " ".join(one.words for one in change.old)
    assert kept.new is change.new


def test_sentences_that_came_out_of_one_are_one_with_all_their_lines():
    pair = matching(JOINED, APART)
    (change,) = [one for one in pair.statements if isinstance(one, Split)]
    kept = together(change)
    assert isinstance(kept, Kept)
    assert (kept.new.place.first_line, kept.new.place.last_line) == (2, 3)
    assert kept.old is change.old


def test_the_lines_of_three_sentences_run_from_the_first_to_the_last():
    text = "# Keys {#keys authority=user}\nThe porter counts keys.\nThe porter hangs up keys.\nThe porter locks the box.\n"
    pair = matching(text, text)
    kept = together(Merged(tuple(pair.old.statements), pair.new.statements[0], "told", reworded=True))
    assert isinstance(kept, Kept)
    assert (kept.old.place.first_line, kept.old.place.last_line) == (2, 4)
