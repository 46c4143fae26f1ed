"""The same git as in the tests of sources: one that knows nothing of the machine it runs on."""

from sources.conftest import _own_git, work

__all__ = ["_own_git", "work"]
