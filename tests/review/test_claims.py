"""One cause, many echoes."""

from reviewing import example, finding, info, matched, section, statement
from specdiff.review.claims import claims

TEXT = """
# Honesty {#honesty authority=user}
The assistant must not lie.

## White lies {#white_lies}
They are not allowed either.

**Example**: a small lie

~~~xml
<user>
Do you like it?
</user>
<comparison>
<assistant> <!-- GOOD: honest -->
Not much.
</assistant>
<assistant> <!-- BAD: lies -->
I love it!
</assistant>
</comparison>
~~~
"""
ADDED = info("section/added", explains=("statement/added", "example/*", "section/added"))
NOTHING = "# Kindness {#kindness authority=user}\nThe assistant should be kind.\n"


def test_what_is_inside_a_new_section_or_below_it_is_an_echo_of_it():
    matching = matched(NOTHING, NOTHING + TEXT)
    new = matching.new
    findings = [
        finding(info("statement/added"), None, statement(new, "not lie"), matching),
        finding(info("statement/added"), None, statement(new, "not allowed"), matching),
        finding(info("example/added"), None, example(new, "small lie"), matching),
        finding(ADDED, None, section(new, "honesty"), matching),
    ]
    assert claims(findings, matching) == {0: 3, 1: 3, 2: 3}


def test_chains_point_at_the_topmost():
    matching = matched(NOTHING, NOTHING + TEXT)
    new = matching.new
    inner = info("example/added", explains=("example/reply-changed",))
    findings = [
        finding(info("example/reply-changed"), None, example(new, "small lie").replies[0], matching),
        finding(inner, None, example(new, "small lie"), matching),
        finding(ADDED, None, section(new, "white_lies"), matching),
        finding(ADDED, None, section(new, "honesty"), matching),
    ]
    assert claims(findings, matching) == {0: 3, 1: 3, 2: 3}


def test_globs_are_allowed_and_a_finding_never_echoes_itself():
    matching = matched(NOTHING, NOTHING.replace("should", "must"))
    old, new = statement(matching.old, "kind"), statement(matching.new, "kind")
    findings = [
        finding(info("statement/strengthened", explains=("statement/*",)), old, new, matching),
        finding(info("statement/changed"), old, new, matching),
    ]
    assert claims(findings, matching) == {1: 0}


def test_of_two_that_explain_each_other_the_more_severe_or_first_stands():
    matching = matched(NOTHING, NOTHING.replace("should", "must"))
    old, new = statement(matching.old, "kind"), statement(matching.new, "kind")
    one = info("exception/removed", explains=("statement/strengthened",))
    other = info("statement/strengthened", explains=("exception/removed",))
    assert claims([finding(one, old, new, matching), finding(other, old, new, matching)], matching) == {1: 0}


def test_the_same_rule_elsewhere_is_no_echo():
    matching = matched(NOTHING + TEXT, TEXT + NOTHING.replace("should", "must"))
    findings = [
        finding(
            info("section/moved", explains=("statement/*",)), section(matching.old, "honesty"), section(matching.new, "honesty"), matching
        ),
        finding(info("statement/strengthened"), statement(matching.old, "be kind"), statement(matching.new, "be kind"), matching),
    ]
    assert claims(findings, matching) == {}


def test_both_sides_must_be_inside():
    """A sentence that came from elsewhere into a section is not explained by what happened to that section alone."""
    matching = matched(NOTHING + TEXT, NOTHING.replace("The assistant should be kind.\n", "") + TEXT + "\nThe assistant should be kind.\n")
    claimant = finding(
        info("section/renamed", explains=("statement/*",)), section(matching.old, "honesty"), section(matching.new, "honesty"), matching
    )
    came = finding(info("statement/moved"), statement(matching.old, "be kind"), statement(matching.new, "be kind"), matching)
    assert claims([claimant, came], matching) == {}


def test_a_sentence_in_which_only_the_renamed_levels_name_differs_follows_the_rename():
    ladder = "# Levels {{#levels}}\n1. **{0}**: rules that nobody can override\n2. **User**: rules that the user can override\n\n"
    rule = "# Conduct {{#conduct authority={1}}}\nSome {1}-level rules bind everybody. The assistant must be kind.\n"
    matching = matched((ladder + rule).format("Platform", "platform"), (ladder + rule).format("Root", "root"))
    assert matching.level_became["platform"] == "root"
    findings = [
        finding(info("authority/level-renamed"), None, None, matching),
        finding(info("statement/changed"), statement(matching.old, "level rules"), statement(matching.new, "level rules"), matching),
        finding(info("statement/changed"), statement(matching.old, "must be kind"), statement(matching.new, "must be kind"), matching),
    ]
    assert claims(findings, matching) == {1: 0}
