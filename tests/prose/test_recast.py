"""Sentences that may well say the same, told anew from end to end, and such as were changed."""

import pytest

from specdiff.prose.comparison.compare import compare
from specdiff.prose.sentence.quantities import same_amounts
from specdiff.prose.sentence.reading import read


def _told(old: str, new: str) -> list[tuple[str, str]]:
    new = same_amounts(old, new)
    return [(trait.rule, trait.about) for trait in compare(old, new, read(old), read(new)).traits]


SAME = [
    ("Rigging must not be applied to boats that wait for repair.", "Boats that wait for repair must not be rigged."),
    (
        "A skipper who hears the horn must turn back; it must not wait.",
        "If the skipper hears the horn, it must not wait, and must turn back.",
    ),
    (
        "Never pour two paints from these tins into a bucket that is shared.",
        "Two paints of these tins must never end up in a shared bucket.",
    ),
    ("You can tie up boats at the north quay and nowhere else.", "The only place where you can tie up boats is the north quay."),
    (
        "When you are not sure whether a rope holds, treat it as if it did not.",
        "If in doubt whether a rope holds, act as though it does not.",
    ),
    ("Nets are dried on the beach, or they are not used.", "Use no net that is not dried on the beach."),
    ("You may vote at the meeting where the dues are set.", "You have the right to vote at the meeting that sets the dues."),
    ("The keeper should look over the lamps at least once a year.", "Once a year or more often, the keeper should go through the lamps."),
    ("Members who break an oar pay for the repair.", "A member pays for the repair of any oar they break."),
    ("Life vests must be worn by every child on deck.", "Every child on deck must have a life vest on."),
    ("If a soup tastes odd, throw it away.", "Any soup that tastes odd should be thrown away."),
    ("If a bell is cracked, report it instead of ringing it.", "Cracked bells are to be reported, not rung."),
    ("Ask one guest at a time.", "Never ask more than one guest at once."),
    ("Keep flour on the lowest shelf of the larder.", "Flour is kept on the lowest shelf of the larder."),
    ("Knives never go into the sink.", "Don't leave knives in the sink."),
    ("Take flags from the green locker.", "Flags come from the green locker."),
    ("A node that gets a stale ticket MUST drop it.", "On getting a stale ticket, the node MUST drop it."),
    ("If the rope is lost, the pilot MUST wait before it casts off.", "A pilot that loses the rope MUST wait before it casts off."),
    (
        "A claim that has hung here for seventy-two hours without protest stands.",
        "A claim stands once it has hung here for three days and nobody has protested.",
    ),
    (
        "Night guests need to be announced to the porter so that he can keep the lamp lit.",
        "Announce night guests to the porter first, please: he keeps the lamp lit for them.",
    ),
    ("A crate needs two seals before it is shipped.", "Nothing is shipped until two people have sealed the crate."),
    ("Lamps must burn before a boat is launched.", "Launch a boat only when its lamps burn."),
    ("Do not mention other inns unless the guest does.", "Other inns are only mentioned if the guest brings them up."),
    ("Votes are taken by show of hands unless a member asks for a ballot.", "Unless some member wants a ballot, hands are raised to vote."),
    ("The keeper answers letters within two days.", "Letters get an answer from the keeper within 48 hours."),
    ("Leave the green rope alone.", "Do not change the green rope."),
    ("Keep the prices of the house to yourself.", "The prices of the house must not be shared with guests."),
    ("A vote is valid only if half of the crew is present.", "Without half of the crew no vote is valid."),
    ("Do not patch torn sails; replace them.", "Replace torn sails instead of patching them."),
    ("If the pump is broken, fixing it comes first.", "When the pump is broken, fix it before anything else."),
    ("Read the tide table before changing the course.", "Whoever changes the course reads the tide table first."),
    ("Only answer letters about our own boats.", "Letters about anything but our own boats are not answered."),
    ("Call in the guest's language if you speak it, otherwise in English.", "Call in English unless you speak the guest's language."),
    ("Keep letters short.", "Letters should be short."),
    ("Use plain words and short lines.", "Your lines should be short and your words plain."),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_what_is_told_anew_from_end_to_end_may_be_the_same(old: str, new: str) -> None:
    assert _told(old, new) in ([("statement/changed", "other words")], [("statement/reworded", "")])
    assert _told(new, old) in ([("statement/changed", "other words")], [("statement/reworded", "")])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # in one place
        ("Boats that wait for repair must not be rigged.", "Boats that wait for paint must not be rigged."),
        ("If a bell is cracked, report it to the warden.", "If a bell is cracked, report it to the smith."),
        # another force, number, denial, or something shut out
        ("Masters have to approve voyages of more than three days.", "The master is told of voyages of more than three days."),
        ("You must be at least 12 years old to steer a boat.", "To steer a boat you must be no younger than 14 years of age."),
        ("The warden must ring the bell when fog comes in.", "When fog comes in, the bell should be rung by the warden."),
        ("Guests may leave the pier by the west gate.", "By the west gate alone may the pier be left by guests."),
        ("When fog comes in, the warden must ring the bell.", "The warden must not ring the bell when fog has come in."),
        # the contrary
        ("The lamp is off until the keeper puts it on.", "The lamp is on, and the keeper can put it off."),
        ("Tickets that nobody claims must be kept by the clerk.", "The clerk must discard the tickets that nobody has claimed."),
        # who acts, and what it depends on
        ("The purser must sign each bill that the skipper approves.", "The skipper must sign each bill that the purser approves."),
        ("If the guest waves, the pilot may open the hatch.", "The pilot may open the hatch and greet the guest."),
        ("The cook may come in when the guest is out.", "Before the guest is out, the cook may come in."),
        ("The keeper reads the letters within two days.", "Letters are read by the warden within two days."),
        ("The editor must ask the author before a text is cut.", "The author must be asked after the editor has cut the text."),
        ("Do not open the hatch until the bell rings.", "Before the bell rings, the hatch is to be opened."),
        (
            "The purser must let the guest choose which berth is cleaned.",
            "Which berth is cleaned the purser must choose, and tell the guest.",
        ),
        ("Do not sell the nets; lend them to members.", "Do not lend the nets to members; sell them."),
        ("Tell the guest the fare before you book.", "Book, and tell the guest the fare afterwards."),
        ("The harbour office lends boats.", "The harbour office is where boats must be lent."),
        ("Only the keeper may open the safe at night.", "At night nobody but guests may open the safe."),
        ("If the gate is shut, ring the bell; otherwise walk in.", "Unless the gate is shut, ring the bell."),
        # what changed places
        ("The keeper must tell the guest why the gate is shut.", "Why the gate is shut, the guest must tell the keeper."),
        ("A clerk MUST weigh a parcel before he seals the bag.", "A clerk MUST seal the bag before he weighs a parcel."),
        (
            "When a child asks about a medicine, the clerk must call a parent.",
            "When a parent asks about a medicine, the clerk must tell the child.",
        ),
        ("The chair must put a wish to the vote if two members ask.", "If the chair asks, two members must put a wish to the vote."),
        ("Do not delete a note that the guest made without asking.", "Without asking, do not make a note that the guest deleted."),
        ("Staff must not enter the vault unless a guard is present.", "Unless a guard is absent, staff must not enter the vault."),
        # something more
        (
            "Stewards answer a first letter within a week.",
            "Within a week a first letter is to be answered by the stewards, or a guest helps.",
        ),
        ("Wardens ought to answer a letter within a week.", "Wardens answer a letter within a week, or find a colleague."),
    ],
)
def test_what_can_turn_a_rule_is_told_as_that(old: str, new: str) -> None:
    for told in (_told(old, new), _told(new, old)):
        assert told
        assert all(about != "other words" and rule != "statement/reworded" for rule, about in told)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We cannot open the safe.", "We have no way to open the safe."),
        ("If you aren't sure which it is, ask the pilot.", "When in doubt, ask the pilot."),
        ("Do not add a guest without asking first.", "Ask before adding a guest."),
        ("Don't ask for a tip.", "No request for a tip."),
        ("Do not report a catch on its own.", "A catch is never reported on its own."),
        ("Raw fish is kept on the lowest shelf.", "Keep raw fish on the lowest shelf."),
    ],
)
def test_what_english_has_two_forms_for_is_wording(old: str, new: str) -> None:
    assert _told(old, new) == _told(new, old) == [("statement/reworded", "")]


