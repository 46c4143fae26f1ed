"""The levels of authority."""

from parsing.documents import spec_of
from specdiff.model.settings import Settings
from specdiff.model.spec import Spec

USED = "\n\n## One {#one authority=gold}\n\n## Two {#two authority=silver}\n\n## Three {#three authority=lead}\n"


def rungs(spec: Spec) -> list[tuple[str, int]]:
    return [(level.name, level.rank) for level in spec.ladder.levels]


def test_the_document_lists_its_levels() -> None:
    spec = spec_of(
        "# Levels {#levels}\n\nThere are three:\n\n- **Gold**: fixed.\n\n  More on it.\n- **Silver**: may change.\n- **Lead**: is free."
        + USED
    )
    assert spec.ladder.listed
    assert rungs(spec) == [("gold", 0), ("silver", 1), ("lead", 2)]
    gold = spec.ladder.levels[0]
    assert (gold.text, gold.section, gold.place and gold.place.first_line) == ("**Gold**: fixed.", "levels", 5)
    assert [(one.items, one.levels, one.section, one.place.first_line, one.place.last_line) for one in spec.orders] == [
        (("gold", "silver", "lead"), True, "levels", 5, 9)
    ]
    assert spec.definitions == ()


def test_levels_listed_twice_are_two_orders_and_one_ladder() -> None:
    text = (
        "# A\n\n- **Gold**: x\n- **Silver**: y\n- **Lead**: z\n\n# B\n\n1. **Gold**: x\n2. **Silver**: y\n3. **Lead**: z\n4. *None*: rest"
    )
    spec = spec_of(text + USED)
    assert [(one.section, one.items) for one in spec.orders] == [
        ("a", ("gold", "silver", "lead")),
        ("b", ("gold", "silver", "lead", "none")),
    ]
    assert rungs(spec) == [("gold", 0), ("silver", 1), ("lead", 2)]


def test_a_lead_in_that_speaks_of_levels_makes_a_ladder_without_headings_that_use_it() -> None:
    spec = spec_of("# A\n\nThe levels of authority are:\n\n1. **Board**: all\n2. **Staff**: some\n")
    assert rungs(spec) == [("board", 0), ("staff", 1)]


def test_a_listing_from_the_lowest_up_is_turned_round() -> None:
    spec = spec_of("# A\n\nThe levels of authority, from lowest to highest:\n\n1. **Staff**: some\n2. **Board**: all\n")
    assert rungs(spec) == [("board", 0), ("staff", 1)]


def test_a_table_of_levels() -> None:
    spec = spec_of("# A\n\n| Level | Who |\n|---|---|\n| Gold | us |\n| Silver | you |\n| Lead | all |" + USED)
    assert spec.ladder.names == ("gold", "silver", "lead")


def test_a_chain_of_all_levels_is_a_ladder() -> None:
    spec = spec_of("# A\n\nWhen they meet, gold > silver > lead." + USED)
    assert spec.ladder.listed
    assert rungs(spec) == [("gold", 0), ("silver", 1), ("lead", 2)]


def test_roles_in_code_are_no_levels() -> None:
    spec = spec_of("# A {#a authority=user}\n\n# B {#b authority=system}\n\nEach has a role:\n\n- `system`: x\n- `user`: y\n")
    assert spec.orders == ()


def test_the_dialect_knows_an_order_that_the_document_does_not_give() -> None:
    spec = spec_of("# A {#a authority=user}\n\n# B {#b authority=board}\n")
    assert not spec.ladder.listed
    assert rungs(spec) == [("root", 0), ("system", 1), ("developer", 2), ("user", 3), ("guideline", 4), ("board", -1)]
    assert (spec.ladder.rank("user"), spec.ladder.rank("board"), spec.ladder.rank("nobody")) == (3, None, None)


def test_the_settings_order_levels_that_the_document_does_not_list() -> None:
    settings = Settings(levels=("Gold", "Silver", "Lead"))
    assert rungs(spec_of(USED, settings)) == [("gold", 0), ("silver", 1), ("lead", 2)]
    listed = "# A\n\n- **Lead**: x\n- **Silver**: y\n- **Gold**: z" + USED
    assert rungs(spec_of(listed, settings)) == [("lead", 0), ("silver", 1), ("gold", 2)]


def test_a_document_without_levels_has_no_ladder() -> None:
    assert spec_of("# A\n\n- **Gold**: x\n- **Silver**: y\n").ladder.levels == ()


def test_a_list_in_order_of_priority_is_an_order_and_no_ladder() -> None:
    spec = spec_of("# A\n\nWeigh them in this order of priority:\n\n1. **Safety**: first\n2. **Honesty**: next\n")
    assert [(one.items, one.levels) for one in spec.orders] == [(("safety", "honesty"), False)]
    assert spec.ladder.levels == ()
