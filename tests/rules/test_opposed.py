"""Which sentences that went are turned round by one that came, though the matching does not pair them."""

from reviewing import matched, statement
from specdiff.model.change import Added, Matching, Removed
from specdiff.model.spec import Spec
from specdiff.rules.opposed import opposed

LENT = "The clerk may lend old maps of the town to scholars."
SOLD = "The clerk may sell old maps of the town to scholars."
NEVER = "Old maps of the town must never be lent to scholars."
NOBODY = "At no time may anyone lend old maps of the town."


def lone(went: tuple[str, ...], came: tuple[str, ...]) -> tuple[Matching, Spec]:
    """A matching in which some sentences of a section went and some came, whatever they are like."""
    matching = matched("# Maps {#maps authority=user}\n" + "\n\n".join(went), "# Maps {#maps authority=user}\n" + "\n\n".join(came))
    changes = (*map(Removed, matching.old.statements), *map(Added, matching.new.statements))
    return Matching(matching.old, matching.new, sections=matching.sections, statements=changes), matching.new


def turned(went: tuple[str, ...], came: tuple[str, ...]) -> list[tuple[str, str, str]]:
    matching, new = lone(went, came)
    found = opposed(matching)
    return [(said[0].words, one.words, said[3]) for one in new.statements if (said := found.get(id(one))) is not None]


def test_the_same_act_is_spoken_against_whoever_is_named_and_in_whatever_voice():
    assert turned((SOLD, LENT), (NEVER,)) == [(LENT, NEVER, "stricter")]
    assert turned((NEVER,), (SOLD, LENT)) == [(NEVER, LENT, "looser")]


def test_a_sentence_is_turned_round_once():
    assert turned((LENT,), (NEVER, NOBODY)) == [(LENT, NEVER, "stricter")]


def test_another_act_on_the_same_thing_is_not_the_reverse():
    assert turned((SOLD,), (NEVER,)) == []


def test_what_both_allow_or_both_forbid_is_not_the_reverse():
    assert turned((NOBODY,), (NEVER,)) == turned((LENT,), (SOLD,)) == []


def test_words_that_most_sentences_have_do_not_tell_which_one_is_meant():
    many = tuple(f"The clerk may lend old maps of the town to scholars of {name}." for name in "abcdefghi")
    assert turned(many, (NEVER,)) == []


def test_items_of_a_list_are_left_to_what_leads_into_it():
    matching, new = lone((LENT,), ("The clerk must never do these:\n\n- lend old maps of the town to scholars",))
    assert id(statement(new, "lend old")) not in opposed(matching)


def test_as_many_as_eight_may_have_the_word():
    eight = tuple(f"The clerk may lend old maps of the town to scholars of {name}." for name in "abcdefgh")
    assert len(turned(eight, (NEVER,))) == 1


def test_three_words_have_to_be_the_same():
    assert turned(("The clerk may lend old maps.",), ("Old maps must never be lent.",)) != []
    assert turned(("The clerk may lend maps.",), ("Maps must never be lent.",)) == []


def test_what_only_describes_is_not_turned_round():
    assert turned(("The clerk lends old maps of the town to scholars.",), (NEVER,)) == []


def test_the_likest_is_the_one_that_is_turned_round():
    less = "The clerk may lend old maps."
    assert turned((less, LENT), (NEVER,)) == [(LENT, NEVER, "stricter")]
    assert turned((LENT, less), (NEVER,)) == [(LENT, NEVER, "stricter")]


def test_of_two_that_are_both_the_reverse_the_likest_is_the_one():
    shorter = "The clerk may lend old maps of the town."
    assert turned((shorter, LENT), (NEVER,)) == [(LENT, NEVER, "stricter")]
    assert turned((LENT, shorter), (NEVER,)) == [(LENT, NEVER, "stricter")]


def test_of_two_that_forbid_it_one_turns_it_round():
    assert len(turned((LENT,), (NEVER, "No clerk may ever lend old maps of the town to scholars."))) == 1


def test_what_stayed_turns_nothing_round():
    matching = matched(f"# Maps {{#maps authority=user}}\n{NEVER}\n\n{LENT}\n", f"# Maps {{#maps authority=user}}\n{NEVER}\n")
    assert opposed(matching) == {}
