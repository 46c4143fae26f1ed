"""Cost grows with the text, counted in calls; where it would grow beyond that, the answer is coarser and says so, and nothing is silent."""

import cProfile
import json
import pstats
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest
from generate import Writer, text
from hypothesis import HealthCheck, given, settings

from conftest import MAIN, compare_texts, matching, snapshot
from hard.limited import run
from laws.strategies import specs
from specdiff.compare import compare
from specdiff.matching import candidates, statements
from specdiff.model.change import Kept
from specdiff.model.finding import Confidence
from specdiff.model.review import Review
from specdiff.prose.comparison import pairs
from specdiff.prose.sentence.reading import read
from specdiff.prose.text import similar
from specdiff.prose.text.edits import edits
from specdiff.prose.text.similar import alignable, runs, words
from specdiff.sources.hunks import hunks

SLACK = 1.35
"""How much faster than the text the calls may grow: sorting, and what is only done from some size on."""


def calls(before: str, after: str) -> int:
    old, new = snapshot(before, "old"), snapshot(after, "new")
    changed_lines = hunks(old.files, new.files, [(MAIN, MAIN)])  # git's, in the time that git takes
    profile = cProfile.Profile()
    profile.runcall(compare, old, new, changed_lines)
    return pstats.Stats(profile).total_calls  # type: ignore[attr-defined]


def changed(size: float) -> tuple[str, str]:
    writer = Writer(size, seed=3)
    spec = writer.spec()
    return text(spec), text(writer.changed(spec, 0.1))


def moved(size: float) -> tuple[str, str]:
    writer = Writer(size, seed=3)
    spec = writer.spec()
    return text(spec), text(writer.moved(spec))


def nearly_alike(size: float) -> tuple[str, str]:
    def spec(step: int) -> str:
        rules = ("The assistant must answer question {} of kind {} with care{}.",)
        return "".join(
            f"## Rule {number}\n\n{rules[0].format(number, number % 7, ' and haste' if number * step % 11 == 1 else '')}\n\n"
            for number in range(round(400 * size))
        )

    return spec(1), spec(3)


def all_in_one_list(size: float) -> tuple[str, str]:
    def spec(seed: int) -> str:
        random = Random(seed)  # noqa: S311
        return "# Rules\n\n" + "".join(f"- Never {' '.join(random.choices('abcdefghijklmnop', k=6))}.\n" for _ in range(round(400 * size)))

    return spec(1), spec(2)


@pytest.mark.parametrize("kind", [changed, moved, nearly_alike, all_in_one_list], ids=lambda kind: kind.__name__)
def test_calls_grow_as_the_text_does(kind: Callable[[float], tuple[str, str]]) -> None:
    small, large = kind(0.3), kind(1.2)
    calls(*kind(0.1))  # what is only done once
    grown = calls(*large) / calls(*small)
    assert grown <= SLACK * len(large[0]) / len(small[0])


@contextmanager
def tiny_budgets() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(similar, "PAIRS", 6)
        patch.setattr(pairs, "_MANY", 1)
        patch.setattr(candidates, "PER_WORD", 2)
        patch.setattr(candidates, "BUDGET", 4)
        patch.setattr(statements, "ALL_PAIRS", 1)
        yield


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(specs(), specs())
def test_no_change_is_silent_when_every_budget_is_spent(before: str, after: str) -> None:
    with tiny_budgets():
        review = compare_texts(before, after)
        assert review.unexplained == ()
        assert compare_texts(before, before).entries == ()


def few_words(seed: int) -> str:
    random = Random(seed)  # noqa: S311
    return "# Rules {#rules authority=user}\n\n" + "".join(
        f"The assistant must {' '.join(random.choices(('alpha', 'beta', 'gamma', 'delta'), k=7))}.\n\n" for _ in range(60)
    )


