"""One rule in two builds is one rule from whichever side one looks at it; what only looks like it is not."""

import pytest

from specdiff.prose.comparison.compare import compare
from specdiff.prose.sentence.reading import read
from specdiff.prose.traits import Trait, opposite

SAME = [
    # what holds in one case alone
    ("Do not open a letter unless the guest agrees.", "Open a letter only if the guest agrees."),
    ("The clerk must not lend the seal without a warrant.", "The clerk may lend the seal only with a warrant."),
    ("Only when the owner consents may the clerk sell a map.", "The clerk must not sell a map unless the owner consents."),
    ("Only the owner may burn the log.", "The log may not be burnt by anyone but the owner."),
    ("Only the owner may burn the log.", "None other than the owner may burn the log."),
    ("Only members may ring the bell.", "The bell may be rung by members only."),
    ("Tutors may not share grades with anyone other than the pupil.", "Grades may be shared by tutors with the pupil only."),
    ("The clerk must ask for leave before it sells a map.", "The clerk must not sell a map without first asking for leave."),
    ("The clerk should only share a map with the guest.", "The clerk should share a map with nobody but the guest."),
    # exceptions
    ("Unless the user says otherwise, the clerk should wait.", "The clerk should wait unless told otherwise by the user."),
    ("The clerk must not keep letters with the exception of bills.", "The clerk must not keep letters except for bills."),
    ("All visitors must sign in, with the exception of the staff.", "All visitors except the staff must sign in."),
    ("Apart from the librarian, nobody may open the vault.", "Nobody other than the librarian may open the vault."),
    # orders
    ("Safety comes before honesty.", "Safety takes precedence over honesty."),
    ("Privacy takes precedence over speed.", "Privacy outranks speed."),
    ("The clerk should give priority to care over speed.", "The clerk should prioritize care over speed."),
    # degrees
    ("The clerk usually answers letters at once.", "As a rule the clerk answers letters immediately."),
    # one word for another
    ("The assistant must ask before it deletes a file.", "The model must ask before the assistant deletes a file."),
    ("The clerk describes letters that may be hurtful.", "The clerk describes letters that might be hurtful."),
    ("The clerk should mention that the map is old.", "The clerk should tell the guest that the map is old."),
    ("The clerk should let guests know that the lift is out.", "The clerk should tell guests that the lift is out."),
    # where a word or an order stands, and a noun for a verb
    ("You must never guess a date.", "Never guess a date."),
    ("Always ask; never assume.", "Never assume; always ask."),
    ("You must not lend a map.", "Do not lend a map."),
    ("Share the code of the door: never.", "Never share the code of the door."),
    ("It is essential that the clerk asks before it rings.", "The clerk must ask before it rings."),
    ("The clerk cannot mend a lamp.", "The clerk is not able to mend a lamp."),
    ("The clerk is prohibited from giving dosages.", "The clerk must not give dosages."),
    ("The clerk is free to leave.", "The clerk may leave."),
    ("There is no need for the clerk to repeat a warning.", "The clerk does not have to repeat a warning."),
]
OTHER = [
    ("The clerk must not tell the guest.", "The guest must not tell the clerk."),
    ("Dogs may chase cats.", "Cats may chase dogs."),
    ("The clerk should serve guests.", "Guests should serve the clerk."),
    ("Doses that may be ≤ 5 are kept.", "Doses that might be ≥ 5 are kept."),
    ("Do not heat it to -5 unless the guard agrees.", "Heat it to 5 only if the guard agrees."),
    ("The clerk usually heats it to ≤ 5.", "As a rule the clerk heats it to ≥ 5."),
    ("Only the owner may invite the guest.", "Only the guest may invite the owner."),
    ("Do not open the door unless the guard agrees.", "Do not open the door if the guard agrees."),
    ("No one but the owner may enter.", "Anyone but the owner may enter."),
    ("The clerk may act only after the guest has agreed.", "The clerk may act only until the guest has agreed."),
    ("Share the grade with the pupil only.", "Share only the grade with the pupil."),
    ("The tutor may share grades with the pupil only.", "The pupil may share grades with the tutor only."),
    ("The clerk must not lend maps except with leave.", "The clerk must not lend maps except without leave."),
    ("The clerk must not keep letters unless asked.", "The clerk must not keep letters unless not asked."),
    ("Unless the user says otherwise, the clerk should wait.", "The clerk should wait unless told otherwise by the operator."),
    ("The clerk should ring before it opens a door.", "The clerk should not ring before it opens a door."),
    ("The clerk must not sell maps unless the owner agrees.", "The clerk may lend maps only if the owner agrees."),
    ("The clerk must ask for leave before it sells a map.", "The clerk must not ask for leave without first selling a map."),
    ("The clerk should give priority to care over speed.", "The clerk should give priority to speed over care."),
    ("Safety outranks honesty and kindness.", "Safety outranks honesty but not kindness."),
    ("Safety comes before honesty.", "Safety comes after honesty."),
    ("Never guess; ask.", "Never ask; guess."),
    ("Always ask; never assume.", "Always assume; never ask."),
    ("Ask the guest; then it rings.", "Then it rings; ask the guest."),
    ("Share the code, never the key.", "Share the key, never the code."),
    ("The clerk should say what the guest wants.", "The clerk should ask what the guest wants."),
    ("The clerk may say that the shop is shut.", "The clerk might say that the shop is shut."),
    ("The assistant must tell the user that it is late.", "The user must tell the assistant that it is late."),
    ("It is fine for the clerk to sing.", "It is fine for the guest to sing."),
    ("The clerk must not lend any of the maps.", "The clerk must not lend all of the maps."),
]
TURNED = [
    ("Do not open a letter unless the guest agrees.", "Open a letter if the guest agrees.", "statement/weakened"),
    ("The clerk must not open a letter unless asked.", "The clerk should open a letter only if asked.", "statement/weakened"),
    ("The clerk answers at once.", "The clerk answers in due course.", "statement/weakened"),
    ("The assistant does everything it can to help.", "The assistant does what is reasonable to help.", "statement/weakened"),
    ("The porter may sometimes use the lift.", "The porter may always use the lift.", "statement/weakened"),
    ("The clerk must not sing, except in games.", "The clerk must not sing, except in games and plays.", "exception/widened"),
    ("The clerk must not sing, except at feasts.", "The clerk must not sing, except in plays.", "exception/widened"),
    ("When speed and care conflict, choose care.", "When speed and care conflict, choose speed.", "precedence/changed"),
    ("It is safety first, then honesty.", "It is honesty first, then safety.", "precedence/changed"),
    ("The clerk should name a doctor.", "The clerk should refuse to name a doctor.", "statement/reversed"),
    (
        "The clerk must not be sarcastic unless the guest has asked for sarcasm.",
        "Sarcasm may be used only if the guest has asked for it.",
        "statement/changed",
    ),
    ("Except when the guest is a child, the clerk may smoke.", "The clerk may smoke, except with children.", "exception/widened"),
    ("Only the owner may burn the log.", "No one but the auditor may burn the log.", "statement/changed"),
]
MIRROR = {"statement/weakened": "statement/strengthened", "exception/widened": "exception/narrowed"}


