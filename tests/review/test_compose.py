"""The whole review."""

from reviewing import finding, info, matched, section, statement
from specdiff.model.finding import Confidence, Severity, Sign
from specdiff.model.place import Hunk
from specdiff.model.review import Outcome
from specdiff.model.settings import Approval, Override, Settings
from specdiff.review.compose import compose

BEFORE = """
# Kindness {#kindness authority=user}
The assistant should be kind.

# Brevity {#brevity}
The assistant should be brief.
"""
AFTER = BEFORE.replace("be kind", "be gentle").replace("be brief", "be short") + "\n# Limits {#limits}\nThe assistant must not lie.\n"
MATCHING = matched(BEFORE, AFTER)
OLD, NEW = MATCHING.old, MATCHING.new
KIND = finding(info("statement/changed", Severity.MINOR), statement(OLD, "kind"), statement(NEW, "gentle"), MATCHING)
BRIEF = finding(info("statement/weakened"), statement(OLD, "brief"), statement(NEW, "short"), MATCHING)
LIE = finding(info("statement/added", Severity.CRITICAL), None, statement(NEW, "lie"), MATCHING)
LIMITS = finding(info("section/added", explains=("statement/added",)), None, section(NEW, "limits"), MATCHING)
ALL = (KIND, LIE, BRIEF, LIMITS)


def composed(findings=ALL, hunks=(), **chosen):
    return compose(MATCHING, findings, hunks, Settings(**chosen))


def rules(entries):
    return [entry.rule.id for entry in entries]


def test_the_worst_stands_first_and_echoes_follow_what_they_echo():
    review = composed()
    assert rules(review.entries) == ["section/added", "statement/added", "statement/weakened", "statement/changed"]
    assert [entry.explained_by for entry in review.entries] == [None, review.entries[0].fingerprint, None, None]


def test_the_order_in_which_findings_arrive_does_not_matter():
    assert composed(ALL[::-1]) == composed(ALL)


def test_folding_hides_no_severity():
    """The new section weighs as much as the worst rule in it."""
    assert composed().entries[0].severity is Severity.CRITICAL


def test_tallies_count_what_stands_on_its_own():
    review = composed()
    assert review.by_severity == {"critical": 1, "major": 1, "minor": 1, "editorial": 0}
    assert review.by_rule == {"section/added": 1, "statement/changed": 1, "statement/weakened": 1}
    assert {top: rules(below) for top, below in review.echoes.items()} == {review.entries[0].fingerprint: ["statement/added"]}


def test_topics_go_through_the_document():
    assert [(topic.section.new, rules(topic.entries)) for topic in composed().topics] == [
        ("kindness", ["statement/changed"]),
        ("brevity", ["statement/weakened"]),
        ("limits", ["section/added"]),
    ]


def test_a_section_that_went_stands_where_it_was():
    matching = matched(AFTER, AFTER.replace("# Brevity {#brevity}\nThe assistant should be short.\n\n", ""))
    gone = finding(info("section/removed"), section(matching.old, "brevity"), None, matching)
    last = finding(info("statement/changed"), statement(matching.old, "lie"), statement(matching.new, "lie"), matching)
    first = finding(info("statement/changed"), statement(matching.old, "gentle"), statement(matching.new, "gentle"), matching)
    review = compose(matching, [last, gone, first], (), Settings())
    assert [topic.section.title for topic in review.topics] == ["Kindness", "Brevity", "Limits"]
    assert (review.topics[1].section.old, review.topics[1].section.new) == ("brevity", None)


def test_word_level_edits_lead_from_one_text_to_the_other():
    entry = composed([BRIEF]).entries[0]
    assert entry.old is not None
    assert entry.new is not None
    assert "".join(edit.text for edit in entry.edits if edit.kind != "new") == entry.old.text
    assert "".join(edit.text for edit in entry.edits if edit.kind != "gone") == entry.new.text


def test_a_rule_that_is_off_is_not_shown_and_what_it_explained_stands_alone():
    review = composed(overrides=(Override(None, "section/added"),))
    assert rules(review.entries) == ["statement/added", "statement/weakened", "statement/changed"]
    assert review.entries[0].explained_by is None


