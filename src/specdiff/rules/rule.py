"""The shape of a rule: a header (``RuleInfo``) on one small pure function.

    @rule(
        id="section/renamed", on=Kept[Section], severity=Severity.MINOR, mirror="section/renamed",
        says="“{old_title}” is now “{new_title}”", asks="Does …?", fires=(Case(…),), silent=(Case(…),),
    )
    def renamed(change: Kept[Section], matching: Matching) -> Iterator[Found]:
        \"\"\"What happened, in one line.

        Why anybody should care.
        \"\"\"
        if change.old.words != change.new.words:
            yield Found(old_title=…, new_title=…)

``on`` decides what the function is given; it must equal the annotation of the first argument. A rule that must see
everything says ``on=Matching`` and yields ``Found`` with explicit nodes.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, get_args, get_origin

from specdiff.model.change import Added, Kept, Matching, Merged, Removed, Split
from specdiff.model.finding import Case, Confidence, Fact, Finding, RuleInfo, Severity
from specdiff.model.spec import Node, Section

S = TypeVar("S")


@dataclass(frozen=True, init=False)
class Found:
    """What a rule found: facts by name, and the nodes it is about where they are not simply the change's own."""

    facts: dict[str, Fact]
    old: Node | None = None
    new: Node | None = None
    explicit: bool = False
    confidence: Confidence = Confidence.CERTAIN

    def __init__(
        self,
        *,
        old: Node | None = None,
        new: Node | None = None,
        confidence: Confidence = Confidence.CERTAIN,
        facts: dict[str, Fact] | None = None,
        **more: Fact,
    ) -> None:
        object.__setattr__(self, "facts", {**(facts or {}), **more})
        object.__setattr__(self, "old", old)
        object.__setattr__(self, "new", new)
        object.__setattr__(self, "explicit", old is not None or new is not None)
        object.__setattr__(self, "confidence", confidence)


@dataclass(frozen=True, slots=True)
class Rule(Generic[S]):
    """A header, what the rule looks at, and the comparison."""

    info: RuleInfo
    on: Any
    check: Callable[[S, Matching], Iterable[Found]] = field(repr=False)
    module: str = ""

    def findings(self, subject: S, matching: Matching) -> Iterator[Finding]:
        """Yield what the rule finds on *subject*."""
        for found in self.check(subject, matching):
            old, new = (found.old, found.new) if found.explicit else _nodes(subject)
            yield Finding(
                rule=self.info,
                old=old,
                new=new,
                section_old=_section(old, matching.old.by_id) or _counterpart(new, matching, back=True),
                section_new=_section(new, matching.new.by_id) or _counterpart(old, matching, back=False),
                facts=found.facts,
                message=self.info.says.format(**{name: _words(fact) for name, fact in found.facts.items()}),
                confidence=found.confidence,
            )

    @property
    def key(self) -> tuple[type, type | None]:
        """The relation and the kind of node it looks at; ``(Matching, None)`` for everything."""
        relation = get_origin(self.on) or self.on
        arguments = get_args(self.on)
        return relation, arguments[0] if arguments else None


AnyRule = Rule[Any]


def _nodes(subject: object) -> tuple[Node | None, Node | None]:
    if isinstance(subject, Kept):
        return subject.old, subject.new
    if isinstance(subject, Added):
        return None, subject.new
    if isinstance(subject, Removed):
        return subject.old, None
    if isinstance(subject, Split):
        return subject.old, subject.new[0]
    if isinstance(subject, Merged):
        return subject.old[0], subject.new
    return None, None


def _section(node: Node | None, by_id: Mapping[str, Section]) -> Section | None:
    return by_id.get(node.section) if node is not None else None


def _counterpart(node: Node | None, matching: Matching, *, back: bool) -> Section | None:
    """Return the section on the side where *node* is absent, if the section itself was kept."""
    if node is None:
        return None
    if back:
        return matching.old.by_id.get(matching.section_was.get(node.section, ""))
    return matching.new.by_id.get(matching.section_became.get(node.section, ""))


def _words(fact: Fact) -> str:
    if isinstance(fact, tuple):
        return ", ".join(fact) if fact else "none"
    return "none" if fact is None else str(fact)


def rule(
    *,
    id: str,  # noqa: A002 - the header's own word
    on: type[S],
    severity: Severity,
    mirror: str,
    says: str,
    asks: str,
    fires: tuple[Case, ...],
    silent: tuple[Case, ...] = (),
    explains: tuple[str, ...] = (),
) -> Callable[[Callable[[S, Matching], Iterable[Found]]], Rule[S]]:
    """Turn a function into a rule. See the module's docstring."""

    def wrap(check: Callable[[S, Matching], Iterable[Found]]) -> Rule[S]:
        summary, _, why = (inspect.getdoc(check) or "").partition("\n")
        origin, arguments = get_origin(on) or on, get_args(on)
        looks_at = origin.__name__ + (f" {arguments[0].__name__}" if arguments else "")
        info = RuleInfo(id, severity, mirror, says, asks, summary.strip(), why.strip(), looks_at.lower(), fires, silent, explains)
        return Rule(info, on, check, check.__module__)

    return wrap