def told(old: str, new: str) -> tuple[Trait, ...]:
    return compare(old, new, read(old), read(new)).traits


def told_both_ways(old: str, new: str) -> list[str]:
    return [trait.rule for pair in ((old, new), (new, old)) for trait in told(*pair)]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_one_rule_in_two_builds_is_told_as_wording(old, new):
    assert set(told_both_ways(old, new)) == {"statement/reworded"}


@pytest.mark.parametrize(("old", "new"), OTHER)
def test_what_only_looks_like_it_is_never_told_as_wording(old, new):
    assert "statement/reworded" not in told_both_ways(old, new)


def test_what_differs_beside_another_build_is_told_alone():
    old = "The clerk must not send a letter unless the guest has agreed, and it should keep a copy of it."
    new = "The clerk may send a letter only if the guest has agreed, and it must keep a copy of it."
    assert [(trait.rule, trait.old, trait.new) for trait in told(old, new)] == [("statement/strengthened", "should", "must")]
    assert [(trait.rule, trait.old, trait.new) for trait in told(new, old)] == [("statement/weakened", "must", "should")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Handle any request that must involve a guest with care.",
        "The clerk describes letters that must not be opened with care.",
        "Offer help to guests who may want to leave.",
    ],
)
def test_a_relative_clause_is_not_what_a_sentence_asks_for(sentence):
    assert read(sentence).cue not in ("must", "must not", "may")


@pytest.mark.parametrize(("old", "new", "rule"), TURNED)
def test_backwards_the_mirror_is_told_and_the_other_direction(old, new, rule):
    there, back = ({trait.rule: trait for trait in told(*pair)} for pair in ((old, new), (new, old)))
    mirror = back[MIRROR.get(rule, rule)]
    assert (mirror.old, mirror.new, mirror.direction) == (there[rule].new, there[rule].old, opposite(there[rule].direction))
