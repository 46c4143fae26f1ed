"""What is struck out of a text, and what is left of it."""

from itertools import pairwise

import pytest

from specdiff.prose.text.struck import struck, unstruck


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("must ~~not~~ lock", "must  lock"),
        ("the door~~, unless asked~~.", "the door."),
        ("a <del>b</del>, c", "a, c"),
        ("a <S class='x'>b</S> c", "a  c"),
        ("a <del>b ~~c</del> d~~ e", "a  e"),
        ("a ~~b~~c~~d~~", "a c"),
        ("a ~~b", "a ~~b"),
        ("a ~~ b~~", "a ~~ b~~"),
        ("a ~~b\n\nc~~", "a ~~b\n\nc~~"),
        ("a ~~~b~~~", "a ~~~b~~~"),
        (r"a \~~b~~", r"a \~~b~~"),
        ("a `~~b~~` and `<del>` c</del>", "a `~~b~~` and `<del>` c</del>"),
        ("a <del>b</s>", "a <del>b</s>"),
        ("a ~~b `~~` c~~", "a "),
    ],
)
def test_what_is_left_of_a_text_without_what_is_struck_out(text: str, left: str) -> None:
    assert unstruck(text) == left


@pytest.mark.parametrize("text", ["~~a~~ b ~~c d~~", "<del>a ~~b~~ c</del>", "~~a <s>b~~ c</s> ~~d~~"])
def test_runs_are_in_order_and_none_overlaps_another(text: str) -> None:
    runs = struck(text)
    assert runs
    assert all(start < end for start, end in runs)
    assert all(end <= start for (_, end), (start, _) in pairwise(runs))
