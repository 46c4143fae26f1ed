"""Levels, definitions, commentary, references, orders and eval prompts."""

from matching.matched import matched, words
from specdiff.matching.match import match
from specdiff.model.change import Added, Change, Kept, Matching, Removed
from specdiff.model.settings import Settings
from specdiff.model.snapshot import Revision, Snapshot
from specdiff.model.spec import Level, Spec
from specdiff.parsing.parse import parse

TOPICS = ("bees", "boats", "bread", "birds")


def ladder(names: tuple[str, ...], levels: tuple[str, ...]) -> str:
    listed = "\n".join(f"{rank}. **{name.title()}**: what the {name} of the house says" for rank, name in enumerate(names, 1))
    body = "\n".join(
        f"# {topic.title()} {{#{topic} authority={level}}}\n\nSomething about {topic}.\n"
        for topic, level in zip(TOPICS, levels, strict=True)
    )
    return f"# Levels {{#levels}}\n\nThe levels of authority are, highest first:\n\n{listed}\n\n{body}"


def level(change: Change[Level]) -> str:
    match change:
        case Kept(old, new):
            return f"{old.name} = {new.name}"
        case Added(new):
            return f"+ {new.name}"
        case Removed(old):
            return f"- {old.name}"
    raise AssertionError(change)


def levels(matching: Matching) -> set[str]:
    return {level(change) for change in matching.levels}


def test_a_level_is_renamed_when_most_of_its_sections_follow() -> None:
    before = ladder(("king", "mayor", "guest"), ("king", "king", "king", "guest"))
    after = ladder(("queen", "bishop", "mayor", "guest"), ("queen", "queen", "bishop", "guest"))
    assert levels(matched(before, after)) == {"king = queen", "mayor = mayor", "guest = guest", "+ bishop"}


def test_rank_alone_makes_no_rename() -> None:
    before = ladder(("king", "mayor", "guest"), ("king", "king", "mayor", "guest"))
    after = ladder(("bishop", "king", "guest", "child"), ("king", "king", "guest", "guest"))
    assert levels(matched(before, after)) == {"king = king", "- mayor", "guest = guest", "+ bishop", "+ child"}


def test_a_defined_term_is_known_by_its_name() -> None:
    before = "# Terms {#terms}\n\n- **Skipper**: the person who steers the boat\n"
    after = "# Terms {#terms}\n\n- **Skipper**: whoever owns a harbour licence, present or not\n"
    assert all(isinstance(change, Kept) for change in matched(before, after).definitions)


def test_the_only_commentary_of_a_section_stays_it_when_rewritten() -> None:
    before = '# Bees {#bees}\n\nBees hum.\n\n!!! meta "Commentary"\n    We wonder about wasps.\n'
    after = '# Bees {#bees}\n\nBees hum.\n\n!!! meta "Commentary"\n    Hornets were a great surprise.\n'
    assert words(matched(before, after).commentary) == ["We wonder about wasps. = Hornets were a great surprise."]


def test_a_reference_follows_the_renamed_section_it_points_to() -> None:
    before = "# Bees {#bees}\n\nBees hum, see [?](#boats) for more.\n\n# Boats {#boats}\n\nBoats float on water.\n"
    after = before.replace("#boats", "#ships")
    (change,) = matched(before, after).references
    assert isinstance(change, Kept)
    assert (change.old.target, change.new.target, change.moved) == ("boats", "ships", False)


def test_a_reference_in_the_same_sentence_was_retargeted() -> None:
    rest = "# Boats {#boats}\n\nBoats float on water.\n\n# Bread {#bread}\n\nBread rises.\n"
    before, after = (f"# Bees {{#bees}}\n\nBees hum, see [more](#{target}).\n\n{rest}" for target in ("boats", "bread"))
    (change,) = matched(before, after).references
    assert isinstance(change, Kept)
    assert change.because == "same place, another target"


def test_an_order_with_an_item_more_is_the_same_order() -> None:
    before = "# Rank {#rank}\n\nSafety > honesty > helpfulness, always.\n"
    after = "# Rank {#rank}\n\nSafety > law > honesty > helpfulness, always.\n"
    assert [type(change).__name__ for change in matched(before, after).orders] == ["Kept"]


def prompts(text: str) -> Spec:
    return parse(
        Snapshot(Revision("x"), ("model_spec.md",), {"model_spec.md": text, "examples/ab12.md": "A prompt about bees"}),
        Settings(dialect="model-spec"),
    )


def test_an_eval_prompt_is_known_by_its_id_and_says_when_it_hangs_elsewhere() -> None:
    before = "# Bees {#bees}\n\nBees hum in the lime tree[^ab12].\n\nWasps sting.\n\n# Boats {#boats}\n\nBoats float.\n"
    moved = "# Bees {#bees}\n\nBees hum in the lime tree.\n\nWasps sting.\n\n# Boats {#boats}\n\nBoats float[^ab12].\n"
    (change,) = match(prompts(before), prompts(moved), Settings()).eval_prompts
    assert isinstance(change, Kept)
    assert (change.moved, change.because) == (True, "same id; it hangs on another sentence now")


def test_a_level_whose_few_sections_are_torn_is_renamed_where_the_listings_say_much_the_same() -> None:
    listing = "# Levels {{#levels}}\n\nThe levels of authority are, highest first:\n\n- **King**: the crown.\n- **{0}**: what the town hall has decided in public.\n- **Guest**: all others.\n\n"
    body = "# Tea {{#tea authority={}}}\n\nSomething about tea.\n\n# Ink {{#ink authority={}}}\n\nSomething about ink.\n"
    before = listing.format("Mayor") + body.format("mayor", "mayor")
    after = listing.format("Bailiff") + body.format("bailiff", "king")
    assert "mayor = bailiff" in levels(matched(before, after))
    assert "mayor = bailiff" not in levels(matched(before, listing.format("Bailiff") + body.format("guest", "king")))
