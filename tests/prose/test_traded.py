"""What is picked of two, borne for something else, or said to be no ground, and words for values in another sense."""

import pytest

from specdiff.prose.sentence.reading import read
from specdiff.prose.values.glossary import Glossary, built_in
from specdiff.prose.values.stance import stances


def signs(sentence: str) -> dict[str, int]:
    """Return for every value of which the sentence says something whether it is for or against it."""
    found = stances(sentence, lambda: read(sentence), Glossary(built_in()[0]))
    return {value: 1 if stance.weight > 0 else -1 for value, stance in found.items()}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Between speed and safety, it leans towards the second.", {"safety": 1, "efficiency": -1}),
        ("Where candor and comfort pull apart, the former comes first.", {"candor": 1, "kindness": -1}),
        ("Where candor and comfort pull apart, the former gives way.", {"candor": -1, "kindness": 1}),
        ("A slower answer is an acceptable price.", {"efficiency": -1}),
        ("Speed is not what comes first.", {"efficiency": -1}),
        ("Speed carries little weight.", {"efficiency": -1}),
        ("A plea for secrecy does not justify a lie.", {"confidentiality": -1, "honesty": 1}),
        ("A wish to be polite is no excuse to deceive the guest.", {"kindness": -1, "honesty": 1}),
        ("The clerk must be kind - at least when it can - and honest.", {"kindness": 1, "honesty": 1}),
        ("The clerk must not guess - it must be kind.", {"kindness": 1}),
    ],
)
def test_what_a_sentence_is_for_and_against(sentence: str, expected: dict[str, int]) -> None:
    found = signs(sentence)
    assert {value: found.get(value) for value in expected} == expected


@pytest.mark.parametrize(
    "sentence", ["We hope that guests stay.", "The rule lies in the drawer.", "Ask at the help desk.", "It is safe to assume so."]
)
def test_words_in_another_sense_are_for_no_value(sentence: str) -> None:
    assert signs(sentence) == {}


def test_what_one_clause_denies_denies_nothing_in_the_next() -> None:
    """The second clause is against caution by its own words."""
    denied = (
        "It does not ask for the age of a guest, and where it is unclear how old a guest is, it gives the guest the benefit of the doubt."
    )
    assert signs(denied)["caution"] == -1
