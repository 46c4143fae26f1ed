"""The question that goes to the author with each finding."""

from collections.abc import Iterable

from specdiff.model.change import Added, Kept, Matching
from specdiff.model.finding import Finding, Severity
from specdiff.model.spec import Example

_GROUPS = frozenset({"statement", "exception", "condition", "precedence", "threshold"})
_NO_EXAMPLE = "None of this policy's examples changed with it; does one show the new rule?"


class Questions:
    """Asks what the rule asks; where a rule changed and none of its policy's examples did, also for an example."""

    def __init__(self, matching: Matching) -> None:
        self._illustrated = frozenset(example.section for example in matching.new.examples)
        self._touched = frozenset(_touched(matching))

    def ask(self, finding: Finding, severity: Severity) -> str:
        """Return the question for one finding."""
        asks = finding.rule.asks
        section = finding.section_new.id if finding.section_new else None
        rule_changed = finding.rule.group in _GROUPS and severity.weight >= Severity.MAJOR.weight
        if rule_changed and section in self._illustrated and section not in self._touched:
            return f"{asks} {_NO_EXAMPLE}".strip()
        return asks


def _touched(matching: Matching) -> Iterable[str]:
    """Yield the new ids of sections that have an example that came, went or changed."""
    for change in matching.examples:
        if isinstance(change, Kept):
            if change.old.words != change.new.words or change.moved:
                yield change.new.section
        elif isinstance(change, Added):
            yield change.new.section
        else:
            for old in _olds(change):
                yield matching.section_became.get(old.section, "")


def _olds(change: object) -> tuple[Example, ...]:
    old = getattr(change, "old", ())
    return old if isinstance(old, tuple) else (old,)
