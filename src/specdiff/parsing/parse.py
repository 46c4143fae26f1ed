"""Which dialect a snapshot is written in, and reading it."""

from dataclasses import replace
from functools import cache

from specdiff.discovery import discover
from specdiff.errors import SpecdiffError
from specdiff.model.settings import Settings
from specdiff.model.snapshot import Snapshot
from specdiff.model.spec import Spec
from specdiff.parsing import dialects as package
from specdiff.parsing.dialect import Dialect
from specdiff.parsing.dress import Titles, has_any, titles


@cache
def dialects() -> tuple[Dialect, ...]:
    """Return every dialect there is, by name."""
    return tuple(sorted((one for _, one in discover(package, Dialect)), key=lambda one: one.name))


def recognises(path: str, text: str) -> float:
    """Return how surely some dialect knows the file as a spec, from 0 to 1."""
    return max(one.recognises(path, text) for one in dialects())


def companions() -> tuple[str, ...]:
    """Return the globs, relative to a spec's folder, of files that may belong to it."""
    return tuple(sorted({glob for one in dialects() for glob in one.companions}))


def dialect_of(snapshot: Snapshot, settings: Settings) -> Dialect:
    """Return the dialect that the settings name, or the one that recognises the spec best.

    Raises SpecdiffError where the settings name one that does not exist.
    """
    if settings.dialect:
        chosen = next((one for one in dialects() if one.name == settings.dialect), None)
        if chosen is None:
            raise SpecdiffError(f"no dialect is called {settings.dialect!r}; use one of: {', '.join(one.name for one in dialects())}")
        return chosen
    return max(dialects(), key=lambda one: max((one.recognises(path, snapshot.files[path]) for path in snapshot.paths), default=0.0))


def parse(snapshot: Snapshot, settings: Settings) -> Spec:
    """Return the spec that the snapshot holds; one without files gives a spec without sections."""
    return _read(snapshot, settings, {})


def parse_both(old: Snapshot, new: Snapshot, settings: Settings) -> tuple[Spec, Spec]:
    """Return the two specs of a comparison. What is a heading in one of them is read as a heading in the other too, in whatever dress it stands there."""
    before, after = parse(old, settings), parse(new, settings)
    return _redressed(before, old, after, new, settings), _redressed(after, new, before, old, settings)


def _redressed(spec: Spec, snapshot: Snapshot, other: Spec, there: Snapshot, settings: Settings) -> Spec:
    """Return a spec with the sections that only the headings of the other one tell."""
    wanted = titles(other.sections, spec.sections, (there.files.get(path, "") for path in there.paths))
    told = wanted and any(has_any(snapshot.files.get(path, ""), wanted) for path in snapshot.paths)
    return _read(snapshot, settings, wanted) if told else spec


def _read(snapshot: Snapshot, settings: Settings, wanted: Titles) -> Spec:
    spec = dialect_of(snapshot, settings).read(snapshot, settings, wanted)
    return replace(spec, controls=snapshot.controls) if snapshot.controls else spec
