"""What follows from a finding elsewhere is folded under it."""

from reviewing import review
from specdiff.model.review import Review

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
