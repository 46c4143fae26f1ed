"""Sentences that went and sentences that came in the same section, of which one says the reverse of the other.

They are too different in their words to be paired; told as removed and added, nobody would see that a rule was turned round.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from specdiff.model.change import Added, Matching, Removed
from specdiff.model.spec import Home, Statement
from specdiff.prose.content import telling
from specdiff.prose.opposites import opposites

_COMMON = 8
"""Sentences that went from one section with a word in them, above which the word tells nothing of which is meant."""
_SHARED = 3


@lru_cache(maxsize=2)
def opposed(matching: Matching) -> Mapping[int, tuple[Statement, str, str, str]]:
    """Return, for the ``id()`` of each sentence that came, the one that went and said the reverse, with the words of force of both and the direction."""
    went: dict[tuple[str, str], list[Statement]] = {}
    for change in matching.statements:
        if isinstance(change, Removed) and _rules(change.old):
            section = matching.section_became.get(change.old.section, "")
            for word in dict.fromkeys(telling(change.old.words)):
                went.setdefault((section, word), []).append(change.old)
    found: dict[int, tuple[Statement, str, str, str]] = {}
    taken: set[int] = set()
    for change in matching.statements:
        if isinstance(change, Added) and _rules(change.new):
            for old in _near(change.new, went):
                said = None if id(old) in taken else opposites(old.reading, change.new.reading)
                if said is not None:
                    found[id(change.new)] = (old, *said)
                    taken.add(id(old))
                    break
    return found


def _rules(statement: Statement) -> bool:
    return statement.home is Home.BODY and not statement.lead_in and statement.reading.force.strength > 0


def _near(new: Statement, went: Mapping[tuple[str, str], list[Statement]]) -> Iterator[Statement]:
    """Yield the sentences that went from the section and share most words with one that came, the likest first."""
    shared: Counter[int] = Counter()
    known: dict[int, Statement] = {}
    for word in dict.fromkeys(telling(new.words)):
        olds = went.get((new.section, word), ())
        if len(olds) <= _COMMON:
            shared.update(id(old) for old in olds)
            known.update((id(old), old) for old in olds)
    likest = sorted((one for one in shared if shared[one] >= _SHARED), key=lambda one: (-shared[one], known[one].position))
    yield from (known[one] for one in likest)
