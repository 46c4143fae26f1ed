"""Which section is which, and which came apart or were put together."""

from matching.matched import example, matched, sections, words
from specdiff.model.change import Kept
from specdiff.model.settings import Settings

BEES = (
    "The assistant should describe the dance of honeybees.\n\n"
    "It must not advise anybody to open a hive without a veil.\n\n"
    "Beekeepers may ask for the dates of the linden blossom.\n\n"
    "Wax should be melted in a water bath.\n\n"
)
BOATS = (
    "Sailors should reef before the squall arrives.\n\n"
    "The assistant must recommend life jackets for children.\n\n"
    "Anchors hold best in mud and clay.\n\n"
    "It may quote old shanties about whales.\n\n"
)
FIRST = example("a hive in the attic", "There is humming in my attic", "Call a beekeeper of your village.", "Use a vacuum cleaner.")
SECOND = example("a sting", "A bee stung my thumb", "Scrape the sting out sideways.", "Cut the thumb off.")


def spec(*parts: tuple[str, str]) -> str:
    return "\n".join(f"# {heading}\n\n{body}" for heading, body in parts)


def test_a_section_with_another_title_and_anchor_is_recognised_by_what_it_kept() -> None:
    before = spec(("Bees {#bees authority=root}", BEES + FIRST + SECOND), ("Boats {#boats}", BOATS))
    after = spec(("Apiculture {#hives authority=root}", BEES + FIRST + SECOND), ("Boats {#boats}", BOATS))
    assert sections(matched(before, after)) == ["bees = hives"]


def test_a_rewritten_section_is_recognised_by_its_examples_and_a_like_title() -> None:
    prose = "Apiarists deserve careful and patient counsel in every season.\n\nSmokers calm a colony.\n\n"
    before = spec(("Advice on bees {#bees}", BEES + FIRST + SECOND), ("Boats {#boats}", BOATS))
    after = spec(("Advice on bees and wasps {#insects}", prose + FIRST + SECOND), ("Boats {#boats}", BOATS))
    assert sections(matched(before, after)) == ["bees = insects"]


def test_a_section_with_the_same_title_and_another_anchor_is_the_same() -> None:
    before = spec(("Bees {#bees}", BEES), ("Boats {#boats}", BOATS))
    assert sections(matched(before, before.replace("{#bees}", "{#apis}"))) == ["bees = apis"]


def test_a_declared_rename_needs_no_evidence() -> None:
    before, after = spec(("Bees {#bees}", BEES)), spec(("Boats {#boats}", BOATS))
    assert sections(matched(before, after)) == ["- bees", "+ boats"]
    assert sections(matched(before, after, settings=Settings(renames={"bees": "boats"}))) == ["bees = boats"]


def test_sections_that_share_one_sentence_are_not_the_same() -> None:
    shared = "Wax should be melted in a water bath.\n\n"
    before, after = spec(("Bees {#bees}", BEES)), spec(("Boats {#boats}", BOATS + shared))
    assert sections(matched(before, after)) == ["- bees", "+ boats"]


def test_a_section_whose_contents_went_to_two_is_split() -> None:
    before = spec(("Pastimes {#pastimes}", BEES + BOATS))
    after = spec(("Bees {#bees}", BEES), ("Boats {#boats}", BOATS))
    assert sections(matched(before, after)) == ["+ bees", "+ boats", "pastimes < bees boats"]


def test_two_sections_in_one_new_one_are_merged() -> None:
    before = spec(("Bees {#bees}", BEES), ("Boats {#boats}", BOATS))
    after = spec(("Pastimes {#pastimes}", BEES + BOATS))
    assert sections(matched(before, after)) == ["- bees", "- boats", "bees boats > pastimes"]


def test_a_section_absorbed_by_one_that_stays_is_merged_into_it() -> None:
    before = spec(("Bees {#bees}", BEES), ("Boats {#boats}", BOATS))
    after = spec(("Boats {#boats}", BOATS + BEES))
    matching = matched(before, after)
    assert sections(matching) == ["- bees", "boats bees > boats"]
    assert list(matching.merged_away) == ["bees"]


