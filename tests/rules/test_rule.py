"""The shape of a rule: what it looks at, and which nodes its findings are about."""

from dataclasses import replace

import pytest

from conftest import compare_texts, entries, matching
from specdiff.model.change import Added, Kept, Matching, Merged, Removed, Split
from specdiff.model.finding import Confidence, Fact, Severity
from specdiff.model.spec import Message, Reply, Section
from specdiff.prose.traits import PLAIN
from specdiff.rules.catalogue import check
from specdiff.rules.rule import AnyRule, Found, rule

TEXT = "# Tone {#tone authority=user}\nThe assistant should be friendly.\n\n# Facts {#facts authority=user}\nThe assistant should name its sources.\n"


def made(on: object, says: str = "{what}") -> AnyRule:
    header = {"id": "group/name", "severity": Severity.MINOR, "mirror": "group/name", "says": says, "asks": "Why?", "fires": ()}
    return rule(on=on, **header)(lambda _, __: [Found(what=("a", "b"), other=None)])  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (Matching, "matching"),
        (Kept[Section], "kept section"),
        ((Kept[Reply], Added[Reply], Removed[Reply]), "kept or added or removed reply"),
        ((Kept[Reply], Kept[Message]), "kept reply or kept message"),
    ],
)
def test_a_rule_says_what_it_looks_at(on: object, words: str) -> None:
    assert made(on).info.looks_at == words


def test_findings_are_about_the_first_parts_of_what_was_split_or_merged() -> None:
    both = matching(TEXT, TEXT)
    (tone, facts), (tone_now, facts_now) = both.old.sections, both.new.sections
    (split,) = made(Split[Section]).findings(Split(tone, (tone_now, facts_now), ""), both)
    (merged,) = made(Merged[Section]).findings(Merged((tone, facts), facts_now, ""), both)
    assert (split.old, split.new, split.section_new) == (tone, tone_now, tone_now)
    assert (merged.old, merged.new, merged.section_old) == (tone, facts_now, tone)


def test_facts_fill_the_sentence_in_words() -> None:
    both = matching(TEXT, TEXT)
    (found,) = made(Matching, "{what} and {other}").findings(both, both)
    assert found.message == "A, b and none"
    assert (found.old, found.new, found.section_old) == (None, None, None)


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ("a", "“a”"),
        (("a",), "“a”"),
        (("a", "b"), "“a” and “b”"),
        (("a", "b", "c"), "“a”, “b” and “c”"),
        ((), "“none”"),
        (None, "“none”"),
        (PLAIN, PLAIN),
    ],
)
def test_each_part_of_a_fact_is_quoted_by_itself(fact: Fact, words: str) -> None:
    assert said("It was “{what}”", what=fact) == f"It was {words}"


@pytest.mark.parametrize(
    ("was", "now", "words"),
    [
        ("a", "b", "“b” instead of “a”"),
        (None, "b", "“b” is new"),
        ("a", None, "“a” is gone"),
        (None, None, "The same words, put otherwise"),
    ],
)
def test_of_what_stands_on_one_side_only_it_is_said_that_it_came_or_went(was: str | None, now: str | None, words: str) -> None:
    assert said("“{now}” instead of “{was}”", was=was, now=now) == words


def test_an_empty_list_is_none() -> None:
    assert said("Parts: {what}", what=()) == "Parts: none"


def said(says: str, **facts: Fact) -> str:
    header = {"id": "group/name", "severity": Severity.MINOR, "mirror": "group/name", "says": says, "asks": "Why?", "fires": ()}
    both = matching(TEXT, TEXT)
    (found,) = rule(on=Matching, **header)(lambda _, __: [Found(facts=facts)]).findings(both, both)  # type: ignore[call-overload]
    return found.message


def test_where_texts_were_compared_coarsely_what_came_or_went_is_tentative() -> None:
    pair = matching(TEXT, TEXT + "\n# Length {#length}\nThe assistant should answer in few words.\n")
    coarse = replace(pair, coarse=True)
    told = {one.rule.id: one.confidence for one in check(coarse)}
    assert told == dict.fromkeys(("section/added", "statement/added"), Confidence.TENTATIVE)
    assert {one.confidence for one in check(pair)} == {Confidence.CERTAIN}


def test_what_came_or_went_stands_in_its_section_on_both_sides() -> None:
    kept = "The assistant should be kind to every guest of the house.\n"
    pair = matching(f"# Tone {{#tone}}\n{kept}It never shouts.\n", f"# Tone {{#manner}}\n{kept}Windows are opened in spring.\n")
    found = {one.rule.id: (one.section_old and one.section_old.id, one.section_new and one.section_new.id) for one in check(pair)}
    assert found["statement/added"] == found["statement/removed"] == ("tone", "manner")


def test_of_the_file_of_a_prompt_its_text_is_shown_and_not_the_mark() -> None:
    before = "# Tone {#tone}\nThe assistant should be friendly[^ab12].\n\n%% examples/ab12.md\nSay hello.\n"
    (found,) = entries(compare_texts(before, before.replace("hello", "farewell")), "eval-prompt/changed")
    assert [side and (side.text, str(side.place)) for side in (found.old, found.new)] == [
        ("Say hello.\n", "examples/ab12.md:1"),
        ("Say farewell.\n", "examples/ab12.md:1"),
    ]
