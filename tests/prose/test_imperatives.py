"""A verb that no list has orders where its place tells that it is one; what only looks like it does not."""

import pytest

from specdiff.model.language import Force
from specdiff.prose.sentence.reading import read


@pytest.mark.parametrize(
    "words",
    [
        "Decant the wine before noon.",
        "Yank your cable.",
        "Grind all beans fresh.",
        "Compress it.",
        "Embed a map.",
        "Assess each boat.",
        "Supply your own cup.",
        "Sweep the yard if the leaves are wet.",
        "If the bell rings, unhook the gate.",
        "Please polish the lamps.",
        "Hand-wash the cups.",
    ],
)
def test_an_order(words: str) -> None:
    assert read(words).force is Force.REQUIRED


@pytest.mark.parametrize(
    "words",
    [
        "Perhaps the wine is good.",
        "Barely a word is said.",
        "Above the door hangs a lamp.",
        "Decants the wine.",
        "Decanted the wine.",
        "Decanting the wine takes an hour.",
        "Mail the clerk opens is kept.",
        "Advice a guest gives",
        "Visibility this year: poor.",
        "Suppose the bell rings.",
        "Itself a lamp, it shines.",
        "Decant the wine?",
    ],
)
def test_no_order(words: str) -> None:
    assert read(words).force is Force.DESCRIPTIVE


def test_where_nothing_binds_it_is_no_order() -> None:
    assert read("Decant the wine.", binding=False).force is Force.DESCRIPTIVE