def test_what_is_stressed_is_no_agent() -> None:
    assert _told("The owners decide what the clerk may read.", "What the owners may read is decided by the clerk.") != [
        ("statement/reworded", "")
    ]


def test_the_verb_of_who_ends_before_the_word_of_force() -> None:
    assert [clause.cue for clause in read("A guest who leaves must bring back the key before it is paid.").clauses] == ["must"]


def test_what_is_done_so_that_somebody_can_permits_nothing_and_a_question_opens_an_order() -> None:
    assert [clause.cue for clause in read("Guests must ring so that the porter can find them.").clauses] == ["must"]
    assert [clause.cue for clause in read("Lost a key? Ask the porter.").clauses] == ["ask"]


@pytest.mark.parametrize(
    ("words", "cues"),
    [
        ("Any other use: ask the owner first.", ["ask"]),
        ("Letters for a lawyer or a court: send them to the office.", ["send"]),
        ("He has one task: open the doors.", [""]),
        ("The guest says: call the owner.", [""]),
        ("Colour: use of red.", [""]),
        ("Somebody will read this and will not be able to ask you.", [""]),
    ],
)
def test_what_is_filed_in_lower_case_is_an_order_and_what_comes_of_it_is_none(words: str, cues: list[str]) -> None:
    assert [clause.cue for clause in read(words).clauses] == cues


@pytest.mark.parametrize("other", ["Keep letters short.", "If so.", "1.", "Letters should be short where they can."])
def test_a_sentence_that_says_nothing_is_compared_with_any(other: str) -> None:
    assert _told("", other)
    assert _told(other, "")
