"""What is in force: an option of the command line over the environment (``SPECDIFF_*``) over ``specdiff.toml`` or ``[tool.specdiff]``."""

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from specdiff.cli.approvals import DEFAULT, approvals
from specdiff.cli.controls import configuration, controls
from specdiff.cli.keys import KEYS, NAMES
from specdiff.cli.table import Table, filled, meant, one_of, repeated
from specdiff.cli.uncommitted import uncommitted
from specdiff.errors import SpecdiffError
from specdiff.model.control import Control
from specdiff.model.finding import Severity
from specdiff.model.settings import Approval, Override, Settings, Value
from specdiff.sources.revisions import Side, Sides

SEVERITIES = tuple(str(one) for one in Severity)
PAIR = 2
FEW = 3
PREFIX = "SPECDIFF_"


class Options(NamedTuple):
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
    """What is in force. ``trusted`` is the side that says so; ``controls`` are what each side says, where a change to that is a finding.

    ``notes`` are remarks on how that came about.
    """

    settings: Settings
    paths: tuple[str, ...]
    formats: tuple[str, ...]
    fail_on: str
    approvals: str
    trusted: str
    controls: tuple[tuple[Control, ...], tuple[Control, ...]] = ((), ())
    notes: tuple[str, ...] = ()


def configured(options: Options, sides: Sides) -> Chosen:
    """Return what is in force for two sides. Raises SpecdiffError for unknown keys, rules, values or dates, naming the nearest right one."""
    _spelled_right()
    _said(options)
    trusted = _trusted(options)
    side = (sides.tip or sides.old) if trusted == "old" else sides.new
    table, named = _configuration(options, sides, side)
    table.only(NAMES)
    place = _approvals(table)
    text = side.read(place)
    chosen = _chosen(options, table, trusted, place, approvals(text, place))
    if text is None and place != DEFAULT and sides.new.read(place) is None:
        chosen = replace(chosen, notes=(f"There is no approvals file {place!r} in {side.label}; it is a path in the repository.",))
    return _compared(options, chosen, sides, side, named)


def approvals_of(folder: Path, options: Options) -> str:
    """Return where a working tree keeps its approvals, relative to its top *folder*."""

    def read(path: str) -> str | None:
        file = folder / path
        return file.read_text(encoding="utf-8-sig") if file.is_file() else None

    named = options.config or os.environ.get("SPECDIFF_CONFIG")
    table = configuration(lambda _: Path(named).read_text(encoding="utf-8-sig"), named)[0] if named else configuration(read)[0]
    return _approvals(table)


def _approvals(table: Table) -> str:
    """Return the path of the approvals file. Raises SpecdiffError for one that leads out of the repository, which no revision holds."""
    place = os.environ.get("SPECDIFF_APPROVALS") or table.text("approvals") or DEFAULT
    if Path(place).is_absolute() or ".." in Path(place).parts:
        raise SpecdiffError(f"approvals cannot be {place!r}; give a path in the repository, from its top")
    return place


def _chosen(options: Options, table: Table, trusted: str, place: str, accepted: tuple[Approval, ...]) -> Chosen:
    """Return what the options, the environment and a configuration say, in this order."""
    fail_on = options.fail_on or os.environ.get("SPECDIFF_FAIL_ON") or table.text("fail-on") or "never"
    one_of("fail-on", fail_on, (*SEVERITIES, "never"))
    settings = Settings(
        dialect=options.dialect or os.environ.get("SPECDIFF_DIALECT") or table.text("dialect"),
        levels=_levels(table),
        renames=_renames(table.table("renames")),
        overrides=_overrides(table),
        values=tuple(_value(name, table.table("values")) for name in table.table("values").data),
        pairs=_pairs(table),
        approvals=accepted,
        today=today() if accepted else "",
        repository_url=_url(os.environ.get("SPECDIFF_REPOSITORY_URL") or table.text("repository-url"), table.source),
    )
    return Chosen(
        settings=settings,
        paths=options.paths or _listed("SPECDIFF_PATH", os.pathsep) or table.texts("path"),
        formats=options.formats or _listed("SPECDIFF_FORMAT", ",") or table.texts("format") or ("terminal",),
        fail_on=fail_on,
        approvals=place,
        trusted=trusted,
    )


