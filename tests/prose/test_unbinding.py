"""What takes the force out of rules without touching them, and what only sounds like it."""

import pytest

from specdiff.prose.sentence.unbinding import advises, unbinds, voided


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
        ("Letters (withdrawn 2024-05-01)", True),
        ("Letters: deprecated in favour of Parcels", True),
        ("Letters (void as of June)", True),
        ("Letters (deprecated, see Parcels)", True),
        ("Letters: optional equipment", False),
        ("Letters (optional equipment)", False),
        ("Letters - archived parcels", False),
        ("Letters: historical notes", False),
        ("Optional equipment", False),
        ("Letters - optional, but locked at night", False),
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
        ("What follows is meant as an illustration only.", True),
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
        ("The rules above are merely recommendations.", True),
        ("This section is just a suggestion.", True),
        ("THIS SECTION IS FOR INFORMATION ONLY.", True),
        ("These rules are Deprecated.", True),
        ("Nothing in this section is binding.", True),
        ("The rules in this section are guidelines only.", True),
        ("These rules have been suspended until further notice.", True),
        ("This section is informative.", True),
        ("The rules below do not apply any more.", True),
        ("This section has no force.", True),
        ("This section isn't binding.", True),
        ("This section is not binding on anybody.", True),
        ("This section is only an example, which is not binding.", True),
        ("These rules are only suggestions of the owner.", True),
        ("This section is superseded by the next.", True),
        ("This requirement is void of exceptions.", False),
        ("This section is not binding on Sundays.", False),
        ("Nothing in this section is binding on porters.", False),
        ("This section has no force on Sundays.", False),
        ("This clause has no more force than the others.", False),
        ("This clause does not bind heirs.", False),
        ("This principle is only an example of a wider duty, which binds.", False),
        ("These instructions are only recommendations of the owner, which are binding.", False),
        ("These rules are only examples, but binding.", False),
        ("This guideline is far from only advisory.", False),
        ("These rules are never merely advice.", False),
        ("This section is informative reading for cooks.", False),
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
