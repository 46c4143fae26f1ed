"""``specdiff approve``: accept known findings, with a reason, in a file that goes through review itself."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from specdiff.cli.arguments import Config, Dialect, Paths, Repo, Staged, Trusted
from specdiff.cli.streams import put, tell, write
from specdiff.cli.text import clean
from specdiff.errors import SpecdiffError

if TYPE_CHECKING:
    from specdiff.cli.settings import Options
    from specdiff.model.review import Review
    from specdiff.model.settings import Approval

TWO = 2


def approve(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FINGERPRINT… [OLD [NEW]]", help="16 hex digits each, from the review; then the revisions of the review that has them."
        ),
    ] = None,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why this change is right.", show_default=False)] = "",
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who accepts it.", show_default=False)] = "",
    expires: Annotated[str | None, typer.Option("--expires", metavar="DATE", help="The last day it holds, YYYY-MM-DD.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="List what is approved.")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Take approvals back.")] = False,
    file: Annotated[
        str | None, typer.Option("--file", metavar="FILE", help="Default: .specdiff/approvals.toml at the repository's top.")
    ] = None,
    path: Paths = None,
    repo: Repo = None,
    staged: Staged = False,
    config: Config = None,
    trusted: Trusted = None,
    dialect: Dialect = None,
) -> int:
    """Accept findings, with a reason.

    They are added to .specdiff/approvals.toml, which is reviewed like any other file; a review then shows them as accepted, and --fail-on
    passes over them until they expire. With OLD and NEW the entries say what was accepted, and what only follows from it is accepted too.
    """
    from specdiff.cli.approvals import added, day
    from specdiff.cli.settings import Options

    names, revisions = _sorted_out(words or [], listed=listed)
    options = Options(repo, tuple(path or ()), staged, config, trusted, dialect)
    if listed or remove:
        target = _target(file, options)
        put(_list(target) if listed else _removed(target, names))
        return 0
    if not reason.strip() or not by.strip():
        raise SpecdiffError("an approval needs its grounds: give --reason and --by")
    last = day(expires, "--expires") if expires is not None else None
    review = _review(revisions, options) if revisions or staged else None
    entries = [_approval(name, review, " ".join(revisions), (by, reason, last)) for name in dict.fromkeys(names)]
    target = _target(file, options)
    text = _text(target)
    for approval, message in entries:
        text = added(text, approval, str(target), message=message)
    target.parent.mkdir(parents=True, exist_ok=True)
    write(target, text or "")
    for approval, _ in entries:
        follow = f" with {len(approval.follows)} that follow from it" if approval.follows else ""
        put(clean(f"approved {approval.fingerprint}{follow} in {target}\n"))
    _remind(last)
    if review is None:
        put("not checked against a review: add OLD NEW, and the entry says what it accepts, what follows from it included\n")
    return 0


def _sorted_out(words: Sequence[str], *, listed: bool) -> tuple[list[str], list[str]]:
    """Return the fingerprints, which come first, and the revisions after them."""
    from specdiff.cli.approvals import DIGITS, fingerprint

    count = next(
        (index for index, word in enumerate(words) if index and (len(word) != DIGITS or set(word) - set("0123456789abcdef"))), len(words)
    )
    names, revisions = [fingerprint(word) for word in words[:count]], list(words[count:])
    if not names and not listed:
        raise SpecdiffError("name the finding by its fingerprint, from the review: specdiff approve FINGERPRINT --reason … --by …")
    if len(revisions) > TWO:
        raise SpecdiffError(f"{revisions[0]!r} is no fingerprint (16 hex digits), and OLD and NEW are all that may follow")
    return names, revisions


def _remind(last: str | None) -> None:
    """Tell whoever set no last day, or one that is over, what that means."""
    from specdiff.cli.settings import today

    if last is None:
        tell("no --expires: this holds until somebody takes it back")
    elif last < today():
        tell(f"{last} is over: this accepts nothing any more")


def _review(revisions: Sequence[str], options: "Options") -> "Review":
    from specdiff.cli.pipeline import opened, reviewed

    return reviewed(opened(revisions[0] if revisions else "HEAD", revisions[1] if len(revisions) == TWO else None, options))


def _approval(name: str, review: "Review | None", named: str, grounds: tuple[str, str, str | None]) -> "tuple[Approval, str]":
    """Return an entry and the sentence above it; where there is a review, it must have the finding."""
    from specdiff.model.settings import Approval

    by, reason, last = grounds
    if review is None:
        return Approval(name, by, reason, last), ""
    entry = next((one for one in review.entries if one.fingerprint == name), None)
    if entry is None:
        raise SpecdiffError(f"no finding of this review is {name}; see `specdiff {named} --verbose`")
    follows = tuple(sorted(echo.fingerprint for echo in review.echoes.get(name, ())))
    return Approval(name, by, reason, last, entry.rule.id, follows), entry.message


def _target(file: str | None, options: "Options") -> Path:
    """Return the approvals file: the one that is named, else where the working tree's configuration puts it."""
    from specdiff.cli.place import top
    from specdiff.cli.settings import approvals_of

    if file is not None:
        return Path(file)
    folder = top(options.repo)
    return folder / approvals_of(folder, options)


def _text(target: Path) -> str | None:
    if not target.exists():
        return None
    with target.open(encoding="utf-8", newline="") as file:
        return file.read()


def _list(target: Path) -> str:
    """Return one line for each approval: the fingerprint, what it is of, by whom and until when, and why."""
    from specdiff.cli.approvals import approvals
    from specdiff.cli.settings import today
    from specdiff.cli.text import wrapped

    lines: list[str] = []
    for one in approvals(_text(target), str(target)):
        until = f"{'expired' if one.expires < today() else 'until'} {one.expires}" if one.expires else "no expiry"
        follow = f"+ {len(one.follows)} that follow" if one.follows else ""
        lines += [
            clean("  ".join(filter(None, (one.fingerprint, one.rule, until, follow)))),
            *wrapped(f"{one.by}: {one.reason}", indent="    "),
        ]
    return "".join(f"{line}\n" for line in lines) or clean(f"nothing is approved in {target}\n")


def _removed(target: Path, names: Sequence[str]) -> str:
    from specdiff.cli.approvals import removed

    text = _text(target)
    for name in dict.fromkeys(names):
        text = removed(text or "", name, str(target))
    write(target, text or "")
    return "".join(clean(f"removed {name} from {target}\n") for name in dict.fromkeys(names))
