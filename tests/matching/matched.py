"""Matchings of small specs, and short words for what became of their nodes."""

from collections.abc import Iterable
from textwrap import dedent

from specdiff.matching.match import match
from specdiff.model.change import Added, Change, Kept, Matching, Merged, Removed, Split
from specdiff.model.settings import Settings
from specdiff.model.snapshot import Revision, Snapshot
from specdiff.model.spec import Node, Spec
from specdiff.parsing.parse import parse


def read(text: str, dialect: str = "model-spec") -> Spec:
    """Parse a spec."""
    return parse(Snapshot(Revision("x"), ("spec.md",), {"spec.md": dedent(text)}), Settings(dialect=dialect))


def matched(before: str, after: str, dialect: str = "model-spec", settings: Settings | None = None) -> Matching:
    """Match two specs given as Markdown."""
    return match(read(before, dialect), read(after, dialect), settings or Settings())


def sections(matching: Matching) -> list[str]:
    """Say what became of each section that is not simply the same, in ids."""
    said = []
    for change in matching.sections:
        match change:
            case Kept(old, new):
                marks = " moved" * change.moved + " reordered" * change.reordered
                if old.id != new.id or marks:
                    said.append(f"{old.id} = {new.id}{marks}")
            case Added(new):
                said.append(f"+ {new.id}")
            case Removed(old):
                said.append(f"- {old.id}")
            case Split(old, news):
                said.append(f"{old.id} < {' '.join(new.id for new in news)}")
            case Merged(olds, new):
                said.append(f"{' '.join(old.id for old in olds)} > {new.id}")
    return said


def words(changes: Iterable[Change[Node]]) -> list[str]:
    """Say what became of each node that does not have the same words in the same place."""
    said = []
    for change in changes:
        match change:
            case Kept(old, new):
                marks = " (moved)" * change.moved + " (reordered)" * change.reordered
                if old.words != new.words or marks:
                    said.append(f"{old.words} = {new.words}{marks}")
            case Added(new):
                said.append(f"+ {new.words}")
            case Removed(old):
                said.append(f"- {old.words}")
    return said


def example(title: str, prompt: str, good: str, bad: str) -> str:
    """Return an example as Markdown."""
    fence = f"<user>\n{prompt}\n</user>\n<comparison>\n<assistant> <!-- GOOD -->\n{good}\n</assistant>\n<assistant> <!-- BAD -->\n{bad}\n</assistant>\n</comparison>"
    return f"**Example**: {title}\n\n~~~xml\n{fence}\n~~~\n"
