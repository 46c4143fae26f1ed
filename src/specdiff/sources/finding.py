"""Which file of each side is the spec, and which file of the other side it was or became.

paths given ── on both sides ───────────────▶ pairs
            ── on one side ── followed ─────▶ a pair, or a spec that was added or removed
none given  ── the best of each side ── as if it had been given
"""

import re
from collections.abc import Callable, Iterable, Sequence
from posixpath import basename, normpath
from posixpath import join as joined
from typing import NamedTuple

from specdiff.errors import SpecdiffError
from specdiff.sources.globs import MAGIC
from specdiff.sources.renames import below, followed, is_markdown
from specdiff.sources.side import Side
from specdiff.sources.texts import head, printable, quoted

Recognises = Callable[[str, str], float]
Found = tuple[str | None, str | None]

SURE = 0.65  # a score that no file gets by its name alone
NEAR = 0.05  # scores this close do not decide
_ASIDE = re.compile(
    r"(?:readme|change-?log|changes|contributing|licen[cs]e|copying|notice|code[_-]of[_-]conduct|security|support|authors|maintainers|history|news|releases?|todo"
    r"|(?:issue|pull_request)_template)[^/]*$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"(?:^|/)(?:\.[^/]+|tests?|testdata|fixtures?|vendor|node_modules|third_party|archived?|examples?)/", re.IGNORECASE)
_FEW = 5


class Best(NamedTuple):
    """The likeliest specs of a side: one is the answer, several are a question. ``score`` from 0 to 1."""

    paths: tuple[str, ...]
    score: float


def find(old: Side, new: Side, globs: Sequence[str], recognises: Recognises, lead: str = "new") -> tuple[Found, ...]:
    """Return the spec's files as pairs of (path in OLD, path in NEW), ``None`` on the side that has none.

    With *lead* "old" a file that only NEW has is never taken for the spec while OLD has one.

    Raises SpecdiffError where there is none on either side, or several could be meant.
    """
    if old.named is not None or new.named is not None:
        return (_named(old, new, globs, recognises),)
    if globs:
        return _given(old, new, globs)
    return ((_led(old, new, recognises) if lead == "old" else None) or _sought(old, new, recognises),)


def _named(old: Side, new: Side, globs: Sequence[str], recognises: Recognises) -> Found:
    """At least one side is named by the user."""
    there, here = _reached(old), _reached(new)
    if old.named is not None and new.named is not None:
        if there is None and here is None:
            raise SpecdiffError(f"there is no {old.tree.what(old.named)} and no {new.tree.what(new.named)}{_offered(new.named, old, new)}")
        return there, here
    known, other, path = (old, new, there) if old.named is not None else (new, old, here)
    if path is None:
        raise SpecdiffError(f"there is no {known.tree.what(known.named or '')}{_offered(known.named or '', known)}")
    given = [one for glob in globs for one in _expanded(other, glob)]
    found = given[0] if given else _same_path(known, other) or followed(known, path, other)
    if found is None and not given:
        best = best_of(other, recognises)
        found = _only(other, best) if best.paths else None
    return (path, found) if known is old else (found, path)


def _reached(side: Side) -> str | None:
    return None if side.named is None else side.tree.resolve(side.named)


def _same_path(known: Side, other: Side) -> str | None:
    """Return the file of the other side that stands where the named one stands in the repository, or has its name in the folder."""
    places = (place for place in (known.at, known.named) if place is not None)
    return next((reached for place in places if (reached := other.tree.resolve(place)) is not None), None)


def _given(old: Side, new: Side, globs: Sequence[str]) -> tuple[Found, ...]:
    pairs: dict[Found, None] = {}
    for glob in globs:
        olds, news = _expanded(old, glob), _expanded(new, glob)
        if not olds and not news:
            raise SpecdiffError(f"nothing matches {quoted(glob)} in {old.tree.where} or {new.tree.where}{_offered(glob, old, new)}")
        if len(olds) == 1 and not news:
            pairs[olds[0], followed(old, olds[0], new)] = None
        elif len(news) == 1 and not olds:
            pairs[followed(new, news[0], old), news[0]] = None
        elif len(olds) == len(news) == 1:
            pairs[olds[0], news[0]] = None
        else:
            both = sorted({*olds, *news}, key=_natural)
            pairs |= dict.fromkeys((path if path in olds else None, path if path in news else None) for path in both)
    return tuple(pairs)


def _expanded(side: Side, glob: str) -> list[str]:
    """Return the files that a path or glob names, from the side's own folder, the user's folder or the top, in natural order."""
    for pattern in dict.fromkeys(normpath(joined(folder, glob)) for folder in (side.scope or side.near, side.near, "")):
        exact = side.tree.resolve(pattern)
        if exact is not None:
            return [exact]
        within = (
            side.tree.glob(pattern) if MAGIC.search(pattern) else [name for name in side.tree.glob(f"{pattern}/**") if is_markdown(name)]
        )
        if within:
            return sorted(within, key=_natural)
    return []


def _led(old: Side, new: Side, recognises: Recognises) -> Found | None:
    """Return OLD's spec and what became of it; ``None`` where OLD has none for sure."""
    best = best_of(old, recognises)
    if best.score < SURE:
        return None
    path = _only(old, best)
    return path, _there(old, path, new) or followed(old, path, new)


def _sought(old: Side, new: Side, recognises: Recognises) -> Found:
    after = best_of(new, recognises)
    if after.score >= SURE and len(after.paths) == 1:
        there = _there(new, after.paths[0], old)
        if there is not None:
            return there, after.paths[0]
    before = best_of(old, recognises)
    if not before.paths and not after.paths:
        raise SpecdiffError(f"there is no Markdown file in {old.tree.where} or {new.tree.where}; name the spec with --path")
    clearer = len(before.paths) == 1 < len(after.paths) and after.score < SURE
    use_old = before.score > after.score + NEAR or (clearer and before.score > after.score - NEAR)
    known, other, best, rest = (old, new, before, after) if use_old else (new, old, after, before)
    path = _only(known, best)
    found = _there(known, path, other) or followed(known, path, other)
    if found is None and len(rest.paths) == 1 and rest.score >= SURE and known.tree.resolve(rest.paths[0]) is None:
        found = rest.paths[0]
    return (path, found) if known is old else (found, path)


def _there(known: Side, path: str, other: Side) -> str | None:
    """Return the file with the same path on the other side; where each side was narrowed to a folder, with the same path from there."""
    if known.scope and other.scope:
        path = joined(other.scope, path[len(known.scope) + 1 :])
    return other.tree.resolve(path) if path.startswith(below(other)) else None


def best_of(side: Side, recognises: Recognises) -> Best:
    """Return the Markdown files of a side that are likeliest to be a spec; of several, those in the folder the user is in."""
    candidates = _candidates(side)
    if not candidates:
        return Best((), -1.0)
    raws, problem = side.tree.readable(candidates)
    scores = {path: recognises(path, head(raw)) - _less(path) for path, raw in raws.items()}
    highest = max(scores.values(), default=-1.0)
    if problem is not None and highest < SURE:
        raise problem  # what could not be read may be the spec
    top = [path for path in scores if scores[path] > highest - NEAR]
    near = [path for path in top if side.near and path.startswith(side.near + "/")]
    return Best(tuple(near if len(near) == 1 else top), highest)


def _candidates(side: Side) -> list[str]:
    lists = (side.tree.tracked(), side.tree.names())
    return next(filter(None, ([path for path in paths if path.startswith(below(side)) and is_markdown(path)] for paths in lists)), [])


def _less(path: str) -> float:
    """How much less likely a file is a spec for its name and folder alone."""
    return (0.4 if _ASIDE.match(basename(path)) else 0.0) + (0.3 if _ELSEWHERE.search(path) else 0.0)


def _only(side: Side, best: Best) -> str:
    if len(best.paths) > 1:
        shown = ", ".join(printable(side.tree.shown(path)) for path in best.paths[:_FEW])
        more = f" and {len(best.paths) - _FEW} more" if len(best.paths) > _FEW else ""
        raise SpecdiffError(f"several files in {side.tree.where} could be the spec: {shown}{more}; choose with --path")
    return best.paths[0]


def _offered(wanted: str, *sides: Side) -> str:
    """Return the end of a message that lists the Markdown files there are, those named most like *wanted* first."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only where something went wrong

    names = sorted({printable(side.tree.shown(path)) for side in sides for path in _candidates(side)})
    some = ", ".join(name for name, *_ in process.extract(wanted, names, scorer=fuzz.ratio, limit=_FEW))
    return (
        f"; there are: {some}{f' and {len(names) - _FEW} more' if len(names) > _FEW else ''}"
        if some
        else "; there is no Markdown file at all"
    )


def _natural(path: str) -> list[tuple[int, str]]:
    """Sort key under which chapter-2 stands before chapter-10."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", path)]


def pairs_of(old: Iterable[str], new: Iterable[str], found: Sequence[Found]) -> tuple[Found, ...]:
    """Pair all files of two snapshots: the spec's as found, companions by their place beside the spec, then by path; the rest alone."""
    spec = next(((a, b) for a, b in found if a is not None and b is not None), None)
    left = [path for path in old if path not in {a for a, _ in found}]
    right = dict.fromkeys(path for path in new if path not in {b for _, b in found})
    pairs = list(found)
    for path in left:
        moved = path
        if spec is not None and path.startswith(_above(spec[0])):
            moved = _above(spec[1]) + path[len(_above(spec[0])) :]
        match = next((one for one in (moved, path) if one in right), None)
        right.pop(match or "", None)
        pairs.append((path, match))
    return (*pairs, *((None, path) for path in right))


def _above(path: str) -> str:
    return path[: path.rfind("/") + 1]
