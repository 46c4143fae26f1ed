"""Runs the steps of ``action.yml`` as GitHub's runner does, on events that the tests make up."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", ROOT / "docs" / "github.md")
BLOCK = re.compile(r"^```yaml\n# (\.github/workflows/[\w-]+\.yml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXPRESSION = re.compile(r"\$\{\{\s*(.+?)\s*\}\}")


def definition(root=ROOT):
    """What ``action.yml`` says."""
    return yaml.safe_load((root / "action.yml").read_text(encoding="utf-8"))


def copied():
    """The workflows that the pages show, by the file that they say to copy them to."""
    return {file: text for page in PAGES for file, text in BLOCK.findall(page.read_text(encoding="utf-8"))}


def told(file, temporary):
    """What the workflow that the pages show for *file* tells the action; ``runner.temp`` is *temporary*."""
    (job,) = yaml.safe_load(copied()[f".github/workflows/{file}"])["jobs"].values()
    return {name: str(value).replace("${{ runner.temp }}", str(temporary)) for name, value in job["steps"][-1]["with"].items()}


@dataclass
class Job:
    """What a run of the action left behind."""

    outputs: dict = field(default_factory=dict)
    done: list = field(default_factory=list)
    used: dict = field(default_factory=dict)
    logs: dict = field(default_factory=dict)
    summary: str = ""
    failed: str = ""
    status: int = 0


class Runner:
    """*temporary*: the job's own folder. *environment*: what GitHub says of the workflow."""

    def __init__(self, temporary, environment):
        self.temporary = temporary
        self.environment = environment
        place = temporary / "specdiff" / "venv"
        place.mkdir(parents=True, exist_ok=True)
        (place / ".holds").write_text(f"{ROOT}[github]", encoding="utf-8")  # the environment of the tests holds specdiff already
        if not (place / "bin").exists():
            (place / "bin").symlink_to(Path(sys.executable).parent)

    def run(self, event, **inputs):
        """Run every step in order, with inputs as a workflow gives them (``_`` or ``-``); stop at the first that fails."""
        said = definition()
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        assert given.keys() <= said["inputs"].keys()
        values = {name: given.get(name, self._value(one.get("default", ""), {})) for name, one in said["inputs"].items()}
        scope = {f"inputs.{name}": value for name, value in values.items()}
        job = Job()
        for step in said["runs"]["steps"]:
            self._step(step, scope, job, event)
            if job.failed:
                break
        job.outputs = {name: self._value(one["value"], scope) for name, one in said["outputs"].items()}
        return job

    def _step(self, step, scope, job, event):
        if "if" in step and not self._holds(step["if"], scope):
            return
        job.done.append(step["name"])
        if "uses" in step:
            job.used[step["uses"].partition("@")[0]] = {name: self._value(value, scope) for name, value in step.get("with", {}).items()}
            scope["steps.python.outputs.python-path"] = sys.executable
            return
        files = {name: self.temporary / f"{len(job.done)}-{name}" for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for file in files.values():
            file.write_text("", encoding="utf-8")
        own = {name: self._value(value, scope) for name, value in step.get("env", {}).items()}
        environment = {**self.environment, "GITHUB_EVENT_PATH": str(event), **{name: str(file) for name, file in files.items()}, **own}
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        made = subprocess.run(
            command, env=environment, cwd=self.environment["GITHUB_WORKSPACE"], capture_output=True, text=True, check=False
        )
        job.logs[step["name"]] = made.stdout + made.stderr
        job.summary += files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
        for name, value in outputs(files["GITHUB_OUTPUT"].read_text(encoding="utf-8")).items():
            scope[f"steps.{step.get('id', '')}.outputs.{name}"] = value
        if made.returncode and not step.get("continue-on-error"):
            job.failed, job.status = step["name"], made.returncode

    def _value(self, text, scope):
        scope = {"github.token": self.environment.get("TOKEN", ""), "github.action_path": str(ROOT), **scope}
        return EXPRESSION.sub(lambda found: scope.get(found[1], ""), str(text))

    def _holds(self, condition, scope):
        name, value = re.fullmatch(r"(\S+) != '(\w*)'", condition).groups()
        return scope.get(name, "") != value


def outputs(text):
    """Return the values in a file of outputs, as the runner reads it."""
    found = {}
    lines = iter(text.splitlines())
    for line in lines:
        name, mark, end = line.partition("<<")
        if not mark:
            name, _, found[name] = line.partition("=")
            continue
        value = []
        while (part := next(lines)) != end:
            value.append(part)
        found[name] = "\n".join(value)
    return found


def machine(github, workspace, temporary, **more):
    """Return the environment that GitHub's runner gives a step."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "SYSTEMROOT", "COVERAGE_PROCESS_START")}
    return {
        **kept,
        "CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_WORKFLOW": "specs", "GITHUB_JOB": "review", "GITHUB_REPOSITORY": "octo/specs",
        "GITHUB_WORKSPACE": str(workspace), "RUNNER_TEMP": str(temporary), "RUNNER_OS": "Linux",
        "GITHUB_API_URL": github.address, "TOKEN": github.token, "PYTHONDONTWRITEBYTECODE": "1", **more,
    }  # fmt: skip
