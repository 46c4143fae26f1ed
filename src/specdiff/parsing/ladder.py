"""The levels of authority: read from where the document lists them, else configured, else the dialect's own."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from specdiff.model.place import Place
from specdiff.model.spec import Ladder, Level, Order
from specdiff.parsing.blockrules import cells
from specdiff.parsing.markdown import Block
from specdiff.prose.text.normal import normal

_HEAD = re.compile(r"\s*(?P<mark>\*\*|__|\*|_|`)(?P<name>[^*_`\n]{1,60}?)(?P=mark)")
_PLAIN_HEAD = re.compile(r"\s*(?P<name>[\w][\w /-]{0,40}?)\s*(?:[:\u2013\u2014]|\s-\s|$)")
_LEVELS = re.compile(
    r"\blevels? of (?:authority|priority|precedence|trust)\b|\b(?:authority|priority|trust|precedence) levels?\b"
    r"|\b(?:tiers?|hierarchy) of (?:authority|trust)\b|\blevels? (?:are|is|from)\b",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"\b(?:order|ordering|hierarchy|ranking) of (?:priority|priorities|precedence|authority|importance)\b"
    r"|\bpriorit(?:y|ies) (?:order|in order)\b|\b(?:highest|most important) (?:to|first)\b|\bfrom (?:the )?highest\b"
    r"|\b(?:descending|decreasing) (?:order|priority)\b|\bprecedence\b.*\border\b",
    re.IGNORECASE,
)
_UPWARD = re.compile(
    r"\bfrom (?:the )?lowest\b|\blowest (?:to|first)\b|\bascending\b|\bincreasing (?:order|priority|authority)\b", re.IGNORECASE
)
_FEWEST = 2


class Rung(NamedTuple):
    """One name of a listing with the text it stands in; ``strong`` where the name itself is set off as a level's name."""

    name: str
    text: str
    first: int
    last: int
    strong: bool


class Listing(NamedTuple):
    """A list or table that ranks things, first to last. ``levels``: they are the levels of authority."""

    rungs: tuple[Rung, ...]
    levels: bool


def listing(block: Block, said: str, used: Collection[str]) -> Listing | None:
    """Return what a list or table ranks, if it does. *said* is what leads into it, *used* the levels that headings state."""
    rungs = _table(block) if block.kind == "table" else _list(block)
    names = [rung.name for rung in rungs]
    if len(names) < _FEWEST or len(set(names)) < len(names):
        return None
    strong = sum(rung.strong for rung in rungs)
    known = sum(rung.strong and rung.name in used for rung in rungs)
    levels = known >= _FEWEST and known * 2 >= len(names)
    if not levels and block.kind == "list":
        levels = strong * 2 >= len(rungs) and _LEVELS.search(said) is not None
        if not levels and not (_RANKED.search(said) and len(rungs) == len(block.children)):
            return None
    elif not levels:
        return None
    return Listing(tuple(reversed(rungs)) if _UPWARD.search(said) else tuple(rungs), levels)


def _list(block: Block) -> list[Rung]:
    rungs = []
    for item in block.children:
        head = item.children[0] if item.children and item.children[0].kind == "paragraph" else None
        if head is None:
            return []
        marked = _HEAD.match(head.text)
        found = marked or _PLAIN_HEAD.match(head.text)
        name = _name(found["name"]) if found else _name(head.text)
        if name:
            rungs.append(Rung(name, head.text, head.first, head.last, marked is not None and marked["mark"] in ("**", "__")))
    return rungs


def _table(block: Block) -> list[Rung]:
    rows = [(row, cells(row.text)) for row in block.children[1:]]
    return [Rung(_name(found[0]), row.text, row.first, row.last, strong=True) for row, found in rows if found and _name(found[0])]


def _name(text: str) -> str:
    return normal(text).strip(" .:;,-").lower()


def ladder(
    found: Sequence[tuple[Listing, str, str]],
    orders: Sequence[Order],
    used: Sequence[str],
    configured: Sequence[str],
    usual: Sequence[str],
) -> Ladder:
    """Return the ladder.

    *found* are the listings of levels with the section and path they stand in, *orders* the orders that the prose states. Levels that
    headings use and nothing ranks come last, with rank -1: nobody knows where they stand.
    """
    best = max(found, key=lambda one: len({rung.name for rung in one[0].rungs} & set(used)), default=None)
    chain = next((order for order in orders if not order.levels and len(set(order.items) & set(used)) == len(set(used)) >= _FEWEST), None)
    if best:
        listed, section, path = best
        strong = [rung for rung in listed.rungs if rung.strong or rung.name in used]
        levels = [
            Level(rung.name, rank, rung.text, normal(rung.text), section, Place(path, rung.first, rung.last), rank)
            for rank, rung in enumerate(strong or listed.rungs)
        ]
    elif chain and not configured:
        levels = [Level(name, rank, chain.text, chain.words, chain.section, chain.place, rank) for rank, name in enumerate(chain.items)]
    else:
        names = configured or (usual if set(used) & set(usual) else ())
        levels = [Level(name.lower(), rank, name, name.lower(), position=rank) for rank, name in enumerate(names)]
    known = {level.name for level in levels}
    unknown = [name for name in dict.fromkeys(used) if name not in known]
    levels += [Level(name, -1, name, name, position=len(levels) + index) for index, name in enumerate(unknown)]
    return Ladder(tuple(levels), listed=bool(best or (chain and not configured)))
