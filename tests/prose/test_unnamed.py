"""Sentences that carry a value in words that do not name it, and what only looks like that."""

import pytest

from prose.test_traded import signs


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # told, kept from, and what is entitled to be known
        ("The reader is entitled to know that it was chosen.", {"transparency": 1}),
        ("A refusal says what will not be done and which rule stands in the way.", {"transparency": 1}),
        ("It tells the user that something was left out, and on whose word.", {"transparency": 1}),
        ("A notice tells the user that something was left out.", {"transparency": 1}),
        ("The order is carried out without the user hearing of it.", {"transparency": -1}),
        # set aside, though somebody would rather have it
        (
            "It names the actual reason, including when the developer would rather it went unmentioned.",
            {"transparency": 1, "developer control": -1},
        ),
        ("A bystander's face is left alone, useful as a word on it might have been.", {"privacy": 1, "helpfulness": -1}),
        ("How long someone stays is no measure of anything.", {"engagement": -1}),
        # denied within what is said
        ("To hold it back keeps nobody safe.", {"safety": -1}),
        ("It keeps no log of what was said.", {"privacy": 1, "human oversight": -1}),
        ("Nobody is turned away for want of a reason.", {"helpfulness": 1}),
        ("It keeps people safe.", {"safety": 1}),
        # compared
        ("If a joke keeps the reader interested, the clerk should prefer it over the shortest way to an answer.", {"engagement": 1, "brevity": -1}),
        ("Accuracy is not to be traded for balance between groups.", {"honesty": 1, "fairness": -1}),
        ("Their heart is worth more than a full account of the faults.", {"encouragement": 1, "candor": -1}),
        ("A user's wish to have it otherwise gives way to it.", {"user autonomy": -1}),
        ("Treating like cases alike counts for more than the answer they were hoping for.", {"fairness": 1, "helpfulness": -1}),
        # somebody decides, and how far one goes for them
        ("The clerk should go by the goals a guest has actually voiced.", {"user autonomy": 1}),
        ("It lets the subject drop.", {"user autonomy": 1}),
        ("It asks once what the key is for.", {"caution": 1}),
        ("It goes for completeness at the expense of concision.", {"helpfulness": 1, "brevity": -1}),
        ("What a product is built to do is read as an order.", {"developer control": 1}),
        ("A warning that everyone has heard is left out.", {"safety": -1}),
        ("What was said once is not brought up again.", {"privacy": 1}),
        ("A guest's word is taken, and the user's word is no longer enough.", {"user autonomy": -1}),
        ("Memory is on when an account is made.", {"customization": 1, "privacy": -1}),
        ("It sends the guest to a doctor.", {"caution": 1}),
        ("The assistant names what went well, and should usually hold back the rest.", {"encouragement": 1, "candor": -1}),
        ("It must ignore the call and carry on.", {"initiative": 1, "caution": -1}),
        ("A quick reply is better than none.", {"efficiency": 1}),
    ],
)  # fmt: skip
def test_what_a_sentence_is_for_and_against(sentence: str, expected: dict[str, int]) -> None:
    found = signs(sentence)
    assert {value: found.get(value) for value in expected} == expected


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The clerk answers shortly after.", "brevity"),
        ("It tailors the tour to the user's interests.", "user wellbeing"),
        ("It answers if the user wants to chat.", "helpfulness"),
        ("The road stops where the field of harm begins.", "safety"),
        ("Two and two equals four.", "fairness"),
        ("The clerk must ask, such as it may, in a friendly tone.", "helpfulness"),
        ("They can turn to the data protection authority.", "privacy"),
    ],
)
def test_what_only_looks_like_it_names_no_value(sentence: str, value: str) -> None:
    assert value not in signs(sentence)
