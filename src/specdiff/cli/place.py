"""Where the project's own files go."""

from pathlib import Path

from specdiff.cli.table import filled
from specdiff.errors import SpecdiffError


def top(repo: str | None) -> Path:
    """Return the folder that configuration is read from: the top of the working tree around *repo* or the current folder, else that folder."""
    filled("--repo", repo)
    here = Path(repo or "")
    if not here.is_dir():
        raise SpecdiffError(f"there is no folder {str(here)!r}; give the repository's own with --repo")
    return next((folder for folder in (here, *here.absolute().parents) if (folder / ".git").exists()), here)
