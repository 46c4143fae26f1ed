"""Whose force a word of force gives: the sentence's, or only that of a thing which a part of it describes."""

import pytest

from specdiff.model.language import Force
from specdiff.prose.sentence.reading import read


@pytest.mark.parametrize(
    ("sentence", "force"),
    [
        ("The porter should ask for help when the matter turns on marks it cannot see.", Force.RECOMMENDED),
        ("porter: a man who reads along and cannot write", Force.DESCRIPTIVE),
        ("ferry: a boat that carries carts and must not carry oxen", Force.DESCRIPTIVE),
        ("A guest who leaves must sign.", Force.REQUIRED),
        ("What a guest cannot do with the boat is race it.", Force.PROHIBITED),
        ("What a guest should do first is sign.", Force.RECOMMENDED),
        ("What a guest cannot see is of no concern.", Force.DESCRIPTIVE),
        ("An answer is owed to the guest in nearly all cases.", Force.REQUIRED),
        ("A polite objection is part of the job.", Force.RECOMMENDED),
        ("Wishes may be at odds without saying so.", Force.DESCRIPTIVE),
        ("Keys may be lent to neighbours.", Force.PERMITTED),
        ("Guests may inadvertently leave keys behind.", Force.DESCRIPTIVE),
        ("Letters may sometimes contain money.", Force.DESCRIPTIVE),
        ("The porter may sometimes refuse.", Force.PERMITTED),
        ("Sometimes it should sing, and sometimes it must not.", Force.PROHIBITED),
    ],
)
def test_force(sentence: str, force: Force) -> None:
    assert read(sentence).force is force


@pytest.mark.parametrize(
    ("sentence", "subject", "act"),
    [
        ("What it asks may be done.", "What it asks", "be done"),
        ("When a letter is the guest's own, what it asks must be done.", "When a letter is the guest's own, what it asks", "be done"),
        ("What she has been told should be kept.", "What she has been told", "be kept"),
    ],
)
def test_a_verb_behind_what_somebody_does_is_that_of_the_whole(sentence, subject, act):
    (clause,) = read(sentence).clauses
    assert (clause.subject, clause.act) == (subject, act)


@pytest.mark.parametrize("sentence", ["What you may see is told.", "What you also must see is told.", "What the guest may see is told."])
def test_a_verb_inside_what_somebody_may_do_is_not(sentence):
    assert [clause.force for clause in read(sentence).clauses] == [Force.DESCRIPTIVE]
