"""What a workflow was started by, and so which two commits to review."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from specdiff.errors import SpecdiffError

NOTHING = "0" * 40
"""What a push says came before the first commit of a new branch."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Two commits (or names of some). ``branched``: the review starts where *head* left *base*. ``pull`` is the pull request's number.

    ``names`` are the branches, for people to read; empty where they are not known.
    """

    base: str
    head: str
    branched: bool = False
    pull: int | None = None
    names: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Event:
    """An event by its name, with what GitHub says of it."""

    name: str
    data: Mapping[str, Any]

    @staticmethod
    def current() -> "Event":
        """Return the event that started this workflow. Raises SpecdiffError outside of one."""
        place = os.environ.get("GITHUB_EVENT_PATH", "")
        try:
            data = json.loads(Path(place).read_text(encoding="utf-8")) if place else {}
        except (OSError, ValueError) as error:
            raise SpecdiffError(f"the event in {place!r} cannot be read ({error}); `specdiff action` runs in a workflow only") from None
        return Event(os.environ.get("GITHUB_EVENT_NAME", ""), data if isinstance(data, dict) else {})

    def get(self, *keys: str) -> str:
        """Return a value deep in the event as text, empty where there is none."""
        value: Any = self.data
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""

    @property
    def pull(self) -> int | None:
        """The number of the pull request that this is about."""
        number = self.get("pull_request", "number")
        return int(number) if number.isdecimal() else None

    def ends(self, base: str = "", head: str = "") -> Ends:
        """Return what to compare; *base* and *head* are the user's own choice. Raises SpecdiffError where there is no base."""
        found = self._ends()
        if base:
            return Ends(base, head or found.head, pull=self.pull)
        if not found.base:
            raise SpecdiffError(f"the event {self.name or '(none)'} has no base to compare with; set the action's input base")
        return Ends(found.base, head or found.head, found.branched, self.pull, ("", "") if head else found.names)

    def _ends(self) -> Ends:
        if "pull_request" in self.data:
            base, head = ((self.get("pull_request", end, "sha"), self.get("pull_request", end, "ref")) for end in ("base", "head"))
            return Ends(base[0], head[0], branched=True, names=(base[1], head[1]))
        if self.name == "merge_group":
            return Ends(self.get("merge_group", "base_sha"), self.get("merge_group", "head_sha"))
        here = os.environ.get("GITHUB_SHA") or "HEAD"
        default = self.get("repository", "default_branch")
        if self.name == "push":
            before = self.get("before")
            if before and before != NOTHING:
                return Ends(before, self.get("after") or here)
            here = self.get("after") or here
        elsewhere = default and os.environ.get("GITHUB_REF", "") != f"refs/heads/{default}"
        return Ends(f"refs/heads/{default}" if elsewhere else "", here, branched=True)
