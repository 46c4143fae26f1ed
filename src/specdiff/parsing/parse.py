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
    spec = dialect_of(snapshot, settings).read(snapshot, settings)
    return replace(spec, controls=snapshot.controls) if snapshot.controls else spec
