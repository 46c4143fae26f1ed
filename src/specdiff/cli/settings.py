"""What the user chose: command line over environment (``SPECDIFF_*``) over ``specdiff.toml`` or ``[tool.specdiff]``."""

import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from specdiff.errors import SpecdiffError
from specdiff.model.finding import Severity
from specdiff.model.settings import Approval, Override, Settings, Value
from specdiff.sources.revisions import Sides

FILE = "specdiff.toml"
APPROVALS = ".specdiff/approvals.toml"
KEYS = ("approvals", "dialect", "fail-on", "levels", "override", "pairs", "path", "renames", "repository-url", "severity", "values")
SEVERITIES = ("critical", "major", "minor", "editorial")


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says; ``None`` and empty where it says nothing."""

    repo: Path | None = None
    paths: tuple[str, ...] = ()
    staged: bool = False
    config: Path | None = None
    dialect: str | None = None
    fail_on: str | None = None


def configured(options: Options, sides: Sides) -> tuple[Options, Settings]:
    """Return the options in force and the settings. Raises SpecdiffError for unknown keys, rules or values, naming the nearest right one."""
    data, source = _data(options, sides)
    _known(data, KEYS, source)
    fail_on = options.fail_on or os.environ.get("SPECDIFF_FAIL_ON") or data.get("fail-on") or "never"
    _one_of("fail-on", fail_on, (*SEVERITIES, "never"))
    paths = (
        options.paths
        or tuple(filter(None, os.environ.get("SPECDIFF_PATH", "").split(os.pathsep)))
        or _strings(data.get("path", []), "path", source)
    )
    approvals = _approvals(sides, str(data.get("approvals", APPROVALS)))
    settings = Settings(
        dialect=options.dialect or os.environ.get("SPECDIFF_DIALECT") or data.get("dialect"),
        levels=tuple(level.lower() for level in _strings(data.get("levels", []), "levels", source)),
        renames={str(old): str(new) for old, new in _table(data, "renames", source).items()},
        overrides=_overrides(data, source),
        values=tuple(_value(name, entry, source) for name, entry in _table(data, "values", source).items()),
        pairs=tuple(_pair(pair, source) for pair in data.get("pairs", [])),
        approvals=approvals,
        today=_today() if approvals else "",
        repository_url=data.get("repository-url"),
    )
    return replace(options, paths=paths, fail_on=fail_on), settings


def _data(options: Options, sides: Sides) -> tuple[Mapping[str, Any], str]:
    """Return the configuration and where it stands. Under CI that of the old side, so that a change cannot grant itself anything."""
    if options.config is not None:
        return _parsed(options.config.read_text(encoding="utf-8"), str(options.config)), str(options.config)
    side = sides.old if os.environ.get("CI", "").lower() in ("1", "true") else sides.new
    text = side.read(FILE)
    if text is not None:
        return _parsed(text, FILE), FILE
    project = side.read("pyproject.toml")
    if project is not None and "tool.specdiff" in project:
        return _parsed(project, "pyproject.toml").get("tool", {}).get("specdiff", {}), "pyproject.toml"
    return {}, FILE


def _parsed(text: str, source: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SpecdiffError(f"{source} is not valid TOML: {error}; mend it or choose another with --config") from None


def _approvals(sides: Sides, path: str) -> tuple[Approval, ...]:
    side = sides.old if os.environ.get("CI", "").lower() in ("1", "true") else sides.new
    text = side.read(path)
    if text is None:
        return ()
    out = []
    for entry in _parsed(text, path).get("approval", []):
        _known(entry, ("by", "expires", "fingerprint", "reason", "rule"), path)
        missing = [key for key in ("fingerprint", "by", "reason") if not entry.get(key)]
        if missing:
            raise SpecdiffError(f"{path}: an approval lacks {', '.join(missing)}; add it, or write it with `specdiff approve`")
        expires = entry.get("expires")
        out.append(Approval(entry["fingerprint"], entry["by"], entry["reason"], str(expires) if expires else None, entry.get("rule", "")))
    return tuple(out)


def _overrides(data: Mapping[str, Any], source: str) -> tuple[Override, ...]:
    out = [Override(_severity(value, source), _rule(rule, source)) for rule, value in _table(data, "severity", source).items()]
    for entry in data.get("override", []):
        _known(entry, ("rule", "section", "severity"), source)
        out.append(Override(_severity(entry.get("severity", ""), source), _rule(entry.get("rule", "*"), source), entry.get("section", "*")))
    return tuple(out)


def _severity(value: object, source: str) -> Severity | None:
    _one_of(f"{source}: severity", value, (*SEVERITIES, "off"))
    return None if value == "off" else Severity(str(value))


def _rule(glob: str, source: str) -> str:
    from fnmatch import fnmatchcase  # noqa: PLC0415

    from specdiff.rules.catalogue import catalogue  # noqa: PLC0415 - only where a rule is named

    ids = [one.info.id for one in catalogue()]
    if not any(fnmatchcase(one, glob) for one in ids):
        raise SpecdiffError(f"{source}: no rule is called {glob!r}{_meant(glob, ids)}")
    return glob


def _value(name: str, entry: object, source: str) -> Value:
    if not isinstance(entry, dict):
        raise SpecdiffError(f"{source}: values.{name} must be a table with words and contrary")
    _known(entry, ("contrary", "words"), source)
    return Value(
        name,
        _strings(entry.get("words", []), f"values.{name}.words", source),
        _strings(entry.get("contrary", []), f"values.{name}.contrary", source),
    )


def _pair(pair: object, source: str) -> tuple[str, str]:
    if not (isinstance(pair, list) and len(pair) == 2 and all(isinstance(one, str) for one in pair)):  # noqa: PLR2004
        raise SpecdiffError(f"{source}: each of pairs must be two names of values, like ['honesty', 'confidentiality']")
    return pair[0], pair[1]


def _table(data: Mapping[str, Any], key: str, source: str) -> Mapping[str, Any]:
    table = data.get(key, {})
    if not isinstance(table, dict):
        raise SpecdiffError(f"{source}: {key} must be a table, like [{key}]")
    return table


def _strings(value: object, key: str, source: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise SpecdiffError(f"{source}: {key} must be a list of strings")
    return tuple(value)


def _known(data: Mapping[str, Any], keys: Sequence[str], source: str) -> None:
    for key in data:
        if key not in keys:
            raise SpecdiffError(f"{source}: no setting is called {key!r}{_meant(key, keys)}")


def _one_of(what: str, value: object, allowed: Sequence[str]) -> None:
    if value not in allowed:
        raise SpecdiffError(f"{what} cannot be {value!r}; use one of: {', '.join(allowed)}")


def _meant(name: str, names: Sequence[str]) -> str:
    from rapidfuzz import process  # noqa: PLC0415 - heavy

    near = process.extractOne(name, names, score_cutoff=50)
    return f"; did you mean {near[0]!r}?" if near else f"; there are: {', '.join(names)}"


def _today() -> str:
    from datetime import UTC, datetime  # noqa: PLC0415

    return datetime.now(UTC).date().isoformat()
