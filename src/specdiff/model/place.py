"""Where something stands: a file and an exact, inclusive, 1-based range of lines."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """An inclusive, 1-based range of lines in one file of a snapshot."""

    path: str
    first_line: int
    last_line: int

    def holds(self, other: "Place") -> bool:
        """Whether *other* lies inside this range."""
        return self.path == other.path and self.first_line <= other.first_line and other.last_line <= self.last_line

    def __str__(self) -> str:
        return f"{self.path}:{self.first_line}"


@dataclass(frozen=True, slots=True)
class Hunk:
    """One change of the textual diff with no context lines.

    A range that is empty on one side (pure addition or removal) has ``count`` 0 there. ``old_text`` and ``new_text`` are the removed and
    added lines themselves; without them nobody can tell a blank line from words that no finding accounts for.
    """

    old_path: str | None
    new_path: str | None
    old_start: int
    old_count: int
    new_start: int
    new_count: int
    old_text: tuple[str, ...] = ()
    new_text: tuple[str, ...] = ()

    @property
    def old_place(self) -> Place | None:
        """Where the removed lines stand; ``None`` if there are none."""
        return Place(self.old_path, self.old_start, self.old_start + self.old_count - 1) if self.old_path and self.old_count else None

    @property
    def new_place(self) -> Place | None:
        """Where the added lines stand; ``None`` if there are none."""
        return Place(self.new_path, self.new_start, self.new_start + self.new_count - 1) if self.new_path and self.new_count else None

    def old_lines(self) -> range:
        """The 1-based numbers of the removed lines."""
        return range(self.old_start, self.old_start + self.old_count)

    def new_lines(self) -> range:
        """The 1-based numbers of the added lines."""
        return range(self.new_start, self.new_start + self.new_count)
