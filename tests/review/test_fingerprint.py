"""Fingerprints name a change, not a place."""

from reviewing import finding, info, matched, statement
from specdiff.review.fingerprint import fingerprints

BEFORE = """
# Conduct {#conduct authority=user}
The assistant should be brief.
"""
AFTER = """
# Conduct {#conduct authority=user}
The assistant must be brief.
"""
RULE = info("statement/strengthened")


def prints(before: str, after: str, rule=RULE) -> list[str]:
    matching = matched(before, after)
    old, new = statement(matching.old, "brief"), statement(matching.new, "brief")
    return fingerprints([finding(rule, old, new, matching)])


def test_a_fingerprint_is_sixteen_hex_digits():
    (found,) = prints(BEFORE, AFTER)
    assert len(found) == 16
    assert int(found, 16) >= 0


def test_unrelated_edits_elsewhere_leave_it_as_it_is():
    above = "# Preface {#preface}\nAll of this is new.\n\nSo is this.\n"
    assert prints(BEFORE, AFTER) == prints(BEFORE, above + AFTER)


def test_typography_and_reflow_leave_it_as_it_is():
    assert prints(BEFORE, AFTER) == prints(BEFORE, AFTER.replace("must be brief", "must\nbe **brief**"))


def test_other_words_another_section_or_another_rule_make_another():
    found = {
        *prints(BEFORE, AFTER),
        *prints(BEFORE, AFTER.replace("must", "has to")),
        *prints(BEFORE, AFTER.replace("#conduct", "#manners")),
        *prints(BEFORE, AFTER, info("statement/changed")),
    }
    assert len(found) == 4


def test_findings_that_cannot_be_told_apart_by_words_get_an_ordinal():
    matching = matched("# A {#a}\nKeep it short.\n", "# A {#a}\nKeep it short.\n\n- Say please.\n- Say please.\n")
    twice = [one for one in matching.new.statements if "please" in one.words]
    first, second = fingerprints([finding(RULE, None, one, matching) for one in twice])
    (alone,) = fingerprints([finding(RULE, None, twice[0], matching)])
    assert first == alone
    assert second != first
