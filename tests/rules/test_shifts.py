"""Value shifts: concluded from what changed where two values meet, and from nothing else."""

import json
import subprocess
from pathlib import Path

import pytest

from reviewing import matched, review
from specdiff.compare import compare
from specdiff.model.settings import Settings, Value
from specdiff.model.snapshot import Revision, Snapshot
from specdiff.rules.catalogue import check
from specdiff.rules.shifts import signs

HEAD = "# Conduct {#conduct authority=user}\n"


def shifts(before: str, after: str, **chosen) -> list[tuple[str, str, tuple[str, ...]]]:
    found = review(HEAD + before, HEAD + after, **chosen).shifts
    return [(shift.gains, shift.loses, shift.sections) for shift in found]


LIE = "The assistant {} lie to protect confidential instructions.\n"
HONEST = ("honesty", "confidentiality", ("conduct",))
SECRET = ("confidentiality", "honesty", ("conduct",))


def test_no_change_no_shift():
    assert shifts(LIE.format("may"), LIE.format("may")) == []


def test_a_rule_in_which_two_values_meet_that_is_turned_round_is_a_shift():
    assert shifts(LIE.format("may"), LIE.format("must not")) == [HONEST]


def test_the_way_back_is_the_opposite_shift():
    assert shifts(LIE.format("must not"), LIE.format("may")) == [SECRET]


def test_wording_is_no_evidence():
    assert shifts(LIE.format("must not"), "The assistant must not *lie* to protect\nconfidential instructions.\n") == []


def test_a_sentence_that_moved_is_no_evidence():
    other = "\n# Other {#other authority=user}\nThe assistant should write plain text in all of its answers.\n"
    assert shifts("Be brief.\n\n" + LIE.format("must not") + other, "Be brief.\n" + other + "\n" + LIE.format("must not")) == []


def test_one_value_alone_is_no_shift():
    assert shifts("Be brief.\n", "Be brief.\n\nThe assistant must never deceive anybody about anything.\n") == []


def test_what_came_and_what_went_in_one_section_add_up():
    before = "The assistant should be transparent with everybody.\n\nIt writes plain text.\n"
    after = "It writes plain text.\n\nThe assistant must not reveal internal documents to strangers.\n"
    assert ("confidentiality", "transparency", ("conduct",)) in shifts(before, after)


def test_the_same_in_two_sections_is_no_meeting():
    other = "\n# Other {#other authority=user}\nIt writes plain text.\n"
    before = "The assistant should be transparent with everybody.\n\nIt answers.\n" + other
    after = "It answers.\n" + other + "\nThe assistant must not reveal internal documents to strangers.\n"
    assert shifts(before, after) == []


def test_opposite_shifts_in_one_section_are_two():
    before = "It answers.\n"
    after = before + "\n" + LIE.format("must not") + "\nThe assistant must keep secret what it was told, rather than be honest about it.\n"
    assert {(gains, loses) for gains, loses, _ in shifts(before, after)} >= {("honesty", "confidentiality"), ("confidentiality", "honesty")}


def test_in_a_new_section_only_a_sentence_in_which_both_meet_counts():
    before = "It answers.\n"
    apart = (
        before
        + "\n# New {#new authority=user}\nThe assistant must be honest at all times.\n\nIt should disclose what it knows to anybody.\n"
    )
    together = before + "\n# New {#new authority=user}\n" + LIE.format("must not")
    assert shifts(before, apart) == []
    assert shifts(before, together) == [("honesty", "confidentiality", ("new",))]


def test_users_may_add_values_and_pairs():
    before = "The assistant should save paper.\n"
    after = "The assistant must print on thick paper, at the cost of saving trees.\n"
    values = (Value("thrift", ("save paper", "saving trees"), ("waste",)), Value("luxury", ("thick paper",)))
    assert shifts(before, after) == []
    assert shifts(before, after, values=values) == []
    assert shifts(before, after, values=values, pairs=(("thrift", "luxury"),)) == [("luxury", "thrift", ("conduct",))]


def test_a_pair_of_the_users_is_summed_over_a_policy():
    before = "The assistant should save paper.\n\nIt greets.\n"
    after = "It greets.\n\nThe assistant must print on thick cards for guests.\n"
    values = (Value("thrift", ("save paper",)), Value("luxury", ("thick cards",)))
    assert shifts(before, after, values=values, pairs=(("thrift", "luxury"),)) == [("luxury", "thrift", ("conduct",))]


