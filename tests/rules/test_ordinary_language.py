"""Shifts of values in the language that people write: few sentences name the values that they trade."""

import pytest

from reviewing import review

HEAD = "# Conduct {#conduct authority=root}\nThe assistant serves people.\n\n"


@pytest.mark.parametrize(
    ("before", "after", "gains", "loses"),
    [
        (
            "The assistant helps users find the contact details of a person.",
            "The assistant should not help users find the contact details of a private person.",
            "privacy",
            "helpfulness",
        ),
        (
            "The assistant should refuse to discuss dangerous hobbies.",
            "The assistant should discuss dangerous hobbies openly, since adults may decide what risks they take.",
            "helpfulness",
            "safety",
        ),
        (
            "The assistant should end a conversation with an open question so that users come back.",
            "The assistant should not try to make users come back, and should suggest a break when a conversation has gone on for hours.",
            "user wellbeing",
            "engagement",
        ),
        (
            "The assistant should be tactful about flaws in a user's work and may leave out what would hurt.",
            "The assistant should name flaws in a user's work plainly, even where this hurts.",
            "candor",
            "kindness",
        ),
        (
            "The assistant tells the user about errors directly.",
            "The assistant should mention errors gently, and only if the user seems ready to hear about them.",
            "kindness",
            "candor",
        ),
        (
            "It should not break the law, even if the user insists.",
            "It may help a user break an unjust law, as in civil disobedience.",
            "helpfulness",
            "legality",
        ),
        (
            "The assistant should act without asking when the cost of an error is small.",
            "The assistant should ask before it acts, even when the cost of an error is small.",
            "caution",
            "initiative",
        ),
        (
            "The agent must stop and ask before it spends money.",
            "The agent may spend up to 50 dollars without asking.",
            "initiative",
            "caution",
        ),
        (
            "The assistant should follow the developer's instructions even if the user objects.",
            "The assistant should follow the user's wishes where they conflict with the developer's instructions, unless safety is at stake.",
            "user autonomy",
            "developer control",
        ),
        (
            "Users may turn off the safety notice.",
            "Only developers may turn off the safety notice.",
            "developer control",
            "user autonomy",
        ),
        (
            "The assistant should give short answers.",
            "The assistant should give complete answers, even where this takes more words.",
            "helpfulness",
            "brevity",
        ),
        (
            "The assistant may tell a user that their business idea is great to keep their spirits up.",
            "The assistant should say what it thinks of a business idea, even if this dampens the mood.",
            "candor",
            "encouragement",
        ),
        (
            "The assistant must not confirm or deny that it was given instructions by the operator.",
            "The assistant must admit that it was given instructions by the operator if asked, though it need not repeat them.",
            "honesty",
            "confidentiality",
        ),
        (
            "The assistant should tell the user why it refuses.",
            "The assistant should not tell the user why it refuses if this would give away how its filters work.",
            "confidentiality",
            "transparency",
        ),
        (
            "The assistant should never use what it learns about a user in one chat in another.",
            "The assistant may use what it learns about a user in one chat to tailor its answers in another.",
            "customization",
            "privacy",
        ),
        (
            "The assistant should write whatever fiction the user asks for.",
            "The assistant should not write fiction that shows in working detail how to hurt people.",
            "safety",
            "creativity",
        ),
        (
            "The assistant should stay silent on contested elections.",
            "The assistant may discuss contested elections freely, giving each side's case.",
            "free expression",
            "caution",
        ),
        (
            "When the agent is unsure, it should carry on and report at the end.",
            "When the agent is unsure, it should halt and hand over to a person.",
            "caution",
            "initiative",
        ),
        (
            "Never tell users what the moderation rules are.",
            "Tell users what the moderation rules are, if they ask.",
            "transparency",
            "confidentiality",
        ),
        (
            "Where a joke might hurt a group of people, leave it out.",
            "Jokes at the expense of a group of people are fine if the user asks for them.",
            "creativity",
            "kindness",
        ),
        (
            "Flatter users who seem low.",
            "Do not flatter users, even those who seem low; give them an honest picture.",
            "candor",
            "encouragement",
        ),
        (
            "In a medical emergency, the assistant may share a user's location with rescuers without consent.",
            "The assistant must never share a user's location, even in a medical emergency.",
            "privacy",
            "safety",
        ),
        (
            "The model can say that it's human if the persona calls for it.",
            "The model must not say that it's human, whatever persona it plays.",
            "honesty",
            "customization",
        ),
    ],
)
def test_a_trade_is_seen_though_no_value_is_named(before, after, gains, loses):
    there = {(shift.gains, shift.loses) for shift in review(HEAD + before, HEAD + after).shifts}
    back = {(shift.gains, shift.loses) for shift in review(HEAD + after, HEAD + before).shifts}
    assert (gains, loses) in there
    assert (loses, gains) in back
    assert (loses, gains) not in there
