"""A table of a TOML file, read with care: each mistake is one line that names the file, the key and the nearest right name."""

import tomllib
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from specdiff.errors import SpecdiffError


class Table(NamedTuple):
    """``source`` is the file's name, ``at`` the keys that lead to this table, each with a dot behind it."""

    data: Mapping[str, Any]
    source: str
    at: str = ""

    def only(self, keys: Sequence[str]) -> None:
        """Raise SpecdiffError for a key that is none of *keys*."""
        for key in self.data:
            if key not in keys:
                raise SpecdiffError(f"{self.source}: no setting is called {self.at + key!r}{meant(key, keys)}")

    def text(self, key: str) -> str | None:
        """Return a string that says something, or ``None`` where there is none."""
        value = self.data.get(key)
        if value is not None and not isinstance(value, str):
            raise self.wrong(key, "a string")
        if value is not None and not value.strip():
            raise SpecdiffError(f"{self.source}: {self.at}{key} is empty; give it a value, or take it out")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of strings, no two the same; one string is a list of one, and only where nothing is said there is none."""
        value = self.data.get(key)
        values = [value] if isinstance(value, str) else value
        if value is None:
            return ()
        if not isinstance(values, list) or not all(isinstance(one, str) for one in values):
            raise self.wrong(key, "a list of strings")
        if not values or not all(one.strip() for one in values):
            raise SpecdiffError(
                f"{self.source}: {self.at}{key} {'holds an empty string' if values else 'is empty'}; name at least one, or take it out"
            )
        twice = repeated(values)
        if twice is not None:
            raise SpecdiffError(f"{self.source}: {self.at}{key} names {twice!r} twice; leave one of them")
        return tuple(values)

    def table(self, key: str) -> "Table":
        """Return a table, empty where there is none."""
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, f"a table: [{self.at}{key}]")
        return Table(value, self.source, f"{self.at}{key}.")

    def tables(self, key: str) -> tuple["Table", ...]:
        """Return the tables of a list of tables."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self.wrong(key, f"a list of tables: [[{self.at}{key}]]")
        return tuple(Table(one, self.source, f"{self.at}{key}.") for one in value)

    def wrong(self, key: str, what: str) -> SpecdiffError:
        """Return the error for a value of the wrong kind."""
        return SpecdiffError(f"{self.source}: {self.at}{key} must be {what}")


def parsed(text: str, source: str) -> Table:
    """Return the table that a TOML text is. Raises SpecdiffError where it is none."""
    try:
        return Table(tomllib.loads(text), source)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SpecdiffError(f"{source} is not valid TOML: {error}; mend it first") from None


def one_of(what: str, value: str, allowed: Sequence[str]) -> None:
    """Raise SpecdiffError for a value that is not allowed."""
    if value not in allowed:
        raise SpecdiffError(f"{what} cannot be {value!r}{meant(value, allowed)}")


def filled(option: str, value: str | None) -> None:
    """Raise SpecdiffError for an option that is given and says nothing: a variable that is not set must not take a gate away."""
    if value is not None and not value.strip():
        raise SpecdiffError(f"{option} is empty; give it a value, or leave it away")


def repeated(values: Sequence[str]) -> str | None:
    """Return the first of some values that stands there a second time, if one does."""
    return next((one for index, one in enumerate(values) if one in values[:index]), None)


def meant(name: str, names: Sequence[str]) -> str:
    """Return the end of a message about a wrong name: the nearest right one, or all of them where none is near and they are few."""
    from rapidfuzz import fuzz, process, utils

    near = process.extractOne(name, names, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=60)
    if near:
        return f"; did you mean {near[0]!r}?"
    return f"; use one of: {', '.join(names)}" if len(names) <= 20 else ""  # noqa: PLR2004 - what fits a line
