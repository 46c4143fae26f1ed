"""What became of each node: relations are types, so that a rule can say which one it looks at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from specdiff.model.control import Control
from specdiff.model.spec import (
    Commentary,
    Definition,
    EvalPrompt,
    Example,
    Level,
    Message,
    Node,
    Order,
    Reference,
    Reply,
    Section,
    Spec,
    Statement,
)

N = TypeVar("N", bound=Node, covariant=True)


@dataclass(frozen=True, slots=True, eq=False)
class Kept(Generic[N]):
    """*old* is *new*. ``score`` is the likeness (1 equal … 0), ``because`` says in words why they were paired.

    ``moved``: it stands in another place in a sense that a reader would call moved (another section that is not
    its old section's successor; a section: another parent). ``reordered``: same surroundings, but it left the longest common order.
    """

    old: N
    new: N
    score: float
    because: str
    moved: bool = False
    reordered: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Added(Generic[N]):
    """*new* has nothing that it comes from."""

    new: N


@dataclass(frozen=True, slots=True, eq=False)
class Removed(Generic[N]):
    """*old* has nothing that it became."""

    old: N


@dataclass(frozen=True, slots=True, eq=False)
class Split(Generic[N]):
    """The contents of *old* went to several places, most to the first.

    For a section either *old* is gone as such (then it is in no other change), or it was kept and lost a part to sections that did not
    exist before (then ``new[0]`` is what it became, and it is ``Kept`` too). ``reworded``: the parts say it in other words.
    """

    old: N
    new: tuple[N, ...]
    because: str
    reworded: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Merged(Generic[N]):
    """*new* took in the contents of several, most from the first; the mirror of ``Split``.

    For a section either *new* did not exist as such (then it is in no other change), or it was kept and took in sections
    that are gone (then ``old[0]`` is what it was, and it is ``Kept`` too). ``reworded``: it says them in other words.
    """

    old: tuple[N, ...]
    new: N
    because: str
    reworded: bool = False


Change = Kept[N] | Added[N] | Removed[N] | Split[N] | Merged[N]


@dataclass(frozen=True, eq=False)
class Matching:
    """Which node of OLD is which node of NEW. Every node of either spec is in exactly one change of its kind.

    A sentence is in a ``Split`` or ``Merged`` where it was set as several, or with its neighbours as one; mostly with the same words.

    Sections alone may be in two: those on the many side of a ``Split`` or ``Merged`` are also ``Kept``, ``Added`` or
    ``Removed`` on their own account (``split_off`` and ``merged_away`` tell which of the added and removed ones have thus been
    told already), and the one side may be ``Kept``. Swapping the two specs swaps ``Added`` with ``Removed`` and ``Split`` with
    ``Merged``, and nothing else.

    ``messages`` and ``replies`` hold the parts of kept examples only; ``levels`` the levels of both ladders
    (a ``Kept[Level]`` with two names is a renamed level). ``renumbered``: the number of each kept clause ("5.4") to the one that it has now, empty
    where none has another. ``coarse``: there was too much to compare, so that what was added and
    what was removed may be the same.
    """

    old: Spec
    new: Spec
    levels: tuple[Change[Level], ...] = ()
    sections: tuple[Change[Section], ...] = ()
    statements: tuple[Change[Statement], ...] = ()
    examples: tuple[Change[Example], ...] = ()
    messages: tuple[Change[Message], ...] = ()
    replies: tuple[Change[Reply], ...] = ()
    commentary: tuple[Change[Commentary], ...] = ()
    definitions: tuple[Change[Definition], ...] = ()
    references: tuple[Change[Reference], ...] = ()
    orders: tuple[Change[Order], ...] = ()
    eval_prompts: tuple[Change[EvalPrompt], ...] = ()
    controls: tuple[Change[Control], ...] = ()
    renumbered: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = field(default=())
    coarse: bool = False

    def changes(self) -> Iterator[Change[Node]]:
        """Every change of every kind, in a fixed order."""
        for group in (
            self.levels,
            self.sections,
            self.statements,
            self.examples,
            self.messages,
            self.replies,
            self.commentary,
            self.definitions,
            self.references,
            self.orders,
            self.eval_prompts,
            self.controls,
        ):
            yield from group

    @cached_property
    def section_became(self) -> Mapping[str, str]:
        """The id of each old section that was kept, to its new id."""
        return {change.old.id: change.new.id for change in self.sections if isinstance(change, Kept)}

    @cached_property
    def section_was(self) -> Mapping[str, str]:
        """The id of each new section that was kept, to its old id."""
        return {new: old for old, new in self.section_became.items()}

    @cached_property
    def split_off(self) -> Mapping[str, Split[Section]]:
        """The id of each new section that is not kept but took in a part of a split one, to that split."""
        parts = ((new.id, change) for change in self.sections if isinstance(change, Split) for new in change.new)
        return {new: change for new, change in parts if new not in self.section_was}

    @cached_property
    def merged_away(self) -> Mapping[str, Merged[Section]]:
        """The id of each old section that was not kept but went into a merged one, to that merger."""
        parts = ((old.id, change) for change in self.sections if isinstance(change, Merged) for old in change.old)
        return {old: change for old, change in parts if old not in self.section_became}

    @cached_property
    def level_became(self) -> Mapping[str, str]:
        """The name of each kept level in OLD, to its name in NEW."""
        return {change.old.name: change.new.name for change in self.levels if isinstance(change, Kept)}

    def rungs(self, before: str | None, after: str | None) -> int | None:
        """How many rungs a level *after* (in NEW) stands above *before* (in OLD), negative below, ``None`` where that is unknown.

        The ladder is that of NEW, on which a renamed level stands under its new name; a level that is gone is compared on OLD's.
        """
        if before is None or after is None:
            return None
        if before in self.level_became:
            ranks = self.new.ladder.rank(self.level_became[before]), self.new.ladder.rank(after)
        else:
            was = {new: old for old, new in self.level_became.items()}
            ranks = self.old.ladder.rank(before), self.old.ladder.rank(was.get(after))
        return None if ranks[0] is None or ranks[1] is None else ranks[0] - ranks[1]

    @cached_property
    def _kept_old(self) -> Mapping[int, Kept[Node]]:
        return {id(change.old): change for change in self.changes() if isinstance(change, Kept)}

    @cached_property
    def _kept_new(self) -> Mapping[int, Kept[Node]]:
        return {id(change.new): change for change in self.changes() if isinstance(change, Kept)}

    def kept(self, node: Node) -> Kept[Node] | None:
        """The pair that a node of either side belongs to, or ``None``."""
        return self._kept_old.get(id(node)) or self._kept_new.get(id(node))
