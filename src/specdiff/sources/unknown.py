"""What to say about a revision that does not resolve, so that the user knows what to do next."""

import re
from collections.abc import Sequence

from specdiff.errors import SpecdiffError
from specdiff.sources.repository import Repository
from specdiff.sources.texts import printable, quoted

_BASE = re.compile(r"[~^@:].*", re.DOTALL)
_LIKE = 50  # out of 100
_MOST = 3
_TELLING = (
    (
        r"no upstream configured for branch '(?P<x>.*)'",
        "branch {x} has no upstream; set one: {git} branch --set-upstream-to=REMOTE/BRANCH {x}",
    ),
    (r"HEAD does not point to a branch", "{name} needs a branch, and HEAD is on none; name the revision itself"),
    (r"(?P<x>log for '.*' (?:only has|is empty).*)", "{name} cannot be found: the {x}; name a commit or a tag"),
    (r"(?:is ambiguous$|short (?:object ID|SHA1) \S+ is ambiguous)", "{name} begins the names of several objects; give more digits"),
    (r"expected commit type, but the object dereferences to (?P<x>\w+) type", "{name} is a {x}, not a commit; for a file write REV:path"),
)


def no_file(repository: Repository, name: str, files: Sequence[str]) -> SpecdiffError | None:
    """Return the error for a file's name that is none of *files*, those of its folder; ``None`` where a revision is called nearly so."""
    if _nearest(name, repository.refs()):
        return None
    like = _nearest(name, files)
    mend = f"did you mean {' or '.join(map(printable, like))}?" if like else "mend the path"
    return SpecdiffError(f"there is no file {quoted(name)}, and no revision of that name; {mend}")


def unknown(repository: Repository, name: str) -> SpecdiffError:
    """Return the error for a revision that does not resolve: why, and the nearest names, or in a shallow clone what to fetch."""
    error, git = repository.why_not(name), repository.git_words()
    for pattern, says in _TELLING:
        found = re.search(pattern, error, re.MULTILINE)
        if found:
            return SpecdiffError(says.format(name=quoted(name), git=git, **found.groupdict()))
    if re.search(r"promisor|lazy fetching|corrupt|inflate|unable to (?:read|unpack)", error):
        return repository.broken(f"the commit {quoted(name)}", error)
    refs = repository.refs()
    near = _nearest(_BASE.sub("", name) or name, refs)
    meant = f"did you mean {' or '.join(map(printable, near))}?" if near else ""
    if repository.shallow:
        return SpecdiffError(
            f"{quoted(name)} is not in this shallow clone; fetch it: {fetch(repository, name)}{f' ({meant})' if meant else ''}"
        )
    if not refs and repository.commit("HEAD") is None:
        return SpecdiffError(f"{quoted(name)} does not exist: the repository has no commits yet; commit the spec first, or name two files")
    base = _BASE.sub("", name)
    if base and base != name and repository.commit(base) is not None:
        return SpecdiffError(
            f"{quoted(name)} does not exist, though {quoted(base)} does; see its history: {git} log --oneline {printable(base)}"
        )
    return SpecdiffError(
        f"unknown revision {quoted(name)}, and there is no file of that name; {meant or f'see what there is: {git} branch --all; {git} tag'}"
    )


def unrelated(repository: Repository, old: str, new: str) -> SpecdiffError:
    """Return the error for two revisions without a merge base."""
    between = f"{quoted(old)} and {quoted(new)} have no common ancestor"
    if repository.shallow:
        return SpecdiffError(f"{between} in this shallow clone; fetch the history: {fetch(repository, 'HEAD')}")
    return SpecdiffError(f"{between}; compare the two themselves: {printable(f'{old}..{new}')}")


def fetch(repository: Repository, name: str) -> str:
    """Return the command that brings a revision into a shallow clone: its history, and where its name is not known, all names too."""
    git, remote = repository.git_words(), repository.remote
    if remote is None:
        return f"{git} fetch --unshallow URL (the clone has no remote)"
    base = _BASE.sub("", name)
    if not base or repository.commit(base) is not None:
        return f"{git} fetch --unshallow {remote}"
    if re.fullmatch(r"[0-9a-f]{40}", base):
        return f"{git} fetch --depth=1 {remote} {base}"
    return f'{git} fetch --unshallow --tags {remote} "+refs/heads/*:refs/remotes/{remote}/*"'


def _nearest(name: str, refs: Sequence[str]) -> list[str]:
    """Return the names most like one, best first; one that only lacks its remote is surely meant."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only where something went wrong

    exact = [ref for ref in refs if ref.endswith(f"/{name}")]
    scored = process.extract(name.lower(), {ref: ref.lower() for ref in sorted(refs)}, scorer=fuzz.ratio, limit=_MOST, score_cutoff=_LIKE)
    return list(dict.fromkeys((*exact, *(str(ref) for *_, ref in scored))))[:_MOST]
