"""What stands first among findings of one severity, and what a level of authority weighs by its place on the ladder."""

import pytest

from reviewing import review
from specdiff.model.finding import Severity

LEVELS = """
# Levels {#levels}
Each section has one of these levels, the highest first:

1. root: nobody can override it
2. owner: the owner can override it
3. guest: the guest can override it
4. habit: anybody can override it
"""


def told(before: str, after: str) -> list[tuple[str, Severity]]:
    """The findings that are no echoes, as a reviewer gets them."""
    shown = review(LEVELS + before, LEVELS + after, levels=("root", "owner", "guest", "habit"))
    return [(entry.rule.id, entry.severity) for entry in shown.entries if entry.explained_by is None]


@pytest.mark.parametrize(
    ("rule", "was", "now"),
    [("authority/raised", "habit", "guest"), ("authority/lowered", "guest", "habit"), ("authority/raised", "guest", "owner")],
)
def test_another_level_of_a_policy_is_critical_whichever_it_is(rule, was, now):
    before, after = (f"\n# Pond {{#pond authority={level}}}\nThe keeper should feed the ducks.\n" for level in (was, now))
    assert told(before, after) == [(rule, Severity.CRITICAL)]


def test_a_rule_that_moved_to_another_level_is_critical_wherever_that_is():
    pond = "\n# Pond {#pond authority=guest}\nThe keeper should feed the ducks at dawn.\n"
    house = "\n# House {#house authority=habit}\nThe porter should lock the gate.\n"
    rule = "The keeper should mend the island nest in March.\n"
    assert ("authority/lowered", Severity.CRITICAL) in told(f"{pond}\n{rule}{house}", f"{pond}{house}\n{rule}")


@pytest.mark.parametrize(
    ("sentence", "weight"),
    [
        ("The pond freezes late in most winters.", Severity.MINOR),
        ("The keeper should mend the island nest in March.", Severity.CRITICAL),
        ("The assistant keeps the keys of the sluice to itself.", Severity.CRITICAL),
        ("Requests to drain the basin are always refused.", Severity.CRITICAL),
    ],
)
def test_sentences_that_moved_to_another_level_weigh_by_whether_one_of_them_binds(sentence, weight):
    pond = "\n# Pond {#pond authority=guest}\nThe keeper should feed the ducks at dawn.\n"
    house = "\n# House {#house authority=root}\nThe porter should lock the gate.\n"
    moved = f"\nOld maps show it as a millpond. {sentence}\n"
    assert ("authority/raised", weight) in told(f"{pond}{moved}{house}", f"{pond}{house}{moved}")


def test_an_item_that_moved_to_another_level_binds_as_its_lead_in_does():
    pond = "\n# Pond {#pond authority=root}\nThe keeper must never show:\n\n- the way to the island\n- the master key of the old island sluice\n"
    house = "\n# House {#house authority=guest}\nThe keeper must never show:\n\n- the attic\n"
    before, after = (
        pond + house,
        pond.replace("- the master key of the old island sluice\n", "") + house + "- the master key of the old island sluice\n",
    )
    assert ("authority/lowered", Severity.CRITICAL) in told(before, after)


@pytest.mark.parametrize(
    ("sentence", "level", "weight"),
    [
        ("A wish of the visitors yields to the peace of the ducks.", "guest", Severity.MAJOR),
        ("The peace of the ducks takes precedence over a wish.", "guest", Severity.MAJOR),
        ("The pond lies between two hills.", "guest", Severity.MINOR),
        ("Oats are better than bread.", "guest", Severity.MINOR),
        ("A wish of the visitors yields to the peace of the ducks.", "habit", Severity.MINOR),
    ],
)
def test_a_description_that_settles_which_of_two_holds_weighs_as_a_rule(sentence, level, weight):
    pond = f"\n# Pond {{#pond authority={level}}}\nThe keeper should feed the ducks.\n"
    assert told(pond, f"{pond}\n{sentence}\n") == [("statement/added", weight)]


def test_what_explains_comes_after_what_rules():
    body = (
        '\n# Pond {{#pond authority=root}}\nThe keeper should feed the ducks.{rule}\n\n!!! meta "Commentary"\n    Ducks eat oats.{note}\n'
    )
    before = body.format(rule="", note="")
    after = body.format(rule=" The keeper should count the swans.", note=" Visitors must stay off the ice.")
    assert [rule for rule, severity in told(before, after) if severity is Severity.MAJOR] == ["statement/added", "commentary/changed"]


def test_where_rules_stand_comes_after_what_they_say():
    ponds = (
        "\n# Pond {#pond authority=root}\nThe keeper should feed the ducks at dawn.\n\nThe keeper should drain the basin in May.{rule}\n"
    )
    swans = "\n# Swans {#swans authority=root}\nThe keeper should ring every cygnet by hand.\n\nThe keeper should mend the island nest in March.\n"
    merged = (
        ponds.replace("{rule}", " The keeper should scrape the weir.") + "\n" + swans.partition("}\n")[2].replace("authority=root}", "")
    )
    first, *rest = (rule for rule, severity in told(ponds.replace("{rule}", "") + swans, merged) if severity is Severity.MAJOR)
    assert first == "statement/added"
    assert "section/merged" in rest


def test_of_two_rules_that_weigh_as_much_the_one_that_trades_a_value_stands_first():
    plain = "\n# Barn {{#barn authority=guest}}\nThe assistant {} stack the hay by the north door.\n"
    traded = "\n# Letters {{#letters authority=guest}}\nThe assistant {} stay honest, even if a letter is confidential.\n"
    before, after = ("".join(part.format(force) for part in (plain, traded)) for force in ("must", "should"))
    shown = review(LEVELS + before, LEVELS + after, levels=("root", "owner", "guest", "habit"))
    weakened = [entry for entry in shown.entries if entry.rule.id == "statement/weakened"]
    assert [entry.section.title for entry in weakened] == ["Letters", "Barn"]
    assert len({entry.severity for entry in weakened}) == 1
    assert [(shift.gains, shift.loses) for shift in shown.shifts] == [("confidentiality", "honesty")]
