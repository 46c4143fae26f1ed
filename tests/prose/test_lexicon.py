"""Lists of phrases as one pattern: what it finds does not depend on how it is put together."""

import re

from hypothesis import given
from hypothesis import strategies as st

from specdiff.prose.lexicon import alternation

_WORDS = st.sampled_from(["a", "ab", "abc", "b", "b-a", "b's", "c.", "cab"])
_PHRASES = st.lists(st.lists(_WORDS, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=6, unique=True)


@given(_PHRASES, st.lists(st.sampled_from(["a", "ab", "abc", "b", "b-a", "b's", "c.", "cab", ",", "-", "  "]), max_size=8).map(" ".join))
def test_the_phrases_of_a_list_are_found_as_whole_words_the_longest_first(phrases: list[str], text: str) -> None:
    """Each alone, and of those that begin at one place the one that reaches farthest."""
    separate = r"\s+"
    alone = [re.compile(rf"(?<![\w-]){separate.join(map(re.escape, phrase.split()))}(?![\w-])") for phrase in phrases]
    for found in re.finditer(alternation(phrases), text):
        reached = [one.match(text, found.start()) for one in alone]
        assert found.end() == max(one.end() for one in reached if one)
    assert bool(re.search(alternation(phrases), text)) == any(one.search(text) for one in alone)
