"""What the comment on a pull request says, and when there is one. Pure: nothing here reaches for a network."""

import hashlib
from collections.abc import Sequence
from enum import StrEnum

from specdiff.model.review import Outcome

LIMIT = 65_000
"""GitHub takes 65,536 characters; the rest is for the first and the last line."""
CUT = "\n> The report was cut here: GitHub takes no longer comment.\n"


class When(StrEnum):
    """Which reviews a comment is made for. An existing comment is always brought up to date, unless comments are never wanted."""

    ALWAYS = "always"
    CHANGES = "changes"
    FINDINGS = "findings"
    NEVER = "never"

    def wants(self, outcome: Outcome) -> bool:
        """Return whether a review that ended so deserves a comment of its own."""
        least = {When.ALWAYS: Outcome.IDENTICAL, When.CHANGES: Outcome.WORDING, When.FINDINGS: Outcome.MEANING}.get(self)
        order = list(Outcome)
        return least is not None and order.index(outcome) >= order.index(least)


def identity(workflow: str, job: str, paths: Sequence[str]) -> str:
    """Return the digits that tell one comment of a pull request from another: one for each workflow, job and set of spec paths."""
    return hashlib.sha256("\0".join((workflow, job, *sorted(paths))).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def marker(digits: str) -> str:
    """Return the first line of a comment, by which it is found again."""
    return f"<!-- specdiff:comment v=1 id={digits} -->"


def carries(body: str, digits: str) -> bool:
    """Whether a comment's first line is the marker. A marker that is quoted further down is none."""
    return body.partition("\n")[0].strip() == marker(digits)


def body(digits: str, report: str, foot: str = "") -> str:
    """Return the whole comment: the marker, the report (never too long for GitHub), and a last line."""
    return "\n".join(part for part in (marker(digits), fitted(report).rstrip("\n"), foot and f"\n{foot}") if part) + "\n"


def clean(outcome: Outcome) -> str:
    """Return what a comment says once there is nothing left to say in its pull request."""
    if outcome is Outcome.IDENTICAL:
        return "## specdiff: no changes in the latest revision\n\nThe spec reads as it does in the base; earlier findings are gone.\n"
    return (
        "## specdiff: no changes of meaning in the latest revision\n\nOnly the wording differs from the base; earlier findings are gone.\n"
    )


def fitted(report: str, limit: int = LIMIT) -> str:
    """Return a report of at most *limit* characters, cut after a whole line and with its folds closed. specdiff's own reports fit as they are."""
    if len(report) <= limit:
        return report
    kept = report[: limit - 2 * len(CUT)]
    kept = kept[: kept.rfind("\n") + 1] or kept
    unclosed = kept.count("<details") - kept.count("</details>")
    closing = "\n</details>" * max(0, unclosed)
    return kept[: limit - len(closing) - len(CUT)] + closing + CUT
