"""Which sentences say the same in other words, and which only look as if they did."""

import pytest

from specdiff.prose.comparison.compare import compare
from specdiff.prose.paraphrase.forms import same_said
from specdiff.prose.sentence.reading import read


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The ferry can't leave.", "The ferry cannot leave."),
        ("Don't open the valve.", "Do not open the valve."),
        ("We're open if you've booked.", "We are open if you have booked."),
        ("Tickets are valid for seven days.", "Tickets are valid for 7 days."),
        ("Give ten (10) days of notice.", "Give 10 days of notice."),
        ("The pilot states his or her name.", "The pilot states their name."),
        ("If the pilot is ill, he or she rests.", "If the pilot is ill, they rest."),
        ("Ask her before you give him her keys.", "Ask them before you give them their keys."),
        ("The mate has to check the locks.", "The mate must check the locks."),
        ("The crew shall ensure that the hatch is shut.", "The crew must make sure the hatch is shut."),
        ("Queues hold no more than 5 boats.", "Queues hold at most 5 boats."),
        ("A line must not be longer than 80 letters.", "A line must not exceed 80 letters."),
        ("Pay prior to boarding.", "Pay before boarding."),
        ("Report leaks when they occur.", "Report leaks if they occur."),
        ("Do not load crates that were opened.", "Do not load crates opened."),
        ("Never load a crate that has been opened.", "Never load an opened crate."),
        ("Check the log of the harbour.", "Check the harbour's log."),
        ("Make a good-faith effort.", "Make a good faith effort."),
        ("Send an e-mail.", "Send an email."),
        ("The harbour must honour cancelled licences.", "The harbor must honor canceled licenses."),
        ("smoke on deck; or", "smoke on deck;"),
        ("IMPORTANT: never smoke on deck.", "Never smoke on deck."),
        ("If asked, show the pass.", "Show the pass if asked."),
        ("A mate must check each lock.", "Each lock must be checked by a mate."),
        ("Mates shall not open the hatch at sea.", "The hatch shall not be opened at sea by mates."),
        ("The clerk keeps the list in the office.", "The list is kept in the office by the clerk."),
        ("Do not edit the list by hand.", "The list must not be edited by hand."),
        ("Mates may not load crates.", "Mates are not permitted to load crates."),
        ("Crates may never be opened.", "Crates must never be opened."),
        ("Do not load crates.", "You may not load crates."),
        ("You are not allowed to load crates.", "Do not load crates."),
    ],
)
def test_the_same_in_other_words(old: str, new: str) -> None:
    assert same_said(old, new)
    assert same_said(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The ferry can leave.", "The ferry can't leave."),
        ("Tickets are valid for seven days.", "Tickets are valid for 8 days."),
        ("Give ten (20) days of notice.", "Give 10 days of notice."),
        ("The mate does not have to check the locks.", "The mate must not check the locks."),
        ("The mate may check the locks.", "The mate must check the locks."),
        ("The chart may not be right.", "The chart must not be right."),
        ("A mate may not always answer.", "A mate must not always answer."),
        ("Queues hold at most 5 boats.", "Queues hold at least 5 boats."),
        ("Queues hold no more than 5 boats.", "Queues hold more than 5 boats."),
        ("Pay before boarding.", "Pay after boarding."),
        ("eat on deck, or", "eat on deck, and"),
        ("A mate must check each lock.", "A mate must be checked by each lock."),
        ("A mate must check each lock.", "Each lock must not be checked by a mate."),
        ("A mate must check each lock.", "Each lock may be checked by a mate."),
        ("A mate must check each lock.", "Each lock must be filled by a mate."),
        ("Show the pass if asked.", "Hide the pass if asked."),
        ("Show the pass if asked.", "If the pass, show asked."),
        ("Boats are filled at the quay.", "Boats are filed at the quay."),
        ("The call is for four boats.", "The call is four for boats."),
        ("a " * 900, "the " * 900),
    ],
)
def test_other_things_are_told_apart(old: str, new: str) -> None:
    assert not same_said(old, new)
    assert not same_said(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The diver must rest after dives.", "The diver must remain after dives."),
        ("Dear crews must be warned.", "Costly crews must be warned."),
        ("The clerk must fix the fare.", "The clerk must mend the fare."),
        ("Maids must make up the berth.", "Maids must invent the berth."),
        ("Boats may leave at any time.", "Boats may leave whenever you like."),
        ("Keep a close watch on the buoy.", "Keep a shut watch on the buoy."),
    ],
)
def test_a_word_of_two_meanings_is_no_other_word(old: str, new: str) -> None:
    assert [trait.rule for trait in compare(old, new, read(old), read(new)).traits] != ["statement/reworded"]
