"""Where sentences end, whatever marks stand in code or are never closed."""

import pytest

from specdiff.prose.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Never begin a line with `(` or `[`. That is the only trap.", 2),
        ("A `` ` `` ends the name. Then go on.", 2),
        ("Write `a. B` there. Then go on.", 2),
        ("The clerk (who waits reads the post. Then he goes home. Nobody calls.", 3),  # a bracket that is never closed holds nothing
        ("The clerk (who waits. He waits long) reads the post. Then he goes home.", 2),
        ("He said \u201cgo. Then he went. He was gone.", 3),
    ],
)
def test_marks_in_code_and_marks_without_an_end_hold_no_sentence_together(text: str, count: int) -> None:
    assert len(sentences(text)) == count
