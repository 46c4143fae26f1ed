"""The outline as a tree, with the topics that stand at each heading."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from specdiff.model.finding import Severity
from specdiff.model.review import Heading, Topic


@dataclass(slots=True)
class Branch:
    """A heading, the topics that stand there, and the headings below. ``last`` is the position of the last heading below, or its own."""

    heading: Heading
    topics: tuple[Topic, ...]
    below: list["Branch"] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether there is anything to read here or below."""
        return bool(self.topics) or any(branch.changed for branch in self.below)

    @property
    def by_severity(self) -> dict[Severity, int]:
        """How many findings of each severity stand here, the worst first."""
        found = [topic.by_severity for topic in self.topics]
        return {severity: count for severity in Severity if (count := sum(one.get(severity, 0) for one in found))}

    @property
    def last(self) -> int:
        """The position up to which everything is below this heading."""
        return self.below[-1].last if self.below else self.heading.section.position


def tree(outline: Sequence[Heading], topics: Sequence[Topic]) -> list[Branch]:
    """Return the top headings, each with all that is below it."""
    here: dict[int, tuple[Topic, ...]] = {}
    for topic in topics:
        here[topic.section.position] = (*here.get(topic.section.position, ()), topic)
    top: list[Branch] = []
    open_ones: list[Branch] = []
    for heading in outline:
        branch = Branch(heading, here.get(heading.section.position, ()))
        while open_ones and open_ones[-1].heading.depth >= heading.depth:
            open_ones.pop()
        (open_ones[-1].below if open_ones else top).append(branch)
        open_ones.append(branch)
    return top


def flat(branches: Sequence[Branch], depth: int = 0) -> Iterator[tuple[int, Branch]]:
    """Yield every branch with its depth in the tree, from the top down."""
    for branch in branches:
        yield depth, branch
        yield from flat(branch.below, depth + 1)