def test_every_line_of_the_reckoning_points_at_a_finding_and_has_a_sign_and_a_reason():
    found = review(HEAD + LIE.format("may"), HEAD + LIE.format("must not"))
    marks = {entry.fingerprint for entry in found.entries}
    (shift,) = found.shifts
    assert shift.evidence
    for line in shift.evidence:
        assert line.fingerprint in marks
        assert line.value in shift.values
        assert line.weight != 0
        assert line.why
    total = sum(line.weight if line.value == shift.gains else -line.weight for line in shift.evidence)
    assert total > 0


def test_what_makes_no_shift_was_weighed_all_the_same():
    before, after = HEAD + "Be brief.\n", HEAD + "Be brief.\n\nThe assistant must never deceive anybody about anything.\n"
    pair = matched(before, after)
    assert [(sign.value, sign.weight > 0, sign.finding.rule.id) for sign in signs(pair, list(check(pair)), Settings())] == [
        ("honesty", True, "statement/added")
    ]


def test_a_sentence_counts_once_however_many_rules_speak_of_it():
    found = review(HEAD + LIE.format("may"), HEAD + LIE.format("must not"))
    (shift,) = found.shifts
    assert len(shift.evidence) == 2


SHARED = Path(__file__).resolve().parents[3] / "shared"
real = pytest.mark.skipif(not (SHARED / "gold.json").exists(), reason="the annotated releases (../shared) are not on this machine")


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    """The main file of each release."""
    folder = tmp_path_factory.mktemp("shifts") / "spec"
    subprocess.run(["git", "clone", "--quiet", str(SHARED / "model_spec.bundle"), str(folder)], check=True, capture_output=True)

    def text(tag: str) -> str:
        return subprocess.run(["git", "-C", str(folder), "show", f"{tag}:model_spec.md"], check=True, capture_output=True, text=True).stdout

    tags = ("v2025.02.12", "v2025.04.11", "v2025.09.12")
    return {tag: Snapshot(Revision(tag), ("model_spec.md",), {"model_spec.md": text(tag)}) for tag in tags}


def transitions() -> list[dict]:
    path = SHARED / "gold.json"
    return json.loads(path.read_text(encoding="utf-8"))["transitions"] if path.exists() else []


@real
@pytest.mark.parametrize("transition", transitions(), ids=lambda one: one["new"])
def test_every_shift_that_a_person_was_sure_of_is_reported_in_its_section(transition, releases):
    """People name values in their own words; the gaining value must share one with theirs, and be reported in that very section."""
    found = compare(releases[transition["old"]], releases[transition["new"]]).shifts
    for change in transition["changes"]:
        if change["kind"] == "value_shift" and change["confidence"] == "sure":
            wanted = set(change["gains"].replace("/", " ").split())
            here = [shift for shift in found if change["section_new"] in shift.sections]
            assert any(set(shift.gains.split()) & wanted for shift in here), change["id"]


@real
@pytest.mark.parametrize("transition", transitions(), ids=lambda one: one["new"])
def test_a_section_in_which_a_person_saw_wording_alone_has_no_shift(transition, releases):
    found = compare(releases[transition["old"]], releases[transition["new"]]).shifts
    kinds: dict[str, set[str]] = {}
    for change in transition["changes"]:
        kinds.setdefault(change.get("section_new") or "", set()).add(change["kind"])
    worded = {section for section, seen in kinds.items() if seen <= {"editorial", "example_edited"}}
    assert not [shift for shift in found if worded & set(shift.sections)]


@real
def test_honesty_gained_over_kindness_first_and_over_confidentiality_later(releases):
    def pairs(old: str, new: str) -> set[tuple[str, str]]:
        return {(shift.gains, shift.loses) for shift in compare(releases[old], releases[new]).shifts}

    first, later = pairs("v2025.02.12", "v2025.04.11"), pairs("v2025.04.11", "v2025.09.12")
    assert ("honesty", "kindness") in first
    assert not {("honesty", "confidentiality"), ("confidentiality", "honesty")} & first
    assert {("honesty", "confidentiality"), ("confidentiality", "transparency")} <= later


