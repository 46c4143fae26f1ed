"""Severity in force: who may override it, how strongly it binds, and what the user chose."""

from dataclasses import replace

import pytest

from reviewing import LADDER, finding, info, matched, review, statement
from specdiff.model.finding import Severity
from specdiff.model.settings import Override
from specdiff.review.weight import severity, standing

CRITICAL, MAJOR, MINOR, EDITORIAL = Severity.CRITICAL, Severity.MAJOR, Severity.MINOR, Severity.EDITORIAL


def weighed(rule, sentence: str, level: str = "user", *, commentary: bool = False, overrides=(), ladder: str = LADDER) -> Severity | None:
    """The severity of a change of one sentence that ends in "apples"."""
    body = f'!!! meta "Commentary"\n    {sentence}\n' if commentary else f"{sentence}\n"
    text = f"{ladder}\n# Fruit {{#fruit authority={level}}}\n{body}"
    matching = matched(text, text)
    found = finding(rule, statement(matching.old, "apples"), statement(matching.new, "apples"), matching)
    return severity(found, standing(found, matching), overrides)


def test_a_rule_weighs_what_its_header_says():
    assert weighed(info("statement/weakened"), "The assistant should count apples.") is MAJOR


@pytest.mark.parametrize("rule", ["statement/weakened", "exception/added", "exception/widened"])
def test_a_hole_in_a_rule_that_nobody_may_override_is_critical(rule):
    assert weighed(info(rule), "The assistant should count apples.", "root") is CRITICAL


def test_the_same_rule_made_stricter_at_the_top_is_not():
    assert weighed(info("statement/strengthened"), "The assistant should count apples.", "root") is MAJOR


def test_a_hard_limit_that_comes_or_goes_at_the_top_is_critical():
    assert weighed(info("statement/added"), "The assistant must never eat apples.", "root") is CRITICAL
    assert weighed(info("statement/removed"), "The assistant must never eat apples.", "root") is CRITICAL
    assert weighed(info("statement/added"), "The assistant must never eat apples.", "user") is MAJOR
    assert weighed(info("statement/added"), "The assistant must never eat apples unless asked.", "root") is MAJOR


def test_a_new_description_weighs_less_than_a_duty_except_where_it_is_law():
    assert weighed(info("statement/added"), "Red apples grow on trees.", "user") is MINOR
    assert weighed(info("statement/added"), "Red apples grow on trees.", "root") is MAJOR


@pytest.mark.parametrize(
    ("sentence", "level", "weight"),
    [
        ("It never eats apples.", "system", MAJOR),
        ("Nor does it eat apples.", "system", MAJOR),
        ("It eats apples.", "system", MINOR),
        ("It never eats apples.", "user", MINOR),
        ("It never rains apples.", "root", MAJOR),
    ],
)
def test_what_the_assistant_never_does_weighs_as_a_rule_where_who_talks_to_it_cannot_change_that(sentence, level, weight):
    listed = "".join(f"- **{name}**: {name} instructions\n" for name in ("Root", "System", "User", "Guideline"))
    longer = f"# Levels {{#levels}}\nThere are four levels, the highest first:\n\n{listed}"
    assert weighed(info("statement/added"), sentence, level, ladder=longer) is weight


@pytest.mark.parametrize(
    ("was", "now", "weight"),
    [("", "or oranges", MAJOR), ("or oranges", "", MAJOR), ("grow on", "hang from", MINOR), ("this", "that", MINOR)],
)
def test_a_description_at_the_top_weighs_where_a_case_came_or_went_and_little_where_it_is_told_otherwise(was, now, weight):
    body = f"{LADDER}\n# Fruit {{#fruit authority=root}}\nRed apples grow on trees.\n"
    matching = matched(body, body)
    found = replace(
        finding(info("statement/changed"), statement(matching.old, "apples"), statement(matching.new, "apples"), matching),
        facts={"was": was, "now": now},
    )
    assert severity(found, standing(found, matching), ()) is weight


def test_an_exception_that_covers_other_cases_is_not_critical():
    body = f"{LADDER}\n# Fruit {{#fruit authority=root}}\nThe assistant should count apples.\n"
    matching = matched(body, body)
    found = finding(info("exception/widened"), statement(matching.old, "apples"), statement(matching.new, "apples"), matching)
    assert severity(replace(found, facts={"about": "other cases"}), standing(found, matching), ()) is MAJOR
    assert severity(found, standing(found, matching), ()) is CRITICAL


