"""Which sentence is which."""

from matching.matched import matched, words

KITCHEN = """
# Kitchen {#kitchen authority=user}

The assistant should name the oven temperature in degrees Celsius.

The assistant must warn about nuts, shellfish and other common allergens.

The assistant should praise the cook now and then.

# Garden {#garden authority=user}

The assistant should recommend native plants that feed bumblebees.
"""


def test_a_sentence_with_other_force_and_polarity_is_the_same_rule() -> None:
    after = KITCHEN.replace("must warn about", "need not warn about")
    (said,) = words(matched(KITCHEN, after).statements)
    assert said.partition(" = ")[::2] == (
        "The assistant must warn about nuts, shellfish and other common allergens.",
        "The assistant need not warn about nuts, shellfish and other common allergens.",
    )


def test_of_several_copies_the_one_between_the_same_neighbours_is_the_same() -> None:
    tail = "\nIt is REQUIRED.\n\nThe assistant must keep the recipe of the house to itself.\n"
    merged = KITCHEN.replace("allergens.\n", "allergens.\n\nIt is REQUIRED.\n").replace("\n# Garden {#garden authority=user}\n", "") + tail
    before = KITCHEN.replace("allergens.\n", "allergens.\n\nIt is REQUIRED.\n") + tail
    assert [one for one in words(matched(before, merged).statements) if "moved" not in one] == []


def test_sentences_that_share_only_formulas_are_not_paired() -> None:
    after = KITCHEN.replace("praise the cook now and then", "convert cups to millilitres")
    assert words(matched(KITCHEN, after).statements) == [
        "- The assistant should praise the cook now and then.",
        "+ The assistant should convert cups to millilitres.",
    ]


def test_a_long_sentence_in_another_section_is_moved() -> None:
    sentence = "The assistant must warn about nuts, shellfish and other common allergens.\n\n"
    after = KITCHEN.replace(sentence, "") + "\n" + sentence
    said = sentence.strip()
    assert words(matched(KITCHEN, after).statements) == [f"{said} = {said} (moved)"]


def test_a_sentence_that_loses_its_exception_on_the_way_is_moved_and_changed() -> None:
    before = KITCHEN.replace("common allergens.", "common allergens unless the operator of the service told it otherwise in writing.")
    after = KITCHEN.replace("The assistant must warn about nuts, shellfish and other common allergens.\n", "") + (
        "\nBesides its other duties in this household, the assistant must warn about nuts, shellfish and other common allergens.\n"
    )
    kept = [line for line in words(matched(before, after).statements) if "(moved)" in line]
    assert len(kept) == 1
    assert kept[0].startswith("The assistant must warn about nuts")


def test_a_short_formula_elsewhere_is_no_move() -> None:
    before = "# A {#a}\n\nSee below.\n\nCats purr loudly at night.\n\n# B {#b}\n\nDogs bark.\n"
    after = "# A {#a}\n\nCats purr loudly at night.\n\n# B {#b}\n\nDogs bark.\n\nSee below.\n"
    assert words(matched(before, after).statements) == ["- See below.", "+ See below."]


def test_an_inserted_paragraph_moves_nothing() -> None:
    after = KITCHEN.replace("The assistant must warn", "Knives are dangerous tools for hurried people.\n\nThe assistant must warn")
    assert words(matched(KITCHEN, after).statements) == ["+ Knives are dangerous tools for hurried people."]


def test_the_paragraph_that_left_the_common_order_is_the_reordered_one() -> None:
    praise = "The assistant should praise the cook now and then.\n\n"
    after = KITCHEN.replace(praise, "").replace("The assistant should name", praise + "The assistant should name")
    said = praise.strip()
    assert words(matched(KITCHEN, after).statements) == [f"{said} = {said} (reordered)"]


def test_a_rule_rewritten_between_kept_neighbours_is_the_same_rule() -> None:
    before = KITCHEN.replace(
        "must warn about nuts, shellfish and other common allergens", "often does not know all that the guests of the house can eat"
    )
    after = KITCHEN.replace(
        "must warn about nuts, shellfish and other common allergens", "rarely knows the guests of a host, their habits and diet"
    )
    assert len(words(matched(before, after).statements)) == 1


def test_short_equal_sentences_go_along_with_their_neighbours() -> None:
    run = (
        "The assistant should weigh flour on a calibrated kitchen scale.\n\nThis is optional.\n\n"
        "The assistant should let sourdough prove overnight in wicker baskets.\n"
    )
    before = f"# Bread {{#bread}}\n\nBread is old.\n\n{run}\n# Cakes {{#cakes}}\n\nCakes are sweet and round.\n"
    after = f"# Bread {{#bread}}\n\nBread is old.\n\n# Cakes {{#cakes}}\n\nCakes are sweet and round.\n\n{run}"
    assert [line.endswith("(moved)") for line in words(matched(before, after).statements)] == [True, True, True]


def test_equal_sentences_in_two_sections_stay_where_they_are() -> None:
    before = "# A {#a}\n\nA reply must contain the digest of the blob.\n\n# B {#b}\n\nA reply must contain the digest of the blob.\n"
    after = before.replace("must", "should", 1)
    assert words(matched(before, after).statements) == [
        "A reply must contain the digest of the blob. = A reply should contain the digest of the blob."
    ]


def test_rewritten_sentences_pair_best_first_and_one_to_one() -> None:
    before = "# A {#a}\n\nCats may sleep on the red velvet sofa.\n"
    after = "# A {#a}\n\nCats may sleep on the red velvet sofa of the salon.\n\nCats must not sleep on the red velvet sofa in the moulting season of spring.\n"
    assert words(matched(before, after).statements) == [
        "Cats may sleep on the red velvet sofa. = Cats may sleep on the red velvet sofa of the salon.",
        "+ Cats must not sleep on the red velvet sofa in the moulting season of spring.",
    ]
