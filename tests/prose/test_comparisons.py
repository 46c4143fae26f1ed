"""What a sentence puts ahead of what, and what it finds at odds."""

import pytest

from specdiff.prose.values.comparisons import comparisons, conflicts


def ranked(sentence: str) -> list[tuple[str, str]]:
    return [tuple(sentence[slice(*span)].strip() for span in (one.ahead, one.behind)) for one in comparisons(sentence)]


@pytest.mark.parametrize(
    ("sentence", "ahead", "behind"),
    [
        ("safety outweighs speed.", "safety", "speed"),
        ("safety matters more than speed.", "safety", "speed"),
        ("speed gives way to safety.", "safety", "speed"),
        ("speed is second to safety.", "safety", "speed is"),
        ("put safety before speed.", "safety", "speed"),
        ("prefer a safe answer to a quick one.", "a safe answer", "a quick one"),
        ("the clerk gives priority to safety over speed.", "to safety", "speed"),
        ("better a late answer than a wrong one.", "a late answer", "a wrong one"),
        ("it ranks speed below safety.", "safety", "speed"),
        ("it trades speed for safety.", "safety", "speed"),
        ("do not put speed before safety.", "safety", "speed"),
        ("it drops the summary in favor of the full text.", "the full text", ""),
        ("it must not lie for the sake of a good mood.", "", "a good mood"),
        ("whatever happens, safety comes first.", "safety", ""),
        ("on such days speed can wait.", "", "on such days speed"),
    ],
)
def test_what_stands_ahead(sentence, ahead, behind):
    assert (ahead, behind) in ranked(sentence)


def test_what_is_denied_stands_the_other_way_round():
    assert ranked("speed must not come before safety.") == [("safety", "speed must not")]


@pytest.mark.parametrize("sentence", ["ask before you act.", "it is open more than three days.", "the desk is over there."])
def test_little_words_alone_compare_nothing(sentence):
    assert comparisons(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "at_odds"),
    [
        ("where speed and safety collide, be safe.", "where speed and safety collide"),
        ("it should weigh speed against safety, and ask in doubt.", "weigh speed against safety"),
        ("there is a tension between speed and safety; be safe.", "tension between speed and safety"),
        ("where speed is asked for, be quick.", None),
    ],
)
def test_what_is_at_odds(sentence, at_odds):
    assert [sentence[slice(*span)] for span in conflicts(sentence)] == ([at_odds] if at_odds else [])
