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

``on`` decides what the function is given; it must equal the annotation of the first argument. Where one thing can happen
to a node in several ways it is a tuple: ``on=(Kept[Reply], Added[Reply], Removed[Reply])`` for an argument of the union of
these. A rule that must see everything says ``on=Matching`` and yields ``Found`` with explicit nodes; others are not asked about a
kept sentence, example or part of one that is the same in the same place (``catalogue.py`` says what that compares).

``explains`` are ids of rules, or globs of them ("statement/*"), whose findings on the same node or inside it are only echoes.
``mirror`` is the rule that fires when time runs backwards; a rule without direction names itself.
"""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar, get_args, get_origin, overload

from specdiff.model.change import Added, Kept, Matching, Merged, Removed, Split
from specdiff.model.finding import Case, Confidence, Fact, Finding, RuleInfo, Severity
from specdiff.model.spec import Node, Section
from specdiff.prose.traits import PLAIN

S = TypeVar("S")
A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")

_QUOTATION = re.compile(r"“\{(\w+)\}”")
_INSTEAD = re.compile(r"“\{now\}” instead of “\{was\}”")


@dataclass(frozen=True, init=False)
class Found:
    """What a rule found: facts by name, the nodes it is about where they are not simply the change's own, and a sentence that fits better than the rule's."""

    facts: dict[str, Fact]
    old: Node | None
    new: Node | None
    explicit: bool
    confidence: Confidence
    says: str

    def __init__(
        self,
        *,
        old: Node | None = None,
        new: Node | None = None,
        confidence: Confidence = Confidence.CERTAIN,
        facts: dict[str, Fact] | None = None,
        says: str = "",
        **more: Fact,
    ) -> None:
        object.__setattr__(self, "facts", {**(facts or {}), **more})
        object.__setattr__(self, "old", old)
        object.__setattr__(self, "new", new)
        object.__setattr__(self, "explicit", old is not None or new is not None)
        object.__setattr__(self, "confidence", confidence)
        object.__setattr__(self, "says", says)


@dataclass(frozen=True, slots=True)
class Rule(Generic[S]):
    """A header, what the rule looks at, and the comparison."""

    info: RuleInfo
    on: Any
    check: Callable[[S, Matching], Iterable[Found]]
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
                message=_said(found.says or self.info.says, found.facts),
                confidence=Confidence.TENTATIVE if matching.coarse and isinstance(subject, Added | Removed) else found.confidence,
            )

    @property
    def keys(self) -> tuple[tuple[type, type | None], ...]:
        """Each relation and kind of node that it looks at; ``(Matching, None)`` for everything."""
        return tuple(_key(one) for one in _each(self.on))


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


def _said(says: str, facts: Mapping[str, Fact]) -> str:
    """Fill the blanks of a sentence; of what stands on one side only it says that it is new or gone. No words are no quotation."""
    sentence = _INSTEAD.sub(lambda pair: _one_sided(pair[0], facts), says) if "instead of" in says else says
    form, quotations = _form(sentence)
    said = {name: _words(fact) for name, fact in facts.items()} | {name: _quoted(facts.get(name)) for name in quotations}
    filled = form.format(**said)
    return filled[:1].upper() + filled[1:]


@lru_cache(maxsize=1024)
def _form(sentence: str) -> tuple[str, tuple[str, ...]]:
    """Return a sentence without the quotation marks around its blanks, and the names of these blanks."""
    return _QUOTATION.sub(r"{\1}", sentence), tuple(_QUOTATION.findall(sentence))


def _quoted(fact: Fact) -> str:
    """Return a fact between quotation marks, the parts of one that has several each."""
    if isinstance(fact, tuple) and fact:
        *others, last = (f"“{part}”" for part in fact)
        return f"{', '.join(others)} and {last}" if others else last
    return PLAIN if fact == PLAIN else f"“{_words(fact)}”"


def _one_sided(pair: str, facts: Mapping[str, Fact]) -> str:
    was, now = (facts.get(name, "") for name in ("was", "now"))
    if was is None and now is not None:
        return "“{now}” is new"
    if now is None and was is not None:
        return "“{was}” is gone"
    return "the same words, put otherwise" if was is None else pair


def _words(fact: Fact) -> str:
    if isinstance(fact, tuple):
        return ", ".join(fact) if fact else "none"
    return "none" if fact is None else str(fact)


def _each(on: object) -> tuple[Any, ...]:
    return on if isinstance(on, tuple) else (on,)


def _key(on: Any) -> tuple[type, type | None]:  # noqa: ANN401 - a class or a generic alias of one
    arguments = get_args(on)
    return get_origin(on) or on, arguments[0] if arguments else None


def _looks_at(on: object) -> str:
    """Say in words what a rule looks at: "kept section", "kept or added reply"."""
    words = [(relation.__name__.lower(), kind.__name__.lower() if kind else "") for relation, kind in map(_key, _each(on))]
    if len({kind for _, kind in words}) == 1:
        return " ".join((" or ".join(relation for relation, _ in words), words[0][1])).strip()
    return " or ".join(" ".join(pair).strip() for pair in words)


Check = Callable[[S, Matching], Iterable[Found]]


@overload
def rule(
    *,
    id: str,
    on: type[S],
    severity: Severity,
    mirror: str,
    says: str,
    asks: str,
    fires: tuple[Case, ...],
    silent: tuple[Case, ...] = (),
    explains: tuple[str, ...] = (),
) -> Callable[[Check[S]], Rule[S]]: ...
@overload
def rule(
    *,
    id: str,
    on: tuple[type[A], type[B]],
    severity: Severity,
    mirror: str,
    says: str,
    asks: str,
    fires: tuple[Case, ...],
    silent: tuple[Case, ...] = (),
    explains: tuple[str, ...] = (),
) -> Callable[[Check[A | B]], Rule[A | B]]: ...
@overload
def rule(
    *,
    id: str,
    on: tuple[type[A], type[B], type[C]],
    severity: Severity,
    mirror: str,
    says: str,
    asks: str,
    fires: tuple[Case, ...],
    silent: tuple[Case, ...] = (),
    explains: tuple[str, ...] = (),
) -> Callable[[Check[A | B | C]], Rule[A | B | C]]: ...
def rule(
    *,
    id: str,  # noqa: A002 - the header's own word
    on: object,
    severity: Severity,
    mirror: str,
    says: str,
    asks: str,
    fires: tuple[Case, ...],
    silent: tuple[Case, ...] = (),
    explains: tuple[str, ...] = (),
) -> Callable[[Check[Any]], AnyRule]:
    """Turn a function into a rule. See the module's docstring."""

    def wrap(check: Check[Any]) -> AnyRule:
        summary, _, why = (inspect.getdoc(check) or "").partition("\n")
        info = RuleInfo(id, severity, mirror, says, asks, summary.strip(), why.strip(), _looks_at(on), fires, silent, explains)
        return Rule(info, on, check, check.__module__)

    return wrap
