"""A word that opens a condition opens none behind "at", after a verb of asking, or where it only says "where possible"."""

import pytest

from specdiff.prose.sentence.reading import read


@pytest.mark.parametrize(
    "sentence",
    [
        "The call to leave at once is never left out.",
        "The porter may ask once what the key is for.",
        "The porter should ask the guest if they want more soup.",
        "The porter should see if the lamp is lit.",
        "The porter should try to notice when the lamp is out.",
        "The porter should name the room and, where it helps, show it.",
        "The porter should sing where the setting allows.",
        "While by default the porter should be quiet, he may ring the bell for the owner.",
        "While guests are usually asked to wait, the porter may let them in.",
    ],
)
def test_no_condition(sentence: str) -> None:
    assert not read(sentence).conditions


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("Once the bell rings, the porter should leave.", "once the bell rings"),
        ("The porter should ask the owner if the lamp is out.", "if the lamp is out"),
        ("The porter should sing where it helps the guests to sleep.", "where it helps the guests to sleep"),
        ("The porter should sing where the setting is dull.", "where the setting is dull"),
    ],
)
def test_a_condition_all_the_same(sentence: str, condition: str) -> None:
    assert read(sentence).conditions == (condition,)


@pytest.mark.parametrize(
    ("sentence", "excepted"),
    [
        ("Save to the archive folder.", ()),
        ("The clerk must save in the ledger whatever he buys.", ()),
        ("If asked, save to the book.", ()),
        ("The guests save those letters.", ()),
        ("The porter may then save at the gate.", ()),
        ("All letters are opened, save in winter.", ("save in winter",)),
        ("No letter is opened save by the owner.", ("save by the owner",)),
        ("Letters are opened, save those to the owner.", ("save those to the owner",)),
        ("Nobody may enter save with a lamp.", ("save with a lamp",)),
        ("Never use a bare except.", ()),
        ("Files: except (OSError, TimeoutError) and log.", ()),
        ("All calls except errors are logged.", ("except errors are logged",)),
    ],
)
def test_what_is_saved_is_kept_and_what_a_program_catches_is_no_exception(sentence, excepted):
    assert read(sentence).exceptions == excepted


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("If notes.md is empty, write a plan.", "if notes.md is empty"),
        ("Wait if you get stuck e.g. with the door.", "if you get stuck e.g. with the door"),
        ("Pay only if the price is over 1,000 marks.", "only if the price is over 1,000 marks"),
        ("If the bell rings at 12:30, leave.", "if the bell rings at 12:30"),
    ],
)
def test_a_condition_does_not_end_inside_a_name_or_a_number(sentence, condition):
    assert read(sentence).conditions == (condition,)


@pytest.mark.parametrize(
    ("sentence", "order"),
    [
        ("Long walks > 10 miles: take the boat.", ()),
        ("[>]=open, [ ]=shut", ()),
        ("Root > owner > guest", (("root", "owner", "guest"),)),
    ],
)
def test_a_sign_before_a_number_compares_and_ranks_nothing(sentence, order):
    assert read(sentence).orders == order
