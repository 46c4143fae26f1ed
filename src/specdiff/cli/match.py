"""``specdiff match``: what was paired with what, why, and how alike."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from specdiff.cli.arguments import Config, Dialect, Json, New, Old, Paths, Repo, Staged, Trusted
from specdiff.cli.streams import put
from specdiff.cli.text import clean

if TYPE_CHECKING:
    from specdiff.model.change import Change
    from specdiff.model.spec import Node

SHOWN = 60


def match(
    old: Old,
    new: New = None,
    path: Paths = None,
    repo: Repo = None,
    staged: Staged = False,
    config: Config = None,
    trusted: Trusted = None,
    dialect: Dialect = None,
    as_json: Json = False,
    every: Annotated[bool, typer.Option("--all", help="Also what is the same, in the same place (always there with --json).")] = False,
) -> int:
    """Show what was paired with what, and why."""
    from specdiff.cli.pipeline import matched, opened
    from specdiff.cli.settings import Options

    start = opened(old, new, Options(repo, tuple(path or ()), staged, config, trusted, dialect))
    matching = matched(start)
    rows = [_row(change) for change in matching.changes()]
    if as_json:
        from specdiff.rendering.jsontext import dumps

        put(dumps({"pairings": rows, "notes": list(matching.notes)}))
        return 0
    shown = rows if every else [row for row in rows if row["score"] != 1.0 or row["moved"] or row["reordered"]]
    put("".join(f"{clean(line)}\n" for line in _lines(shown)))
    put(f"{len(rows) - len(shown)} more are the same in the same place (--all shows them)\n" if len(shown) < len(rows) else "")
    return 0


def _lines(rows: "list[dict[str, Any]]") -> Iterator[str]:
    for row in rows:
        score = "    " if row["score"] is None else f"{row['score']:.2f}"
        marks = "".join(f" ({name})" for name in ("moved", "reordered") if row[name])
        ends = " -> ".join(
            "; ".join(f"{one['section']}: {_short(one['words'])}" for one in row[side]) or "nothing" for side in ("old", "new")
        )
        yield f"{score}  {row['relation']:<7}  {row['kind']:<10}  {ends}{marks}"
        if row["because"]:
            yield f"{'':27}because: {row['because']}"


def _row(change: "Change[Node]") -> dict[str, Any]:
    sides = {name: _nodes(getattr(change, name, ())) for name in ("old", "new")}
    first = next(node for nodes in sides.values() for node in nodes)
    score = getattr(change, "score", None)
    return {
        "relation": type(change).__name__.lower(),
        "kind": type(first).__name__.lower(),
        **{name: [_end(node) for node in nodes] for name, nodes in sides.items()},
        "score": None if score is None else round(score, 3),
        "because": getattr(change, "because", ""),
        "moved": getattr(change, "moved", False),
        "reordered": getattr(change, "reordered", False),
    }


def _nodes(end: "Node | tuple[Node, ...]") -> "tuple[Node, ...]":
    return end if isinstance(end, tuple) else (end,)


def _end(node: "Node") -> dict[str, Any]:
    name = getattr(node, "name", "") or getattr(node, "key", "")
    place = node.place
    return {
        "section": node.section,
        "words": name or node.words,
        "path": place.path if place is not None else None,
        "line": place.first_line if place is not None else None,
    }


def _short(words: str) -> str:
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"
