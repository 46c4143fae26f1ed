"""A revision as it was read: a label, perhaps a commit, and the texts of some files."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from specdiff.model.control import Control


@dataclass(frozen=True, slots=True)
class Revision:
    """What the user named, and what it resolved to.

    ``commit`` is 40 hex digits and ``date`` ISO 8601 (of the commit) where the text came from a
    commit; both are ``None`` for files, folders, standard input, the index and the working tree.
    """

    label: str
    commit: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The texts of one revision.

    ``paths`` are the files of the spec itself in reading order (empty: the spec does not exist in
    this revision); ``files`` holds their texts and those of companion files (eval prompts). Texts are
    decoded, without a byte order mark; line endings are as written. ``controls`` are what governs the review, in the
    side's own configuration and approvals, where a change to that is to be reported.
    """

    revision: Revision
    paths: tuple[str, ...]
    files: Mapping[str, str] = field(default_factory=dict)
    controls: tuple[Control, ...] = ()