def test_a_severity_that_the_user_set_is_not_raised_by_echoes():
    review = composed(overrides=(Override(Severity.MINOR, "section/added"),))
    assert {entry.rule.id: entry.severity for entry in review.entries}["section/added"] is Severity.MINOR


def test_an_accepted_finding_stays_in_the_review_but_not_among_the_worst():
    mark = composed([BRIEF]).entries[0].fingerprint
    review = composed([BRIEF], approvals=(Approval(mark, "Ada", "agreed"),))
    assert review.entries[0].accepted is not None
    assert review.worst == ()


def test_the_three_endings():
    hunk = Hunk("spec.md", "spec.md", 2, 1, 2, 1, ("x",), ("y",))
    same = matched(BEFORE, BEFORE)
    wrapped = matched(BEFORE, BEFORE.replace("should be kind", "should\nbe kind"))
    assert compose(same, (), (), Settings()).outcome is Outcome.IDENTICAL
    assert compose(wrapped, (), (hunk,), Settings()).outcome is Outcome.WORDING
    reworded = finding(info("statement/reworded", Severity.EDITORIAL), statement(OLD, "kind"), statement(NEW, "gentle"), MATCHING)
    assert composed([reworded]).outcome is Outcome.WORDING
    assert composed([BRIEF]).outcome is Outcome.MEANING


def test_what_nobody_can_explain_may_mean_something():
    hunk = Hunk("spec.md", "spec.md", 5, 1, 5, 1, ("The assistant should be brief.",), ("The assistant should be short.",))
    review = composed([], [hunk])
    assert len(review.unexplained) == 2
    assert review.outcome is Outcome.MEANING


def test_layout_is_counted_in_a_note():
    hunk = Hunk("spec.md", "spec.md", 3, 1, 3, 0, ("",), ())
    assert composed([BRIEF], [hunk]).notes[-1] == "1 changed line differs in layout or typography only."


def shifted(gains, loses, where, strength="clear", evidence=BRIEF):
    at = section(NEW, where)
    found = finding(info("value/shifted"), section(OLD, where) if where != "limits" else None, at, MATCHING)
    signs = (Sign(evidence, gains, 1.0, "it is demanded now"), Sign(evidence, loses, -1.0, "it is not"))
    facts = {"gains": gains, "loses": loses, "strength": strength}
    return type(found)(found.rule, found.old, found.new, found.section_old, found.section_new, facts, "", Confidence.LIKELY, signs)


def test_shifts_between_the_same_values_are_one_with_all_sections_and_evidence():
    review = composed([BRIEF, KIND, shifted("brevity", "warmth", "brevity"), shifted("brevity", "warmth", "kindness", "strong", KIND)])
    (shift,) = review.shifts
    assert (shift.gains, shift.loses, shift.strength, shift.sections) == ("brevity", "warmth", "strong", ("brevity", "kindness"))
    assert shift.message == "Brevity gains over warmth (strong) in “Brevity”, “Kindness”."
    marks = {entry.rule.id: entry.fingerprint for entry in review.entries}
    assert [one.fingerprint for one in shift.evidence] == [marks["statement/weakened"]] * 2 + [marks["statement/changed"]] * 2
    assert [entry.rule.id for entry in review.worst].count("value/shifted") == 1, "the same gain is not looked at twice first"


def test_opposite_shifts_are_two():
    review = composed([BRIEF, shifted("brevity", "warmth", "brevity"), shifted("warmth", "brevity", "brevity")])
    assert [(shift.gains, shift.loses) for shift in review.shifts] == [("brevity", "warmth"), ("warmth", "brevity")]
    assert len({entry.fingerprint for entry in review.entries}) == 3


def test_a_slight_shift_is_minor():
    review = composed([BRIEF, shifted("brevity", "warmth", "brevity", "slight"), shifted("warmth", "brevity", "kindness")])
    assert {entry.facts["strength"]: entry.severity for entry in review.entries if entry.rule.id == "value/shifted"} == {
        "slight": Severity.MINOR,
        "clear": Severity.MAJOR,
    }
