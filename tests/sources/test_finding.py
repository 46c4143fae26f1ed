"""Which file is the spec, and which file it was or became."""

from pathlib import Path

import pytest

from sources.repositories import BETTER, LONG, SPEC, Work, recognises
from specdiff.errors import SpecdiffError
from specdiff.sources.revisions import Pair, open_sides

COMPANIONS = ("examples/*.md",)
LONGER = LONG.replace("should", "must", 3)


def pair_of(work: Work, old: str = "v1", new: str | None = "v2", *paths: str, cwd: str = ".") -> Pair:
    sides = open_sides(old, new, cwd=work.folder / cwd)
    return sides.snapshots(paths=paths, recognises=recognises, companions=COMPANIONS)


@pytest.fixture
def empty(tmp_path: Path) -> Work:
    return Work.new(tmp_path)


def test_the_file_that_a_dialect_surely_knows(empty: Work) -> None:
    empty.commit("v1", docs___guide__md=SPEC, policy__md="# Policy\n", notes__md="Notes\n", README__md="# About\n")
    assert pair_of(empty, "v1", "v1").new.paths == ("docs/guide.md",)


def test_else_the_file_that_is_named_like_a_spec(empty: Work) -> None:
    empty.commit("v1", policy__md="# Policy\n", notes__md="Notes\n", other__md="Other\n")
    assert pair_of(empty, "v1", "v1").new.paths == ("policy.md",)


def test_else_the_only_file_that_is_no_readme_or_the_like(empty: Work) -> None:
    empty.commit(
        "v1",
        charter__md="# C\n",
        README__md="# R\n",
        CHANGELOG__md="# L\n",
        CONTRIBUTING__md="# C\n",
        LICENSE__md="MIT\n",
        __github___x__md="# T\n",
    )
    assert pair_of(empty, "v1", "v1").new.paths == ("charter.md",)


def test_a_readme_if_there_is_nothing_else(empty: Work) -> None:
    empty.commit("v1", README__md="# Rules\n", main__py="")
    empty.commit("v2", README__md="# Rules\n\nBe kind.\n", CHANGELOG__md="# Changes\n")
    assert pair_of(empty).new.paths == ("README.md",)


def test_a_readme_that_shows_the_notation_does_not_rival_the_spec(empty: Work) -> None:
    empty.commit("v1", README__md=SPEC, spec__md=SPEC, tests___data___spec__md=SPEC)
    assert pair_of(empty, "v1", "v1").new.paths == ("spec.md",)


def test_several_are_named_and_a_choice_is_asked_for(empty: Work) -> None:
    empty.commit("v1", a__md=SPEC, b__md=SPEC, c__md="Text\n")
    with pytest.raises(SpecdiffError, match=r"^several files in 'v1' could be the spec: a\.md, b\.md; choose with --path$"):
        pair_of(empty, "v1", "v1")


def test_of_several_the_one_in_the_current_folder(empty: Work) -> None:
    empty.commit("v1", a___spec__md=SPEC, b___spec__md=SPEC)
    assert pair_of(empty, "v1", "v1", cwd="b").new.paths == ("b/spec.md",)


def test_a_link_is_no_second_candidate(empty: Work) -> None:
    empty.write("agents_policy.md", "# Policy\n")
    (empty.folder / "claude_policy.md").symlink_to("agents_policy.md")
    empty.commit("v1")
    assert pair_of(empty, "v1", "v1").new.paths == ("agents_policy.md",)
    assert pair_of(empty, "v1", None).new.paths == ("agents_policy.md",)


def test_a_path_from_the_top_and_from_the_current_folder(empty: Work) -> None:
    empty.commit("v1", docs___a__md=SPEC, docs___b__md=SPEC)
    assert pair_of(empty, "v1", "v1", "docs/b.md").new.paths == ("docs/b.md",)
    assert pair_of(empty, "v1", "v1", "b.md", cwd="docs").new.paths == ("docs/b.md",)
    assert pair_of(empty, "v1", "v1", "./docs/b.md").new.paths == ("docs/b.md",)


def test_globs_take_all_that_match_in_natural_order(empty: Work) -> None:
    chapters = {f"chapters___{n}__md": f"# Chapter {n}\n" for n in (10, 2, 1)}
    empty.commit("v1", **chapters, intro__md="# Intro\n", chapters___deep___x__md="# X\n")
    assert pair_of(empty, "v1", "v1", "chapters/*.md").new.paths == ("chapters/1.md", "chapters/2.md", "chapters/10.md")
    assert pair_of(empty, "v1", "v1", "intro.md", "chapters/**/*.md").new.paths[0] == "intro.md"
    assert pair_of(empty, "v1", "v1", "**/x.md").new.paths == ("chapters/deep/x.md",)
    assert pair_of(empty, "v1", "v1", "chapters").new.paths[-1] == "chapters/deep/x.md"


