"""What takes the force out of rules without touching them, and what only sounds like it."""

import pytest

from specdiff.prose.unbinding import advises, unbinds, voided


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Letters (deprecated)", True),
        ("Letters [withdrawn]", True),
        ("Letters (obsolete since May)", True),
        ("Letters (superseded by Parcels)", True),
        ("Letters - no longer in force", True),
        ("Letters: withdrawn", True),
        ("Deprecated: letters", True),
        ("[Withdrawn] Letters", True),
        ("Letters (not binding)", True),
        ("Letters (for information only)", True),
        ("Letters", False),
        ("Deprecated letters", False),
        ("How to handle obsolete stamps", False),
        ("Withdrawn guests", False),
        ("Letters (see Parcels)", False),
        ("What is void", False),
    ],
)
def test_a_heading_that_says_that_what_stands_below_it_does_not_bind(title: str, *, said: bool) -> None:
    assert voided(title) is said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("This section is only an example and not binding.", True),
        ("This section is not binding.", True),
        ("Note that this chapter is for illustration only.", True),
        ("The following rules are merely suggestions.", True),
        ("These requirements are no longer in force.", True),
        ("The rules below are suspended.", True),
        ("This document does not bind anybody.", True),
        ("All of these rules are optional.", True),
        ("What follows is meant as an illustration only.", False),
        ("What follows is not binding.", True),
        ("This policy no longer applies.", True),
        ("This policy no longer applies to guests.", False),
        ("These rules are suspended while the house is closed.", False),
        ("These rules are not binding if the owner says so.", False),
        ("This section is not only an example.", False),
        ("These rules are not optional.", False),
        ("These rules are binding.", False),
        ("This section lists examples only.", False),
        ("The guest is only an example.", False),
        ("This letter is not binding.", False),
        ("The clerk must not follow a rule that is withdrawn.", False),
    ],
)
def test_a_sentence_that_says_that_the_rules_around_it_do_not_bind(words: str, *, said: bool) -> None:
    assert unbinds(words) is said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Recommended practices", True),
        ("4.2 Best practices", True),
        ("Suggestions", True),
        ("Tips and tricks:", True),
        ("Nice to have", True),
        ("Guests", False),
        ("Suggestions of guests", False),
        ("Good letters", False),
        ("Advice that must not be given", False),
    ],
)
def test_a_heading_that_promises_advice_and_no_rule(title: str, *, said: bool) -> None:
    assert advises(title) is said
