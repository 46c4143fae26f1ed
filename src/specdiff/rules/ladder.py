"""Where a level stands on its ladder, in words. A ladder that a document lists has two rungs at least."""

from specdiff.model.spec import Ladder, Level


def neighbours(level: Level, ladder: Ladder) -> tuple[str | None, str | None, str]:
    """Return the names of the levels above and below, and the place in words: "between root and user"."""
    names = ladder.names
    index = names.index(level.name)
    above = names[index - 1] if index else None
    below = names[index + 1] if index + 1 < len(names) else None
    if above and below:
        return above, below, f"between {above} and {below}"
    return above, below, f"below {above}" if above else f"above {below}"
