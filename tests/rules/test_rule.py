"""The shape of a rule: what it looks at, and which nodes its findings are about."""

import pytest

from conftest import matching
from specdiff.model.change import Added, Kept, Matching, Merged, Removed, Split
from specdiff.model.finding import Severity
from specdiff.model.spec import Message, Reply, Section
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


def test_what_came_or_went_stands_in_its_section_on_both_sides() -> None:
    kept = "The assistant should be kind to every guest of the house.\n"
    pair = matching(f"# Tone {{#tone}}\n{kept}It never shouts.\n", f"# Tone {{#manner}}\n{kept}Windows are opened in spring.\n")
    found = {one.rule.id: (one.section_old and one.section_old.id, one.section_new and one.section_new.id) for one in check(pair)}
    assert found["statement/added"] == found["statement/removed"] == ("tone", "manner")
