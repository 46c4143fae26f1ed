"""Settings that name sections which are not there."""

import pytest

from reviewing import matched
from specdiff.model.settings import Override, Settings
from specdiff.review.unfit import unfit

MATCHING = matched(
    "# Kindness {#kindness}\nBe kind.\n\n# Limits {#limits}\nNever lie.\n",
    "# Kindness {#kindness}\nBe kind.\n\n# Bounds {#bounds}\nDo not shout.\n",
)


@pytest.mark.parametrize(
    ("before", "after", "remark"),
    [
        ("limits", "bounds", None),
        ("limits", "bound", "the newer revision has no section 'bound'; did you mean 'bounds'?"),
        ("limit", "bounds", "the older revision has no section 'limit'; did you mean 'limits'?"),
        ("limit", "zzzz", "neither revision has either section; did you mean 'limits'?"),
        ("qqqq", "zzzz", "neither revision has either section."),
        ("qqqq", "kindness", None),
    ],
)
def test_a_rename_of_which_an_end_is_not_there_is_remarked_on(before: str, after: str, remark: str | None) -> None:
    said = list(unfit(MATCHING, Settings(renames={before: after})))
    assert said == ([] if remark is None else [f"The rename of {before!r} to {after!r} does nothing: {remark}"])


def test_an_override_of_a_section_that_is_not_there_is_remarked_on_once() -> None:
    overrides = tuple(Override(None, "*", section) for section in ("*", "kindnes", "kindnes", "lim*", "qqqq"))
    assert list(unfit(MATCHING, Settings(overrides=overrides))) == [
        "The override for the section 'kindnes' fits none; did you mean 'kindness'?",
        "The override for the section 'qqqq' fits none.",
    ]


def test_without_sections_in_the_settings_there_is_nothing_to_say() -> None:
    assert list(unfit(MATCHING, Settings(overrides=(Override(None, "*"),)))) == []