def _spelled_right() -> None:
    """Raise SpecdiffError for a variable of the environment that nearly is one of ours: a gate that is not set for a slip of the pen passes everything."""
    known = {key.variable for key in KEYS if key.variable} | {f"{PREFIX}TRUSTED", f"{PREFIX}CONFIG", f"{PREFIX}DEBUG"}
    unknown = sorted(name for name in os.environ if name.startswith(PREFIX) and name not in known)
    if not unknown:
        return
    from rapidfuzz import fuzz, process

    for name in unknown:
        endings = sorted(one.removeprefix(PREFIX) for one in known)
        near = process.extractOne(name.removeprefix(PREFIX), endings, scorer=fuzz.ratio, score_cutoff=75)
        if near:
            raise SpecdiffError(f"the environment has {name!r}, which is no setting; did you mean {PREFIX + near[0]!r}?")


def _said(options: Options) -> None:
    """Raise SpecdiffError for an option that is given and says nothing."""
    given = {
        "--repo": options.repo,
        "--config": options.config,
        "--trusted": options.trusted,
        "--dialect": options.dialect,
        "--fail-on": options.fail_on,
    }
    given |= {"--path": "".join(options.paths)} if options.paths else {}
    for name, value in given.items():
        filled(name, value)


def _trusted(options: Options) -> str:
    """Return the side whose configuration and approvals hold: under CI the old one, so that a change cannot grant itself anything."""
    under_ci = os.environ.get("CI", "").lower() not in ("", "0", "false", "no")
    side = options.trusted or os.environ.get("SPECDIFF_TRUSTED") or ("old" if under_ci else "new")
    one_of("--trusted", side, ("old", "new"))
    return side


def _configuration(options: Options, sides: Sides, side: Side) -> tuple[Table, str | None]:
    """Return the configuration in force, and the path in the repository of the file that was named for it.

    ``None`` where none was named, and nothing where one was named that is not in the repository.

    A named file that either revision holds is read from the side that is trusted; the one in the work tree would be the change's own.
    """
    named = options.config or os.environ.get("SPECDIFF_CONFIG")
    if not named:
        return configuration(side.read)[0], None
    inside = sides.inside(Path(named))
    if side is not sides.new and inside is not None and any(one.read(inside) is not None for one in (side, sides.new)):
        return configuration(side.read, inside)[0], inside
    try:
        text = Path(named).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SpecdiffError(f"{str(named)!r} is not UTF-8: byte {error.start} cannot be decoded; convert it first") from None
    return configuration(lambda _: text, named)[0], inside or ""


def _compared(options: Options, chosen: Chosen, sides: Sides, side: Side, named: str | None) -> Chosen:
    """Add what each side says where that is not the same: as controls where the old side is trusted, else as a note."""
    if sides.old is sides.new:
        return chosen
    place = os.environ.get("SPECDIFF_APPROVALS") or (chosen.approvals if named == "" else None)
    beside = uncommitted(sides, side, "" if side is sides.new and named else named, place or chosen.approvals)
    chosen = replace(chosen, notes=(*chosen.notes, *beside))
    old, new = (controls(one.read, named, place) for one in (sides.old, sides.new))
    before, after = ({one.key: one.words for one in each} for each in (old, new))
    differ = [key for key in dict.fromkeys((*before, *after)) if before.get(key) != after.get(key)]
    if chosen.trusted == "old":
        notes = (*_in_force(chosen, sides, side, differ), *(_mistakes(options, chosen, sides, named) if differ else ()))
        return replace(chosen, controls=(old, new), notes=(*chosen.notes, *notes))
    return replace(chosen, notes=(*chosen.notes, *((_would_be(sides, differ),) if differ else ())))


def _would_be(sides: Sides, differ: Sequence[str]) -> str:
    told = f"{', '.join(differ[:FEW])}{f' and {len(differ) - FEW} more' if len(differ) > FEW else ''}"
    return (
        f"The configuration or the approvals changed too ({told}). Those of {sides.new.label} are in force here;"
        f" under CI those of {sides.old.label} would be, and this a finding (config/changed)."
    )


def _mistakes(options: Options, chosen: Chosen, sides: Sides, named: str | None) -> Iterator[str]:
    """Say what is wrong with the configuration and the approvals of the newer side, which will hold once it is merged."""
    try:
        table = configuration(sides.new.read, named)[0] if named != "" else Table({}, "")
        table.only(NAMES)
        place = os.environ.get("SPECDIFF_APPROVALS") or table.text("approvals") or chosen.approvals
        _chosen(options, table, chosen.trusted, place, approvals(sides.new.read(place), place))
    except SpecdiffError as error:
        yield f"Once {sides.new.label} is the older side no review can be made: {error}."


