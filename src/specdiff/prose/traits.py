"""What a comparison of two sentences comes to: traits, each with the rule that names it and a direction."""

from dataclasses import dataclass
from typing import NamedTuple

from specdiff.model.language import Force, Reading

STRICTER, LOOSER, OTHER = "stricter", "looser", "other"
PLAIN = "a plain statement"
"""What stands for the words of force where there are none."""


@dataclass(frozen=True, slots=True)
class Trait:
    """One meaning of a difference: the ``rule`` that names it, the words concerned on either side, and the direction.

    ``about`` says what the rule's name does not tell: that an exception covers "other cases", neither more nor fewer; that what only describes
    does so in another "degree", that a rule asks for another "act"; that a sentence may well say the same in "other words".
    """

    rule: str
    old: str = ""
    new: str = ""
    direction: str = OTHER
    sure: bool = True
    about: str = ""


class Difference(NamedTuple):
    """All that a difference means; ``traits`` is empty where the two say the same in the same words."""

    traits: tuple[Trait, ...] = ()

    def of(self, rule: str) -> tuple[Trait, ...]:
        """Return the traits that *rule* names."""
        return tuple(trait for trait in self.traits if trait.rule == rule)


def direction_of(reading: Reading) -> str:
    """Return what it means that a sentence with this reading is added: a duty or prohibition is stricter, a permission looser."""
    force = reading.force
    if force is Force.PERMITTED:
        return LOOSER
    return STRICTER if force is not Force.DESCRIPTIVE else OTHER


def binds(was: str, now: str, *, more: bool, sure: bool = False, about: str = "") -> Trait:
    """Return that a rule binds more than before, or less."""
    return Trait(f"statement/{'strengthened' if more else 'weakened'}", was, now, STRICTER if more else LOOSER, sure, about)


def main_force(before: Reading, after: Reading) -> Force:
    """Return the force that both sentences have, or the stronger of the two."""
    return max(before.force, after.force, key=lambda force: force.strength)


def opposite(direction: str) -> str:
    """Return the direction with time running backwards."""
    return {STRICTER: LOOSER, LOOSER: STRICTER}.get(direction, OTHER)
