"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Added, Kept, Matching, Removed
from specdiff.model.control import Control
from specdiff.model.finding import Case, Severity
from specdiff.rules.rule import Found, rule

SHORT = 40


@rule(
    id="config/changed",
    on=(Kept[Control], Added[Control], Removed[Control]),
    severity=Severity.MAJOR,
    mirror="config/changed",
    says="What governs the review changed: {key} {what}",
    asks="Who decides what this review may pass over, and did they agree to this change of it?",
    fires=(
        Case(
            """
            # Greeting {#greeting authority=user}
            The assistant must greet every guest.
            %% specdiff.toml
            fail-on = "major"
            """,
            """
            # Greeting {#greeting authority=user}
            The assistant must greet every guest.
            %% specdiff.toml
            fail-on = "never"
            """,
            {"key": "fail-on", "what": 'was "major" and is now "never"', "file": "specdiff.toml"},
            why="The gate was taken away by the change that has to pass it.",
        ),
        Case(
            """
            # Greeting {#greeting authority=user}
            The assistant must greet every guest.
            """,
            """
            # Greeting {#greeting authority=user}
            The assistant must greet every guest.
            %% .specdiff/approvals.toml
            [[approval]]
            fingerprint = "0123456789abcdef"
            rule = "statement/weakened"
            by = "the author"
            reason = "it is fine"
            """,
            {"key": "approval 0123456789abcdef", "what": "(statement/weakened, by the author) is new", "file": ".specdiff/approvals.toml"},
            why="The change accepts a finding about itself.",
        ),
        Case(
            """
            # Greeting {#greeting authority=user}
            The assistant must greet every guest.
            %% pyproject.toml
            [tool.specdiff]
            fail-on = "major"
            """,
            """
            # Greeting {#greeting authority=user}
            The assistant must greet every guest.
            %% pyproject.toml
            [tool.specdiff]
            fail-on = "major"
            %% specdiff.toml
            # nothing here
            """,
            {"key": "fail-on", "what": 'was "major" and is gone', "file": "pyproject.toml"},
            why="A file of specdiff's own is read instead of the table, even where it says nothing.",
        ),
    ),
    silent=(
        Case(
            """
            # Greeting {#greeting authority=user}
            The assistant must greet every guest.
            %% pyproject.toml
            [project]
            version = "1"
            [tool.specdiff]
            fail-on = "major"
            """,
            """
            # Greeting {#greeting authority=user}
            The assistant must greet every guest.
            %% pyproject.toml
            [project]
            version = "2"
            [tool.specdiff]
            # as before
            fail-on = 'major'
            """,
            why="Other parts of the file, comments and spelling govern nothing.",
        ),
        Case(
            """
            # Greeting {#greeting authority=user}
            The assistant must greet every guest.
            %% pyproject.toml
            [tool.specdiff]
            fail-on = "major"
            """,
            """
            # Greeting {#greeting authority=user}
            The assistant must greet every guest.
            %% specdiff.toml
            fail-on = "major"
            """,
            why="The same settings in another file.",
        ),
    ),
)
def changed(change: Kept[Control] | Added[Control] | Removed[Control], _: Matching) -> Iterator[Found]:
    """A setting or an approval that governs this review is another one than before.

    A change must not set the terms on which it is reviewed: a gate that is taken away, a rule that is turned off and a finding that
    is accepted would pass unseen together with what they let through. Where the older revision is trusted (under CI it is) its
    configuration and its approvals hold for this review, and whoever merges the change decides whether the new ones hold
    from then on. Where the newer revision is trusted this is only a note.
    """
    old = change.old if isinstance(change, Kept | Removed) else None
    new = change.new if isinstance(change, Kept | Added) else None
    shown = new or old
    if shown is None or (old is not None and new is not None and old.words == new.words):
        return
    yield Found(key=shown.key, what=_what(old, new), file=shown.place.path)


def _what(old: Control | None, new: Control | None) -> str:
    """Say what became of it, with the values where there are any and they are short."""
    shown = new or old
    about = f"({shown.about}) " if shown is not None and shown.about else ""
    before, after = (_value(one) for one in (old, new))
    if new is None:
        return f"{about}was {before} and is gone" if before else f"{about}is gone"
    if old is None:
        return f"{about}is now {after}" if after else f"{about}is new"
    return f"{about}was {before} and is now {after}" if before and after else f"{about}is another one now"


def _value(control: Control | None) -> str:
    return control.words if control is not None and not control.about and len(control.words) <= SHORT else ""
