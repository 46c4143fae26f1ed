"""A fingerprint names a change and not a place: for every spec, every change in it, and every edit that has nothing to do with it."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from conftest import compare_texts
from laws.strategies import blank_lines, crlf, names, reflow, sections, specs
from laws.test_laws import quick
from specdiff.model.review import Review

CHANGE = "The clerk {} seal every parcel at dusk."
POLICY = "## Parcels {{#parcels authority=patron}}\n\n{}\n"


def changed(text: str, at: int, more: str = "") -> tuple[str, str]:
    """Put the policy that changes into a spec after so many of its sections; return the text before and after."""
    parts = text.split("\n\n## ")
    at = min(at, len(parts))
    return tuple(  # type: ignore[return-value]
        "\n\n## ".join([*parts[:at], POLICY.format(f"{CHANGE.format(force)}{more}").removeprefix("## ").rstrip("\n"), *parts[at:]])
        for force in ("must", "may")
    )


def prints(review: Review) -> Counter[tuple[str, str]]:
    """Every finding in the policy that changes, by its fingerprint."""
    return Counter((entry.rule.id, entry.fingerprint) for entry in review.entries if entry.section.new == "parcels")


@quick
@given(specs(), st.integers(1, 6))
def test_it_is_the_same_wherever_in_the_file_the_section_stands(text: str, at: int) -> None:
    here = prints(compare_texts(*changed(text, 1)))
    assert here
    assert prints(compare_texts(*changed(text, at))) == here


@quick
@given(specs(), st.integers(1, 6), st.integers(1, 6))
def test_it_is_the_same_if_the_section_moves_within_the_file_at_the_same_time(text: str, before: int, after: int) -> None:
    here = prints(compare_texts(*changed(text, before)))
    moved = prints(compare_texts(changed(text, before)[0], changed(text, after)[1]))
    assert not here - moved


@quick
@given(specs(), names, sections(number=9), st.integers(1, 6))
def test_it_is_the_same_if_something_else_is_edited_in_either_revision(text: str, words: str, section: str, at: int) -> None:
    old, new = changed(text, at)
    here = prints(compare_texts(old, new))
    edits = (
        lambda one: f"{one}\n{section}\n",  # at the end
        lambda one: one.replace("# Levels", f"# Preface\n\nAbout {words}.\n\n# Levels", 1),  # at the top
        blank_lines,
    )
    for edit in edits:
        assert prints(compare_texts(old, edit(new))) == here
        assert prints(compare_texts(edit(old), edit(new))) == here


@quick
@given(specs(), st.integers(1, 6))
def test_it_is_the_same_if_lines_are_wrapped_otherwise(text: str, at: int) -> None:
    old, new = changed(text, at, " The clerk should weigh it first.")
    here = prints(compare_texts(old, new))
    for edit in (reflow, crlf, lambda one: one.replace(" parcel ", "\nparcel ")):
        assert not here - prints(compare_texts(old, edit(new)))
        assert prints(compare_texts(edit(old), edit(new))) == here


@quick
@given(specs(), specs())
def test_no_two_findings_of_a_review_share_one_and_no_finding_depends_on_the_run(before: str, after: str) -> None:
    first = [entry.fingerprint for entry in compare_texts(before, after).entries]
    assert len(set(first)) == len(first)
    assert [entry.fingerprint for entry in compare_texts(before, after).entries] == first


def twice(first: str, second: str, above: str = "") -> str:
    return f"{above}# Parcels {{#parcels}}\n\n- Letters:\n\n  {CHANGE.format(first)}\n\n- Crates:\n\n  {CHANGE.format(second)}\n"


def test_the_same_change_made_twice_has_two_that_stay_theirs() -> None:
    made = [entry.fingerprint for entry in compare_texts(twice("must", "must"), twice("may", "may")).entries]
    assert len(made) == len(set(made)) == 2
    above = "# Tea {#tea}\n\nThe clerk may brew tea.\n\n"
    again = compare_texts(twice("must", "must", above), twice("may", "may", above))
    assert [entry.fingerprint for entry in again.entries] == made
    (alone,) = compare_texts(twice("must", "must"), twice("may", "must")).entries
    assert alone.fingerprint == made[0]


def test_it_is_the_same_on_every_hash_seed(tmp_path: Path) -> None:
    old, new = changed("# Levels {#levels}\n\n## Tea {#tea}\n\nThe clerk may brew tea.\n", 1)
    (tmp_path / "old.md").write_text(old, encoding="utf-8")
    (tmp_path / "new.md").write_text(new, encoding="utf-8")
    command = [sys.executable, "-m", "specdiff", "old.md", "new.md", "--format", "json"]
    found = set()
    for seed in ("0", "1", "7"):
        done = subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, cwd=tmp_path, capture_output=True, check=True)
        found.add(tuple(one["fingerprint"] for one in json.loads(done.stdout)["findings"]))
    assert len(found) == 1
    assert found != {()}
