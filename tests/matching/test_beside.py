"""What is left of one paragraph on both sides, where the rest of it is paired."""

from matching.matched import matched, words

SHED = """
# Shed {#shed authority=user}

You are asked whether you want a key. You are free to say no, and nobody will be told.

The clerk should count the keys.
"""


def test_what_is_left_of_the_same_paragraph_is_the_same_sentence_where_both_bind_alike() -> None:
    after = SHED.replace("You are free to say no, and nobody will be told.", "Saying no is fine and stays between us.")
    assert words(matched(SHED, after).statements) == [
        "You are free to say no, and nobody will be told. = Saying no is fine and stays between us."
    ]


def test_what_binds_otherwise_or_stands_at_another_place_is_another_sentence() -> None:
    for other in ("Spare keys must hang on the wall.", "Spare keys are made of brass."):
        after = SHED.replace("You are free to say no, and nobody will be told.", other)
        assert [one[0] for one in words(matched(SHED, after).statements)] == ["-", "+"]
    swapped = SHED.replace(" You are free to say no, and nobody will be told.", "").replace(
        "You are asked", "Saying no is fine. You are asked"
    )
    assert [one[0] for one in words(matched(SHED, swapped).statements)] == ["-", "+"]
