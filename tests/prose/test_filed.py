"""Orders behind what they are filed under or linked with, lists below lead-ins of several clauses, and signs that rank nothing."""

import pytest

from specdiff.model.language import Force
from specdiff.prose.comparison.compare import compare
from specdiff.prose.sentence.orders import orders
from specdiff.prose.sentence.reading import read

REQUIRED, PROHIBITED, PERMITTED, DESCRIPTIVE = Force.REQUIRED, Force.PROHIBITED, Force.PERMITTED, Force.DESCRIPTIVE


@pytest.mark.parametrize(
    ("words", "force"),
    [
        ("Rule sheet: If a sheet hangs on the door, treat it as binding.", REQUIRED),
        ("Night shift: When working alone, use the back door.", REQUIRED),
        ("Rounds: Before leaving, check all lamps.", REQUIRED),
        ("Keys (spare): Leave them at the desk.", REQUIRED),
        ("Lost keys: If asked, do not lend the spare one.", PROHIBITED),
        ("Otherwise, use the back door.", REQUIRED),
        ("Otherwise: after the bell has rung, close the gate.", REQUIRED),
        ("Otherwise the gate is closed.", DESCRIPTIVE),
        ("Then use the back door.", REQUIRED),
        ("First, check all lamps.", REQUIRED),
        ("First use is free.", DESCRIPTIVE),
        ("\u2139\ufe0f Note: Check all lamps.", REQUIRED),
        # what is only shown, quoted or named is no order
        ("Bad: Leave the keys in the door.", DESCRIPTIVE),
        ("Counter example: Leave the keys in the door.", DESCRIPTIVE),
        ("Guest: If you can, leave the keys in the door.", DESCRIPTIVE),
        ("Run tests: make test", DESCRIPTIVE),
        ("Keys: The desk has them.", DESCRIPTIVE),
    ],
)
def test_an_order_is_one_behind_what_it_is_filed_under(words: str, force: Force) -> None:
    assert read(words).force is force


@pytest.mark.parametrize(
    ("lead_in", "force"),
    [
        ("The shop must not sell wine, but it may sell:", PERMITTED),
        ("It is not recommended to leave early, but if necessary, guests can leave by:", PERMITTED),
        ("Guests may look around, but they must not touch:", PROHIBITED),
    ],
)
def test_the_clause_that_breaks_off_governs_the_list_below_it(lead_in: str, force: Force) -> None:
    assert read("Old maps", lead_in=lead_in).force is force


@pytest.mark.parametrize(
    "words",
    [
        "Paths with /den/ or /.den/ -> den",
        "Run ls *.txt 2>/dev/null | wc -l",
        "A tag is what stands between < and > that has no blank.",
        "in -> out => done",
        "Order by need: sweep \u2192 mop \u2192 dry",
    ],
)
def test_arrows_brackets_and_redirections_rank_nothing(words: str) -> None:
    assert orders(words) == ()


@pytest.mark.parametrize(
    ("words", "ranked"),
    [
        ("Priority: owner > guest (paying) > clerk", ("owner", "guest", "clerk")),
        ("Order of precedence: maps -> letters -> hearsay", ("maps", "letters", "hearsay")),
        ("Source priority: maps \u2192 letters \u2192 hearsay (late)", ("maps", "letters", "hearsay")),
        ("Priority: fire (always) > theft > unsure \u2192 fire", ("fire", "theft", "unsure")),
    ],
)
def test_asides_and_arrows_where_a_ranking_is_announced(words: str, ranked: tuple[str, ...]) -> None:
    assert orders(words) == (ranked,)


def test_both_contraries_on_one_side_are_not_turned_round() -> None:
    lead_in = "Store:"
    old, new = "Store the lamp as on/off", "Store the lamp as on"
    found = compare(old, new, read(old, lead_in=lead_in), read(new, lead_in=lead_in)).traits
    assert "statement/reversed" not in {trait.rule for trait in found}
