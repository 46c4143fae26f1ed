"""One pull request on GitHub, through PyGithub: the only place that sends anything anywhere."""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from specdiff.errors import SpecdiffError
from specdiff.github.comment import When, body, carries, clean
from specdiff.model.review import Outcome

if TYPE_CHECKING:
    from github import Github
    from github.IssueComment import IssueComment
    from github.PullRequest import PullRequest

T = TypeVar("T")

API = "https://api.github.com"
BACKOFF = (1.0, 2.0, 4.0, 8.0, 16.0)
"""Seconds before each further attempt, where GitHub does not say how long."""
PATIENCE = 300.0
"""Seconds in all that are waited before giving up."""
PAGE = 100
REFUSED = (403, 404)
BUSY = 429
BROKEN = 500


class RefusedError(SpecdiffError):
    """The token may not do this (403), or may not even see the place (404)."""


class BusyError(SpecdiffError):
    """GitHub could not be reached, or stayed broken or busy for as long as is bearable."""


class Became(StrEnum):
    """What became of the comment."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    ABSENT = "absent"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Result:
    """The comment as it is now: what became of it, and its web address (empty where there is none)."""

    became: Became
    url: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """A pull request and the token that speaks there. ``head``: the commit that was reviewed; empty where it does not matter."""

    repository: str
    number: int
    token: str
    head: str = ""
    api: str = API

    def __str__(self) -> str:
        return f"{self.repository}#{self.number}"


@dataclass(frozen=True, slots=True)
class Report:
    """What is to be said: ``digits`` tell which comment, ``markdown`` its text, ``foot`` its last line."""

    digits: str
    outcome: Outcome
    markdown: str
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """What GitHub says of a pull request: its ends, their branches, its head's repository (``None``: that is gone) and whether it is open."""

    base: str
    head: str
    names: tuple[str, str]
    head_repository: str | None
    is_open: bool


def token() -> str:
    """Return the token, from the environment and nowhere else. Raises SpecdiffError where there is none."""
    found = next((value for name in ("GITHUB_TOKEN", "GH_TOKEN") if (value := os.environ.get(name, "").strip())), None)
    if found is None:
        raise SpecdiffError("there is no token; set GITHUB_TOKEN in the environment to one that may write to pull requests")
    return found


def keep(thread: Thread, report: Report, when: When) -> Result:
    """Have one comment that is up to date, or none; return what became of it.

    Raises RefusedError where the token may not, BusyError where GitHub cannot be reached or stays busy, SpecdiffError for other errors.
    Every attempt begins by looking, so that a comment which was made although the answer was an error is not made twice.
    """
    return _patiently(thread, lambda: _once(thread, report, when))


def asked(thread: Thread) -> Request:
    """Return what GitHub says of a pull request. Raises as ``keep`` does."""
    pull = _patiently(thread, lambda: _pull(_client(thread), thread))
    repository = pull.head.repo.full_name if pull.head.repo is not None else None
    return Request(pull.base.sha, pull.head.sha, (pull.base.ref, pull.head.ref), repository, pull.state == "open")


def _once(thread: Thread, report: Report, when: When) -> Result:
    client = _client(thread)
    pull = _pull(client, thread)
    if thread.head and pull.head.sha != thread.head:
        return Result(Became.STALE)
    found = list(_mine(client, pull, report.digits))
    mine = found[0] if found else None
    for double in found[1:]:  # two runs that looked at the same time both found none
        double.delete()
    wanted = when.wants(report.outcome)
    if mine is None and not wanted:
        return Result(Became.ABSENT)
    said = report.markdown if wanted and report.outcome is not Outcome.IDENTICAL else clean(report.outcome)
    text = body(report.digits, said, report.foot)
    if mine is None:
        return Result(Became.CREATED, pull.create_issue_comment(text).html_url)
    if _same(mine.body, text):
        return Result(Became.UNCHANGED, mine.html_url)
    mine.edit(text)
    return Result(Became.UPDATED, mine.html_url)


def _pull(client: "Github", thread: Thread) -> "PullRequest":
    return client.get_repo(thread.repository).get_pull(thread.number).complete()