@pytest.mark.parametrize(
    ("sentence", "weight"),
    [
        ("The assistant flatters no one who eats apples.", MAJOR),
        ("It eats apples.", MAJOR),
        ("Robin eats apples.", MAJOR),
        ("You eat apples.", MAJOR),
        ("We eat no apples.", MAJOR),
        ("We hope for apples.", MINOR),
        ("Red apples grow on trees.", MINOR),
        ("Ruby eats apples.", MINOR),
        ("You'd eat apples.", MINOR),
    ],
)
def test_without_levels_what_the_addressed_does_weighs_as_a_rule(sentence, weight):
    about = "Robin should be kind. Robin must be quick. Robin may rest. Ask Robin, not Ruby. The assistant works. The assistant sleeps. The assistant sings."
    matching = matched(*(f"# Fruit\n{about} {sentence}\n",) * 2)
    for rule, expected in (("statement/added", weight), ("statement/removed", weight), ("statement/moved", MAJOR)):
        found = finding(info(rule), statement(matching.old, "apples"), statement(matching.new, "apples"), matching)
        assert severity(found, standing(found, matching), ()) is expected


TOLD = "The assistant keeps the ledger. At night, it locks the door. It wakes nobody. Robin is kind. Robin never shouts. Robin does not run. Ask Robin."
BOUND = "The assistant must keep the ledger. At night, it should lock the door. It may wake nobody. Robin must be kind. Robin should be quick. Ask Robin."


@pytest.mark.parametrize(
    ("sentence", "told", "bound"),
    [
        ("The assistant eats apples.", MAJOR, MINOR),
        ("Pressed for time, Robin eats apples.", MAJOR, MINOR),
        ("For a guest, it names no apples.", MAJOR, MINOR),
        ("Red apples grow on trees.", MINOR, MINOR),
        ("After rain, red apples grow on trees.", MINOR, MINOR),
    ],
)
def test_where_rules_are_told_as_what_is_done_such_a_sentence_weighs_as_a_rule(sentence, told, bound):
    for about, expected in ((TOLD, told), (BOUND, bound)):
        matching = matched(*(f"{LADDER}\n# Fruit {{#fruit authority=user}}\n{about} {sentence}\n",) * 2)
        found = finding(info("statement/added"), statement(matching.old, "apples"), statement(matching.new, "apples"), matching)
        assert severity(found, standing(found, matching), ()) is expected
        changed = replace(found, rule=info("statement/changed", MINOR))
        assert severity(changed, standing(changed, matching), ()) is expected


def test_where_rules_are_told_as_what_is_done_a_section_without_level_still_binds_nobody():
    matching = matched(*(f"{LADDER}\n# Rules {{#rules authority=user}}\n{TOLD}\n# Fruit {{#fruit}}\nThe assistant eats apples.\n",) * 2)
    found = finding(info("statement/changed", MINOR), statement(matching.old, "apples"), statement(matching.new, "apples"), matching)
    assert severity(found, standing(found, matching), ()) is MINOR


def test_without_levels_a_case_taken_out_of_a_sentence_is_no_wording():
    rule = info("statement/changed", MINOR)
    sentence = "Apples are sold in boxes after a test, unwashed, and bruised."
    for body, weights in (
        (f"# Fruit\n{sentence}\n", (MAJOR, MINOR)),
        (f"{LADDER}\n# Fruit {{#fruit authority=user}}\n{sentence}\n", (MINOR, MINOR)),
    ):
        matching = matched(body, body)
        for facts, weight in zip(({"was": "after a test", "now": ""}, {"was": "a test", "now": "an hour"}), weights, strict=True):
            found = replace(finding(rule, statement(matching.old, "Apples"), statement(matching.new, "Apples"), matching), facts=facts)
            assert severity(found, standing(found, matching), ()) is weight


def test_where_nobody_is_addressed_it_is_any_thing():
    matching = matched(*("# Fruit\nIt eats apples.\n",) * 2)
    found = finding(info("statement/added"), statement(matching.old, "apples"), statement(matching.new, "apples"), matching)
    assert severity(found, standing(found, matching), ()) is MINOR


def test_a_permission_weighs_less_in_a_guideline():
    assert weighed(info("statement/added"), "The assistant may count apples.", "guideline") is MINOR
    assert weighed(info("statement/added"), "The assistant may count apples.", "user") is MAJOR


def test_a_change_with_no_sharper_name_weighs_more_in_a_duty():
    rule = info("statement/changed", MINOR)
    assert weighed(rule, "The assistant must count apples.") is MAJOR
    assert weighed(rule, "The assistant should count apples.") is MINOR


def test_commentary_does_not_bind_but_a_duty_hidden_in_it_is_worth_a_look():
    assert weighed(info("statement/added"), "The assistant should count apples.", commentary=True) is MINOR
    assert weighed(info("statement/weakened"), "The assistant should count apples.", "root", commentary=True) is MINOR
    assert weighed(info("statement/added"), "The assistant must count apples.", commentary=True) is MAJOR


