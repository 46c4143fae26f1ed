"""What a sentence is about, and whether another one says it too."""

import pytest

from specdiff.prose.comparison.compare import compare
from specdiff.prose.paraphrase.content import stem, telling
from specdiff.prose.sentence.reading import read


def _rules(old: str, new: str) -> set[str]:
    return {trait.rule for trait in compare(old, new, read(old), read(new)).traits}


@pytest.mark.parametrize(
    "forms",
    [
        ("ask", "asks", "asked", "asking"),
        ("use", "uses", "used", "using"),
        ("override", "overrides", "overridden", "overriding"),
        ("stop", "stopped", "stopping"),
        ("apply", "applies", "applied"),
        ("policy", "policies", "policy's"),
        ("clear", "clearly"),
        ("address", "addresses", "addressed"),
        ("give", "given", "giving"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("informed", "informal"), ("employee", "employer"), ("need", "news"), ("thing", "the"), ("user", "use"), ("legal", "illegal")],
)
def test_other_words_have_another_stem(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_what_tells_is_left_without_the_little_words() -> None:
    assert telling("The ferry must not be opened by the pilots.") == ("ferry", "open", "pilot")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "If a guest shows signs of fever, the porter should call a doctor.",
            "With a guest who shows signs of fever, the porter should call a doctor.",
        ),
        ("While the rooms are small, they must be warm.", "The rooms are small, but they must be warm."),
        ("If the label is torn, the clerk should handle the matter quietly.", "The clerk should handle a torn label quietly."),
        ("Ask guests if they want more tea.", "Ask whether the guests want more tea."),
        (
            "For example, if a guest asks the porter to sing, this sets aside the rule on noise.",
            "A guest who asks the porter to sing, for example, has set aside the rule on noise.",
        ),
    ],
)
def test_a_condition_that_is_said_in_another_build_neither_came_nor_went(old: str, new: str) -> None:
    assert not {"condition/added", "condition/removed"} & (_rules(old, new) | _rules(new, old))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Help if the guest is a minor.", "Help whether or not the guest is a minor."),
        ("The clerk should help if the guest is a minor.", "The clerk should help guests, including a minor."),
        ("The clerk should help if the guest is a minor.", "The clerk should help unless the guest is a minor."),
        ("If the guest asks, the clerk may open the parcel.", "The clerk may open the parcel and tell the guest."),
        ("The clerk may enter when the guest is out.", "The clerk may enter before the guest is out."),
        ("The clerk may enter once the guest has left.", "The clerk may enter although the guest has not left."),
    ],
)
def test_a_condition_that_no_longer_holds_is_told_though_its_words_stay(old: str, new: str) -> None:
    assert "condition/removed" in _rules(old, new)
    assert "condition/added" in _rules(new, old)
