"""What a sentence says of the document that it stands in: how many things it lists next, and of which level of authority it speaks."""

import re
from collections.abc import Sequence

from specdiff.model.change import Kept, Matching
from specdiff.model.spec import Spec, Statement
from specdiff.prose.text.counting import figures
from specdiff.prose.traits import Trait

_TYPE = r"[\"']?[ -](?:levels?|authority|tiers?)\b"


def counts_its_list(trait: Trait, pair: Kept[Statement], matching: Matching) -> bool:
    """Whether a number that changed only counts the list right below, on both sides: who reads what came or went need not be told of it."""
    sides = ((trait.old, pair.old, matching.old), (trait.new, pair.new, matching.new))
    return all(figures(said.lower()) == str(_listed(one, spec)) for said, one, spec in sides)


def _listed(head: Statement, spec: Spec) -> int:
    """Return how many paragraphs, items or rows stand in the list that a sentence governs."""
    return len({one.block for one in spec.by_id[head.section].statements if one.lead_in == head.words})


def other_level(pair: Kept[Statement], matching: Matching) -> Trait | None:
    """Return that a sentence speaks of other levels of authority ("above the user level"); ``None`` where it does not, or they are only renamed."""
    became = matching.level_became
    before = [became.get(name, name) for name in _levels(pair.old.words, matching.old.ladder.names)]
    after = _levels(pair.new.words, matching.new.ladder.names)
    if len(before) != len(after) or sorted(before) == sorted(after):
        return None
    was, now = ([one for one in side if one not in other] for side, other in ((before, after), (after, before)))
    return Trait("precedence/changed", ", ".join(f"{one} level" for one in was), ", ".join(f"{one} level" for one in now))


def _levels(words: str, names: Sequence[str]) -> list[str]:
    """Return the levels that a sentence names as such, in order."""
    if not names:
        return []
    return [found[1] for found in re.finditer(rf"\b({'|'.join(map(re.escape, names))}){_TYPE}", words.lower())]
