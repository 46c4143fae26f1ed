"""What is read in a sentence: force, conditions, exceptions. A table of general English."""

import pytest

from specdiff.model.language import Force
from specdiff.prose.reading import read

PROHIBITED, REQUIRED = Force.PROHIBITED, Force.REQUIRED
DISCOURAGED, RECOMMENDED, PERMITTED, DESCRIPTIVE = Force.DISCOURAGED, Force.RECOMMENDED, Force.PERMITTED, Force.DESCRIPTIVE


@pytest.mark.parametrize(
    ("words", "force"),
    [
        ("The agent must not open the mail.", PROHIBITED),
        ("The agent may not open the mail.", PROHIBITED),
        ("No agent may open the mail.", PROHIBITED),
        ("Under no circumstances is the mail opened.", PROHIBITED),
        ("Never open the mail.", PROHIBITED),
        ("The agent must open the mail.", REQUIRED),
        ("Open the mail.", REQUIRED),
        ("If asked, open the mail.", REQUIRED),
        ("When a guest is upset, stay calm.", REQUIRED),
        ("If in doubt, do not open the mail.", PROHIBITED),
        ("The agent should never open the mail.", DISCOURAGED),
        ("Avoid opening the mail.", DISCOURAGED),
        ("In public, avoid names.", DISCOURAGED),
        ("Prefer short words.", RECOMMENDED),
        ("Try to answer in a line.", RECOMMENDED),
        ("The agent is not required to open the mail.", PERMITTED),
        ("The agent is free to open the mail.", PERMITTED),
        ("The agent opens the mail.", DESCRIPTIVE),
        ("Use is free of charge.", DESCRIPTIVE),
        ("Note that mail arrives at noon.", DESCRIPTIVE),
        ("Run tests: make test", DESCRIPTIVE),
        ("When it rains, mail is late.", DESCRIPTIVE),
    ],
)
def test_force(words: str, force: Force) -> None:
    assert read(words).force is force


@pytest.mark.parametrize(
    ("words", "conditions"),
    [
        ("Open it if the guest asks.", ("if the guest asks",)),
        ("Open it even if the guest objects.", ()),
        ("Do not act as if nothing happened.", ()),
        ("Name the source where possible.", ()),
        ("Follow the rules provided to you.", ()),
        ("Open it, provided that the guest agrees.", ("provided that the guest agrees",)),
    ],
)
def test_conditions(words: str, conditions: tuple[str, ...]) -> None:
    assert read(words).conditions == conditions


@pytest.mark.parametrize(
    ("words", "exceptions"),
    [
        ("Tell nobody but the owner.", ("nobody but the owner",)),
        ("Do not open it unless the guest asks.", ("unless the guest asks",)),
        ("Do not open it without consent.", ("without consent",)),
        ("Open it without delay.", ()),
    ],
)
def test_exceptions(words: str, exceptions: tuple[str, ...]) -> None:
    assert read(words).exceptions == exceptions


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (
            "Honour a request unless it conflicts with house-, town-, or state-level rules.",
            "unless it conflicts with house-, town-, or state-level rules",
        ),
        ("Tell nobody, except on Mondays, Tuesdays and holidays.", "except on mondays, tuesdays and holidays"),
        ("Unless asked, the clerk must stop.", "unless asked"),
        ("Stop unless asked, in which case go on.", "unless asked"),
    ],
)
def test_a_comma_in_a_list_ends_no_exception(words: str, part: str) -> None:
    assert part in read(words).exceptions


@pytest.mark.parametrize(
    ("words", "orders"),
    [
        ("In a conflict, safety > honesty > brevity.", (("safety", "honesty", "brevity"),)),
        (
            "The order of outcomes is: giving a good answer > saying nothing > lying.",
            (("giving a good answer", "saying nothing", "lying"),),
        ),
        ("Safety takes precedence over speed in all cases.", (("safety", "speed"),)),
        ("The clerk should prioritize the safety of guests over speed when in doubt.", (("the safety of guests", "speed"),)),
        ("Put the guest's wishes ahead of your own plans.", (("the guest's wishes", "your own plans"),)),
        ("Write the value of the field over the line.", ()),
    ],
)
def test_orders(words: str, orders: tuple[tuple[str, ...], ...]) -> None:
    assert read(words).orders == orders
