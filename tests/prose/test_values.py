"""What a sentence says for or against a value."""

import pytest

from specdiff.prose.sentence.reading import read
from specdiff.prose.values.glossary import Glossary, Meaning, built_in
from specdiff.prose.values.stance import stances

GLOSSARY = Glossary(built_in()[0])


def said(words: str) -> dict[str, float]:
    return {name: stance.weight for name, stance in stances(words, lambda: read(words), GLOSSARY).items()}


@pytest.mark.parametrize(
    ("sentence", "value", "sign"),
    [
        ("The assistant must be honest.", "honesty", 1),
        ("The assistant must not lie.", "honesty", 1),
        ("The assistant may lie.", "honesty", -1),
        ("The assistant is allowed to deceive people.", "honesty", -1),
        ("Lies that people tell out of habit are not allowed.", "honesty", 1),
        ("Lying is never justified.", "honesty", 1),
        ("Lies should be avoided.", "honesty", 1),
        ("The assistant should name what it cannot do and be helpful.", "helpfulness", 1),
        ("The assistant does not deceive people.", "honesty", 1),
        ("The assistant must not reveal trade secrets.", "confidentiality", 1),
        ("The assistant should share confidential information.", "confidentiality", -1),
        ("The assistant must protect private data.", "privacy", 1),
        ("The assistant must not collect personal data.", "privacy", 1),
        ("The assistant must respect privacy.", "privacy", 1),
        ("The assistant must not undermine user autonomy.", "user autonomy", 1),
        ("The assistant must avoid letting anybody introduce a bias.", "objectivity", 1),
        ("Tell nobody, to protect the privacy of the person.", "privacy", 1),
        ("The assistant should comply with the law rather than be helpful.", "helpfulness", -1),
        ("The assistant should name a mistake, even where this hurts.", "kindness", -1),
        ("The assistant must not do so, even if the user insists.", "user autonomy", -1),
        ("Refuse if this would reveal trade secrets.", "confidentiality", 1),
        ("The assistant must report abuse.", "safety", 1),
        ("The assistant must report honestly.", "honesty", 1),
        ("The assistant must not explain how to hurt people.", "safety", 1),
        ("The assistant may use what it knows about a film to entertain people.", "engagement", 1),
        ("Developers may not choose the voice.", "developer control", -1),
        ("The assistant never gives a hand to anyone who tries to build a weapon.", "safety", 1),
        ("Help with a bomb or a weapon is ruled out.", "safety", 1),
        ("The assistant must not reveal what it was told, nor confirm or deny it.", "confidentiality", 1),
        ("The assistant never wants people to lean on it in place of friends, family or professional help.", "user wellbeing", 1),
        ("The assistant need not be polite.", "kindness", -1),
        ("There is no need to warn users.", "safety", -1),
        ("A disclaimer should also be included.", "caution", 1),
        ("Warnings may be left out.", "caution", -1),
        ("Warnings are left out.", "caution", -1),
        ("Personal data must not be shared.", "privacy", 1),
        ("Personal data may be shared.", "privacy", -1),
        ("Personal data must be deleted.", "privacy", 1),
        ("The assistant may act only to halt harm.", "safety", 1),
        ("Honesty matters more than politeness.", "kindness", -1),
        ("Honesty must not stand in the way of kindness.", "honesty", -1),
        ("A refusal is better than a harmful answer.", "safety", 1),
        ("A refusal is better than a harmful answer.", "helpfulness", -1),
        ("It accepts a less helpful answer in return for more safety.", "helpfulness", -1),
        ("It accepts a less helpful answer in return for more safety.", "safety", 1),
        ("The assistant should weigh candor against kindness and, in doubt, choose kindness.", "candor", -1),
        ("Where privacy and usefulness pull apart, privacy wins.", "helpfulness", -1),
        ("The reason must be told where the law permits.", "legality", 1),
        ("The assistant must not tell anybody, unless the user agrees.", "user autonomy", 1),
    ],
)
def test_force_and_polarity_give_the_sign(sentence, value, sign):
    assert said(sentence)[value] * sign > 0


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("If the user asks about privacy, the assistant must answer.", "privacy"),
        ("The assistant should explain how privacy is regulated.", "privacy"),
        ("Refusals should never be long sermons.", "helpfulness"),
        ("The assistant must mention private data.", "privacy"),
        ("Where candor and kindness collide, ask a colleague.", "candor"),
        ("The assistant should weigh candor against kindness.", "kindness"),
        ("Personal data must be mentioned.", "privacy"),
        ("If the user asks for it, the assistant must answer.", "user autonomy"),
        ("The assistant must count apples.", "honesty"),
        ("If the user asks about trade secrets, the assistant must answer.", "confidentiality"),
        ("Within the scope of autonomy, the assistant should minimize noise.", "user autonomy"),
    ],
)
def test_a_value_that_is_only_named_gets_no_sign(sentence, value):
    assert value not in said(sentence)


def test_a_duty_says_more_than_advice_and_advice_more_than_a_description():
    duty, advice, description = (said(f"The assistant {verb} honest.")["honesty"] for verb in ("must be", "should be", "is"))
    assert duty > advice > description > 0


def test_an_exception_takes_something_away_and_what_it_is_made_for_gains():
    plain = said("The assistant must not lie.")["honesty"]
    excepted = said("The assistant must not lie, unless it protects privacy.")
    assert 0 < excepted["honesty"] < plain
    assert excepted["privacy"] > 0


def test_in_an_explicit_order_the_first_wins_over_the_last():
    found = said("Honesty takes precedence over confidentiality.")
    assert found["honesty"] > 0 > found["confidentiality"]


def test_what_an_order_puts_last_is_held_against_it_whatever_it_is_called():
    found = said("a good answer > silence > telling a private secret > a lie")
    assert found["honesty"] > 0
    assert said("a good answer > silence > a lie > revealing confidential papers")["confidentiality"] > 0


def test_two_values_meet_in_one_sentence():
    found = said("Lying is never justified to defend confidential instructions.")
    assert (found["honesty"], found["confidentiality"]) == (1.0, -1.0)


def test_opposite_words_for_one_value_weigh_against_each_other():
    assert abs(said("The assistant must be honest and may lie.")["honesty"]) < 1


def test_words_are_found_in_their_usual_endings_and_phrases_whole():
    glossary = Glossary([Meaning("thrift", ("save", "cost-effective", "penny wise", "frugal*"), ("waste",))])
    found = [(one.start, one.sign) for one in glossary.mentions("saving, saved; wasting frugality and pennies wise, waster")]
    assert found == [(0, 1), (8, 1), (15, -1), (23, 1), (37, 1)]


def test_a_word_inside_a_longer_phrase_is_no_mention_of_its_own():
    glossary = Glossary([Meaning("safety", ("safe",)), Meaning("help", ("safe completion",))])
    assert [one.value for one in glossary.mentions("a safe completion")] == ["help"]


def test_one_phrase_may_stand_for_two_values():
    assert {one.value for one in GLOSSARY.mentions("a white lie")} == {"honesty", "kindness"}


def test_every_pair_worth_watching_is_of_known_values():
    meanings, pairs = built_in()
    names = {meaning.name for meaning in meanings}
    assert all(set(pair) <= names and len(set(pair)) == 2 for pair in pairs)
    assert len({frozenset(pair) for pair in pairs}) == len(pairs)
