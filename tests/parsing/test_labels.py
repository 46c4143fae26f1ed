"""The number of a clause is no part of what it says."""

import pytest

from parsing.documents import spec_of
from specdiff.parsing.labels import label, numbering


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("1.1 **Scope.** This covers boats.", "1.1", "**Scope.** This covers boats."),
        ("**1.2 Quorum.** Five members.", "1.2", "Quorum.** Five members."),
        ("**1.2** Five members decide.", "1.2", "Five members decide."),
        ("1.2. Five members decide.", "1.2", "Five members decide."),
        ("B.2 You may leave.", "B.2", "You may leave."),
        ("Section 3.06. Members meet.", "3.06", "Members meet."),
        ("\u00a7 4 Members meet.", "4", "Members meet."),
        ("**A:** No.", "", "No."),
        ("A: Only adults.", "", "Only adults."),
        ("**A.** Only adults.", "", "Only adults."),
        ("**A1:** Only adults.", "", "Only adults."),
        ("Article 5 GDPR applies.", "", "Article 5 GDPR applies."),
        ("7.5 GB are free.", "", "7.5 GB are free."),
        ("1.5 GB are free.", "", "1.5 GB are free."),
        ("1.5 hours are enough.", "", "1.5 hours are enough."),
        ("Answering is free.", "", "Answering is free."),
    ],
)
def test_a_label_is_told_from_an_amount(text: str, number: str, rest: str) -> None:
    rows = numbering(["1.1 Scope", "1.2 Parties", "B.1 We meet.", "B.2 You may leave."])
    found, end = label(text, rows)
    assert (found, text[end:]) == (number, rest)


def test_one_number_makes_no_row() -> None:
    assert numbering(["2.5 GB of storage", "2.5 GB again", "text"]) == frozenset()


def test_the_words_leave_the_number_out_and_the_text_keeps_it() -> None:
    one, two, three = spec_of("# Club\n\n1.1 **Boats.** Dry them.\n\n1.2 Guests must sign.\n").statements
    assert (one.words, one.label, one.text) == ("Boats.", "1.1", "1.1 **Boats.**")
    assert (two.words, two.label) == ("Dry them.", "")
    assert (three.words, three.label, three.text) == ("Guests must sign.", "1.2", "1.2 Guests must sign.")
