"""``specdiff comment`` against a GitHub on loopback that takes only what GitHub describes."""

import time

import pytest

from action.loopback import BOT, LIMIT, REPOSITORY, Failure
from cli.kitchen import V1, V2
from specdiff.cli.main import run
from specdiff.github.comment import CUT, body, carries, fitted, identity, marker

COMMENTS = f"/repos/{REPOSITORY}/issues/5/comments"
DIGITS = identity("", "", ())


@pytest.fixture
def specs(tmp_path):
    """Two files that differ in meaning."""
    for name, text in (("old.md", V1), ("new.md", V2), ("words.md", V2 + "\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def comment(specs, capsys):
    """Run ``specdiff comment`` on two of the files; return status, output and errors."""

    def call(old="old.md", new="new.md", *more):
        names = [str(specs / one) for one in (old, new) if one]
        capsys.readouterr()
        status = run(["comment", *names, "--repository", REPOSITORY, "--pull", "5", *more])
        return status, *capsys.readouterr()

    return call


@pytest.fixture
def waits(monkeypatch):
    """The seconds that were waited, without waiting."""
    waited = []
    monkeypatch.setattr(time, "sleep", waited.append)
    return waited


def test_a_first_comment_is_made_and_its_address_is_printed(github, comment):
    status, out, _ = comment()
    assert status == 0
    assert out == f"https://github.com/{REPOSITORY}/pull/5#issuecomment-1\n"
    first, second, *_ = github.comments[0]["body"].splitlines()
    assert (first, second) == (marker(DIGITS), "## specdiff: changed in meaning")


def test_a_workflow_on_a_pull_request_need_not_say_which(github, specs, monkeypatch, capsys):
    (specs / "event.json").write_text('{"pull_request": {"number": 5}}', encoding="utf-8")
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(specs / "event.json"))
    monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
    assert run(["comment", str(specs / "old.md"), str(specs / "new.md")]) == 0
    assert capsys.readouterr().out == github.comments[0]["html_url"] + "\n"


def test_the_comment_is_edited_in_place_when_the_review_differs(github, comment):
    github.say("a reviewer's own words")
    old = github.say(body(DIGITS, "## an earlier review"), BOT)
    status, out, _ = comment()
    assert (status, out) == (0, old["html_url"] + "\n")
    assert github.sent("POST", "PATCH") == [f"PATCH /repos/{REPOSITORY}/issues/comments/2"]
    assert "changed in meaning" in github.comments[1]["body"]
    assert len(github.comments) == 2


def test_a_comment_that_says_the_same_is_not_sent_again(github, comment):
    comment()
    github.comments[0]["body"] = github.comments[0]["body"].replace("\n", "\r\n").strip()  # as GitHub may hand it back
    status, out, err = comment()
    assert (status, out) == (0, github.comments[0]["html_url"] + "\n")
    assert github.sent("POST", "PATCH") == [f"POST {COMMENTS}"]
    assert "says that already" in err


def test_the_comment_is_found_on_the_third_page(github, comment):
    for number in range(230):
        github.say(f"remark {number}")
    mine = github.say(body(DIGITS, "## an earlier review"), BOT)
    assert comment()[1] == mine["html_url"] + "\n"
    pages = [query["page"] for method, path, query, _ in github.requests if path == COMMENTS and "page" in query]
    assert pages == [["2"], ["3"]]
    assert all(query["per_page"] == ["100"] for _, path, query, _ in github.requests if path == COMMENTS)


def test_a_marker_that_somebody_else_planted_is_left_alone(github, comment):
    planted = github.say(body(DIGITS, "## all is well"), "mallory")
    comment()
    assert github.comments[0] == planted
    assert [one["user"]["login"] for one in github.comments] == ["mallory", BOT]


def test_a_person_named_like_the_bot_is_not_the_bot(github, comment):
    github.say(body(DIGITS, "## all is well"), "github-actions")
    comment()
    assert len(github.comments) == 2


def test_a_marker_that_is_quoted_is_none(github, comment):
    github.say(f"> {marker(DIGITS)}\n{marker(DIGITS)}\n", BOT)
    comment()
    assert len(github.comments) == 2


def test_a_comment_that_somebody_hid_stays_hidden_and_a_new_one_is_made(github, comment):
    github.say(body(DIGITS, "## an earlier review"), BOT, minimized={"reason": "outdated"})
    comment()
    assert "an earlier review" in github.comments[0]["body"]
    assert len(github.comments) == 2


def test_of_two_that_were_made_at_the_same_time_one_stays(github, comment):
    for text in ("## a review", "## the same time"):
        github.say(body(DIGITS, text), BOT)
    comment()
    assert github.sent("POST", "PATCH", "DELETE") == [
        f"{method} /repos/{REPOSITORY}/issues/comments/{n}" for method, n in (("DELETE", 2), ("PATCH", 1))
    ]


def test_each_workflow_job_and_path_has_a_comment_of_its_own(github, comment, monkeypatch):
    comment()
    monkeypatch.setenv("GITHUB_WORKFLOW", "nightly")
    comment()
    monkeypatch.setenv("GITHUB_JOB", "review")
    comment()
    assert len({one["body"].partition("\n")[0] for one in github.comments}) == 3
    assert identity("w", "j", ("a", "b")) == identity("w", "j", ("b", "a")) != identity("w", "j", ("a",))


def test_a_clean_review_turns_the_comment_and_only_once(github, comment):
    comment()
    for _ in range(2):
        assert comment("old.md", "old.md")[0] == 0
    assert "## specdiff: no changes in the latest revision" in github.comments[0]["body"]
    assert "critical" not in github.comments[0]["body"]
    assert len(github.sent("PATCH")) == 1


@pytest.mark.parametrize(
    ("when", "new", "made"),
    [
        ("always", "old.md", True),
        ("changes", "old.md", False),
        ("changes", "words.md", True),
        ("findings", "words.md", False),
        ("findings", "new.md", True),
        ("never", "new.md", False),
    ],
)
def test_when_there_is_a_first_comment(github, comment, when, new, made):
    old = "new.md" if new == "words.md" else "old.md"
    status, out, _ = comment(old, new, "--comment", when)
    assert (status, bool(out), bool(github.comments)) == (0, made, made)
    assert github.requests if when != "never" else not github.requests


def test_findings_that_went_leave_a_comment_about_words_only(github, comment):
    comment("old.md", "new.md", "--comment", "findings")
    comment("new.md", "words.md", "--comment", "findings")
    assert "no changes of meaning in the latest revision" in github.comments[0]["body"]


@pytest.mark.parametrize("status", [403, 404])
def test_on_a_fork_there_is_a_notice_and_no_failure(github, comment, monkeypatch, status):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    github.failures.append(Failure("POST", status, COMMENTS, "Resource not accessible by integration"))
    done, out, _ = comment()
    assert done == 0
    assert out.startswith("::notice title=specdiff::No comment: the token may not comment on octo/specs#5")
    assert out.count("\n") == 1
    assert len(github.sent("POST")) == 1


def test_by_hand_a_refusal_is_an_error(github, comment):
    github.failures.append(Failure("POST", 403, COMMENTS, "Resource not accessible by personal access token"))
    status, out, err = comment()
    assert (status, out) == (2, "")
    assert "pull-requests: write" in err
    assert err.count("\n") == 1


def test_a_server_that_fails_is_asked_again_and_not_for_a_second_comment(github, comment, waits):
    github.failures += [Failure("GET", 502, "/pulls/"), Failure("GET", 500, COMMENTS), Failure("POST", 503, COMMENTS, done=True)]
    status, out, _ = comment()
    assert (status, len(github.comments)) == (0, 1)
    assert out == github.comments[0]["html_url"] + "\n"
    assert waits == [1, 2, 4]


def test_a_limit_is_waited_out_for_as_long_as_github_says(github, comment, waits):
    secondary = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."
    github.failures += [
        Failure("POST", 403, COMMENTS, secondary, {"Retry-After": "7"}),
        Failure("POST", 429, COMMENTS, "API rate limit exceeded", {"Retry-After": "9"}),
        Failure(
            "POST",
            403,
            COMMENTS,
            "API rate limit exceeded",
            {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(int(time.time()) + 200)},
        ),
        Failure("POST", 403, COMMENTS, secondary),
    ]
    assert comment()[0] == 0
    assert waits[:2] == [7, 9]
    assert 100 < waits[2] <= 201
    assert waits[3] == 60
    assert len(github.comments) == 1


def test_waiting_has_an_end(github, comment, waits):
    github.failures += [Failure("GET", 500, "/pulls/") for _ in range(9)]
    status, _, err = comment()
    assert (status, waits) == (2, [1, 2, 4, 8, 16])
    assert "too busy" in err
    github.failures[:] = [Failure("GET", 429, "/pulls/", headers={"Retry-After": "3600"})]
    assert comment()[0] == 2
    assert len(waits) == 5


def test_a_wrong_token_is_an_error_that_says_so(github, comment, monkeypatch):
    monkeypatch.setenv("GITHUB_TOKEN", "another")
    status, _, err = comment()
    assert status == 2
    assert "does not accept the token (401 Bad credentials)" in err
    assert "another" not in err


def test_without_a_token_nothing_is_sent(github, comment, monkeypatch):
    monkeypatch.delenv("GITHUB_TOKEN")
    status, _, err = comment()
    assert status == 2
    assert "GITHUB_TOKEN" in err
    assert github.requests == []


def test_a_github_that_cannot_be_reached_is_an_error(comment, monkeypatch, waits):
    pytest.importorskip("github")
    monkeypatch.setenv("GITHUB_TOKEN", "x")
    monkeypatch.setenv("GITHUB_API_URL", "http://127.0.0.1:9")
    status, _, err = comment()
    assert (status, len(waits)) == (2, 5)
    assert "cannot be reached" in err


def test_three_hundred_kilobytes_of_findings_fit(github, comment, specs):
    policy = "## Ledger {0}\n\nThe assistant {1} check record {0} of the ledger {2} before it answers anybody about it.\n\n"
    for name, force in (("short.md", "must"), ("long.md", "may")):
        text = "".join(policy.format(number, force, "and its many appendices " * 15) for number in range(700))
        (specs / name).write_text(text, encoding="utf-8")
        assert len(text) > 300_000
    assert comment("short.md", "long.md")[0] == 0
    made = github.comments[0]["body"]
    assert len(made) <= LIMIT
    assert made.count("<details") == made.count("</details>")
    assert "more findings" in made


def test_a_rendered_report_is_posted_as_it_is(github, comment, specs):
    (specs / "report.md").write_text("## our own report\n\n| a | b |\n|-|-|\n", encoding="utf-8")
    assert comment(None, None, "--report", str(specs / "report.md"))[0] == 0
    assert github.comments[0]["body"] == f"{marker(DIGITS)}\n## our own report\n\n| a | b |\n|-|-|\n"
    assert comment(None, None, "--report", str(specs / "report.md"), "--outcome", "identical")[0] == 0
    assert "no changes in the latest revision" in github.comments[0]["body"]


def test_a_report_that_is_too_long_is_cut_at_a_line_and_its_folds_are_closed():
    report = "head\n" + "<details><summary>x</summary>\n\n<details><summary>y</summary>\n" + "a row of a table\n" * 9000
    cut = fitted(report)
    assert 60_000 < len(cut) <= 65_000
    assert cut.endswith("</details>\n</details>" + CUT)
    assert set(cut.splitlines()[5:-5]) == {"a row of a table"}
    assert fitted(cut) == cut
    assert carries(body("0" * 16, report), "0" * 16)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["old.md", "new.md"], "which pull request?"),
        (["old.md", "new.md", "--repository", "octo", "--pull", "5"], "OWNER/NAME"),
        (["old.md", "new.md", "--repository", "octo/specs", "--pull", "five"], "no number of a pull request"),
        (["--repository", "octo/specs", "--pull", "5"], "what is to be said?"),
        (["old.md", "new.md", "--comment", "sometimes"], "--comment cannot be 'sometimes'"),
    ],
)
def test_what_is_missing_is_said_in_one_line(specs, monkeypatch, capsys, arguments, says):
    monkeypatch.chdir(specs)
    monkeypatch.setenv("GITHUB_TOKEN", "x")
    assert run(["comment", *arguments]) == 2
    error = capsys.readouterr().err
    assert says in error
    assert error.count("\n") == 1
