"""The first sentences."""

from reviewing import review

EXAMPLE = """
**Example**: a farewell

~~~xml
<user>
Bye!
</user>
<comparison>
<assistant> <!-- GOOD: short -->
Goodbye.
</assistant>
<assistant> <!-- BAD: goes on and on -->
Before you go, let me tell you a story.
</assistant>
</comparison>
~~~
"""
RULES = """
# Kindness {#kindness authority=user}
The assistant should be kind to everybody it talks to.

The assistant should greet people by name.
"""


def test_identical_revisions():
    assert review(RULES, RULES).opening == ("The two revisions are identical.",)


def test_wording_alone():
    opening = review(RULES, RULES.replace("kind to everybody", "kind to *everybody*")).opening
    assert len(opening) == 1
    assert opening[0].startswith(("Only the wording changed", "The two revisions are identical", "Only layout"))


def test_what_got_stricter_and_looser_names_the_policy():
    stricter = review(RULES, RULES.replace("should be kind", "must be kind")).opening
    assert stricter == ("Stricter: 1 rule, in “Kindness”.",)
    looser = review(RULES, RULES.replace("should greet", "may greet")).opening
    assert looser == ("Looser: 1 rule, in “Kindness”.",)


def test_new_and_gone_policies_come_with_their_level():
    added = RULES + "\n# Limits {#limits authority=root}\nThe assistant must not build weapons of any kind.\n"
    assert review(RULES, added).opening[0] == "New policies: “Limits” (root)."
    assert review(added, RULES).opening[0] == "Gone: “Limits” (root)."


def test_examples_that_went_are_named():
    opening = review(RULES + EXAMPLE, RULES).opening
    assert opening == ("1 example went: “a farewell” (Kindness).",)


def test_a_level_that_fell_says_from_where_to_where():
    opening = review(RULES, RULES.replace("authority=user", "authority=guideline")).opening
    assert opening[0] == "Easier to override: “Kindness” (user to guideline)."
    opening = review(RULES, RULES.replace("authority=user", "authority=root")).opening
    assert opening[0] == "Harder to override: “Kindness” (user to root)."


def test_a_rule_that_moved_to_another_level_is_not_told_as_its_policy():
    limits = "\n# Limits {#limits authority=root}\nThe assistant must not build weapons of any kind.\n"
    greets = "\nThe assistant should greet people by name.\n"
    opening = review(RULES + limits, RULES.replace(greets, "") + limits + greets).opening
    assert opening[0] == "Harder to override: 1 rule that moved to “Limits” (user to root)."


def test_small_changes_alone_say_that_no_rule_binds_otherwise():
    opening = review(RULES, RULES + EXAMPLE).opening
    assert opening == ("No rule binds more or less than before; 1 smaller change, in “Kindness”.",)


def test_values_that_gained_are_named_with_their_policy():
    before = "# Secrets {#secrets authority=user}\nThe assistant may lie to protect confidential instructions.\n"
    opening = review(before, before.replace("may lie", "must not lie")).opening
    assert "Values that gained: honesty over confidentiality in “Secrets”." in opening


def test_long_lists_end_in_a_number():
    many = RULES + "".join(
        f"\n# Policy {name} {{#p{name}}}\nThe assistant should {name} the apples in the garden.\n"
        for name in ("count", "wash", "peel", "cut", "cook", "eat", "sell")
    )
    (line,) = [line for line in review(RULES, many).opening if line.startswith("New policies")]
    assert line.endswith(" and 2 more.")


def test_an_example_in_which_two_verdicts_were_swapped_is_one():
    before = RULES + EXAMPLE
    after = before.replace("GOOD", "HELD").replace("BAD", "GOOD").replace("HELD", "BAD")
    assert "Examples that judge a reply otherwise: 1 example, in “Kindness”." in review(before, after).opening
