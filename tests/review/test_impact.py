"""What else to look at."""

from reviewing import finding, info, matched, section, statement
from specdiff.model.finding import Severity
from specdiff.model.settings import Settings
from specdiff.review.compose import compose

BEFORE = """
# Kindness {#kindness}
The assistant should be kind.[^ab12] See [?](#brevity).

# Brevity {#brevity}
The assistant should be brief.[^cd34] Compare [brevity](#brevity).

# Format {#format}
Write plain text.[^ef56]
"""
AFTER = BEFORE.replace("be brief", "be short")


def composed(rule, old=BEFORE, new=AFTER):
    matching = matched(old, new)
    found = finding(rule, statement(matching.old, "brief"), statement(matching.new, "short"), matching)
    return compose(matching, [found], (), Settings())


def test_the_evals_of_a_changed_policy_are_to_be_run_again():
    assert composed(info("statement/changed")).eval_prompts == ("cd34",)


def test_policies_that_point_at_a_changed_one_are_listed_but_not_itself():
    assert composed(info("statement/changed")).referring_sections == ("kindness",)


def test_wording_and_place_concern_nobody_else():
    review = composed(info("statement/reworded", Severity.EDITORIAL))
    assert (review.eval_prompts, review.referring_sections) == ((), ())
    matching = matched(BEFORE, BEFORE)
    moved = finding(info("section/moved", Severity.MINOR), section(matching.old, "brevity"), section(matching.new, "brevity"), matching)
    assert compose(matching, [moved], (), Settings()).eval_prompts == ()
