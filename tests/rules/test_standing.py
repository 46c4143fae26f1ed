"""What a sentence says of the document that it stands in, as traits."""

import pytest

from conftest import matching
from specdiff.model.change import Kept, Matching
from specdiff.model.spec import Statement
from specdiff.rules.meaning import difference

REST = "\n# Tone {#tone authority=guideline}\nIt writes plain English.\n\n# Help {#help authority=user}\nIt helps.\n"


def traits(before: str, after: str, rest: str = REST) -> list[tuple[str, str, str]]:
    pair = matching(f"# Names {{#names authority=user}}\n{before}\n{rest}", f"# Names {{#names authority=user}}\n{after}\n{rest}")
    return [(one.rule, one.old, one.new) for one in difference(changed(pair), pair).traits]


def changed(found: Matching) -> Kept[Statement]:
    return next(one for one in found.statements if isinstance(one, Kept) and one.old.section == "names" and one.old.text != one.new.text)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            'It should not override what stands above the "guideline" level.',
            'It should not override what stands above the "user" level.',
            [("precedence/changed", "guideline level", "user level")],
        ),
        (
            'It should not override what stands above the "guideline" level.',
            'It must not override what stands above the "user" level.',
            [("statement/strengthened", "should not", "must not"), ("precedence/changed", "guideline level", "user level")],
        ),
        (
            'It should not override the "guideline" level or the "developer" level.',
            'It should not override the "user" level or the "developer" level.',
            [("precedence/changed", "guideline level", "user level")],
        ),
        ("It should not *override* a name.", "It should not override a name.", [("statement/reworded", "", "")]),
    ],
)
def test_another_level_stands_beside_what_else_changed(before, after, expected):
    assert traits(before, after) == expected


def test_what_an_exception_says_of_a_renamed_level_is_no_other_case():
    levels = "# Levels {{#levels}}\n- **{0}**: nobody can override it.\n- **User**: users can override it.\n\n# Rest {{#rest authority={0}}}\nIt is calm.\n"
    text = "# Names {{#names authority=user}}\nIt should use a name, unless {0} or user instructions ask for another one.\n\n" + levels
    pair = matching(text.format("platform"), text.format("root").replace("a name,", "a full name,"))
    assert pair.level_became["platform"] == "root"
    assert [one.rule for one in difference(changed(pair), pair).traits] == ["statement/changed"]
