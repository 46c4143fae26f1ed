"""What a finding trades besides what its words say."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from conftest import matching
from reviewing import finding, info, section, statement
from specdiff.model.finding import Finding, Sign
from specdiff.prose.values.stance import Stance
from specdiff.rules.tradeoffs import given_up, handed_over, is_implied, of_subject

LEVELS = "# Levels {#levels}\nThere are five levels, the highest first:\n\n" + "".join(
    f"- **{name}**: what {name} says\n" for name in ("Root", "System", "Developer", "User", "Guideline")
)
MORE, LESS = "a rule for the sake of privacy lets more through", "a rule for the sake of privacy lets less through"


def told(rule: str, direction: str, sentence: str = "The clerk must not name guests.") -> Finding:
    pair = matching(f"# Guests {{#guests authority=user}}\n{sentence}\n", f"# Guests {{#guests authority=user}}\n{sentence}\n")
    made = finding(info(rule), statement(pair.old, "guests"), statement(pair.new, "guests"), pair)
    return replace(made, facts={"direction": direction})


def brief(signs: list[Sign]) -> list[tuple[str, float, str]]:
    return [(sign.value, sign.weight, sign.why) for sign in signs]


@pytest.mark.parametrize(
    ("rule", "direction", "weight", "helped", "why"),
    [
        ("exception/added", "looser", -0.4, 0.4, MORE),
        ("exception/added", "looser", -0.3, 0.3, MORE),
        ("exception/added", "looser", -1.5, 0.5, MORE),
        ("statement/strengthened", "stricter", 0.4, -0.4, LESS),
        ("statement/strengthened", "stricter", 1.5, -0.5, LESS),
        ("statement/reversed", "other", -1.0, 0.5, MORE),
        ("statement/reversed", "other", 1.0, -0.5, LESS),
    ],
)
def test_what_is_kept_by_a_limit_is_traded_for_help(rule, direction, weight, helped, why):
    made = told(rule, direction)
    (sign,) = given_up(made, [Sign(made, "privacy", weight, "")])
    assert (sign.value, sign.weight, sign.why) == ("helpfulness", helped, why)
    assert is_implied(sign)
    assert not is_implied(Sign(made, "helpfulness", weight, "what is new promotes it"))


@pytest.mark.parametrize(
    ("rule", "direction", "sentence", "signs"),
    [
        ("exception/added", "looser", "The clerk must not name guests.", [("privacy", 0.4)]),
        ("statement/strengthened", "stricter", "The clerk must not name guests.", [("privacy", -0.4)]),
        ("exception/added", "looser", "The clerk must not name guests.", [("privacy", -0.2)]),
        ("exception/added", "looser", "The clerk must not name guests.", [("privacy", -0.4), ("safety", -0.4)]),
        ("exception/added", "looser", "The clerk must not name guests.", [("privacy", -0.4), ("honesty", 0.4)]),
        ("exception/added", "looser", "The clerk must not name guests.", [("honesty", -0.4)]),
        ("exception/added", "looser", "The clerk must greet guests.", [("privacy", -0.4)]),
        ("condition/added", "looser", "The clerk must not name guests.", [("privacy", -0.4)]),
        ("exception/added", "looser", "The clerk must not name guests.", []),
    ],
)
def test_elsewhere_nothing_is_traded_for_help(rule, direction, sentence, signs):
    made = told(rule, direction, sentence)
    assert given_up(made, [Sign(made, value, weight, "") for value, weight in signs]) == []


def test_a_permission_that_reaches_less_far_is_a_limit_too():
    made = told("exception/added", "stricter", "The clerk may name guests.")
    assert brief(given_up(made, [Sign(made, "privacy", 0.4, "")])) == [("helpfulness", -0.4, LESS)]


def heading(**values: float) -> Mapping[str, Stance]:
    return {name: Stance(weight, name) for name, weight in values.items()}


KEPT = "a rule of a policy that is kept for it lets {} through"


@pytest.mark.parametrize(
    ("rule", "direction", "signs", "values", "expected"),
    [
        ("exception/added", "looser", [], {"privacy": 1.0}, [("privacy", -0.4, KEPT.format("more")), ("helpfulness", 0.4, MORE)]),
        ("exception/removed", "stricter", [], {"privacy": 0.5}, [("privacy", 0.4, KEPT.format("less")), ("helpfulness", -0.4, LESS)]),
        (
            "statement/added",
            "stricter",
            [("helpfulness", -0.3)],
            {"privacy": 1.0},
            [("privacy", 0.4, "a policy that is kept for it denies help")],
        ),
        ("statement/added", "stricter", [("helpfulness", -0.2)], {"privacy": 1.0}, []),
        ("statement/added", "stricter", [("helpfulness", 0.5)], {"privacy": 1.0}, []),
        ("statement/added", "stricter", [("honesty", -0.5)], {"privacy": 1.0}, []),
        ("statement/added", "stricter", [], {"privacy": 1.0}, []),
        ("statement/reversed", "other", [], {"privacy": 1.0}, []),
        ("exception/added", "looser", [("privacy", -0.5)], {"privacy": 1.0}, []),
        ("exception/added", "looser", [], {"privacy": -1.0}, []),
        ("exception/added", "looser", [], {"privacy": -0.5}, []),
        ("exception/added", "looser", [], {"privacy": 0.0}, []),
        ("exception/added", "looser", [], {"honesty": 1.0}, []),
        ("exception/added", "looser", [], {"privacy": 1.0, "safety": 1.0}, []),
        (
            "exception/added",
            "looser",
            [],
            {"privacy": 1.0, "safety": -1.0},
            [("privacy", -0.4, KEPT.format("more")), ("helpfulness", 0.4, MORE)],
        ),
        ("exception/added", "looser", [], {}, []),
    ],
)
def test_what_a_policy_is_kept_for_is_at_stake(rule, direction, signs, values, expected):
    made = told(rule, direction)
    given = [Sign(made, value, weight, "") for value, weight in signs]
    assert brief(of_subject(made, given, lambda _: heading(**values))) == expected
    assert of_subject(replace(made, section_new=None), given, lambda _: heading(**values)) == []


def moved(old_level: str, new_level: str, title: str = "Guests") -> list[tuple[str, float]]:
    old, new = (f"{LEVELS}\n# {title} {{#guests authority={level}}}\nIt greets guests.\n" for level in (old_level, new_level))
    pair = matching(old, new)
    names = [level.name for level in pair.new.ladder.levels]
    rule = "authority/raised" if names.index(new_level) < names.index(old_level) else "authority/lowered"
    made = finding(info(rule), section(pair.old, "guests"), section(pair.new, "guests"), pair)
    made = replace(made, facts={"old_level": old_level, "new_level": new_level})
    return [
        (f"{sign.value}: {sign.why}", sign.weight)
        for sign in handed_over(made, pair, lambda _: {**heading(fairness=0.5, safety=1.0), "user autonomy": Stance(2.0, "choice")})
    ]


CAN, CANNOT = "safety: a policy for its sake can be overridden by {}", "safety: a policy for its sake cannot be overridden by {}"


@pytest.mark.parametrize(
    ("old_level", "new_level", "expected"),
    [
        (
            "developer",
            "user",
            [
                ("user autonomy: users may override it now", 0.7),
                ("developer control: not only developers may override it now", -0.7),
                (CAN.format("users"), -0.7),
            ],
        ),
        (
            "user",
            "developer",
            [
                ("user autonomy: users may override it no longer", -0.7),
                ("developer control: only developers may override it now", 0.7),
                (CANNOT.format("users"), 0.7),
            ],
        ),
        (
            "user",
            "system",
            [
                ("user autonomy: users may override it no longer", -0.7),
                ("developer control: developers may override it no longer", -0.7),
                (CANNOT.format("users"), 0.7),
            ],
        ),
        (
            "root",
            "user",
            [
                ("user autonomy: users may override it now", 0.7),
                ("developer control: developers may override it now", 0.7),
                (CAN.format("users"), -0.7),
            ],
        ),
        ("root", "developer", [("developer control: developers may override it now", 0.7), (CAN.format("developers"), -0.7)]),
        ("root", "system", []),
        ("user", "guideline", []),
    ],
)
def test_a_policy_that_rises_or_falls_is_handed_to_somebody_or_taken(old_level, new_level, expected):
    assert moved(old_level, new_level) == expected


def test_a_rule_that_moved_to_another_level_hands_over_nothing():
    pair = matching("# Guests {#guests authority=user}\nIt greets guests.\n", "# Guests {#guests authority=user}\nIt greets guests.\n")
    made = finding(info("authority/raised"), statement(pair.old, "guests"), statement(pair.new, "guests"), pair)
    made = replace(made, facts={"old_level": "user", "new_level": "developer"})
    assert handed_over(made, pair, lambda _: {}) == []


def test_a_level_that_is_called_otherwise_now_stands_where_it_stood():
    def text(name: str, level: str) -> str:
        listed = LEVELS.replace("Developer", name.capitalize())
        rest = "".join(
            f"\n# {title} {{#{title.lower()} authority={name}}}\nIt keeps {title.lower()} clean.\n" for title in ("Halls", "Rooms")
        )
        return f"{listed}\n# Guests {{#guests authority={level}}}\nIt greets guests.\n{rest}"

    pair = matching(text("developer", "developer"), text("builder", "root"))
    assert pair.level_became["developer"] == "builder"
    made = replace(
        finding(info("authority/raised"), section(pair.old, "guests"), section(pair.new, "guests"), pair),
        facts={"old_level": "developer", "new_level": "root"},
    )
    assert [sign.value for sign in handed_over(made, pair, lambda _: {})] == ["developer control"]


def test_a_heading_is_weighed_only_where_it_may_count():
    def said(_: object) -> Mapping[str, Stance]:
        raise AssertionError("nobody had to ask")

    made = told("statement/reversed", "other")
    assert of_subject(made, [], said) == []
    assert of_subject(made, [Sign(made, "honesty", 0.5, "")], said) == []
