"""The question that goes to the author with each finding."""

from collections.abc import Iterator

from specdiff.model.change import Added, Kept, Matching, Removed
from specdiff.model.finding import Finding, Severity
from specdiff.model.spec import Example, Message, Reply

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


def _touched(matching: Matching) -> Iterator[str]:
    """Yield the new ids of sections in which an example came, went, moved, or says something else."""
    for change in (*matching.examples, *matching.messages, *matching.replies):
        if isinstance(change, Removed):
            yield matching.section_became.get(change.old.section, "")
        elif isinstance(change, Added) or (isinstance(change, Kept) and (change.moved or _shown(change.old) != _shown(change.new))):
            yield change.new.section


def _shown(node: Example | Message | Reply) -> tuple[str, ...]:
    """Return what an example's part says, and of a reply how it is judged."""
    return (node.words, node.verdict, node.reason) if isinstance(node, Reply) else (node.words,)
