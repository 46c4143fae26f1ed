"""One known edit at a time, a few of each kind: exactly what it means is said, and nothing else above editorial. ``make edits`` makes many."""

import pytest

from edits.document import documents
from edits.run import all_kinds, run, told

SEEDS = 3
LEAST = 0.98
SHORT: dict[str, float] = {}
"""Families of edits that fall short of ``LEAST``, and the share that they reach."""


@pytest.mark.parametrize("family", all_kinds())
@pytest.mark.parametrize("groups", [("fixtures",), ("releases", "plain")], ids=["fixtures", "real"])
def test_edits_are_found_and_nothing_else_is_said(family: str, groups: tuple[str, ...]) -> None:
    if not documents().keys() & {*groups}:
        pytest.skip("the real releases and documents (../shared) are not beside this checkout")
    outcomes = [outcome for kind in all_kinds()[family] for seed in range(SEEDS) if (outcome := run(kind, seed, groups))]
    failed = [told(one) for one in outcomes if not (one.hit and one.clean)]
    assert len(failed) <= len(outcomes) * (1 - SHORT.get(family, LEAST)), "\n".join(failed)
