"""Every output format there is."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from specdiff.discovery import discover
from specdiff.rendering import formats as package
from specdiff.rendering.format import Format


@cache
def formats() -> dict[str, Format]:
    """Return all formats by name, sorted."""
    found = (one for _, one in discover(package, Format))
    return {one.name: one for one in sorted(found, key=lambda one: one.name)}


def format_of(name: str) -> Format | None:
    """Return the format of a name, or ``None``. The others are not loaded, where its module is called like it."""
    for module in (name, f"{name}_"):
        path = f"{package.__name__}.{module}"
        one = getattr(import_module(path), "FORMAT", None) if name.isidentifier() and find_spec(path) else None
        if isinstance(one, Format) and one.name == name:
            return one
    return formats().get(name)
