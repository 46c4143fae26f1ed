"""The two ladders as a picture: levels as boxes as tall as they hold sections, and a ribbon for every group that went from one to another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from specdiff.model.review import Course, Flow, Review
from specdiff.rendering.plain import one_line

WIDTH, BOX = 400, 116
_TALL, _LOWEST, _GAP, _TOP = 230, 26, 8, 24
_THICKEST, _THINNEST = 9.0, 1.5
_LETTERS = 12


@dataclass(frozen=True, slots=True)
class Box:
    """A level on one side, ``kind`` "level", "none" (no level in force), "came" or "went". ``label`` is short, ``name`` whole."""

    name: str
    label: str
    kind: str
    count: int
    x: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Ribbon:
    """The sections of one flow as a band between two boxes: the path of its outline, and where its number stands."""

    flow: Flow
    path: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Picture:
    """All of it, in units of a view box that is ``WIDTH`` wide."""

    height: float
    boxes: tuple[Box, ...]
    ribbons: tuple[Ribbon, ...]


_Key = tuple[str, str | None]


def picture(review: Review) -> Picture | None:
    """Return the picture, ``None`` where neither revision knows levels."""
    if not review.flows or not (review.old.levels or review.new.levels):
        return None
    total = max(sum(len(flow.sections) for flow in review.flows), 1)
    unit = max(_THINNEST, min(_THICKEST, _TALL / total))
    old = list(_column(review.old.levels, [(_source(flow), flow) for flow in review.flows], 0, unit))
    new = list(_column(review.new.levels, [(_target(flow), flow) for flow in review.flows], WIDTH - BOX, unit))
    boxes = [box for _, box in (*old, *new)]
    return Picture(
        height=max(box.y + box.height for box in boxes) + 2,
        boxes=tuple(boxes),
        ribbons=tuple(_ribbons(review.flows, dict(old), dict(new), unit)),
    )


def _source(flow: Flow) -> _Key:
    return ("came", None) if flow.course is Course.CAME else ("none", None) if flow.old is None else ("level", flow.old)


def _target(flow: Flow) -> _Key:
    return ("went", None) if flow.course is Course.WENT else ("none", None) if flow.new is None else ("level", flow.new)


_LABELS = {"none": "no level", "came": "new", "went": "gone"}


def _column(levels: Iterable[str], flows: Sequence[tuple[_Key, Flow]], x: float, unit: float) -> Iterator[tuple[_Key, Box]]:
    """Yield the boxes of one side from the top: the ladder, levels that it does not know, then what is on no level."""
    ends = ("none", "came", "went")
    keys: dict[_Key, None] = dict.fromkeys(("level", name) for name in levels)
    keys |= dict.fromkeys(key for key, _ in flows if key[0] == "level")
    keys |= dict.fromkeys((end, None) for end in ends if any(key[0] == end for key, _ in flows))
    y = float(_TOP)
    for key in keys:
        kind, level = key
        count = sum(len(flow.sections) for end, flow in flows if end == key)
        name = one_line(level) if level is not None else _LABELS[kind]
        label = name if len(name) <= _LETTERS else f"{name[: _LETTERS - 1]}…"
        height = max(_LOWEST, count * unit)
        yield key, Box(name, label, kind, count, x, round(y, 1), round(height, 1))
        y += height + _GAP


def _ribbons(flows: Sequence[Flow], old: dict[_Key, Box], new: dict[_Key, Box], unit: float) -> Iterator[Ribbon]:
    """Yield the ribbons, those that stayed first so that the others lie on them; at either end they stand in the order of the other side."""
    starts: dict[int, float] = {}
    ends: dict[int, float] = {}
    for mine, at, other in ((old, starts, _target), (new, ends, _source)):
        side, far = (_source, new) if mine is old else (_target, old)
        for key, box in mine.items():
            here = sorted((flow for flow in flows if side(flow) == key), key=lambda flow: far[other(flow)].y)
            y = box.y + (box.height - box.count * unit) / 2
            for flow in here:
                at[id(flow)] = y
                y += len(flow.sections) * unit
    left, right, bend = BOX, WIDTH - BOX, WIDTH / 2
    for flow in reversed(flows):
        a, b, thick = starts[id(flow)], ends[id(flow)], len(flow.sections) * unit
        path = (
            f"M{left} {a:.1f}C{bend:g} {a:.1f} {bend:g} {b:.1f} {right} {b:.1f}V{b + thick:.1f}"
            f"C{bend:g} {b + thick:.1f} {bend:g} {a + thick:.1f} {left} {a + thick:.1f}Z"
        )
        yield Ribbon(flow, path, bend, round((a + b + thick) / 2, 1))