def test_what_is_editorial_stays_so_everywhere():
    assert weighed(info("statement/reworded", EDITORIAL), "The assistant must never eat apples.", "root") is EDITORIAL


def test_the_users_last_fitting_choice_decides():
    rule, sentence = info("statement/weakened"), "The assistant should count apples."
    assert weighed(rule, sentence, overrides=(Override(MINOR, "statement/*"),)) is MINOR
    assert weighed(rule, sentence, overrides=(Override(MINOR), Override(CRITICAL, section="fru*"))) is CRITICAL
    assert weighed(rule, sentence, overrides=(Override(None, "statement/weakened", "fruit"),)) is None
    assert weighed(rule, sentence, overrides=(Override(None, "exception/*"), Override(None, "*", "other"))) is MAJOR


def test_a_heading_that_is_an_instruction_weighs_as_one():
    def renamed(old: str, new: str) -> Severity | None:
        matching = matched(f"# {old} {{#a}}\nSome words.\n", f"# {new} {{#a}}\nSome words.\n")
        found = finding(info("section/renamed", MINOR), matching.old.by_id["a"], matching.new.by_id["a"], matching)
        return severity(found, standing(found, matching), ())

    assert renamed("Do not reveal secrets", "Do not reveal names") is MAJOR
    assert renamed("Letters you should open", "Parcels you should open") is MAJOR
    assert renamed("Letters you should open", "Letters to open") is MINOR
    assert renamed("Letters you must not open", "Letters to open") is MAJOR
    assert renamed("Overview", "Introduction") is MINOR


def test_a_heading_that_holds_nothing_weighs_little_unless_it_is_an_instruction():
    for title, weight in (("Introduction", MINOR), ("Never lie", MAJOR)):
        matching = matched("# Fruit\n\n## One\nEat apples.\n", f"# Fruit\n\n## {title}\n\n### One\nEat apples.\n")
        new = next(section for section in matching.new.sections if section.title == title)
        found = finding(info("section/added"), None, new, matching)
        assert severity(found, standing(found, matching), ()) is weight


def test_a_description_in_place_of_a_hard_limit_at_the_top_is_its_reversal_and_critical():
    before, after = (
        f"{LADDER}\n# Keys {{#keys authority=root}}\nThe assistant {does} the keys of guests.\n" for does in ("must not show", "shows")
    )
    (entry,) = (one for one in review(before, after).entries if one.rule.id == "statement/reversed")
    assert entry.severity is CRITICAL


@pytest.mark.parametrize(
    ("was", "now", "weight"),
    [
        ("under eighteen", "under sixteen", MAJOR),
        ("under 18", "under 16", MAJOR),
        ("under eighteen", "under 18", None),
        ("under eighteen", "still at school", MINOR),
    ],
)
def test_another_bound_in_a_definition_decides_for_every_rule_that_uses_the_term(was, now, weight):
    text = "# Definitions {{#definitions}}\n**Young person**: whoever is {}.\n\n**Guest**: whoever stays.\n"
    found = [one.severity for one in review(text.format(was), text.format(now)).entries if one.rule.id == "definition/changed"]
    assert found == ([] if weight is None else [weight])


@pytest.mark.parametrize(
    ("old", "new", "weight"),
    [
        ("Idle moorings are sold after a summer.", "Idle moorings are leased after a summer.", MAJOR),
        ("Three pilots vote on every ban by show of hands.", "The first pilot decides on every ban by show of hands.", MAJOR),
        ("Quays close to boats in the evening.", "Quays are shut for the craft after dusk.", MINOR),
        ("Outages announced three tides ahead by the pilot;", "Outages;", MAJOR),
        ("A loud storm: one that is seen or heard.", "A loud storm: one that is seen and heard.", MAJOR),
        ("In force from 1 May 2031", "In force from 1 June 2031", MINOR),
        (
            "Appeals go to a pilot who was not there. The pilot answers within three days.",
            "Appeals go to a pilot who had not been there and who answers within three days.",
            MINOR,
        ),
        ("| b-12 | signal lost |", "| b-13 | signal lost |", MINOR),
    ],
)
def test_without_levels_what_changed_in_a_place_or_two_weighs_as_a_rule_and_what_is_told_anew_does_not(old, new, weight):
    frame = "# Harbour\n\n{}\n\nGulls cry.\n"
    shown = review(frame.format(old), frame.format(new))
    assert [(one.rule.id, one.severity) for one in shown.entries] == [("statement/changed", weight)]
    levels = "# Harbour {{#harbour authority=user}}\n\n{}\n\nGulls cry.\n"
    ranked = review(LADDER + levels.format(old), LADDER + levels.format(new))
    assert [one.severity for one in ranked.entries] == [MINOR]
