"""The ladder of authority levels, read from where the document lists it."""

import re
from dataclasses import dataclass

from specdiff.model.place import Place
from specdiff.model.spec import Ladder, Level
from specdiff.parsing.markdown import Block
from specdiff.prose.normal import normal

_HEAD = re.compile(r"^\*\*([^*\n]{1,40}?):?\*\*")


@dataclass(frozen=True, slots=True)
class Listing:
    """A list whose items each begin with a marked name: perhaps the levels of authority."""

    names: tuple[str, ...]
    texts: tuple[str, ...]
    places: tuple[Place, ...]
    text: str
    place: Place

    def is_ladder(self, used: tuple[str, ...]) -> bool:
        """Whether most of the names are levels that headings use, at least two of them."""
        hits = sum(name in used for name in self.names)
        return hits >= 2 and hits * 2 >= min(len(self.names), max(2, len(used)))  # noqa: PLR2004 - two make an order


def listing(block: Block, path: str) -> Listing | None:
    """Return the names that a list's items begin with, or ``None`` where fewer than two do."""
    names, texts, places = [], [], []
    for item in block.children:
        first = item.children[0] if item.children and item.children[0].kind == "paragraph" else None
        head = _HEAD.match(first.text.strip()) if first else None
        if first and head:
            names.append(normal(head[1]).rstrip(":").lower())
            texts.append(first.text)
            places.append(Place(path, first.first, first.last))
    if len(names) < 2:  # noqa: PLR2004 - two make an order
        return None
    return Listing(tuple(names), tuple(texts), tuple(places), block.text, Place(path, block.first, block.last))


def ladder(lists: list[tuple[Listing, str]], used: tuple[str, ...], configured: tuple[str, ...], fallback: tuple[str, ...]) -> Ladder:
    """Return the ladder: as the document lists it, else as configured, else the dialect's own; levels that only headings use come last."""
    found = next(((one, section) for one, section in lists if one.is_ladder(used)), None)
    if found:
        one, section = found
        levels = [
            Level(name, rank, text, normal(text), section, place, rank)
            for rank, (name, text, place) in enumerate(zip(one.names, one.texts, one.places, strict=True))
        ]
        return Ladder(tuple(levels), listed=True)
    names = configured or (fallback if any(name in fallback for name in used) else ())
    return Ladder(tuple(Level(name, rank, name, name, position=rank) for rank, name in enumerate(names)))
