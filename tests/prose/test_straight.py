"""What English has two builds for, in sentences that are told anew from end to end."""

import pytest

from specdiff.model.language import Force
from specdiff.prose.comparison.compare import compare
from specdiff.prose.paraphrase.straight import straight
from specdiff.prose.sentence.quantities import same_amounts
from specdiff.prose.sentence.reading import leads_into, read


def _told(old: str, new: str) -> list[tuple[str, str]]:
    new = same_amounts(old, new)
    return [(trait.rule, trait.about) for trait in compare(old, new, read(old), read(new)).traits]


SAME = [
    # denials
    ("Do not lend oars, don't lend nets, don't sell the bait.", "Oars and nets are not to be lent, and the bait not to be sold."),
    ("Do not weigh a parcel in that room, even if the sender asks for it.", "In that room no parcel is weighed, not even on request."),
    ("Do not mend your own nets.", "Your own nets are mended by others."),
    ("Other boats MUST leave the buoy alone.", "No other boat may touch the buoy (MUST NOT)."),
    ("If the crate is not on the list, say that the porter will come.", "For a crate missing from the list, the guest is told that the porter will come."),
    ("A porter MUST refuse crates that it does not know.", "Crates unknown to a porter MUST be refused by it."),
    # one case alone
    ("The weight of a crate is told only where it is not what the guest would expect.", "Do not tell the weight of a crate unless the guest would expect something else."),
    ("Ask before you lend an oar.", "No oar is lent without asking first."),
    ("Ring the bell before every launch.", "Before you launch, the bell has to have been rung."),
    ("Nets are dried on the beach only.", "We dry nets nowhere but on the beach."),
    ("Only keepers can ring the bell.", "Ringing the bell is reserved for keepers."),
    ("If a guest writes to us, we keep the letter for a week and use it only to send an answer.", "If a guest writes to us, it is a letter that we keep for a week, and we use it for nothing but sending an answer."),
    # exceptions and conditions
    ("We tell the fares a week ahead; fares that guard boats from storms can hold at once.", "Fares are told a week ahead, except that those which guard boats from storms can hold at once."),
    ("The crew meets every month, except in August.", "Apart from August, the crew holds a meeting each month."),
    ("Where the rule where you moor is stricter, it goes first.", "Stricter rules of your harbour go first."),
    ("If we cannot sail without, the owner may end the hire and gets the rest of the fare.", "Should we be unable to sail without, the owner can end the hire and is paid what remains of the fare."),
    ("After three attempts the pilot SHOULD turn to the spare lamp.", "If that fails three times, the spare lamp SHOULD be used by the pilot."),
    # what puts one thing ahead of another, bounds, and who lets whom
    ("Flags at the mast override both.", "The flags at the mast take precedence over both."),
    ("A motion passes if more than half of those present want it.", "To pass a motion, a majority of those present is needed."),
    ("Give guests a way to call the pilot, and look at what they say.", "Let guests call the pilot, and read what they say."),
    ("If logs and tide tables differ, call the keeper and wait.", "Where they differ from the logs, call the keeper and wait."),
    ("Never delete a chart that has been handed out.", "A chart that has been handed out must stay."),
    ("Nets without activity for a year are sold.", "We sell nets that have been inactive for a year."),
    ("The keeper reports to the crew every quarter.", "Once a quarter the crew gets a report from the keeper."),
    ("The pilot must not touch crates outside the shed.", "Crates outside the shed are off limits for the pilot."),
    ("Every rope must be tested before a launch.", "A launch requires that all ropes are tested."),
    ("Use only the flags in the locker.", "No flags other than those of the locker are used."),
    ("Do not reveal the price of a berth.", "The price of a berth stays secret."),
    ("Guests of the inn do not go into the shed.", "The shed is closed to guests of the inn."),
    ("If the chart says something else, the chart is mended.", "Charts that say otherwise get mended."),
    ("Lids can be lifted as they stand.", "It must be possible to lift lids as they stand."),
    ("Charts are burnt after a year.", "We keep charts for a year, then burn them."),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), SAME)
