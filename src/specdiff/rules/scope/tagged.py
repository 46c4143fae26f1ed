"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Section
from specdiff.rules.rule import Found, rule


@rule(
    id="scope/tagged",
    on=Kept[Section],
    severity=Severity.MAJOR,
    mirror="scope/untagged",
    says="“{title}” is now tagged {tags}",
    asks="In which cases does the policy hold now, and in which no longer?",
    fires=(
        Case(
            """
            # Romance {#romance authority=user}
            The assistant may write love stories.
            """,
            """
            # Romance {#romance authority=user tags=under_18}
            The assistant may write love stories.
            """,
            {"title": "Romance", "tags": ("under_18",)},
        ),
    ),
    silent=(
        Case(
            """
            # Romance {#romance authority=user}
            The assistant may write love stories.
            """,
            """
            # Romance {#romance authority=user}
            The assistant may write poems.
            """,
        ),
    ),
)
def tagged(change: Kept[Section], _: Matching) -> Iterator[Found]:
    """A policy's heading has a tag that it did not have.

    Tags say to whom or when a policy applies. A tagged policy may hold for fewer
    cases than before, or for the first time for these.
    """
    tags = tuple(tag for tag in change.new.tags if tag not in change.old.tags)
    if tags:
        yield Found(title=change.new.title, tags=tags, direction="other")
