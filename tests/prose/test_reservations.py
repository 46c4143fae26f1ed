"""A duty that holds only as far as it can be met binds less."""

import pytest

from specdiff.prose.comparison.compare import compare
from specdiff.prose.sentence.reading import read


@pytest.mark.parametrize("added", [", where feasible,", ", as far as practicable,", ", to the extent possible,", ", wherever possible,"])
def test_a_reservation_loosens(added: str) -> None:
    old, new = "The clerk must report every leak to the porter.", f"The clerk must{added} report every leak to the porter."
    for before, after, rule in ((old, new, "statement/weakened"), (new, old, "statement/strengthened")):
        assert rule in {trait.rule for trait in compare(before, after, read(before), read(after)).traits}
