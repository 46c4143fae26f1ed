"""What governs a review, setting by setting and approval by approval, as one side has it: so that a change to it can be told.

specdiff.toml ── or [tool.specdiff] ──▶ one control for each top key      (a table as a whole: the order of what is in it decides too)
the approvals file ───────────────────▶ one control for each fingerprint

A file that cannot be understood is one control that says so: on the side that does not hold it stops nobody.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from specdiff.cli.approvals import DEFAULT
from specdiff.cli.table import Table, parsed
from specdiff.errors import SpecdiffError
from specdiff.model.control import Control
from specdiff.model.place import Place

FILE = "specdiff.toml"
PROJECT = "pyproject.toml"
Read = Callable[[str], str | None]
"""The text of a file of one side by its path, ``None`` where there is none. Raises SpecdiffError for what cannot be read."""

_HEAD = re.compile(r"\s*\[{1,2}([^\[\]]+)\]{1,2}\s*(?:#.*)?")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


def configuration(read: Read, named: str | None = None) -> tuple[Table, str]:
    """Return the configuration of a side and the path of its file: the *named* one, else specdiff.toml, else the table in pyproject.toml.

    An empty table where there is none. Raises SpecdiffError where it cannot be read or is not valid TOML.
    """
    if named is not None:
        return _table(read(named), named), named
    text = read(FILE)
    if text is None:
        project = read(PROJECT)
        if project is not None and "specdiff" in project:
            return _table(project, PROJECT), PROJECT
    return _table(text, FILE), FILE


def _table(text: str | None, path: str) -> Table:
    table = parsed(text or "", path)
    if path.rpartition("/")[2] != PROJECT:
        return table
    return Table(table.table("tool").table("specdiff").data, f"[tool.specdiff] in {path}")


def controls(read: Read, named: str | None = None, approvals: str | None = None) -> tuple[Control, ...]:
    """Return everything that governs a review on one side. *approvals* is the path of the approvals file where something outside says it.

    *named* is empty where the configuration is not in the repository, so that no side has one.
    """
    if named == "":
        return tuple(_approvals(read, approvals or DEFAULT))
    try:
        table, path = configuration(read, named)
    except SpecdiffError:
        table, path = None, named or (FILE if _there(read, FILE) else PROJECT)
    found = [_broken(path)] if table is None else list(_settings(table.data, path, read(path) or ""))
    place = approvals or (table.data.get("approvals") if table is not None else None) or DEFAULT
    return (*found, *_approvals(read, str(place)))


def spec_file(path: str) -> Control:
    """Return which file is the spec as a control: reviews to come look at what stands there."""
    return Control("the spec's file", path, json.dumps(path, ensure_ascii=False), Place(path, 1, 1))


def _there(read: Read, path: str) -> bool:
    try:
        return read(path) is not None
    except SpecdiffError:
        return True


def _broken(path: str) -> Control:
    return Control(path, "", "nothing that can be understood", Place(path, 1, 1))


def _settings(data: Mapping[str, Any], path: str, text: str) -> Iterator[Control]:
    lines = text.splitlines()
    within = ("tool", "specdiff") if path.rpartition("/")[2] == PROJECT else ()
    parts = _parts(lines, within)
    for position, (key, value) in enumerate(data.items()):
        first, last, source = _source(lines, parts.get(key, []))
        yield Control(key, source, _spelled(value, in_order=key == "severity"), Place(path, first, last), position=position)


def _approvals(read: Read, path: str) -> Iterator[Control]:
    try:
        text = read(path)
        entries = parsed(text or "", path).tables("approval")
    except SpecdiffError:
        yield _broken(path)
        return
    lines = (text or "").splitlines()
    blocks = _blocks(lines)
    seen: Counter[str] = Counter()
    for position, entry in enumerate(entries):
        name = str(entry.data.get("fingerprint", "without a fingerprint"))
        seen[name] += 1
        key = f"approval {name}" + (f" ({seen[name]})" if seen[name] > 1 else "")
        rule, by = (str(entry.data.get(one, "")) for one in ("rule", "by"))
        about = ", ".join(filter(None, (rule, by and f"by {by}"))) or "of nothing"
        first, last, source = _source(lines, [blocks[position]] if len(blocks) == len(entries) else [])
        yield Control(key, source, _spelled(entry.data), Place(path, first, last), about, position=position)


def _spelled(value: object, *, in_order: bool = False) -> str:
    """Spell a value in one way. Among severities the last that fits decides, so that their order is part of what they say."""
    return json.dumps(value, ensure_ascii=False, default=str, sort_keys=not in_order)


def _source(lines: list[str], parts: list[tuple[int, int]]) -> tuple[int, int, str]:
    """Return the first and last line of what stands in some ranges of lines (0-based, the end left out), and the text; line 1 where that is unknown."""
    if not parts:
        return 1, 1, ""
    trimmed = [(first, _trimmed(lines, first, end)) for first, end in parts]
    return trimmed[0][0] + 1, trimmed[-1][1], "\n".join("\n".join(lines[first:end]) for first, end in trimmed)


def _trimmed(lines: list[str], first: int, end: int) -> int:
    """Leave out blank lines and comments at the end: they belong to what follows."""
    while end > first + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return end


def _parts(lines: list[str], within: tuple[str, ...]) -> dict[str, list[tuple[int, int]]]:
    """Return the lines of each top key below the table *within*, by its name. Only for showing: what a key is worth, TOML says."""
    starts: list[tuple[int, str | None]] = []
    table: tuple[str, ...] = ()
    for number, line in enumerate(lines):
        head, key = _HEAD.fullmatch(line), _KEY.match(line)
        if head:
            table = _names(head[1])
            starts.append((number, _below(table, within)))
        elif key and len(table) <= len(within) and (name := _below((*table, *_names(key[1])), within)):
            starts.append((number, name))
    found: dict[str, list[tuple[int, int]]] = {}
    for (start, name), (end, _) in pairwise((*starts, (len(lines), None))):
        if name:
            found.setdefault(name, []).append((start, end))
    return found


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _below(names: tuple[str, ...], within: tuple[str, ...]) -> str | None:
    inside = names[: len(within)] == within and len(names) > len(within)
    return names[len(within)] if inside else None


def _blocks(lines: list[str]) -> list[tuple[int, int]]:
    """Return the lines of each ``[[approval]]``."""
    heads = ((number, _HEAD.fullmatch(line)) for number, line in enumerate(lines) if line.lstrip().startswith("[["))
    starts = [number for number, head in heads if head and head[1].strip() == "approval"]
    return list(pairwise((*starts, len(lines))))
