"""Whether a reply refuses, gives part, or answers."""

import pytest

from specdiff.prose.sentence.conduct import Conduct, conduct


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Sorry, I can't help with that.", Conduct.REFUSAL),
        ("I'm sorry, but I can't help with that.", Conduct.REFUSAL),
        ("I won't write this.", Conduct.REFUSAL),
        ("I can't name a dose, but I can explain how a doctor finds the right one.", Conduct.PARTIAL),
        ("I'm unable to open the file. Would you like a summary of its title?", Conduct.PARTIAL),
        ("I cannot say. " + "The reasons are many and each of them has to do with the matter itself, " * 5, Conduct.PARTIAL),
        ("Two tablets a day.", Conduct.ANSWER),
        ("Take the second road to the left. " * 10 + "I can't help with parking.", Conduct.ANSWER),
        ("", Conduct.ANSWER),
    ],
)
def test_conduct_is_read_off_how_people_say_no(words: str, wanted: Conduct) -> None:
    assert conduct(words) is wanted
