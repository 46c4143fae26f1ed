"""Which words differ between two texts in normal form, and whether that is more than wording."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from specdiff.prose.lexicon import lexicon
from specdiff.prose.text.similar import ends, runs, words
from specdiff.prose.text.spelling import spelt

Runs = Sequence[tuple[tuple[str, ...], tuple[str, ...]]]
"""What stands between the words that two texts have in common: the old words and the new ones."""
_LONGEST = 500
_POINTER = re.compile(r"\s*\((?:see|cf\.|compare)\b[^()]*\)", re.IGNORECASE)  # says where to read on, not what holds
_DOUBLED = re.compile(r"\b([A-Za-z]+)(?: \1\b)+")
_CONTRARY = frozenset({"a", "an", "in", "no"})
_STEM = 5
_JOINS = (("and",), ("or",))
_TURNING = frozenset({"not", "never", "no", "only", "all", "most", "some", "before", "after", "until", "without"})
_TURNED = frozenset({"to", "of", "in", "is", "or", "if", "when", "unless", "because", "so"})


def told(text: str) -> str:
    """Return a text without pointers, and without the second of two equal words in a row, which is a slip."""
    return _DOUBLED.sub(r"\1", _POINTER.sub("", text))


def changed_words(old: str, new: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words that only one of two normal forms has, in order, after aligning them."""
    changed = changed_runs(old, new)
    return tuple(word for gone, _ in changed for word in gone), tuple(word for _, come in changed for word in come)


def quoted_changes(old: str, new: str) -> tuple[str, str]:
    """Return the words that only one of two normal forms has, as a quotation: where others stand in between there is an ellipsis.

    Of words that only stand elsewhere, all from the first that differs to the last; where a list won or lost its last thing, just that.
    """
    changed = changed_runs(old, new)
    gone, come = quoted(_listed(changed) or changed)
    if gone == come:
        before, after = words(old), words(new)
        head, tail = ends(before, after)
        gone, come = _quotation(before[head : len(before) - tail]), _quotation(after[head : len(after) - tail])
    return gone, come


def _listed(changed: Runs) -> Runs | None:
    """Return what alone a list won or lost at its end ("oars and nets", "oars, nets and lamps"), else ``None``: another thing or the "and" made room for it."""
    if len(changed) != 2:  # noqa: PLR2004 - before the "and" and behind it
        return None
    for turned in (False, True):
        (gone, come), (lost, won) = ((one[::-1] if turned else one) for one in changed)
        if not gone and come and come == lost and won:
            return [(won, ()) if turned else ((), won)]
        if not gone and come in _JOINS and lost[:1] == come and not won and lost[1:]:
            return [((), lost[1:]) if turned else (lost[1:], ())]
    return None


def net_words(gone: Sequence[str], come: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words that changed without those that both sides have, which stand elsewhere."""
    moved = Counter(gone) & Counter(come)
    sides = []
    for side in (gone, come):
        left, rest = Counter(moved), []
        for word in side:
            if left[word]:
                left[word] -= 1
            else:
                rest.append(word)
        sides.append(tuple(rest))
    return sides[0], sides[1]


def quoted(changed: Runs) -> tuple[str, str]:
    """Return the words of each side of some runs as a quotation."""
    gone, come = (" … ".join(_quotation(run[side]) for run in changed if run[side]) for side in (0, 1))
    return gone, come


def as_written(quotation: str, text: str) -> str:
    """Return a quotation, which is in lower case, with the capitals that it has in a text, but for the one that begins the text.

    Words that stand otherwise in the text stay as they are.
    """
    text = text[:1].lower() + text[1:] if text[1:2].islower() else text
    lower, at, parts = text.lower(), 0, []
    if len(lower) != len(text):
        return quotation
    for part in quotation.split(" … "):
        found = lower.find(part, at)
        at = found + len(part) if found >= 0 else at
        parts.append(text[found:at] if found >= 0 else part)
    return " … ".join(parts)


def _quotation(run: Sequence[str]) -> str:
    """Return a run of words; of one that is longer than any sentence the beginning."""
    return " ".join(run) if len(run) <= _LONGEST else " ".join((*run[:_LONGEST], "…"))


@lru_cache(maxsize=16)  # asked several times about one pair
def changed_runs(old: str, new: str) -> Runs:
    """Return what stands between the words that two normal forms have in common: the old words and the new ones."""
    before, after = words(old), words(new)
    changed: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    at = (0, 0)
    for run in runs(before, after):
        if run.same:
            changed.append((before[at[0] : run.old], after[at[1] : run.new]))
            at = run.old_end, run.new_end
    changed.append((before[at[0] :], after[at[1] :]))
    return tuple(one for one in changed if any(one))


def only_wording(gone: Sequence[str], come: Sequence[str]) -> bool:
    """Whether the changed words are empty ones, other spellings of the same, or the same words in another order of little weight."""
    empty = frozenset(lexicon("reach")["empty"])
    one = [word for word in gone if word not in empty]
    two = [word for word in come if word not in empty]
    if not one and not two:
        return len(gone) + len(come) <= 6 or Counter(gone) == Counter(come)  # noqa: PLR2004 - a handful of little words
    if one == two and _turned_by(one, (*gone, *come)):
        return False
    if "".join(gone) == "".join(come) or "".join(one).replace("-", "") == "".join(two).replace("-", ""):
        return not (_negates(gone) or _negates(come))
    return len(one) == len(two) and all(spelt(a, b) for a, b in zip(one, two, strict=True))


def _turned_by(moved: Sequence[str], crossed: Sequence[str]) -> bool:
    """Whether it says something else where words stand: those that speak of what follows, figures, and what stands around "to" and "of"."""
    return any(word in _TURNING or word[0].isdigit() for word in moved) or not _TURNED.isdisjoint(crossed)


def _negates(parts: Sequence[str]) -> bool:
    """Whether words that are one word on the other side would begin a contrary there: "in secure", "a typical"."""
    return len(parts) > 1 and parts[0] in _CONTRARY and len(parts[1]) >= _STEM