def test_a_section_carved_out_of_one_that_stays_is_split_off_it() -> None:
    before = spec(("Boats {#boats}", BOATS + BEES))
    after = spec(("Boats {#boats}", BOATS), ("Bees {#bees}", BEES))
    matching = matched(before, after)
    assert sections(matching) == ["+ bees", "boats < boats bees"]
    assert list(matching.split_off) == ["bees"]


def test_one_sentence_that_went_elsewhere_is_no_split() -> None:
    sentence = "Wax should be melted in a water bath.\n\n"
    before = spec(("Bees {#bees}", BEES + FIRST), ("Boats {#boats}", BOATS))
    after = spec(("Apiculture {#hives}", BEES.replace(sentence, "") + FIRST), ("Boats {#boats}", BOATS + sentence))
    assert sections(matched(before, after)) == ["bees = hives"]


def test_another_parent_is_a_move() -> None:
    before = "# Land {#land}\n\n## Bees {#bees}\n\nBees hum.\n\n# Sea {#sea}\n\n## Boats {#boats}\n\nBoats sail.\n"
    after = "# Land {#land}\n\n# Sea {#sea}\n\n## Boats {#boats}\n\nBoats sail.\n\n## Bees {#bees}\n\nBees hum.\n"
    assert sections(matched(before, after)) == ["bees = bees moved"]


def test_a_later_place_among_the_same_siblings_is_a_new_order() -> None:
    before = spec(("Bees {#bees}", BEES), ("Boats {#boats}", BOATS), ("Tea {#tea}", "Tea is hot.\n"), ("Ink {#ink}", "Ink is blue.\n"))
    after = spec(("Boats {#boats}", BOATS), ("Tea {#tea}", "Tea is hot.\n"), ("Ink {#ink}", "Ink is blue.\n"), ("Bees {#bees}", BEES))
    assert sections(matched(before, after)) == ["bees = bees reordered"]


def test_headings_that_only_changed_their_depth_did_not_move() -> None:
    before = "# Policy\n\n## 1. Bees\n\nBees hum.\n\n## 2. Boats\n\nBoats sail.\n\n## 3. Tea\n\nTea is hot.\n\n## 4. Ink\n\nInk is blue.\n"
    after = before.replace("## 3", "### 3").replace("## 4", "### 4")
    assert [line.split()[-1] for line in sections(matched(before, after, "plain")) if line.endswith(("moved", "reordered"))] == []


def test_numbers_before_titles_and_a_renamed_document_title_are_no_renames() -> None:
    before = "# Policy, version 1\n\n## 1. Bees\n\nBees hum.\n\n## 2. Boats\n\nBoats sail.\n"
    after = "# Policy, version 2\n\n## 1. Tea\n\nTea is hot.\n\n## 2. Bees\n\nBees hum.\n\n## 3. Boats\n\nBoats sail.\n"
    matching = matched(before, after, "plain")
    assert [type(change).__name__ for change in matching.sections] == ["Kept", "Kept", "Kept", "Added"]


def test_one_of_several_equal_titles_is_told_by_what_it_holds() -> None:
    before = "# A\n\n## Examples\n\nBees hum in the linden tree.\n\n# B\n\n## Examples\n\nBoats sail on the grey sea.\n"
    after = "# B\n\n## Examples\n\nBoats sail on the grey sea.\n\n# A\n\n## Examples\n\nBees hum in the linden tree.\n"
    assert words(matched(before, after, "plain").statements) == []


def test_renaming_every_anchor_renames_and_nothing_else() -> None:
    before = spec(("Bees {#bees}", BEES + FIRST), ("Boats {#boats}", BOATS + SECOND))
    matching = matched(before, before.replace("{#b", "{#x"))
    assert sections(matching) == ["bees = xees", "boats = xoats"]
    assert all(isinstance(change, Kept) and not change.moved and not change.reordered for change in matching.changes())
