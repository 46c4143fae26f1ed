"""Whether two texts, are the same but for slips of the pen; numbers with their nouns."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from specdiff.model.spec import Message, Reply, Section
from specdiff.prose.text.disguise import disguises
from specdiff.prose.text.signs import changed_signs
from specdiff.prose.text.similar import ARTICLES, ends, words
from specdiff.prose.text.spelling import spelt

_LONGEST = 60


def same_reading(old: str, new: str) -> bool:
    """Whether two normal forms have the same words, but for slips: a doubled word, an article too many, a misspelt word.

    Long differences are never slips, so that this stays cheap.
    """
    if old == new:
        return True
    before, after = words(old), words(new)
    if any(changed_signs(old, new)):
        return False
    if before == after:
        return bool(before)
    gone, come, around = _middles(before, after)
    if max(len(gone), len(come)) > _LONGEST:
        return False
    runs = SequenceMatcher(None, gone, come, autojunk=False).get_opcodes()
    return all(kind == "equal" or _slip(gone[a:b], come[c:d], around) for kind, a, b, c, d in runs)


def same_text(old: Message | Reply | Section, new: Message | Reply | Section) -> bool:
    """Whether two nodes read the same and no word of either is disguised."""
    return same_reading(old.words, new.words) and not any(disguises(old.text, new.text))


def counted(count: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 example", "3 examples"; *many* is the plural where that is not one *s* more."""
    return f"{count} {one if count == 1 else many or f'{one}s'}"


def _middles(before: Sequence[str], after: Sequence[str]) -> tuple[Sequence[str], Sequence[str], frozenset[str]]:
    """Return what differs between the common ends, and the words right beside it."""
    head, tail = ends(before, after)
    gone, come = before[head : len(before) - tail], after[head : len(after) - tail]
    beside = {*before[max(0, head - 1) : head], *before[len(before) - tail : len(before) - tail + 1]}
    return gone, come, frozenset(beside)


def _slip(gone: Sequence[str], come: Sequence[str], beside: frozenset[str]) -> bool:
    if len(gone) == len(come):
        return all(spelt(one, other) for one, other in zip(gone, come, strict=True))
    rest = (*gone, *come) if not gone or not come else ()
    return bool(rest) and all(word in ARTICLES or word in beside for word in rest)
