"""Small documents for the tests of parsing."""

from specdiff.model.settings import Settings
from specdiff.model.snapshot import Revision, Snapshot
from specdiff.model.spec import Spec
from specdiff.parsing.parse import parse


def spec_of(text: str, settings: Settings | None = None, **files: str) -> Spec:
    """Return the spec in *text*; *files* are eval prompts by id."""
    prompts = {f"examples/{name}.md": body for name, body in files.items()}
    return parse(Snapshot(Revision("test"), ("spec.md",), {"spec.md": text, **prompts}), settings or Settings())


def last_line(text: str) -> int:
    """Return the number of the last line of *text*, 1 for a text of nothing."""
    return max(1, text.count("\n") + (text[-1:] not in ("", "\n")))