def _in_force(chosen: Chosen, sides: Sides, side: Side, differ: Sequence[str]) -> Iterator[str]:
    if differ:
        yield f"The configuration and approvals of {side.label} are in force, not those of {sides.new.label}."
    if side.around and (chosen.settings != Settings() or chosen.fail_on != "never"):
        yield f"{side.label} is no revision, so its configuration is what lies on the disk; name revisions, or a change can set its own terms."


def _listed(variable: str, separator: str) -> tuple[str, ...]:
    """Return what a variable of the environment lists. Raises SpecdiffError for one that is set and names nothing; an empty one is not set."""
    value = os.environ.get(variable, "")
    parts = tuple(part.strip() for part in value.split(separator) if part.strip())
    if value and not parts:
        raise SpecdiffError(f"the environment has {variable}={value!r}, which names nothing; name at least one, or unset it")
    return parts


def _levels(table: Table) -> tuple[str, ...]:
    """Return the levels, highest first, in lower case. Raises SpecdiffError for one that stands in two places, and for several in one."""
    levels = tuple(level.lower() for level in _listed("SPECDIFF_LEVELS", ",") or table.texts("levels"))
    run = next((one for one in levels if re.search(r"[,>]", one)), None)
    if run is not None:
        raise SpecdiffError(f"levels holds {run!r}, which is no name; give each level as one of a list, highest first")
    twice = repeated(levels)
    if twice is not None:
        raise SpecdiffError(f"levels names {twice!r} twice, and a level has one rank; leave one of them")
    return levels


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
    from fnmatch import fnmatchcase

    from specdiff.cli.headers import headers

    ids = [one.id for one in headers()]
    if not any(fnmatchcase(one, glob) for one in ids):
        raise SpecdiffError(f"{table.source}: no rule is called {glob!r}{meant(glob, ids)}; see `specdiff rules`")
    return glob


def _value(name: str, values: Table) -> Value:
    entry = values.table(name)
    entry.only(("contrary", "words"))
    if not entry.data:
        raise SpecdiffError(f'{values.source}: {values.at}{name} has no words; add words = ["…"], or take it out')
    words, contrary = (tuple(word.lower() for word in entry.texts(key)) for key in ("words", "contrary"))
    bare = next((word for word in (*words, *contrary) if not word.strip("* ")), None)
    if bare is not None:
        raise SpecdiffError(f"{values.source}: {values.at}{name} holds {bare!r}, which any word is; a * ends a word of some letters")
    both = sorted({*words} & {*contrary})
    if both:
        raise SpecdiffError(
            f"{values.source}: {values.at}{name} has {both[0]!r} among its words and what is contrary to it; leave one of them"
        )
    return Value(name, words, contrary)


def _pairs(table: Table) -> tuple[tuple[str, str], ...]:
    pairs = table.data.get("pairs", [])
    if pairs == []:
        return ()
    from specdiff.prose.values.glossary import built_in

    names = sorted({meaning.name for meaning in built_in()[0]} | set(table.table("values").data))
    out = []
    for pair in pairs if isinstance(pairs, list) else [pairs]:
        if not (isinstance(pair, list) and len(pair) == PAIR and all(isinstance(one, str) for one in pair)):
            raise table.wrong("pairs", 'a list of two values each, like [["honesty", "confidentiality"]]')
        for one in pair:
            if one not in names:
                raise SpecdiffError(f"{table.source}: no value is called {one!r}{meant(one, names)}, or define it: [values.NAME]")
        if pair[0] == pair[1]:
            raise SpecdiffError(f"{table.source}: pairs weighs {pair[0]!r} against itself; name two values")
        out.append((pair[0], pair[1]))
    return tuple(out)


def _renames(table: Table) -> dict[str, str]:
    renames = {old: table.text(old) or "" for old in table.data}
    for old, new in renames.items():
        if not old.strip() or old == new:
            raise SpecdiffError(f"{table.source}: {table.at}{old!r} names no section that became another; write the old id = the new one")
    new, many = next(iter(Counter(renames.values()).most_common(1)), ("", 0))
    if many > 1:
        raise SpecdiffError(f"{table.source}: {table.at[:-1]} says that {many} sections became {new!r}; one section became one")
    return renames


def _url(url: str | None, source: str) -> str | None:
    if url is not None and not re.match(r"https?://[^/\s]+\S*$", url):
        raise SpecdiffError(f"{source}: repository-url must be a web address (https://…), not {url!r}")
    return url.rstrip("/") if url else None


def today() -> str:
    """Return the day, in UTC, by which approvals expire: an ISO date."""
    from datetime import UTC, datetime

    return datetime.now(UTC).date().isoformat()
