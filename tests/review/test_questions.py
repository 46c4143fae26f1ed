"""Questions for the author."""

from reviewing import finding, info, matched, statement
from specdiff.model.finding import Severity
from specdiff.review.questions import Questions

EXAMPLE = """
**Example**: {title}

~~~xml
<user>
Hello!
</user>
<comparison>
<assistant> <!-- GOOD -->
{reply}
</assistant>
</comparison>
~~~
"""
RULE = "# Conduct {#conduct}\nThe assistant should be brief.\n"


def asked(before: str, after: str, severity: Severity = Severity.MAJOR) -> str:
    matching = matched(before, after)
    found = finding(info("statement/strengthened"), statement(matching.old, "be brief"), statement(matching.new, "be brief"), matching)
    return Questions(matching).ask(found, severity)


def test_where_a_rule_changed_and_no_example_did_the_question_asks_for_one():
    example = EXAMPLE.format(title="a greeting", reply="Hi!")
    assert asked(RULE + example, RULE.replace("should", "must") + example) == (
        "Why? None of this policy's examples changed with it; does one show the new rule?"
    )


def test_with_a_changed_or_new_example_the_rules_own_question_is_enough():
    old, new = (EXAMPLE.format(title="a greeting", reply=reply) for reply in ("Hi!", "Good day to you, dear friend of the house."))
    strict = RULE.replace("should", "must")
    assert asked(RULE + old, strict + new) == "Why?"
    assert asked(RULE + old, strict + old + EXAMPLE.format(title="another thing altogether", reply="No.")) == "Why?"
    assert asked(RULE + old + EXAMPLE.format(title="another thing altogether", reply="No."), strict + old) == "Why?"


def test_a_policy_without_examples_or_a_small_change_is_not_asked_for_one():
    example = EXAMPLE.format(title="a greeting", reply="Hi!")
    assert asked(RULE, RULE.replace("should", "must")) == "Why?"
    assert asked(RULE + example, RULE.replace("should", "must") + example, Severity.MINOR) == "Why?"


def test_an_example_that_judges_otherwise_has_changed_with_the_rule():
    example = EXAMPLE.format(title="a greeting", reply="Hi!")
    assert asked(RULE + example, RULE.replace("should", "must") + example.replace("GOOD", "BAD")) == "Why?"
