"""Sentences of definitions and commentary: what became of them inside a block that is still there."""

from dataclasses import dataclass

from specdiff.model.change import Added, Kept, Matching, Removed
from specdiff.model.spec import Home, Statement


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block that changed, came or went. ``what`` says which in words; ``policy`` is the title of its section."""

    node: Statement
    what: str
    policy: str
    direction: str = "other"


def within_block(change: Kept[Statement] | Added[Statement] | Removed[Statement], matching: Matching, home: Home) -> Sentence | None:
    """Return what became of a sentence of a block of the kind *home*, ``None`` where nothing did or the whole block came or went.

    A sentence that was a rule and is now part of such a block, or the other way round, counts as changed: it
    ceased or began to bind.
    """
    if isinstance(change, Added):
        return _alone(change.new, matching, home, "is new")
    if isinstance(change, Removed):
        return _alone(change.old, matching, home, "is gone")
    homes = (change.old.home, change.new.home)
    policy = matching.new.by_id[change.new.section].title
    if homes == (home, home):
        return Sentence(change.new, "changed", policy) if differs(change) else None
    if homes == (Home.BODY, home):
        return Sentence(change.new, "was a rule of its own", policy, "looser")
    if homes == (home, Home.BODY):
        return Sentence(change.old, "is a rule of its own now", policy, "stricter")
    return None


def differs(pair: Kept[Statement]) -> bool:
    """Whether a kept sentence says something else, and not the same in other words."""
    return pair.old.words.casefold() != pair.new.words.casefold()


def _alone(node: Statement, matching: Matching, home: Home, what: str) -> Sentence | None:
    new = what == "is new"
    spec = matching.new if new else matching.old
    if node.home is not home or _block_alone(node, matching, new=new):
        return None
    return Sentence(node, what, spec.by_id[node.section].title)


def _block_alone(node: Statement, matching: Matching, *, new: bool) -> bool:
    """Whether the block around a sentence came or went as a whole."""
    block = (matching.new if new else matching.old).block_of.get(id(node))
    return block is not None and matching.kept(block) is None
