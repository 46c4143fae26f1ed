"""The month that is written as the permission is."""

import pytest

from specdiff.model.language import Force
from specdiff.prose.sentence.reading import read


@pytest.mark.parametrize(
    ("words", "force"),
    [
        ("The kettle was sold in May.", Force.DESCRIPTIVE),
        ("The clerk was away until late May.", Force.DESCRIPTIVE),
        ("The fair is on May 3.", Force.DESCRIPTIVE),
        ("The fair is held on the 5th of May.", Force.DESCRIPTIVE),
        ("The house is shut in April and May.", Force.DESCRIPTIVE),
        ("May 2024 was wet.", Force.DESCRIPTIVE),
        ("The clerk must open the house in May.", Force.REQUIRED),
        ("In May the clerk may close the house.", Force.PERMITTED),
        ("The clerk may leave early.", Force.PERMITTED),
        ("The porter this may concern must ring.", Force.REQUIRED),
        ("The clerk MAY leave in June.", Force.PERMITTED),
        ("The clerk May leave.", Force.PERMITTED),
    ],
)
def test_the_month_permits_nothing(words: str, force: Force) -> None:
    assert read(words).force is force
