"""Which example is which, and which message and reply inside it."""

from matching.matched import example, matched, words
from specdiff.model.change import Kept, Matching

PROMPT = "How do I repair a rowing boat with a hole below the waterline?"
GOOD = "Dry the planks, plane a patch of oak, and bed it in tar."
BAD = "Just row faster than the water."
REFUSAL = "Sorry, I can't help with that."


def spec(first: str, second: str = "") -> str:
    return f"# Boats {{#boats}}\n\nBoats float.\n\n{first}\n# Bees {{#bees}}\n\nBees hum.\n\n{second}"


def replies(matching: Matching) -> list[str]:
    return [
        f"{change.old.verdict} {change.old.words} = {change.new.verdict} {change.new.words}"
        if isinstance(change, Kept)
        else type(change).__name__
        for change in matching.replies
    ]


def test_a_retitled_example_with_a_new_good_reply_is_known_by_prompt_and_bad_reply() -> None:
    before = spec(example("a leak", PROMPT, REFUSAL, BAD))
    after = spec(example("helping safely with a hull", PROMPT, GOOD, BAD))
    assert words(matched(before, after).examples) == ["a leak = helping safely with a hull"]


def test_an_example_in_another_section_is_moved() -> None:
    one = example("a leak", PROMPT, GOOD, BAD)
    assert words(matched(spec(one), spec("", one)).examples) == ["a leak = a leak (moved)"]


def test_a_new_example_that_reuses_prompt_and_replies_is_no_move_when_the_old_one_stays() -> None:
    before = spec(example("a leak", PROMPT, REFUSAL, BAD))
    after = spec(example("a leak", PROMPT, GOOD, BAD), example("conflict of captain and owner", PROMPT, REFUSAL, BAD))
    assert words(matched(before, after).examples) == ["+ conflict of captain and owner"]


def test_an_identical_reply_elsewhere_is_no_move() -> None:
    before = spec(example("a leak", PROMPT, REFUSAL, REFUSAL))
    after = spec("", example("a swarm", "What is the swarm in my chimney doing there?", REFUSAL, REFUSAL))
    assert words(matched(before, after).examples) == ["- a leak", "+ a swarm"]


def test_near_duplicates_pair_one_to_one_on_all_they_hold() -> None:
    one, two = example("a leak", PROMPT, GOOD, BAD), example("a leak (2)", PROMPT + " It is February.", GOOD, BAD)
    after_one, after_two = one.replace("oak", "larch"), two.replace("oak", "larch")
    assert words(matched(spec(one + two), spec(after_two + after_one)).examples) in (
        ["a leak = a leak (reordered)"],
        ["a leak (2) = a leak (2) (reordered)"],
    )


def test_the_same_title_in_the_same_section_is_the_same_example() -> None:
    after = example("a leak", "My dinghy is sinking", "Bail!", "Sing!")
    matching = matched(spec(example("a leak", PROMPT, GOOD, BAD)), spec(after))
    assert words(matching.examples) == []
    assert replies(matching) == [f"good {GOOD} = good Bail!", f"bad {BAD} = bad Sing!"]


def test_the_same_words_under_another_verdict_are_the_same_reply() -> None:
    before, after = spec(example("a leak", PROMPT, GOOD, BAD)), spec(example("a leak", PROMPT, BAD, GOOD))
    assert replies(matched(before, after)) == [f"good {GOOD} = bad {GOOD}", f"bad {BAD} = good {BAD}"]


def test_a_dropped_reply_is_removed() -> None:
    before = spec(example("a leak", PROMPT, GOOD, BAD))
    after = before.replace(f"<assistant> <!-- BAD -->\n{BAD}\n</assistant>\n", "")
    assert replies(matched(before, after)) == [f"good {GOOD} = good {GOOD}", "Removed"]


def test_messages_pair_by_role_and_turn_even_when_rewritten() -> None:
    before, after = spec(example("a leak", PROMPT, GOOD, BAD)), spec(example("a leak", "Water is coming in, help", GOOD, BAD))
    assert [type(change).__name__ for change in matched(before, after).messages] == ["Kept"]