def test_a_file_that_joins_a_glob_is_a_part_that_was_added(empty: Work) -> None:
    empty.commit("v1", rules___a__md=SPEC, rules___b__md="# B\n")
    empty.commit("v2", rules___c__md="# C\n", rules___b__md=None)
    pair = pair_of(empty, "v1", "v2", "rules/*.md")
    assert (pair.old.paths, pair.new.paths) == (("rules/a.md", "rules/b.md"), ("rules/a.md", "rules/c.md"))
    assert [(one.old_path, one.new_path) for one in pair.hunks] == [("rules/b.md", None), (None, "rules/c.md")]


@pytest.mark.parametrize("paths", [(), ("model.md",), ("spec.md",)])
def test_a_renamed_and_edited_spec_is_followed(empty: Work, paths: tuple[str, ...]) -> None:
    empty.commit("v1", spec__md=LONG, README__md="# About\n")
    empty.commit("v2", spec__md=None, model__md=LONGER)
    for old, new, names in (("v1", "v2", ("spec.md", "model.md")), ("v2", "v1", ("model.md", "spec.md"))):
        pair = pair_of(empty, old, new, *paths)
        assert (pair.old.paths, pair.new.paths) == ((names[0],), (names[1],))
        assert {(one.old_path, one.new_path) for one in pair.hunks} == {names}


def test_a_renamed_spec_is_followed_into_the_working_tree_and_the_index(empty: Work) -> None:
    empty.commit("v1", spec__md=LONG)
    empty.git("mv", "spec.md", "model.md")
    empty.write("model.md", LONGER)
    for staged in (True, False):
        sides = open_sides("v1", cwd=empty.folder, staged=staged)
        pair = sides.snapshots(paths=(), recognises=recognises, companions=())
        assert (pair.old.paths, pair.new.paths) == (("spec.md",), ("model.md",))


def test_a_renamed_spec_that_no_dialect_is_sure_of_is_followed_by_its_text(empty: Work) -> None:
    text = "# Rules\n" + "".join(f"\nRule {n} is that the assistant is kind to person {n}.\n" for n in range(30))
    empty.commit("v1", policy__md=text, notes__md="Notes\n")
    empty.commit("v2", policy__md=None, conduct__md=text.replace("kind", "polite", 4), more__md="More\n", yet__md="Yet more\n")
    assert pair_of(empty, "v1", "v2").new.paths == ("conduct.md",)
    assert pair_of(empty, "v2", "v1", "conduct.md").new.paths == ("policy.md",)


def test_a_moved_spec_takes_its_companions_along(empty: Work) -> None:
    empty.commit("v1", spec__md=LONG, examples___a__md="Prompt a\n")
    empty.commit("v2", spec__md=None, examples___a__md=None, spec___spec__md=LONGER, spec___examples___a__md="Prompt A\n")
    pair = pair_of(empty)
    assert (pair.old.paths, pair.new.paths) == (("spec.md",), ("spec/spec.md",))
    assert ("examples/a.md", "spec/examples/a.md") in {(one.old_path, one.new_path) for one in pair.hunks}


def test_a_renamed_spec_that_left_a_stub_is_followed(empty: Work) -> None:
    empty.commit("v1", spec__md=LONG)
    empty.commit("v2", spec__md="Moved to docs/model.md.\n", docs___model__md=LONGER)
    assert pair_of(empty).old.paths == ("spec.md",)


def test_a_spec_rewritten_under_another_name_is_still_the_spec(empty: Work) -> None:
    empty.commit("v1", spec__md=LONG)
    empty.commit("v2", spec__md=None, model__md="# Model\n\n## Other {#other authority=root}\n\nAltogether other words.\n")
    assert (pair_of(empty).old.paths, pair_of(empty).new.paths) == (("spec.md",), ("model.md",))


def test_a_spec_that_one_side_lacks_was_added_or_removed(empty: Work) -> None:
    empty.commit("v1", README__md="# About\n", notes__md="Notes\n")
    empty.commit("v2", spec__md=SPEC)
    added, removed = pair_of(empty, "v1", "v2"), pair_of(empty, "v2", "v1", "spec.md")
    assert (added.old.paths, added.new.paths, added.old.files) == ((), ("spec.md",), {})
    assert (removed.old.paths, removed.new.paths) == (("spec.md",), ())
    assert [(one.old_start, one.old_count, one.new_start, one.new_count) for one in added.hunks] == [(0, 0, 1, 5)]
    assert [(one.old_start, one.old_count, one.new_start, one.new_count) for one in removed.hunks] == [(1, 5, 0, 0)]


def test_the_ends_of_a_path_in_a_revision_may_be_missing_on_one_side(empty: Work) -> None:
    empty.commit("v1", README__md="# About\n")
    empty.commit("v2", spec__md=SPEC)
    assert pair_of(empty, "v1:spec.md", "v2:spec.md").old.paths == ()


def test_a_link_inside_the_repository_is_followed(empty: Work) -> None:
    empty.commit("v1", docs___real__md=SPEC)
    (empty.folder / "spec.md").symlink_to("docs/real.md")
    (empty.folder / "here").symlink_to("docs")
    empty.commit("v2", docs___real__md=BETTER)
    for new in ("v2", None):
        assert pair_of(empty, "v2", new, "spec.md").new.paths == ("docs/real.md",)
        assert pair_of(empty, "v2", new, "here/real.md").new.paths == ("docs/real.md",)
