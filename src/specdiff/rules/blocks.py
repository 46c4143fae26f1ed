"""Definitions and commentary: what became of the sentences in a block that is still there.

A block that came or went is told as a whole, and its sentences are not. A sentence that was a rule and is now part of such a block, or
the other way round, ceased or began to bind.
"""

from collections.abc import Iterator
from typing import NamedTuple

from specdiff.model.change import Kept, Matching
from specdiff.model.spec import Commentary, Definition, Home, Node, Statement
from specdiff.prose.paraphrase.forms import labelled, same_said
from specdiff.prose.text.wording import counted
from specdiff.rules.meaning import Term, renamed_in


class Edited(NamedTuple):
    """What became of a block, in words, and the smallest nodes that show it; ``term`` is what it defines, if anything.

    ``renamed`` is the term that is called otherwise throughout, where nothing else became of it.
    """

    what: str
    old: Node
    new: Node
    term: str = ""
    direction: str = "other"
    renamed: Term | None = None


def edited(change: Kept[Definition] | Kept[Commentary] | Kept[Statement], matching: Matching, home: Home) -> Iterator[Edited]:
    """Yield what happened inside a kept block of the kind *home*, or to a sentence that went into such a block or left it."""
    old, new = change.old, change.new
    if isinstance(old, Statement) and isinstance(new, Statement):
        if (old.home, new.home) == (Home.BODY, home) and not (home is Home.COMMENTARY and _noted(old, matching)):
            yield Edited("a sentence was a rule of its own", old, new, new.term, "looser")
        elif (old.home, new.home) == (home, Home.BODY):
            yield Edited("a sentence is a rule of its own now", old, new, old.term, "stricter")
    if isinstance(old, Definition) and isinstance(new, Definition):
        yield from _block(old, new, matching, home, new.term)
    if isinstance(old, Commentary) and isinstance(new, Commentary):
        yield from _block(old, new, matching, home)
        if old.title != new.title:
            yield Edited(f"the heading was “{old.title}”", old, new)


def _block(old: Definition | Commentary, new: Definition | Commentary, matching: Matching, home: Home, term: str = "") -> Iterator[Edited]:
    pairs = [pair for one in new.statements if (pair := matching.kept(one)) is not None]
    changed = [(pair.old, pair.new) for pair in pairs if _says_else(pair, home)]
    come = sum(matching.kept(one) is None for one in new.statements)
    gone = sum(matching.kept(one) is None for one in old.statements)
    terms = {renamed_in(one.words, other.words, matching) for one, other in changed} if not come and not gone else set()
    renamed = terms.pop() if len(terms) == 1 else None
    if len(changed) == 1 and not come and not gone:
        yield Edited("a sentence changed", *changed[0], term, renamed=renamed)
    elif changed or come or gone:
        said = ((len(changed), "changed", "changed"), (come, "is new", "are new"), (gone, "is gone", "are gone"))
        counts = [counted(count, f"sentence {one}", f"sentences {many}") for count, one, many in said if count]
        yield Edited(", ".join(counts), old, new, term, renamed=renamed)


def _says_else(pair: Kept[Node], home: Home) -> bool:
    """Whether a sentence that stood in a block before says something else now; other typography is no other meaning."""
    return isinstance(pair.old, Statement) and pair.old.home is home and not same_said(pair.old.words, pair.new.words)


def _noted(sentence: Statement, matching: Matching) -> bool:
    """Whether the paragraph of an old sentence was a note already, though only its first words said so ("Note: …")."""
    first = next(one for one in matching.old.statements if (one.section, one.block) == (sentence.section, sentence.block))
    return labelled(first.words)
