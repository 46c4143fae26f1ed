"""What is true of every matching, whatever the two specs say."""

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from specdiff.matching.match import match
from specdiff.model.change import Added, Change, Kept, Matching, Merged, Removed, Split
from specdiff.model.settings import Settings
from specdiff.model.snapshot import Revision, Snapshot
from specdiff.model.spec import Node, Spec
from specdiff.parsing.parse import parse

NOUNS = ("secrets", "recipes", "maps", "letters", "ladders", "kettles", "violins", "harbours")
RULES = tuple(
    f"The assistant {force} {act} {noun}{tail}."
    for force in ("must", "should not")
    for act in ("share", "repair", "describe")
    for noun in NOUNS[:4]
    for tail in ("", " unless the user asks for it", " on rainy mornings before the ferry leaves")
)
EXAMPLES = tuple(
    f"**Example**: {title}\n\n~~~xml\n<user>\nTell me about {noun}\n</user>\n<comparison>\n<assistant> <!-- GOOD -->\n{good}\n</assistant>\n"
    f"<assistant> <!-- BAD -->\nNo.\n</assistant>\n</comparison>\n~~~"
    for title in ("asking", "asking twice")
    for noun in NOUNS[:3]
    for good in ("Gladly.", "Here is all that I know of the matter.")
)
MARKS = tuple(f"{RULES[index][:-1]}[^{name}]." for index, name in ((0, "aa01"), (5, "bb02"), (9, "cc03")))

blocks = st.lists(st.sampled_from(RULES + EXAMPLES + MARKS), max_size=6)
headings = st.tuples(
    st.integers(1, 3),
    st.sampled_from(("Be kind", "Be honest", "Be brief", "Tools", "Tools for work")),
    st.sampled_from(("", " {#one authority=root}", " {#two authority=user}", " {#three}")),
)
sections = st.lists(st.tuples(headings, blocks), min_size=1, max_size=5)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Draw a small spec."""
    seen: set[str] = set()
    parts = []
    for (depth, title, attributes), body in draw(sections):
        attributes = "" if attributes in seen else attributes
        seen.add(attributes)
        parts.append("#" * depth + f" {title}{attributes}\n\n" + "\n\n".join(body))
    return "\n\n".join(parts) + "\n"


def read(text: str) -> Spec:
    return parse(Snapshot(Revision("x"), ("model_spec.md",), {"model_spec.md": text}), Settings(dialect="model-spec"))


def told(matching: Matching, *, back: bool = False) -> Counter[tuple[object, ...]]:
    """Return what a matching says, with the sides exchanged if *back*."""
    found: list[tuple[object, ...]] = []
    for change in matching.changes():
        if isinstance(change, Kept):
            ends = (id(change.new), id(change.old)) if back else (id(change.old), id(change.new))
            found.append(("kept", *ends, change.score, change.moved, change.reordered))
        elif isinstance(change, Added | Removed):
            gone = isinstance(change, Removed) != back
            found.append(("removed" if gone else "added", id(change.old if isinstance(change, Removed) else change.new)))
        elif isinstance(change, Split):
            found.append(("merged" if back else "split", id(change.old), *map(id, change.new)))
        elif isinstance(change, Merged):
            found.append(("split" if back else "merged", id(change.new), *map(id, change.old)))
    return Counter(found)


@given(documents(), documents())
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_matching_backwards_is_matching_with_the_sides_exchanged(before: str, after: str) -> None:
    old, new = read(before), read(after)
    assert told(match(old, new, Settings())) == told(match(new, old, Settings()), back=True)


@given(documents(), documents())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_node_is_in_exactly_one_change_of_its_kind(before: str, after: str) -> None:
    old, new = read(before), read(after)
    matching = match(old, new, Settings())
    for name in ("statements", "examples", "commentary", "definitions", "references", "orders", "eval_prompts"):
        changes = getattr(matching, name)
        assert Counter(id(node) for change in changes for node in _side(change, "old")) == Counter(map(id, getattr(old, name)))
        assert Counter(id(node) for change in changes for node in _side(change, "new")) == Counter(map(id, getattr(new, name)))


def _side(change: Change[Node], side: str) -> tuple[Node, ...]:
    nodes = getattr(change, side, ())
    return nodes if isinstance(nodes, tuple) else (nodes,)


@given(documents(), documents())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_section_is_kept_added_removed_split_or_merged_once(before: str, after: str) -> None:
    old, new = read(before), read(after)
    matching = match(old, new, Settings())
    plain = [change for change in matching.sections if isinstance(change, Kept | Added | Removed)]
    own_old = [change.old.id for change in plain if isinstance(change, Kept | Removed)]
    own_new = [change.new.id for change in plain if isinstance(change, Kept | Added)]
    split = {change.old.id for change in matching.sections if isinstance(change, Split)} - set(own_old)
    merged = {change.new.id for change in matching.sections if isinstance(change, Merged)} - set(own_new)
    assert Counter([*own_old, *split]) == Counter(section.id for section in old.sections)
    assert Counter([*own_new, *merged]) == Counter(section.id for section in new.sections)


@given(documents())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_spec_against_itself_is_kept_whole_and_in_place(text: str) -> None:
    spec = read(text)
    for change in match(spec, spec, Settings()).changes():
        assert isinstance(change, Kept)
        assert (change.old is change.new, change.score, change.moved, change.reordered) == (True, 1.0, False, False)


@given(documents(), documents())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_pairing_says_why(before: str, after: str) -> None:
    for change in match(read(before), read(after), Settings()).changes():
        if isinstance(change, Kept):
            assert change.because
            assert 0 <= change.score <= 1
