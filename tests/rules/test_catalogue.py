"""What every rule promises in its header, proved for each of them; nobody has to write a test for a rule."""

import string
from collections.abc import Iterator
from fnmatch import fnmatchcase

import pytest

from conftest import compare_texts, entries, find, matching
from specdiff.model.change import Kept
from specdiff.model.finding import Case
from specdiff.model.spec import Example, Message, Reply, Section, Statement
from specdiff.rules.catalogue import asked, catalogue
from specdiff.rules.rule import AnyRule

RULES = {rule.info.id: rule for rule in catalogue()}

PUBLISHED = {
    "authority": "raised lowered assigned unassigned level-renamed level-added level-removed order-changed",
    "section": "added removed renamed id-changed moved reordered split merged",
    "statement": "added removed moved strengthened weakened reversed changed reworded",
    "exception": "added removed widened narrowed",
    "condition": "added removed",
    "precedence": "changed",
    "threshold": "changed",
    "example": "added removed moved retitled prompt-changed reply-changed verdict-changed reason-changed reworded",
    "definition": "added removed changed",
    "commentary": "added removed changed",
    "reference": "broken repaired retargeted",
    "eval-prompt": "added removed moved changed missing orphaned",
    "scope": "tagged untagged",
    "value": "shifted",
}

CONCLUDED = ("value/shifted",)
"""Drawn from the findings themselves: it may stand beside any of them."""


def published() -> Iterator[str]:
    for group, names in PUBLISHED.items():
        yield from (f"{group}/{name}" for name in names.split())


def cases(kind: str) -> list[pytest.param]:
    return [
        pytest.param(rule, case, id=f"{rule.info.id}-{number}")
        for rule in RULES.values()
        for number, case in enumerate(getattr(rule.info, kind), 1)
    ]


@pytest.mark.parametrize(("rule", "case"), cases("fires"))
def test_a_rule_fires_on_its_own_case_with_these_facts_and_no_other_rule_does(rule: AnyRule, case: Case) -> None:
    review = compare_texts(case.old, case.new)
    own = entries(review, rule.info.id)
    assert len(own) == 1, find(review, echoes=True)
    assert {name: own[0].facts.get(name) for name in case.facts} == dict(case.facts)
    assert {seen.rule for seen in find(review)} - {rule.info.id, *CONCLUDED} <= set(case.also)
    assert review.unexplained == ()


@pytest.mark.parametrize(("rule", "case"), cases("silent"))
def test_a_rule_is_silent_on_its_counter_cases(rule: AnyRule, case: Case) -> None:
    assert case.old != case.new
    assert entries(compare_texts(case.old, case.new), rule.info.id) == []


@pytest.mark.parametrize(("rule", "case"), cases("fires"))
def test_its_mirror_fires_when_time_runs_backwards(rule: AnyRule, case: Case) -> None:
    review = compare_texts(case.new, case.old)
    assert len(entries(review, rule.info.mirror)) == 1, find(review, echoes=True)


@pytest.mark.parametrize(("rule", "case"), cases("fires"))
def test_nothing_fires_where_nothing_changed(rule: AnyRule, case: Case) -> None:
    assert rule.info.id
    assert find(compare_texts(case.old, case.old), echoes=True) == []
    assert find(compare_texts(case.new, case.new), echoes=True) == []


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_mirror_of_its_mirror_is_the_rule_itself(rule: AnyRule) -> None:
    assert RULES[rule.info.mirror].info.mirror == rule.info.id


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_its_id_is_its_path(rule: AnyRule) -> None:
    assert rule.module == "specdiff.rules." + rule.info.id.replace("-", "_").replace("/", ".")


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_it_explains_itself(rule: AnyRule) -> None:
    info = rule.info
    assert info.summary.endswith(".")
    assert info.why.endswith(".")
    assert info.asks.endswith("?")
    assert info.fires
    assert info.silent


@pytest.mark.parametrize(("rule", "case"), cases("fires"))
def test_the_facts_fill_every_blank_of_its_sentence(rule: AnyRule, case: Case) -> None:
    blanks = {name for _, name, _, _ in string.Formatter().parse(rule.info.says) if name}
    own = entries(compare_texts(case.old, case.new), rule.info.id)
    assert all(blanks <= set(entry.facts) for entry in own)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_what_it_explains_exists(rule: AnyRule) -> None:
    assert all(any(fnmatchcase(other, pattern) for other in RULES) for pattern in rule.info.explains)


def test_no_published_rule_is_missing() -> None:
    assert set(published()) - set(RULES) == set()


def test_no_rule_is_asked_about_what_stays_where_it_was() -> None:
    example = "\n**Example**: dose\n\n~~~xml\n<user>\nHow much?\n</user>\n<assistant> <!-- GOOD -->\nAsk a doctor.\n</assistant>\n~~~\n"
    before = f"# Medicine {{#medicine authority=user}}\nThe assistant should be careful with doses.\n{example}"
    after = f"# Tone {{#tone authority=user}}\nThe assistant should be friendly.\n\n{before}"
    subjects = [change.old for _, change in asked(matching(before, after)) if isinstance(change, Kept)]
    assert not [one for one in subjects if isinstance(one, Statement | Example | Message | Reply)]
    assert [one for one in subjects if isinstance(one, Section)]
