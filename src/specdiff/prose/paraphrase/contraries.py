"""Words that are contrary to one another, and acts that one such word turns round: "share the list", "withhold the list"."""

import re
from collections.abc import Iterator
from functools import cache

from specdiff.prose.lexicon import lexicon, pattern
from specdiff.prose.paraphrase.content import telling
from specdiff.prose.text.similar import similarity, words

_PREFIXES = ("un", "non", "non-")
"""Others make other words, too ("disclose", "inform"); what they make contrary is listed."""
_CASE = re.compile(r"\b(?:unless|except|if|when|where|until|without)\b")
_STEM = 5
_SAME_REST = 0.7


def opposed(one: str, other: str) -> tuple[str, str] | None:
    """Return the words that turn an act (in normal form) into its contrary; ``None`` where the acts are the same, or have nothing in common.

    They are the verbs that the acts begin with, or what both end in ("keep it short", "keep it long").
    """
    first, second = words(one), words(other)
    if not first or not second or first == second:
        return None
    for at, rest in ((0, slice(1, None)), (-1, slice(None, -1))):
        rests = " ".join(first[rest]), " ".join(second[rest])
        both = (first[at] in second) != (second[at] in first)  # "lit or dark" is no contrary of "lit"
        if not both and contrary(first[at], second[at]) and similarity(*rests) >= _SAME_REST:
            return first[at], second[at]
    verbs = first[0], second[0]
    return verbs if contrary(*verbs) and _done_to(one, verbs[0]) == _done_to(other, verbs[1]) != set() else None


def _done_to(act: str, verb: str) -> set[str]:
    """Return what an act that begins with a verb is done to, whatever build says so ("hide it from guests", "show guests it"), up to its first case."""
    rest = _CASE.split(act.lower(), maxsplit=1)[0]
    return set(telling(rest)) - set(telling(verb))


def put_off(one: str, other: str) -> tuple[str, str] | None:
    """Return the words by which one act is put off and the other is not to be ("wait until noon", "tell them at once"), ``None`` where they are no such two."""
    for first, second, turn in ((one.lower(), other.lower(), 1), (other.lower(), one.lower(), -1)):
        waits, soon = pattern("contraries", "waits").match(first), pattern("contraries", "soon").search(second)
        if waits and soon and not (pattern("contraries", "waits").search(second) or pattern("contraries", "soon").search(first)):
            return (waits[0], soon[0]) if turn == 1 else (soon[0], waits[0])
    return None


def contrary(one: str, other: str) -> bool:
    """Return whether two words are contrary: listed as such, in whatever form, or one is the other with a prefix that denies."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= _STEM and any(longer == prefix + shorter for prefix in _PREFIXES):
        return True
    return not _senses().get(one, frozenset()).isdisjoint(-sense for sense in _senses().get(other, frozenset()))


def same_side(one: str, other: str) -> bool:
    """Return whether two words are listed as having the same contraries ("share", "disclose")."""
    return not _senses().get(one, frozenset()).isdisjoint(_senses().get(other, frozenset()))


@cache
def _senses() -> dict[str, frozenset[int]]:
    """Return for every form of a listed word the pairs in which it stands: on the one side n, on the other -n."""
    found: dict[str, set[int]] = {}
    for number, pair in enumerate(lexicon("contraries")["pair"], start=1):
        for sense, side in ((number, "one"), (-number, "other")):
            for word in pair[side]:
                for form in _forms(word):
                    found.setdefault(form, set()).add(sense)
    return {form: frozenset(senses) for form, senses in found.items()}


def _forms(word: str) -> Iterator[str]:
    yield word
    yield from (form for form, verb in lexicon("same")["participles"].items() if verb == word)
    if word.endswith("y") and word[-2] not in "aeiou":
        yield from (f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing")
    elif word.endswith("e"):
        yield from (f"{word}s", f"{word}d", f"{word[:-1]}ing")
    else:
        yield from (f"{word}s", f"{word}es", f"{word}ed", f"{word}ing", f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")
