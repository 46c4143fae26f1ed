"""Reading a repository whose configuration sets a trap wherever git would run a program: the real command line springs none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sources.repositories import BETTER, Work

if sys.platform == "win32":
    pytest.skip("the traps are shell scripts", allow_module_level=True)

from hard.limited import run

HOOKS = """
    applypatch-msg pre-applypatch post-applypatch pre-commit pre-merge-commit prepare-commit-msg commit-msg post-commit pre-rebase post-checkout post-merge
    pre-push pre-receive update proc-receive post-receive post-update reference-transaction push-to-checkout pre-auto-gc post-rewrite fsmonitor-watchman
    post-index-change
""".split()
PROGRAMS = """
    core.fsmonitor core.pager core.editor core.sshCommand core.askPass core.gitProxy core.alternateRefsCommand sequence.editor pager.diff pager.log pager.show
    pager.cat-file pager.ls-tree pager.ls-files pager.rev-parse diff.external diff.trap.command diff.trap.textconv filter.trap.clean filter.trap.smudge
    filter.trap.process merge.trap.driver mergetool.trap.cmd difftool.trap.cmd diff.tool interactive.diffFilter gpg.program gpg.ssh.program gpg.x509.program
    credential.helper uploadpack.packObjectsHook remote.origin.uploadpack remote.origin.receivepack remote.origin.proxy ssh.variant web.browser
    browser.trap.cmd man.viewer trailer.trap.cmd sendemail.smtpServer instaweb.httpd submodule.spec.update
""".split()
ALIASES = "diff log show cat-file ls-tree ls-files rev-parse merge-base for-each-ref config".split()
VARIABLES = """
    GIT_EXTERNAL_DIFF GIT_PAGER_IN_USE GIT_EDITOR GIT_SEQUENCE_EDITOR GIT_SSH GIT_SSH_COMMAND GIT_ASKPASS SSH_ASKPASS GIT_PROXY_COMMAND GIT_ALTERNATE_REFS_COMMAND
""".split()
WAYS = (
    ("v1", "v2"),
    ("v1",),
    ("--staged",),
    ("v1...v2",),
    ("v1:spec.md", "spec.md"),
    ("v1", "v2", "--format", "json", "--fail-on", "major"),
    ("tree", "v2"),
    ("match", "v1", "v2"),
    ("nothing", "v2"),
    ("HEAD~9", "v2"),
    ("v1", "v2", "--path", "no*.md"),
)


class Trap:
    """A program that leaves a trace of whoever runs it."""

    def __init__(self, folder: Path) -> None:
        self.trace = folder / "trace"
        self.program = folder / "trap"
        self.program.write_text(f'#!/bin/sh\necho "$0 $*" >> "{self.trace}"\ncat\n')
        self.program.chmod(0o755)

    def sprung(self) -> str:
        """Return who ran it."""
        return self.trace.read_text() if self.trace.exists() else ""


@pytest.fixture
def trap(tmp_path: Path) -> Trap:
    """Return a trap, and see to it that it works."""
    made = Trap(tmp_path)
    assert os.system(f"'{made.program}' works < /dev/null") == 0  # noqa: S605 - our own program
    assert "works" in made.sprung()
    made.trace.unlink()
    return made


def settings(trap: Trap) -> dict[str, str]:
    """Return all settings that name a program."""
    named = dict.fromkeys(PROGRAMS, str(trap.program))
    named |= {f"alias.{name}": f"!{trap.program}" for name in ALIASES}
    return named | {
        "core.fsmonitorHookVersion": "2",
        "core.untrackedCache": "true",
        "filter.trap.required": "true",
        "log.showSignature": "true",
        "protocol.allow": "always",
        "protocol.ext.allow": "always",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::{trap.program} %S fetch",
        "url.ext::.insteadOf": "https://",
        "core.repositoryFormatVersion": "1",
    }


def set_all(work: Work, trap: Trap, where: str) -> None:
    """Put the settings where they are found: in the repository's own file, or in one that it includes."""
    hooks = work.folder / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for name in HOOKS:
        shutil.copy(trap.program, hooks / name)
    work.write(".gitattributes", "* diff=trap filter=trap merge=trap ident export-subst working-tree-encoding=UTF-16\n")
    (work.folder / ".git" / "info" / "attributes").write_text("* diff=trap filter=trap\n")
    work.write(".gitmodules", f'[submodule "spec"]\n\tpath = sub\n\turl = ext::{trap.program}\n\tupdate = !{trap.program}\n')
    file = {
        "config": work.folder / ".git" / "config",
        "include": work.folder / "included",
        "includeIf": work.folder / "included",
        "worktree": work.folder / ".git" / "config.worktree",
    }[where]
    for name, value in settings(trap).items():
        work.git("config", "--file", str(file), name, value)
    extra = {
        "include": ("include.path", str(file)),
        "includeIf": ("includeIf.gitdir:**.path", str(file)),
        "worktree": ("extensions.worktreeConfig", "true"),
    }
    if where in extra:
        work.git("config", "--file", str(work.folder / ".git" / "config"), *extra[where])
    trap.trace.unlink(missing_ok=True)  # setting up may have sprung some


@pytest.mark.parametrize("where", ["config", "include", "includeIf", "worktree"])
def test_no_setting_of_a_repository_is_run(work: Work, trap: Trap, where: str) -> None:
    work.write("spec.md", BETTER + "\nOne more.\n")
    set_all(work, trap, where)
    for words in WAYS if where == "config" else WAYS[:3]:
        ran = run(work.folder, *words)
        assert "Traceback" not in ran.err
        assert ran.status == 0 or "no" in ran.err
        assert trap.sprung() == "", words
    work.git("status", check=False)
    work.git("diff", "v1", "v2", check=False)
    assert trap.sprung() != "", "git itself runs what is set here"


def test_no_variable_of_the_environment_is_run(work: Work, trap: Trap) -> None:
    injected = settings(trap)
    env = {name: str(trap.program) for name in VARIABLES}
    env["GIT_CONFIG_COUNT"] = str(len(injected))
    for number, (name, value) in enumerate(injected.items()):
        env |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
    for words in WAYS[:4]:
        assert run(work.folder, *words, env=env).status == 0
        assert trap.sprung() == "", words


def test_what_a_partial_clone_lacks_is_not_fetched_by_a_program(work: Work, trap: Trap) -> None:
    set_all(work, trap, "config")
    work.object_file("v1:spec.md").unlink()
    ran = run(work.folder, "v1", "v2")
    assert ran.status == 2
    assert "is not in this partial clone" in ran.err
    assert trap.sprung() == ""


def test_a_git_in_the_current_folder_is_not_the_git_that_is_run(work: Work, trap: Trap) -> None:
    for name in ("git", "git-cat-file", "git-diff", "less", "python", "python3"):
        shutil.copy(trap.program, work.folder / name)
    for words in WAYS[:2]:
        assert run(work.folder, *words).status == 0
    assert trap.sprung() == ""


def test_modules_in_the_current_folder_are_not_loaded(work: Work, trap: Trap) -> None:
    for name in ("specdiff", "mistune", "git", "tomllib", "rapidfuzz", "sitecustomize"):
        work.write(f"{name}.py", f"open({str(trap.trace)!r}, 'a').write('{name}')\n")
    script = Path(sys.executable).parent / "specdiff"
    if not script.exists():
        pytest.skip("specdiff is not installed as a script")
    done = subprocess.run([str(script), "v1", "v2"], cwd=work.folder, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert trap.sprung() == ""
