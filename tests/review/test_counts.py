"""What a revision holds."""

from reviewing import matched
from specdiff.review.counts import count, side

SPEC = """
Some words before any heading.

# Conduct {#conduct authority=root}
Be kind.[^ab12] See [?](#limits) and [the limits](#limits).

**Example**: a compliment

~~~xml
<user>
Do you like it?
</user>
<comparison>
<assistant> <!-- GOOD[#limits]: honest -->
Not much.
</assistant>
<assistant> <!-- BAD -->
I love it!
</assistant>
</comparison>
~~~

!!! meta "Commentary"
    This is why.

## Limits {#limits}
Never lie.
"""


def test_everything_is_counted_once():
    counts = count(matched(SPEC, SPEC).new)
    assert counts.sections == 2
    assert counts.by_authority["root"] == 1
    assert counts.by_authority["none"] == 1
    assert counts.examples == 1
    assert counts.replies == {"good": 1, "ok": 0, "bad": 1}
    assert counts.commentary == 1
    assert counts.references == 2
    assert counts.eval_prompts == 1


def test_the_head_of_a_side_names_the_revision_and_its_levels():
    shown = side(matched(SPEC, SPEC).new)
    assert shown.revision.label == "b"
    assert shown.paths == ("spec.md",)
    assert "root" in shown.levels
