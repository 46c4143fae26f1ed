"""The action's own steps, run on made-up events in shallow clones, against a GitHub on loopback."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from action.loopback import BOT, Failure
from action.runner import ROOT, Runner, definition, machine, outputs, told
from cli.kitchen import V1, V2, git, new_repository, release
from specdiff.github import step
from specdiff.github.comment import body, identity
from specdiff.github.event import NOTHING

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the tests of the steps find bash and symbolic links on Linux and macOS")


def sha(folder, name):
    return subprocess.run(["git", "rev-parse", name], cwd=folder, capture_output=True, text=True, check=True).stdout.strip()


def state(folder):
    """What is checked out, and what differs from it."""
    changed = subprocess.run(["git", "status", "--porcelain", "--branch"], cwd=folder, capture_output=True, text=True, check=True).stdout
    return sha(folder, "HEAD"), changed


@pytest.fixture(scope="module")
def upstream(tmp_path_factory):
    """octo/specs: main went on after the branch feature left it; feature makes a duty a permission, and wants to be judged mildly."""
    folder = tmp_path_factory.mktemp("server") / "octo" / "specs"
    folder.parent.mkdir()
    new_repository(folder)
    release(folder, "first", spec__md=V1, README__md="# Readme\n", strict__toml='fail-on = "minor"\n')
    for number in range(3):
        release(folder, f"chatter-{number}", README__md=f"# Readme {number}\n")
    git(folder, "branch", "feature")
    release(folder, "later", spec__md=V1.replace("quiet music", "soft music"))
    git(folder, "checkout", "-q", "feature")
    release(folder, "feature-1", README__md="# Another\n")
    release(folder, "feature-2", spec__md=V2, specdiff__toml='fail-on = "never"\n', strict__toml='fail-on = "never"\n')
    git(folder, "update-ref", "refs/pull/5/head", "feature")
    git(folder, "config", "uploadpack.allowAnySHA1InWant", "true")
    git(folder, "checkout", "-q", "main")
    return folder


@pytest.fixture
def workspace(upstream, tmp_path):
    """What actions/checkout leaves by default: one commit, no branch of origin."""
    git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=feature", f"file://{upstream}", "workspace")
    return tmp_path / "workspace"


@pytest.fixture
def runner(github, upstream, workspace, tmp_path):
    """A runner for the pull request 5."""
    github.head, github.base = sha(upstream, "feature"), sha(upstream, "main")
    (tmp_path / "temp").mkdir()
    server = f"file://{upstream.parents[1]}"
    return Runner(
        tmp_path / "temp", machine(github, workspace, tmp_path / "temp", GITHUB_SERVER_URL=server, GITHUB_EVENT_NAME="pull_request")
    )


@pytest.fixture
def event(tmp_path, github):
    """Write an event; by default that of the pull request."""

    def call(**data):
        whole = data or {"pull_request": github.pull()}
        (tmp_path / "event.json").write_text(json.dumps(whole), encoding="utf-8")
        return tmp_path / "event.json"

    return call


def test_a_pull_request_is_reviewed_from_where_it_left_its_base(runner, event, github, workspace, upstream):
    before = state(workspace)
    job = runner.run(event())
    assert state(workspace) == before
    assert job.failed == ""
    assert job.done == ["Find Python", "Install specdiff", "Review", "Comment", "Annotate", "Upload the reports", "Gate"]
    counts = {name: job.outputs[name] for name in ("changed", "critical", "major", "minor", "editorial", "shifts")}
    review = json.loads(Path(job.outputs["report-json"]).read_text(encoding="utf-8"))
    assert counts == {
        "changed": "true",
        "shifts": str(len(review["shifts"])),
        **{k: str(v) for k, v in review["summary"]["on_their_own"].items()},
    }
    assert {one["rule"] for one in review["findings"]} >= {"statement/weakened"}
    assert "soft" not in Path(job.outputs["report-json"]).read_text(encoding="utf-8")  # that is main's own change
    assert job.summary == Path(job.outputs["report-markdown"]).read_text(encoding="utf-8")
    assert [Path(job.outputs[f"report-{name}"]).suffix for name in ("json", "markdown", "html")] == [".json", ".md", ".html"]
    assert "</html>" in Path(job.outputs["report-html"]).read_text(encoding="utf-8")
    left = sha(upstream, "chatter-2")
    assert f"`main ({left[:10]}) → feature ({github.head[:10]})`" in job.summary
    assert job.outputs["comment-url"] == github.comments[0]["html_url"]
    assert job.summary.strip() in github.comments[0]["body"]
    annotations = job.logs["Annotate"].splitlines()
    assert any(line.startswith("::warning ") and "file=spec.md,line=" in line for line in annotations)
    assert all(line.startswith(("::", "specdiff ")) for line in annotations)
    assert job.used.keys() == {"actions/setup-python", "actions/upload-artifact"}
    assert job.used["actions/upload-artifact"]["path"] == str(Path(job.outputs["report-json"]).parent)


def test_a_second_run_updates_the_comment_and_a_third_sends_nothing(runner, event, github, upstream):
    runner.run(event())
    github.head = sha(upstream, "feature-1")
    second = runner.run(event())
    assert "no changes in the latest revision" in github.comments[0]["body"]
    assert (second.outputs["changed"], second.outputs["critical"]) == ("false", "0")
    runner.run(event())
    assert [one.partition(" ")[0] for one in github.sent("POST", "PATCH")] == ["POST", "PATCH"]


def test_a_pull_request_that_never_said_anything_says_nothing(runner, event, github, upstream):
    github.head = sha(upstream, "feature-1")
    job = runner.run(event())
    assert (job.failed, github.comments, job.outputs["comment-url"]) == ("", [], "")
    assert "identical" in job.summary


def test_the_gate_is_last_and_everything_is_there_when_it_fails(runner, event, github):
    job = runner.run(event(), fail_on="minor")
    assert (job.failed, job.status) == ("Gate", 1)
    assert job.logs["Gate"].startswith("::error title=specdiff::")
    assert "minor or worse and not accepted" in job.logs["Gate"]
    assert job.summary
    assert github.comments
    assert definition()["runs"]["steps"][-1]["name"] == "Gate"


def test_a_pull_request_does_not_choose_what_it_is_judged_by(runner, event):
    job = runner.run(event(), config="strict.toml")  # mild in the pull request, strict in the base
    assert job.failed == "Gate"


def test_a_configuration_that_only_the_pull_request_has_does_not_hold(runner, event):
    job = runner.run(event(), config="specdiff.toml")
    assert "config/changed" in job.summary
    assert runner.run(event(), config="nowhere.toml").failed == "Review"


def test_a_fork_gets_the_summary_and_a_notice(runner, event, github):
    github.head_repository = "stranger/specs"
    github.failures.append(Failure("POST", 403, "/comments", "Resource not accessible by integration"))
    job = runner.run(event())
    assert job.failed == ""
    assert "changed in meaning" in job.summary
    assert job.logs["Comment"].startswith("::notice title=specdiff::No comment")
    assert job.outputs["comment-url"] == ""


def test_a_github_that_takes_no_comment_for_an_hour_is_a_warning_and_the_gate_decides(runner, event, github):
    github.failures.append(Failure("POST", 429, "/comments", "API rate limit exceeded", {"Retry-After": "3600"}))
    job = runner.run(event(), fail_on="major")
    assert job.logs["Comment"].startswith("::warning title=specdiff::No comment: GitHub is too busy")
    assert job.failed == "Gate"


def test_a_run_that_was_overtaken_says_nothing(runner, event, github, upstream):
    file = event()
    github.head = sha(upstream, "main")
    job = runner.run(file)
    assert (job.failed, github.comments) == ("", [])
    assert "newer commits" in job.logs["Comment"]


def test_without_a_checkout_the_commits_are_fetched_alone(runner, event, github, tmp_path):
    (tmp_path / "empty").mkdir()
    runner.environment["GITHUB_WORKSPACE"] = str(tmp_path / "empty")
    runner.environment["GITHUB_EVENT_NAME"] = "pull_request_target"
    job = runner.run(event())
    assert job.failed == "", job.logs
    assert "changed in meaning" in github.comments[0]["body"]
    assert list((tmp_path / "empty").iterdir()) == []


def test_a_push_is_reviewed_from_what_was_there_before(runner, event, upstream, github):
    runner.environment |= {"GITHUB_EVENT_NAME": "push", "GITHUB_REF": "refs/heads/main"}
    file = event(before=sha(upstream, "first"), after=sha(upstream, "main"), repository={"default_branch": "main"})
    job = runner.run(file)
    assert (job.failed, job.outputs["changed"]) == ("", "true")
    assert "<ins>soft</ins> music" in job.summary
    assert (github.requests, "this is about no pull request" in job.logs["Comment"]) == ([], True)


def test_a_new_branch_is_reviewed_from_where_it_left_the_default_branch(runner, event, upstream):
    runner.environment |= {"GITHUB_EVENT_NAME": "push", "GITHUB_REF": "refs/heads/feature"}
    job = runner.run(event(before=NOTHING, after=sha(upstream, "feature"), repository={"default_branch": "main"}))
    assert job.failed == "", job.logs
    assert "soft" not in job.summary
    assert "changed in meaning" in job.summary


def test_a_merge_group_is_reviewed_as_it_would_be_merged(runner, event, upstream):
    runner.environment["GITHUB_EVENT_NAME"] = "merge_group"
    job = runner.run(event(merge_group={"base_sha": sha(upstream, "feature-1"), "head_sha": sha(upstream, "feature")}))
    assert (job.failed, job.outputs["changed"]) == ("", "true")


def test_the_user_may_name_both_ends(runner, event):
    runner.environment["GITHUB_EVENT_NAME"] = "workflow_dispatch"
    job = runner.run(event(inputs=None), base="first", head="later", path="spec.md\n")
    assert (job.failed, job.outputs["changed"]) == ("", "true")
    assert runner.run(event(inputs=None), base="HEAD", head="HEAD").outputs["changed"] == "false"


@pytest.mark.parametrize(
    ("inputs", "says"),
    [
        ({}, "has no base to compare with; set the action's input base"),
        ({"base": "--upload-pack=touch x"}, "is no name of a commit"),
        ({"base": "no-such-branch"}, "there is no 'no-such-branch' in the clone nor at its origin"),
        ({"base": "first", "path": "nowhere.md"}, "nowhere.md"),
        ({"base": "first", "comment": "sometimes"}, "the input comment cannot be 'sometimes'"),
        ({"base": "first", "sarif": "yes"}, "the input sarif cannot be 'yes'"),
        ({"base": "first", "fail-on": "serious"}, "fail-on cannot be 'serious'"),
    ],
)
def test_what_cannot_be_done_fails_the_review_with_a_line_in_the_log(runner, event, inputs, says):
    runner.environment["GITHUB_EVENT_NAME"] = "schedule"
    job = runner.run(event(schedule="0 0 * * *"), **inputs)
    assert (job.failed, job.status) == ("Review", 2)
    assert job.logs["Review"].startswith("::error title=specdiff::")
    assert says in job.logs["Review"]
    assert "Traceback" not in job.logs["Review"]
    assert job.summary.startswith("## specdiff: nothing was reviewed\n\n    ")
    assert says in job.summary


def test_the_workflow_that_the_readme_shows(runner, event, github):
    job = runner.run(event(), **told("specdiff.yml", runner.temporary))
    assert (job.failed, job.done[-1]) == ("", "Gate")
    assert "2 major" in github.comments[0]["body"]  # the duty, and the configuration that it brings along


def test_the_two_workflows_for_forks_comment_on_what_was_reviewed(runner, event, github, tmp_path):
    github.head_repository = "stranger/specs"
    first = runner.run(event(), **told("specdiff-review.yml", runner.temporary))
    upload = first.used["actions/upload-artifact"]
    assert (github.comments, upload["name"]) == ([], "specdiff")
    shutil.copytree(upload["path"], runner.temporary / "review")  # as actions/download-artifact does
    (tmp_path / "empty").mkdir()
    runner.environment |= {"GITHUB_EVENT_NAME": "workflow_run", "GITHUB_WORKSPACE": str(tmp_path / "empty")}
    run = {"head_sha": github.head, "head_repository": {"full_name": "stranger/specs"}, "event": "pull_request", "pull_requests": []}
    job = runner.run(event(workflow_run=run), **told("specdiff-comment.yml", runner.temporary))
    assert job.failed == "", job.logs
    assert job.done[-2:] == ["Comment", "Gate"]
    assert "changed in meaning" in github.comments[0]["body"]


@pytest.mark.parametrize("wrong", [{"head_sha": "0" * 40}, {"head_repository": {"full_name": "mallory/specs"}}])
def test_a_number_that_is_not_of_the_run_is_not_believed(runner, event, github, tmp_path, wrong):
    (tmp_path / "number").write_text("5\n", encoding="utf-8")
    runner.environment["GITHUB_EVENT_NAME"] = "workflow_run"
    run = {"head_sha": github.head, "head_repository": {"full_name": github.head_repository}, **wrong}
    job = runner.run(event(workflow_run=run), pull_request=str(tmp_path / "number"))
    assert (job.failed, github.comments) == ("", [])
    assert "::notice" in job.logs["Review"]


@pytest.mark.parametrize("content", ["5; rm -rf /", "../../pulls/6", "", "٥"])
def test_a_number_that_is_none_is_refused(runner, event, github, tmp_path, content):
    (tmp_path / "number").write_text(content, encoding="utf-8")
    runner.environment["GITHUB_EVENT_NAME"] = "workflow_run"
    job = runner.run(event(workflow_run={"head_sha": github.head}), pull_request=str(tmp_path / "number"))
    assert (job.failed, github.requests) == ("Review", [])


def test_what_a_spec_says_is_no_command_to_the_runner(runner, event):
    lines = runner.run(event()).logs["Review"].splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("::stop-commands::"))
    token = lines[start].removeprefix("::stop-commands::")
    assert len(token) == 32
    assert lines.count(f"::{token}::") == 1
    assert any("weak" in line or "may greet" in line for line in lines[start : lines.index(f"::{token}::")])
    assert step.silenced("::error::x") != step.silenced("::error::x")


def test_sarif_and_annotations_are_there_where_they_are_wanted(runner, event):
    job = runner.run(event(), sarif="true", annotations="false")
    used = job.used["github/codeql-action/upload-sarif"]
    assert json.loads(Path(used["sarif_file"]).read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert "Annotate" not in job.done


@pytest.mark.parametrize("version", ["1.0 --index-url=https://example.invalid", "main", "1.0; touch x", "-r x"])
def test_a_version_is_a_version(tmp_path, version):
    environment = {**os.environ, "RUNNER_TEMP": str(tmp_path), "GITHUB_OUTPUT": str(tmp_path / "out"), "INPUT_VERSION": version}
    made = subprocess.run([str(ROOT / "action" / "install.sh")], env=environment, capture_output=True, text=True, check=False)
    assert (made.returncode, made.stdout.count("\n")) == (2, 1)
    assert made.stdout.startswith("::error title=specdiff::the input version")
    assert list(tmp_path.iterdir()) == []


def test_outputs_of_several_lines_cannot_end_themselves(monkeypatch, tmp_path):
    monkeypatch.setenv("GITHUB_OUTPUT", str(tmp_path / "output"))
    values = {"a": "EOF\nb=1\nspecdiff_\n", "c": "x<<y\n::set-output name=b::1"}
    step.output(values)
    step.output({"d": ""})
    assert outputs((tmp_path / "output").read_text(encoding="utf-8")) == {**{k: v.rstrip("\n") for k, v in values.items()}, "d": ""} | {
        "a": values["a"]
    }


def test_the_summary_stays_below_a_mebibyte(monkeypatch, tmp_path):
    place = tmp_path / "summary"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(place))
    place.write_text("before\n", encoding="utf-8")
    step.summarise("ä row\n" * 300_000)
    assert 1_000_000 < place.stat().st_size <= 1024 * 1024
    text = place.read_text(encoding="utf-8")
    assert text.endswith(step.LEFT_OUT)
    assert set(text.removesuffix(step.LEFT_OUT).splitlines()) == {"before", "ä row"}
    step.summarise("more\n")
    assert place.stat().st_size <= 1024 * 1024


def test_a_message_is_one_command():
    assert step.command("error", "50 % off\n::warning::x", title="a:b,c") == "::error title=a%3Ab%2Cc::50 %25 off%0A::warning::x\n"
    assert step.command("notice", "") == "::notice title=specdiff::\n"


def test_the_comment_of_a_person_is_never_touched_by_the_action(runner, event, github):
    planted = body(identity("specs", "review", ()), "all is well")
    github.say(planted, "mallory")
    runner.run(event())
    assert [one["user"]["login"] for one in github.comments] == ["mallory", BOT]
    assert github.comments[0]["body"] == planted
    assert github.comments[1]["body"].partition("\n")[0] == planted.partition("\n")[0]
