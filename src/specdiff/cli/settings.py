"""What is in force: an option of the command line over the environment (``SPECDIFF_*``) over ``specdiff.toml`` or ``[tool.specdiff]``."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from specdiff.cli.approvals import approvals
from specdiff.cli.table import Table, meant, one_of, parsed
from specdiff.errors import SpecdiffError
from specdiff.model.finding import Severity
from specdiff.model.settings import Override, Settings, Value
from specdiff.sources.revisions import Sides

FILE = "specdiff.toml"
PROJECT = "pyproject.toml"
APPROVALS = ".specdiff/approvals.toml"
KEYS = (
    "approvals", "dialect", "fail-on", "format", "levels", "override", "pairs", "path", "renames", "repository-url", "severity", "values",
)  # fmt: skip
SEVERITIES = tuple(str(one) for one in Severity)
PAIR = 2


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says; ``None`` and empty where it says nothing."""

    repo: str | None = None
    paths: tuple[str, ...] = ()
    staged: bool = False
    config: str | None = None
    trusted: str | None = None
    dialect: str | None = None
    fail_on: str | None = None
    formats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is in force. ``notes`` are remarks on how that came about."""

    settings: Settings
    paths: tuple[str, ...]
    formats: tuple[str, ...]
    fail_on: str
    approvals: str
    notes: tuple[str, ...] = ()


def configured(options: Options, sides: Sides) -> Chosen:
    """Return what is in force for two sides. Raises SpecdiffError for unknown keys, rules, values or dates, naming the nearest right one."""
    trusted = _trusted(options)
    table, where = _file(options, sides, trusted)
    table.only(KEYS)
    fail_on = options.fail_on or os.environ.get("SPECDIFF_FAIL_ON") or table.text("fail-on") or "never"
    one_of("fail-on", fail_on, (*SEVERITIES, "never"))
    place = os.environ.get("SPECDIFF_APPROVALS") or table.text("approvals") or APPROVALS
    accepted = approvals((sides.old if trusted == "old" else sides.new).read(place), place)
    settings = Settings(
        dialect=options.dialect or os.environ.get("SPECDIFF_DIALECT") or table.text("dialect"),
        levels=tuple(level.lower() for level in _listed("SPECDIFF_LEVELS", ",") or table.texts("levels")),
        renames=_renames(table.table("renames")),
        overrides=_overrides(table),
        values=tuple(_value(name, table.table("values")) for name in table.table("values").data),
        pairs=_pairs(table),
        approvals=accepted,
        today=_today() if accepted else "",
        repository_url=_url(os.environ.get("SPECDIFF_REPOSITORY_URL") or table.text("repository-url"), table.source),
    )
    return Chosen(
        settings=settings,
        paths=options.paths or _listed("SPECDIFF_PATH", os.pathsep) or table.texts("path"),
        formats=options.formats or _listed("SPECDIFF_FORMAT", ",") or table.texts("format") or ("terminal",),
        fail_on=fail_on,
        approvals=place,
        notes=_passed_over(sides, [*where, place]) if trusted == "old" else (),
    )


def _trusted(options: Options) -> str:
    """Return the side whose configuration and approvals hold: under CI the old one, so that a change cannot grant itself anything."""
    under_ci = os.environ.get("CI", "").lower() not in ("", "0", "false", "no")
    side = options.trusted or os.environ.get("SPECDIFF_TRUSTED") or ("old" if under_ci else "new")
    one_of("--trusted", side, ("old", "new"))
    return side


def _file(options: Options, sides: Sides, trusted: str) -> tuple[Table, tuple[str, ...]]:
    """Return the configuration, and the paths in the repository where it is sought."""
    named = options.config or os.environ.get("SPECDIFF_CONFIG")
    if named:
        try:
            return parsed(Path(named).read_text(encoding="utf-8-sig"), str(named)), ()
        except UnicodeDecodeError as error:
            raise SpecdiffError(f"{str(named)!r} is not UTF-8: byte {error.start} cannot be decoded; convert it first") from None
    side = sides.old if trusted == "old" else sides.new
    text = side.read(FILE)
    if text is not None:
        return parsed(text, FILE), (FILE, PROJECT)
    project = side.read(PROJECT)
    if project is not None and "specdiff" in project:
        own = parsed(project, PROJECT).table("tool").table("specdiff")
        return Table(own.data, f"[tool.specdiff] in {PROJECT}"), (FILE, PROJECT)
    return Table({}, FILE), (FILE, PROJECT)


def _passed_over(sides: Sides, places: Sequence[str]) -> tuple[str, ...]:
    """Say which files that govern the review differ between the sides, since those of the new side do not hold."""
    differ = [place for place in places if place != PROJECT and sides.old.read(place) != sides.new.read(place)]
    return tuple(
        f"{place} is not the same in {sides.old.label} and {sides.new.label}; the one in {sides.old.label} is in force." for place in differ
    )


def _listed(variable: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in os.environ.get(variable, "").split(separator) if part.strip())


def _overrides(table: Table) -> tuple[Override, ...]:
    """Return the overrides, the general ones first: the last that fits decides."""
    severities = table.table("severity")
    out = [Override(_severity(severities, rule), _rule(rule, severities)) for rule in severities.data]
    for entry in table.tables("override"):
        entry.only(("rule", "section", "severity"))
        if "severity" not in entry.data:
            raise SpecdiffError(f'{entry.source}: an override lacks its severity; add severity = "minor", or another')
        out.append(Override(_severity(entry, "severity"), _rule(entry.text("rule") or "*", entry), entry.text("section") or "*"))
    return tuple(out)


def _severity(table: Table, key: str) -> Severity | None:
    value = table.text(key) or ""
    one_of(f"{table.source}: {table.at}{key}", value, (*SEVERITIES, "off"))
    return None if value == "off" else Severity(value)


def _rule(glob: str, table: Table) -> str:
    from fnmatch import fnmatchcase  # noqa: PLC0415 - only where a rule is named

    from specdiff.cli.headers import headers  # noqa: PLC0415

    ids = [one.id for one in headers()]
    if not any(fnmatchcase(one, glob) for one in ids):
        raise SpecdiffError(f"{table.source}: no rule is called {glob!r}{meant(glob, ids)}; see `specdiff rules`")
    return glob


def _value(name: str, values: Table) -> Value:
    entry = values.table(name)
    entry.only(("contrary", "words"))
    return Value(name, *(tuple(word.lower() for word in entry.texts(key)) for key in ("words", "contrary")))


def _pairs(table: Table) -> tuple[tuple[str, str], ...]:
    pairs = table.data.get("pairs", [])
    if not pairs:
        return ()
    from specdiff.prose.glossary import built_in  # noqa: PLC0415 - heavy

    names = sorted({meaning.name for meaning in built_in()[0]} | set(table.table("values").data))
    out = []
    for pair in pairs if isinstance(pairs, list) else [pairs]:
        if not (isinstance(pair, list) and len(pair) == PAIR and all(isinstance(one, str) for one in pair)):
            raise table.wrong("pairs", 'a list of two values each, like [["honesty", "confidentiality"]]')
        for one in pair:
            if one not in names:
                raise SpecdiffError(f"{table.source}: no value is called {one!r}{meant(one, names)}, or define it: [values.NAME]")
        out.append((pair[0], pair[1]))
    return tuple(out)


def _renames(table: Table) -> dict[str, str]:
    return {old: table.text(old) or "" for old in table.data}


def _url(url: str | None, source: str) -> str | None:
    if url is not None and not url.startswith(("https://", "http://")):
        raise SpecdiffError(f"{source}: repository-url must be a web address (https://…), not {url!r}")
    return url.rstrip("/") if url else None


def _today() -> str:
    from datetime import UTC, datetime  # noqa: PLC0415 - only where something can expire

    return datetime.now(UTC).date().isoformat()
