"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Section
from specdiff.rules.rule import Found, rule


@rule(
    id="scope/untagged",
    on=Kept[Section],
    severity=Severity.MAJOR,
    mirror="scope/tagged",
    says="“{title}” is no longer tagged {tags}",
    asks="For whom does the policy hold now, and for whom no longer?",
    fires=(
        Case(
            """
            # Romance {#romance authority=user tags=under_18}
            The assistant may write love stories.
            """,
            """
            # Romance {#romance authority=user}
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
def untagged(change: Kept[Section], _: Matching) -> Iterator[Found]:
    """A policy's heading lost a tag.

    Tags say to whom or when a policy applies. Without it the policy may hold for
    everybody, or no longer for those it was made for.
    """
    tags = tuple(tag for tag in change.old.tags if tag not in change.new.tags)
    if tags:
        yield Found(title=change.new.title, tags=tags, direction="other")