def test_one_thing_in_two_builds_may_be_the_same(old: str, new: str) -> None:
    for told in (_told(old, new), _told(new, old)):
        assert told in ([("statement/changed", "other words")], [("statement/reworded", "")])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Open the vault only where it is not raining.", "Do not open the vault unless it rains."),
        ("Let the guest choose the berth.", "The berth is chosen for the guest."),
        ("Keys are kept by the porter for a week.", "The porter destroys the keys after a week."),
        ("Members who owe us may come but not vote.", "Voting is open to members who owe us; coming is not."),
        ("Should the lamp fail, the pilot must wait.", "Should the lamp fail, the pilot may go on."),
        ("Nothing but water may be used for rinsing.", "Water is never used for rinsing."),
        ("Only keepers may ring the bell.", "Ringing the bell is open to everyone."),
        ("Your own nets are mended by others.", "You mend your own nets."),
        ("The clerk must refuse unsigned forms.", "Forms that are not signed must be accepted by the clerk."),
        ("The gate must not be left open at night.", "At night the gate is left open."),
        ("Guests may not remain on board after ten.", "After ten, guests must remain on board."),
        ("Pilots who are ill must stay at home.", "Pilots must leave home when they are ill."),
        ("A claim that is invalid is sent back.", "Valid claims are sent back."),
        # two things that exchanged what is done to them
        ("The keeper keeps the nets and discards the ropes.", "The ropes are kept by the keeper and the nets discarded."),
        ("Report every loss to the owner, but not to the guests.", "Every loss is reported to the guests, but not to the owner."),
        ("Do not lend oars, do not lend nets, and report losses.", "Oars and nets are lent, and losses not to be reported."),
        ("A crew of at most two people may sail.", "At least two people must be in a crew that sails."),
    ],
)
def test_what_is_not_the_same_in_two_builds_is_told_as_that(old: str, new: str) -> None:
    for told in (_told(old, new), _told(new, old)):
        assert told
        assert all(about != "other words" and rule != "statement/reworded" for rule, about in told)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Use it for nothing but rinsing.", "Use it only for rinsing."),
        ("No boat may touch it (MUST NOT).", "No boat may touch it."),
        ("Two guests are the most that a boat may carry by night.", "a boat may carry at most Two guests by night."),
        ("Fix it before anything else.", "Fix it before anything else."),
        ("A crate that is missing from the list waits.", "A crate that is not in the list waits."),
        ("Nets are mended by others.", "Nets are mended by others."),
        ("Wait.", "Wait."),
    ],
)
def test_a_sentence_is_brought_into_its_plainest_build(text: str, plain: str) -> None:
    assert straight(text) == plain


def test_a_condition_may_open_without_if() -> None:
    said = read("Should a guest need an oar: stop, and say so.")
    assert said.conditions == ("should a guest need an oar",)
    assert [(clause.cue, clause.force) for clause in said.clauses] == [("stop", Force.PROHIBITED)]
    assert read("Should the rope break, the pilot must wait.").force is Force.REQUIRED
    assert read("Should be polite, and must never shout.").conditions == ()
    assert _told("If a guest needs an oar, stop and say so.", "Should a guest need an oar: stop, and say so.") == [
        ("statement/reworded", "")
    ]


def test_where_behind_a_place_tells_of_the_place_and_is_no_condition_of_what_binds_nobody() -> None:
    assert read("It was built for boats, where the line is slow.").conditions == ()
    assert read("Oars belong in the shed, where it can be locked.").conditions == ()
    assert read("Reply in the shed, where a guest asks; you must wait.").conditions == ("where a guest asks",)
    assert read("Where the line is slow, boats wait.").conditions == ("where the line is slow",)
    assert read("Guests may leave whenever they like.").conditions == ()
    assert read("Guests may leave whenever they like to.").conditions == ("whenever they like to",)


def test_a_heading_may_turn_down_what_is_listed_below_it() -> None:
    for title in (
        "Requests to turn down",
        "Requests you should turn down",
        "Things to leave alone",
        "What to avoid",
        "Work it must refuse",
    ):
        assert read("Ranking the boats of guests.", lead_in=leads_into(title)).force.negative, title
    for title in ("Requests", "Questions to ask", "Work to avoid at night", "Decline and fall"):
        assert not leads_into(title), title


def test_one_run_of_words_may_stand_elsewhere_in_the_passive() -> None:
    assert _told("Report every loss to the owner at night.", "Every loss is reported at night to the owner.") == [
        ("statement/reworded", "")
    ]