def _mine(client: "Github", pull: "PullRequest", digits: str) -> "Iterator[IssueComment]":
    """Yield what this token's own user said with the marker, the oldest first; what somebody else planted, or somebody hid, is passed over."""
    me = None
    for comment in pull.get_issue_comments():
        if carries(comment.body or "", digits):
            me = me or _self(client)
            if comment.user is not None and comment.user.login == me and not comment.raw_data.get("minimized"):
                yield comment


def _self(client: "Github") -> str:
    """Return the login that this token writes under; REST tells that to people only, GraphQL also to the token of a workflow."""
    _, data = client.requester.graphql_query("query { viewer { login } }", {})
    return str(data["data"]["viewer"]["login"])


def _same(there: str | None, text: str) -> bool:
    return (there or "").replace("\r\n", "\n").strip() == text.strip()


def _client(thread: Thread) -> "Github":
    try:
        from github import Auth, Github  # noqa: PLC0415 - heavy, and an extra
    except ImportError:
        raise SpecdiffError("comments need PyGithub; install it: pip install 'specdiff[github]'") from None
    # Waiting is done here, for an attempt as a whole: asking again for a comment that may have been made would make two.
    return Github(auth=Auth.Token(thread.token), base_url=thread.api.rstrip("/"), per_page=PAGE, lazy=True, retry=None, user_agent="specdiff",
                  seconds_between_requests=None, seconds_between_writes=None)  # fmt: skip


def _patiently(thread: Thread, attempt: Callable[[], T]) -> T:
    """Return what an attempt returns; wait and try again while GitHub is busy or broken, within bounds."""
    from github import GithubException  # noqa: PLC0415 - heavy
    from requests import RequestException  # noqa: PLC0415

    waited = 0.0
    for backoff in (*BACKOFF, None):
        try:
            return attempt()
        except GithubException as error:
            pause = _pause(error.status, {name.lower(): value for name, value in (error.headers or {}).items()}, str(error), backoff)
            if pause is None or waited + pause > PATIENCE:
                raise _told(thread, error.status, _message(error)) from None
        except RequestException as error:
            pause = backoff
            if pause is None:
                raise BusyError(f"{thread.api} cannot be reached ({type(error).__name__}); try again later") from None
        time.sleep(pause)
        waited += pause
    raise AssertionError  # the last attempt has no backoff, and so returned or raised


def _pause(status: int, headers: Mapping[str, str], said: str, backoff: float | None) -> float | None:
    """Return how many seconds to wait before another attempt; ``None`` where none is left, or asking again would change nothing."""
    limited = status == BUSY or (status in REFUSED and ("retry-after" in headers or headers.get("x-ratelimit-remaining") == "0"))
    limited = limited or (status in REFUSED and "rate limit" in said.lower())
    if backoff is None or not (limited or status >= BROKEN):
        return None
    after = headers.get("retry-after", "")
    if after.isdecimal():
        return max(float(after), backoff)
    reset = headers.get("x-ratelimit-reset", "")
    if limited and headers.get("x-ratelimit-remaining") == "0" and reset.isdecimal():
        return max(float(reset) - time.time() + 1, backoff)
    return max(60.0, backoff) if limited else backoff  # a minute is what GitHub asks for where it names no time


def _message(error: Exception) -> str:
    data = getattr(error, "data", None)
    return str(data.get("message", "")) if isinstance(data, dict) else ""


def _told(thread: Thread, status: int, message: str) -> SpecdiffError:
    said = f"{status}{f' {message}' if message else ''}"
    if status == 401:  # noqa: PLR2004 - HTTP's own number
        return SpecdiffError(f"GitHub does not accept the token ({said}); set GITHUB_TOKEN to a valid one")
    if status in REFUSED and "rate limit" not in message.lower():
        return RefusedError(
            f"the token may not comment on {thread} ({said}); it needs pull-requests: write there, which a fork's workflow never has"
        )
    if status in REFUSED or status == BUSY or status >= BROKEN:
        return BusyError(f"GitHub is too busy to take the comment on {thread} ({said}); try again later")
    return SpecdiffError(f"GitHub did not take the comment on {thread} ({said}); check the repository, the number and the token")
