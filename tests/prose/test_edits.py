"""A difference in words: what is the same is the same wherever a line ends, and a formula is one word."""

import pytest

from specdiff.prose.text.edits import edits

LONG = "The clerk must weigh each letter and tell the guest what it costs to send it"


def marked(old: str, new: str) -> list[tuple[str, str]]:
    """Return the runs that hold a word and are not the same."""
    found = edits(old, new)
    assert "".join(one.text for one in found if one.kind != "new") == old
    assert "".join(one.text for one in found if one.kind != "gone") == new
    return [(one.kind, one.text.strip()) for one in found if one.kind != "same" and one.text.strip()]


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        (LONG, LONG.replace("letter and", "letter\nand"), []),
        (LONG.replace("the guest", "the\nguest"), LONG.replace("guest what", "guest\n    what"), []),
        (LONG.replace("each letter", "each\nletter"), LONG.replace("costs", "will\ncost"), [("gone", "costs"), ("new", "will\ncost")]),
        ("Keep $a_1 + b$ low.", "Keep $a_2 + b$ low.", [("gone", "$a_1 + b$"), ("new", "$a_2 + b$")]),
        ("Keep $$x$$ low.", "Keep $$y$$ low.", [("gone", "$$x$$"), ("new", "$$y$$")]),
        (r"Keep \(a + b\) low.", r"Keep \(a + c\) low.", [("gone", r"\(a + b\)"), ("new", r"\(a + c\)")]),
        ("Pay $5 to one and $6 to two.", "Pay $5 to one and $7 to two.", [("gone", "6"), ("new", "7")]),
    ],
)
def test_what_is_marked_is_what_a_reader_sees_change(old: str, new: str, runs: list[tuple[str, str]]) -> None:
    assert marked(old, new) == runs
