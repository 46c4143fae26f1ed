"""Every output format there is."""

from functools import cache

from specdiff.discovery import discover
from specdiff.rendering import formats as package
from specdiff.rendering.format import Format


@cache
def formats() -> dict[str, Format]:
    """Return all formats by name, sorted."""
    found = (one for _, one in discover(package, Format))
    return {one.name: one for one in sorted(found, key=lambda one: one.name)}
