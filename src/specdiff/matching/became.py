"""What is already known while matching goes on: which section and which level became which."""

from collections.abc import Mapping


class Became:
    """Names that both sides share: old section ids in terms of new ones; ``levels`` are old level names to new ones, case folded."""

    def __init__(self, sections: Mapping[str, str], levels: Mapping[str, str] | None = None) -> None:
        self.sections = sections
        self.levels = levels or {}
        self._successors = frozenset(sections.values())

    def old(self, section: str) -> str:
        """Return the name of an old section that its successor shares."""
        return self.sections.get(section, f"\0{section}")

    def new(self, section: str) -> str:
        """Return the name of a new section that its predecessor shares."""
        return section if section in self._successors else f"\1{section}"
