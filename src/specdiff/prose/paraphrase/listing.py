"""Where two sentences have the same words in another order: whether only a list is told otherwise, or steps that are done in their order.

"bring the net, the oar and the lamp"    ◀──▶  "bring the lamp, the net and the oar"
"ring, then knock"                       ◀──▶  "knock, then ring"                         (not the same)
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from specdiff.prose.lexicon import lexicon, lowered
from specdiff.prose.text.similar import ends, words

_ARTICLE = re.compile(r"\b(?:an?|the) ")
_TOKEN = re.compile(r"[\w'/.@-]*\w|,|[;:.!?()]")
_IN_ORDER = re.compile(
    r"\b(?:then|in (?:this|that|the following|the given) order|in order of|rank(?:s|ed|ing)?|priorit\w+)\b", re.IGNORECASE
)
_JOIN = frozenset({"and", "or"})
_LIMITING = frozenset(
    {"of", "that", "which", "who", "whose", "with", "under", "over", "above", "below", "from", "aged", "if", "when", "unless", "where"}
)
"""Behind a list these may tell of its last thing alone."""
_FEWEST = 3
"""Things that a list has at least: of two, one may be what the other is about ("the day of rain and the night")."""
_LONGEST = 3
"""Words of one thing, at most: what is longer may be a clause, of which each tells a step."""


def relisted(old: str, new: str) -> bool:
    """Whether two sentences in normal form are the same but for the order of what they list, three short things at least."""
    one, two = (_TOKEN.findall(_ARTICLE.sub("", lowered(text))) for text in (old, new))
    if one == two or Counter(one) != Counter(two):
        return False
    start, tail = ends(one, two)
    end = len(one) - tail
    first, second = _things(one[start:end]), _things(two[start:end])
    short = all(0 < len(thing) <= _LONGEST and _turning().isdisjoint(thing) for thing in first)
    listed = len(first) + ("," in one[start - 1 : start]) + (one[end : end + 1] in ([","], ["and"], ["or"])) >= _FEWEST
    limited = one[end : end + 1] and one[end] in _LIMITING
    return short and listed and not limited and sorted(first) == sorted(second)


def other_steps(old: str, new: str) -> bool:
    """Whether two sentences have the same words, and say in another order what is done and "then" done, or what goes "in this order"."""
    before, after = words(old), words(new)
    return _IN_ORDER.search(old) is not None and before != after and sorted(before) == sorted(after)


@cache
def _turning() -> frozenset[str]:
    """Return words that turn or limit the one thing that they stand by."""
    return frozenset((*lexicon("build")["turning"], *lexicon("contraries")["denying"]))


def _things(tokens: Sequence[str]) -> list[tuple[str, ...]]:
    """Return what stands between the commas and the "and" or "or" of some tokens; ", and" parts once."""
    things: list[tuple[str, ...]] = [()]
    joined = True
    for token in tokens:
        if token == "," or token in _JOIN:  # noqa: S105 - a comma
            things += [] if joined else [()]
            joined = True
        else:
            things[-1] = (*things[-1], token)
            joined = False
    return things
