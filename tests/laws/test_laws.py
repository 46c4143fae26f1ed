"""What holds for every spec."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from conftest import compare_texts
from laws.strategies import MEANINGLESS, specs
from specdiff.model.finding import Severity
from specdiff.model.settings import Settings
from specdiff.model.snapshot import Revision, Snapshot
from specdiff.parsing.parse import parse
from specdiff.rules.catalogue import catalogue

quick = settings(
    max_examples=20,
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
MIRRORS = {one.info.id: one.info.mirror for one in catalogue()}


@quick
@given(specs())
def test_a_spec_against_itself_gives_nothing(text: str) -> None:
    review = compare_texts(text, text)
    assert review.entries == ()
    assert review.unexplained == ()


@pytest.mark.parametrize("edit", MEANINGLESS, ids=lambda edit: edit.__name__)
@quick
@given(text=specs())
def test_an_edit_that_means_nothing_gives_nothing_above_editorial(edit: Callable[[str], str], text: str) -> None:
    review = compare_texts(text, edit(text))
    assert [entry for entry in review.entries if entry.severity is not Severity.EDITORIAL] == []


@quick
@given(specs(), specs())
def test_swapping_old_and_new_gives_the_mirrored_findings(before: str, after: str) -> None:
    there = Counter(entry.rule.id for entry in compare_texts(before, after).entries if entry.rule.group != "value")
    back = Counter(MIRRORS[entry.rule.id] for entry in compare_texts(after, before).entries if entry.rule.group != "value")
    assert there == back


@quick
@given(specs(), specs())
def test_every_finding_lies_inside_its_file_and_no_change_is_silent(before: str, after: str) -> None:
    review = compare_texts(before, after)
    for entry in review.entries:
        for quote, text in ((entry.old, before), (entry.new, after)):
            if quote is not None:
                assert 1 <= quote.place.first_line <= quote.place.last_line <= text.count("\n")
    assert review.unexplained == ()


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.text(alphabet=st.sampled_from(list("#*-_`~>|[](){}<!:. \n\tab1\u2019\u00a0\r")), max_size=300))
def test_parsing_never_raises_and_every_place_lies_inside_its_file(text: str) -> None:
    spec = parse(Snapshot(Revision("x"), ("x.md",), {"x.md": text}), Settings())
    lines = max(1, text.count("\n") + 1)
    for nodes in (spec.sections, spec.statements, spec.examples, spec.commentary, spec.definitions, spec.references):
        for node in nodes:
            assert 1 <= node.place.first_line <= node.place.last_line <= lines


def test_output_is_the_same_for_every_hash_seed(tmp_path) -> None:
    releases = os.path.join(os.path.dirname(__file__), "..", "..", "fixtures", "lantern")
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "specdiff", f"{releases}/v1/lantern_spec.md", f"{releases}/v4/lantern_spec.md", "--format", "json"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=tmp_path,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "42")
    }
    assert len(outputs) == 1