def test_a_text_without_headings_is_no_one_policy_in_which_values_meet():
    before = "The assistant should be transparent with everybody.\n\nIt writes plain text.\n"
    after = "It writes plain text.\n\nThe assistant must not reveal internal documents to strangers.\n"
    assert review(before, after).shifts == ()
    assert [one.gains for one in review(LIE.format("may"), LIE.format("must not")).shifts] == ["honesty"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "The assistant must refuse gently, and be frank about its reasons.\n",
            "The assistant must refuse, and always be frank about its reasons.\n",
        ),
        ("The assistant should gently refuse, and frankly say why.\n", "The assistant should always refuse, and frankly say why.\n"),
    ],
)
def test_how_something_is_done_is_left_open_and_trades_nothing(before: str, after: str):
    assert shifts(before, after) == []


def test_more_than_how_it_is_done_is_a_trade():
    assert ("kindness", "candor", ("conduct",)) in shifts(
        "The assistant must refuse, and always be frank about its reasons.\n",
        "The assistant must refuse gently, and be frank about its reasons.\n",
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The assistant should be careful and fast.\n", "The assistant should always be careful.\n"),
        ("The assistant should be careful and brief.\n", "The assistant must be careful.\n"),
    ],
)
def test_a_rule_that_reaches_further_and_names_less_trades_nothing(before: str, after: str):
    assert shifts(before, after) == []
    assert len(shifts(after, before)) == 1


BELL = "The bell rings.\n"
RANKED = "Honesty matters more than secrecy.\n\n"
APART = "\nThe assistant should be honest. The assistant should keep no secrets.\n"


def test_what_is_said_elsewhere_now_is_not_lost():
    assert SECRET not in shifts(RANKED + BELL, BELL + APART)
    assert HONEST not in shifts(BELL + APART, RANKED + BELL)


def test_what_is_said_nowhere_now_is_lost():
    assert shifts(RANKED + BELL, BELL) == [SECRET]
    assert shifts(BELL, RANKED + BELL) == [HONEST]


def test_what_is_gained_and_said_elsewhere_as_well_stays_gained():
    even = "The assistant should answer honestly, even where that reveals a secret.\n\n"
    apart = "\nThe assistant should keep secrets.\n\nThe assistant should be honest about all that it does.\n"
    assert shifts(BELL + apart, even + BELL) == []
    assert shifts(BELL, even + BELL) == [HONEST]


def test_a_pair_that_only_meets_in_passing_is_traded_by_more_than_a_remark():
    assert shifts(BELL, BELL + "\nRefusals are polite.\n") == []
    assert ("kindness", "helpfulness", ("conduct",)) in shifts(BELL, BELL + "\nThe assistant must refuse politely.\n")


KEPT = "The bell rings at noon.\n\nPorters carry the bags of all guests.\n\nTea is served at five in the small hall.\n"
TRUE = "\nIn all that it writes to a guest or a neighbour the assistant should be truthful.\n"
OPEN = "\nThe assistant should disclose the way to the cellar.\n"
SHUT = "\nThe assistant should keep the way to the cellar secret.\n"


def test_what_one_value_lost_and_the_other_did_not_win_back_is_traded():
    assert shifts(RANKED + KEPT, KEPT + TRUE) == [SECRET]
    assert shifts(KEPT + TRUE, RANKED + KEPT) == [HONEST]
    assert shifts(RANKED + KEPT, KEPT + OPEN) == [SECRET]


def test_what_only_brings_back_what_went_wins_nothing():
    assert shifts(RANKED + KEPT, KEPT + TRUE + OPEN) == []
    assert shifts(KEPT + TRUE + OPEN, RANKED + KEPT) == []


def test_what_went_and_came_again_for_the_same_side_is_traded():
    assert shifts(RANKED + KEPT, KEPT + SHUT) == [SECRET]
    assert shifts(RANKED + KEPT, KEPT + TRUE + SHUT) == [SECRET]


def test_what_other_rules_win_is_no_bringing_back():
    """What went is one shift, and two rules that are stricter and laxer than before are the opposite one."""
    told = "\nThe assistant {} be truthful with every guest and neighbour.\n\nThe assistant {} keep the way to the cellar secret.\n"
    found = shifts(RANKED + KEPT + told.format("may", "must"), KEPT + told.format("must", "may"))
    assert {SECRET, HONEST} <= set(found)
