"""Small documents in, specs and reviews out: what the tests of every stage are written with."""

import os
import signal
from difflib import SequenceMatcher
from typing import NamedTuple

import pytest
from hypothesis import settings as hypothesis_settings

from specdiff.cli.controls import controls
from specdiff.compare import compare
from specdiff.matching.match import match
from specdiff.model.change import Matching
from specdiff.model.finding import Fact
from specdiff.model.place import Hunk
from specdiff.model.review import Entry, Review
from specdiff.model.settings import Settings
from specdiff.model.snapshot import Revision, Snapshot
from specdiff.model.spec import Spec
from specdiff.parsing.parse import parse

hypothesis_settings.register_profile("check", derandomize=True, deadline=None)
hypothesis_settings.load_profile("check")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in the background of a shell: what the tests start would never be interrupted
    signal.signal(signal.SIGINT, signal.default_int_handler)

MAIN = "spec.md"
OURS = frozenset({"SPECDIFF_ACCEPT", "SPECDIFF_BROWSER", "SPECDIFF_HARD"})
"""What the environment says to the tests themselves."""


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in the environment says anything to specdiff: under CI it is as at a desk."""
    for name in set(os.environ) - OURS:
        if name in ("CI", "NO_COLOR", "FORCE_COLOR", "PAGER", "GIT_PAGER", "COLUMNS", "LINES") or name.startswith(("SPECDIFF_", "GIT_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("TERM", "xterm")


class Seen(NamedTuple):
    """A finding as tests compare it."""

    rule: str
    facts: dict[str, Fact]


def snapshot(text: str, label: str = "text") -> Snapshot:
    """Return the snapshot that a text stands for. A line ``%% path`` begins a companion file: all that follows is its text."""
    files: dict[str, list[str]] = {MAIN: []}
    current = MAIN
    for line in text.splitlines(keepends=True):
        if line.startswith("%% "):
            current = line[3:].strip()
            files[current] = []
        else:
            files[current].append(line)
    texts = {path: "".join(lines) for path, lines in files.items()}
    if len(texts) > 1:
        texts = {path: text.rstrip("\n") + "\n" for path, text in texts.items()}
    return Snapshot(Revision(label), (MAIN,) if texts[MAIN].strip() else (), texts, controls(texts.get))


def spec(markdown: str, settings: Settings | None = None) -> Spec:
    """Return the spec in a Markdown text."""
    return parse(snapshot(markdown), settings or Settings())


def matching(before: str, after: str, settings: Settings | None = None) -> Matching:
    """Return the matching of two Markdown texts."""
    settings = settings or Settings()
    return match(spec(before, settings), spec(after, settings), settings)


def hunks(before: Snapshot, after: Snapshot) -> list[Hunk]:
    """Return the textual difference of the main files, with no context lines."""
    old, new = (side.files.get(MAIN, "").splitlines() for side in (before, after))
    return [
        Hunk(MAIN, MAIN, a + 1, b - a, c + 1, d - c, tuple(old[a:b]), tuple(new[c:d]))
        for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if kind != "equal"
    ]


def compare_texts(before: str, after: str, settings: Settings | None = None) -> Review:
    """Return the review of two Markdown texts, with companions as ``Case`` writes them."""
    old, new = snapshot(before, "old"), snapshot(after, "new")
    return compare(old, new, hunks(old, new), settings)


def find(review: Review, *, echoes: bool = False) -> list[Seen]:
    """Return the rule and facts of each entry that is no echo (or of all), in the review's order."""
    return [Seen(entry.rule.id, dict(entry.facts)) for entry in review.entries if echoes or entry.explained_by is None]


def entries(review: Review, rule: str) -> list[Entry]:
    """Return the entries of one rule."""
    return [entry for entry in review.entries if entry.rule.id == rule]
