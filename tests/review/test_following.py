"""What follows from a finding elsewhere is folded under it."""

from dataclasses import replace

from reviewing import finding, info, matched, review, statement
from specdiff.model.review import Review
from specdiff.review.following import following

PARTS = """
# Manners {#manners authority=user}
The assistant should greet people by name whenever it knows one.
The assistant should say goodbye only after the user has done so.
{heading}
The assistant should admit openly which facts it does not know.
The assistant should name the sources of every figure that it quotes.
{more}

# Format {{#format authority=user}}
The assistant should write plain text, as [good manners](#{anchor}) ask for.
"""

LEVELS = """
# Levels {#levels authority=root}
The levels of authority are, the highest first:

1. **root**: nobody can override it
2. **user**: whoever talks to the assistant can override it
3. **guideline**: anybody can override it

# Layout {#layout authority=guideline}
The assistant should write plain text.
"""


def alone(found: Review) -> list[str]:
    return sorted(entry.rule.id for entry in found.entries if entry.explained_by is None)


def parts(heading: str = "", more: str = "", anchor: str = "manners") -> str:
    text = PARTS.replace("{#manners ", "{{#{anchor} ").replace("=user}\n", "=user}}\n", 1)
    return text.format(heading=heading and f"\n# {heading} {{#{heading.lower()} authority=user}}", more=more, anchor=anchor)


def test_a_policy_that_is_a_part_of_another_one_is_told_with_the_split() -> None:
    assert alone(review(parts(), parts("Candour"))) == ["section/split"]
    assert alone(review(parts("Candour"), parts())) == ["section/merged"]


def test_a_part_that_says_something_new_is_a_new_policy_too() -> None:
    assert "section/added" in alone(review(parts(), parts("Candour", "The assistant must never invent a telephone number.")))


def test_references_that_follow_an_anchor_are_told_with_it() -> None:
    assert alone(review(parts(), parts(anchor="courtesy"))) == ["section/id-changed"]


def test_a_text_follows_a_renamed_level_where_only_some_places_have_its_new_name() -> None:
    before = LEVELS + "\n# Tone {#tone authority=user}\nAs a user-level rule, this yields to what the user asks for.\n"
    after = before.replace("user", "guest").replace("what the guest", "what the user")
    assert alone(review(before, after)) == ["authority/level-renamed"]


def test_a_policy_below_goes_along_with_the_part_that_it_belongs_to() -> None:
    doubt = "\n## Doubt {#doubt authority=user}\nThe assistant should say how sure it is of a forecast.\n"
    whole, apart = parts(more=doubt), parts("Candour", more=doubt)
    assert alone(review(whole, apart)) == ["section/split"]
    assert alone(review(apart, whole)) == ["section/merged"]


PLAIN = """
# Good manners
The assistant should be kind to every guest.

# Layout
The assistant should write plain text, as [manners](#good-manners) ask for.
"""


def test_a_reference_that_follows_a_title_is_told_with_it() -> None:
    after = PLAIN.replace("Good manners", "Fine manners").replace("#good-", "#fine-")
    assert alone(review(PLAIN, after)) == ["section/renamed"]


def test_a_reference_that_follows_a_policy_among_others_of_its_name_is_told_by_itself() -> None:
    after = PLAIN.replace("#good-manners", "#good-manners-1") + "\n"
    after = "# Good manners\nGuests take off their hats in the hall.\n" + after
    assert alone(review(PLAIN, after)) == ["reference/retargeted", "section/added"]


LIST = "# Desk\nClerks must never lend:\n\n- rare books\n- Clerks must never lend:\n"


def test_an_item_that_is_worded_like_its_lead_in_is_told_with_it_too() -> None:
    assert alone(review("# Desk\n", LIST)) == ["statement/added"]


def test_an_item_whose_lead_in_is_not_among_what_was_found_is_told_by_itself() -> None:
    pair = matched("# Desk\n", LIST)
    found = finding(info("statement/added"), None, statement(pair.new, "rare books"), pair)
    assert following([replace(found, facts={"part_of": "Clerks must never lend:"})], pair) == {}


def test_an_item_that_went_to_another_list_follows_from_neither_lead_in() -> None:
    first, last = (
        "Clerks should always do this first:\n\n{}- greet every guest\n",
        "\nClerks should do this at night:\n\n- lock the doors\n{}",
    )
    item = "- open all the windows of the reading room\n"
    before, after = (first.format(one) + last.format(other) for one, other in ((item, ""), ("", item)))
    assert alone(review("# Desk\n" + before, "# Desk\n" + after)) == ["statement/moved"]
