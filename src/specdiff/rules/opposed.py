"""Sentences that went and sentences that came in the same section, of which one says the reverse of the other.

They are too different in their words to be paired; told as removed and added, nobody would see that a rule was turned round.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from specdiff.model.change import Added, Matching, Removed
from specdiff.model.spec import Home, Statement
from specdiff.prose.comparison.opposites import opposites
from specdiff.prose.paraphrase.content import telling

_COMMON = 8
"""Sentences that went from one section with a word in them, above which the word tells nothing of which is meant."""
_SHARED = 3
"""Telling words that two rules have in common at least, where one may be the reverse of the other."""


@lru_cache(maxsize=2)
def opposed(matching: Matching) -> Mapping[int, tuple[Statement, str, str, str]]:
    """Return, for the ``id()`` of each sentence that came, the one that went and said the reverse, with the words of force of both and the direction."""
    went, came = _by_section(matching)
    found: dict[int, tuple[Statement, str, str, str]] = {}
    for section, olds in went.items():
        found.update(_found(olds, came.get(section, ())))
    return found


def _by_section(matching: Matching) -> tuple[dict[str, list[Statement]], dict[str, list[Statement]]]:
    """Return the sentences that went and those that came, by the section in NEW."""
    went: dict[str, list[Statement]] = {}
    came: dict[str, list[Statement]] = {}
    for change in matching.statements:
        if isinstance(change, Removed):
            went.setdefault(matching.section_became.get(change.old.section, ""), []).append(change.old)
        elif isinstance(change, Added):
            came.setdefault(change.new.section, []).append(change.new)
    return went, came


def _found(went: Sequence[Statement], came: Sequence[Statement]) -> Iterator[tuple[int, tuple[Statement, str, str, str]]]:
    """Yield the sentences that came in one section and turn round one that went, each of which is turned round once."""
    went, came = ([one for one in side if came and _rules(one)] for side in (went, came))
    signs = [{clause.force.negative for one in side for clause in one.reading.clauses} for side in (went, came)]
    if len(signs[0] | signs[1]) < 2:  # noqa: PLR2004 - nobody speaks against what somebody asks for
        return
    by_word: dict[str, list[Statement]] = {}
    for old in went:
        for word in dict.fromkeys(telling(old.words)):
            by_word.setdefault(word, []).append(old)
    taken: set[int] = set()
    for new in came:
        for old in _near(new, by_word):
            said = None if id(old) in taken else opposites(old.reading, new.reading)
            if said is not None:
                taken.add(id(old))
                yield id(new), (old, *said)
                break


def _rules(statement: Statement) -> bool:
    return statement.home is Home.BODY and not statement.lead_in and statement.reading.force.strength > 0


def _near(new: Statement, by_word: Mapping[str, list[Statement]]) -> Iterator[Statement]:
    """Yield the sentences that went and share most words with one that came, the likest first."""
    shared: Counter[int] = Counter()
    known: dict[int, Statement] = {}
    for word in dict.fromkeys(telling(new.words)):
        olds = by_word.get(word, ())
        if len(olds) <= _COMMON:
            shared.update(id(old) for old in olds)
            known.update((id(old), old) for old in olds)
    likest = sorted((one for one in shared if shared[one] >= _SHARED), key=lambda one: (-shared[one], known[one].position))
    yield from (known[one] for one in likest)
