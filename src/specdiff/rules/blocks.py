"""Definitions and commentary: what became of the sentences in a block that is still there.

A block that came or went is told as a whole, and its sentences are not. A sentence that was a rule and is now part of such a block, or
the other way round, ceased or began to bind.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from specdiff.model.change import Added, Kept, Matching, Removed
from specdiff.model.spec import Commentary, Definition, Home, Node, Statement
from specdiff.rules.wording import counted

Subject = Kept[Definition] | Kept[Commentary] | Kept[Statement] | Added[Statement] | Removed[Statement]


@dataclass(frozen=True, slots=True)
class Edited:
    """What became of a block, in words, and the smallest nodes that show it; ``term`` is what it defines, if anything."""

    what: str
    old: Node | None
    new: Node | None
    term: str = ""
    direction: str = "other"

    def policy(self, matching: Matching) -> str:
        """Return the title of the section that it stands in, in NEW if it is there."""
        if self.new is not None:
            return matching.new.by_id[self.new.section].title
        return matching.old.by_id[self.old.section].title if self.old is not None else ""


def edited(change: Subject, matching: Matching, home: Home) -> Iterator[Edited]:
    """Yield what happened to a kept block of the kind *home*, or to a sentence of that kind that no block holds."""
    if isinstance(change, Added):
        if change.new.home is home and id(change.new) not in matching.new.block_of:
            yield Edited("a sentence is new", None, change.new, change.new.term)
    elif isinstance(change, Removed):
        if change.old.home is home and id(change.old) not in matching.old.block_of:
            yield Edited("a sentence is gone", change.old, None, change.old.term)
    elif isinstance(change.old, Statement) and isinstance(change.new, Statement):
        yield from _sentence(change.old, change.new, matching, home)
    elif isinstance(change.old, Definition | Commentary) and isinstance(change.new, Definition | Commentary):
        yield from _block(change.old, change.new, matching, home)


def _sentence(old: Statement, new: Statement, matching: Matching, home: Home) -> Iterator[Edited]:
    if (old.home, new.home) == (Home.BODY, home):
        yield Edited("a sentence was a rule of its own", old, new, new.term, "looser")
    elif (old.home, new.home) == (home, Home.BODY):
        yield Edited("a sentence is a rule of its own now", old, new, old.term, "stricter")
    elif new.home is home and _differ(old, new) and id(new) not in matching.new.block_of:
        yield Edited("a sentence changed", old, new, new.term)


def _block(old: Definition | Commentary, new: Definition | Commentary, matching: Matching, home: Home) -> Iterator[Edited]:
    term = new.term if isinstance(new, Definition) else ""
    pairs = [pair for one in new.statements if (pair := matching.kept(one)) is not None]
    changed = [(pair.old, pair.new) for pair in pairs if pair.old.words.casefold() != pair.new.words.casefold() and _homes(pair, home)]
    come = sum(matching.kept(one) is None for one in new.statements)
    gone = sum(matching.kept(one) is None for one in old.statements)
    if len(changed) == 1 and not come and not gone:
        yield Edited("a sentence changed", *changed[0], term)
    elif changed or come or gone:
        said = ((len(changed), "changed", "changed"), (come, "is new", "are new"), (gone, "is gone", "are gone"))
        counts = [counted(count, f"sentence {one}", f"sentences {many}") for count, one, many in said if count]
        yield Edited(", ".join(counts), old, new, term)
    elif isinstance(old, Commentary) and isinstance(new, Commentary) and old.title != new.title:
        yield Edited(f"the heading was “{old.title}”", old, new)


def _homes(pair: Kept[Node], home: Home) -> bool:
    return isinstance(pair.old, Statement) and pair.old.home is home


def _differ(old: Statement, new: Statement) -> bool:
    return old.words.casefold() != new.words.casefold()
