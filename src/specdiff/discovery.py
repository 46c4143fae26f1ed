"""Finding what is added in one place: every value of one kind that the modules below a package define."""

import importlib
import pkgutil
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def discover(package: ModuleType, kind: type[T]) -> list[tuple[str, T]]:
    """Return (module name, value) for each module-level value of *kind* in the modules below *package*, sorted by module name."""
    found: dict[int, tuple[str, T]] = {}
    for info in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        module = importlib.import_module(info.name)
        for value in vars(module).values():
            if isinstance(value, kind):
                found.setdefault(id(value), (info.name, value))
    return sorted(found.values(), key=lambda pair: pair[0])
