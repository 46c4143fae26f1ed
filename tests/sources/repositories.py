"""Real git repositories for the tests, made in temporary folders."""

import os
import subprocess
from pathlib import Path

SPEC = "# Spec\n\n## Be kind {#be_kind authority=user}\n\nThe assistant should be kind.\n"
BETTER = SPEC.replace("should", "must")
LONG = SPEC + "".join(f"\n## Rule {n} {{#rule_{n} authority=user}}\n\nThe assistant should follow rule number {n}.\n" for n in range(20))


def recognises(path: str, text: str) -> float:
    """Score a file as a dialect would: surely a spec, named like one, or any text."""
    return 1.0 if "authority=" in text else 0.5 if path.endswith("policy.md") else 0.2


class Work:
    """A work tree with a few conveniences."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def new(cls, folder: Path) -> "Work":
        folder.mkdir(parents=True, exist_ok=True)
        made = cls(folder)
        made.git("init", "--quiet", "--initial-branch=main", ".")
        return made

    def git(self, *arguments: str, date: str = "2025-01-15T12:00:00+02:00", check: bool = True) -> str:
        environment = {**os.environ, "GIT_COMMITTER_DATE": date, "GIT_AUTHOR_DATE": date}
        command = ["git", "-c", "protocol.file.allow=always", *arguments]
        done = subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, check=False)
        assert done.returncode == 0 or not check, done.stderr.decode()
        return done.stdout.decode().strip()

    def write(self, path: str, content: str | bytes) -> Path:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return target

    def commit(self, tag: str = "", date: str = "2025-01-15T12:00:00+02:00", message: str = "Change", **files: str | bytes | None) -> str:
        """Commit files given as ``path__md=content`` ("__" is a dot, "___" a slash; ``None`` deletes); return the id."""
        for name, content in files.items():
            path = name.replace("___", "/").replace("__", ".")
            if content is None:
                (self.folder / path).unlink()
            else:
                self.write(path, content)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", message, date=date)
        if tag:
            self.git("tag", tag)
        return self.git("rev-parse", "HEAD")

    def object_file(self, revision: str) -> Path:
        oid = self.git("rev-parse", revision)
        return self.folder / ".git" / "objects" / oid[:2] / oid[2:]