def test_what_cannot_be_told_apart_is_tentative_and_noted() -> None:
    review = compare_texts(few_words(1), few_words(2))
    came_or_went = [entry for entry in review.entries if entry.rule.id in ("statement/added", "statement/removed")]
    assert came_or_went
    assert {entry.confidence for entry in came_or_went} == {Confidence.TENTATIVE}
    assert any("only the likeliest pairs" in note for note in review.notes)
    assert matching(few_words(1), few_words(2)).coarse


def test_nothing_is_coarse_in_an_ordinary_comparison() -> None:
    before, after = changed(0.3)
    assert not matching(before, after).coarse
    assert compare_texts(before, after).notes == ()


def long_sentence(step: int, count: int = 12_000) -> str:
    random = Random(5)  # noqa: S311
    said = [f"w{random.randrange(5000)}" for _ in range(count)]
    if step:
        said[::step] = ["changed"] * len(said[::step])
    return f"# A {{#a authority=user}}\n\nThe assistant must {' '.join(said)}.\n"


def only(review: Review, rule: str) -> Confidence:
    (entry,) = [entry for entry in review.entries if entry.rule.id == rule]
    return entry.confidence


def test_a_sentence_too_long_to_be_aligned_is_one_tentative_change_with_a_note() -> None:
    before, after = long_sentence(0), long_sentence(100)
    assert [type(change) for change in matching(before, after).statements] == [Kept]
    review = compare_texts(before, after)
    assert only(review, "statement/changed") is Confidence.TENTATIVE
    assert review.notes == ("1 finding is about a text too long to be compared word by word; what differs is shown as a whole.",)
    assert review.unexplained == ()


def test_a_long_sentence_with_one_change_is_still_aligned() -> None:
    before = long_sentence(0, 30_000)
    review = compare_texts(before, before.replace("must w", "should w", 1))
    assert only(review, "statement/weakened") is Confidence.LIKELY
    assert review.notes == ()


def test_a_sentence_of_a_megabyte_takes_bounded_memory(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    for name, step in (("old", 0), ("new", 1000)):
        (folder / f"{name}.md").write_text(long_sentence(step, 150_000), encoding="utf-8")
    done = run(folder, "old.md", "new.md", "--format", "json")
    assert done.status == 0, done.err
    assert done.memory < 1_000_000_000
    review = json.loads(done.out)
    assert [finding["confidence"] for finding in review["findings"]] == ["tentative"]
    assert len(review["notes"]) == 1


@pytest.mark.parametrize(
    ("old", "new"), [("a b c d e f g", "a x c y e z g"), ("a b", "a b"), ("", "a"), ("a a a a a a", "a a a a a"), ("x", "")]
)
def test_runs_and_edits_hold_all_of_both_texts_whether_aligned_or_not(old: str, new: str) -> None:
    for budget in (1000, 1):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(similar, "PAIRS", budget)
            before, after = words(old), words(new)
            found = runs(before, after)
            assert [word for run in found for word in before[run.old : run.old_end]] == list(before)
            assert [word for run in found for word in after[run.new : run.new_end]] == list(after)
            assert all(before[run.old : run.old_end] == after[run.new : run.new_end] for run in found if run.same)
            shown = edits(old, new)
            assert "".join(edit.text for edit in shown if edit.kind != "new") == old
            assert "".join(edit.text for edit in shown if edit.kind != "gone") == new


def test_common_ends_do_not_count_against_the_budget() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(similar, "PAIRS", 4)
        assert alignable("a b c d e".split(), "a b x d e".split())
        assert not alignable("a b c d e".split(), "x b y d z".split())


@pytest.mark.parametrize("sentence", ["Call if {}or one is lost.", "Call unless {}or one is lost, and wait.", "If {}or one is lost, call."])
def test_a_list_of_many_things_in_a_condition_is_gone_through_once(sentence):
    def counted(things: int) -> int:
        profile = cProfile.Profile()
        profile.runcall(read, sentence.format("a key, " * things))
        return pstats.Stats(profile).total_calls  # type: ignore[attr-defined]

    counted(1)
    assert counted(400) <= SLACK * 4 * counted(100)
