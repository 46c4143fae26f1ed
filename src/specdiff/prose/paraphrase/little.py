"""Little words that turn what a sentence says where one stands in the place of another: "with" and "without", "ask us" and "ask them".

Elsewhere little words may come and go with the build of a sentence; in one that stays otherwise as it was they do not.
"""

from collections import Counter
from functools import cache

from specdiff.prose.lexicon import lexicon
from specdiff.prose.text.changes import changed_runs
from specdiff.prose.text.similar import words


def turned_by_little(old: str, new: str) -> bool:
    """Whether somewhere in two sentences in normal form one little word stands for another that does not mean it: of a contrary sense, or of another person.

    A word that stands elsewhere in the other sentence stands for none.
    """
    pairs = [(gone[0], come[0]) for gone, come in changed_runs(old, new) if len(gone) == len(come) == 1 and _apart(gone[0], come[0])]
    if not pairs:
        return False
    before, after = Counter(words(old)), Counter(words(new))
    return any(before[one] > after[one] and after[other] > before[other] for one, other in pairs)


def _apart(one: str, other: str) -> bool:
    persons = _persons()
    return frozenset((one, other)) in _pairs() or persons.get(one, persons.get(other)) != persons.get(other, persons.get(one))


@cache
def _pairs() -> frozenset[frozenset[str]]:
    return frozenset(map(frozenset, lexicon("contraries")["little"]["pairs"]))


@cache
def _persons() -> dict[str, int]:
    """Return the pronouns, each with the number of the person that it stands for."""
    return {word: at for at, person in enumerate(lexicon("contraries")["little"]["persons"]) for word in person}
