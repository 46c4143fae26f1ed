"""Two neighbours in an explicit order that changed places: of these two alone the sentence says the opposite now.

"good > late > wrong"  ──▶  "good > wrong > late"
"""

from collections.abc import Sequence

from specdiff.prose.paraphrase.content import telling

Order = Sequence[str]


def swapped(before: Sequence[Order], after: Sequence[Order]) -> tuple[str, str] | None:
    """Return what went before what in the one order of a sentence and is behind it in the other, as either has it; ``None`` unless just one pair did.

    What only one side names is the same in other words where both have as many such things: the first is the first, and so on.
    """
    if len(before) != 1 or len(after) != 1 or len(before[0]) != len(after[0]):
        return None
    old, new = before[0], after[0]
    places = _places(old, new)
    turned = [at for at in range(len(old) - 1) if places[at] > places[at + 1]]
    if len(turned) != 1:
        return None
    (at,) = turned
    if (places[at], places[at + 1]) != (at + 1, at):
        return None
    return f"{old[at]} > {old[at + 1]}", f"{new[at]} > {new[at + 1]}"


def _places(old: Order, new: Order) -> list[int]:
    """Return for each thing of the old order the place of the same thing in the new one."""
    said = [frozenset(telling(one)) or one for one in new]
    found = [next((at for at, other in enumerate(said) if other == (frozenset(telling(one)) or one)), -1) for one in old]
    free = iter([at for at in range(len(new)) if at not in found])
    return [at if at >= 0 else next(free, -1) for at in found]
