"""Sentences with the same words, in which who does what, the case of it, or what belongs to what was exchanged."""

import pytest

from specdiff.prose.comparison.compare import compare
from specdiff.prose.sentence.quantities import same_amounts
from specdiff.prose.sentence.reading import read

ALIKE = ([("statement/changed", "other words")], [("statement/reworded", "")])


def _told(old: str, new: str) -> list[tuple[str, str]]:
    new = same_amounts(old, new)
    return [(trait.rule, trait.about) for trait in compare(old, new, read(old), read(new)).traits]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # the act, and the case of it
        ("A pilot who breaks an oar must buy a rope.", "A pilot who buys a rope must break an oar."),
        ("Crews that sail at dusk must be fed twice.", "Crews that are fed twice must sail at dusk."),
        ("Deposits must be returned within five days of the claim.", "Within five days of the return, deposits must be claimed."),
        (
            "The ferry must slow and give way to a barge when it enters the lock.",
            "When a barge enters the lock, the ferry must slow and give way.",
        ),
        ("Lamps must be kept hooded below when nobody is on the bridge.", "When the bridge is hooded, nobody must keep lamps below on it."),
        # what is measured by what, and what alone
        ("Where the tide is stronger than the wind, the tide decides.", "Where the wind is stronger than the tide, the wind decides."),
        ("Heed the pilot more than the mate.", "More than the pilot, heed the mate."),
        ("Use the red flag for nothing but wrecks.", "Wrecks use nothing but the red flag."),
        ("Burn it only for warmth.", "Burn only it for warmth."),
        # what belongs to which of two things or acts
        (
            "Berths are let with lamps to members and without lamps to guests.",
            "To guests berths are let with lamps, to members without them.",
        ),
        ("Sails may be lent with ropes and must be washed on return.", "On return, sails may be lent and must be washed with ropes."),
        ("Keep the hatch locked and the lamp on.", "The hatch stays on and the lamp locked."),
        ("Call the mate if the pump stops and wait.", "Call the mate and wait if the pump stops."),
        (
            "Do not sell charts that are stamped secret, and do not burn them.",
            "Do not sell charts, and do not burn those that are stamped secret.",
        ),
        ("The mate must give ropes to crews of other boats.", "Ropes must be given to other crews of boats by the mate."),
        ("The mate must count crates of visitors before launches.", "Crates must be counted by the mate before launches of visitors."),
        ("Patch torn sails with new ropes.", "Torn ropes must be patched with new sails."),
        ("Move the crates from the old shed to the new one.", "From the new shed, move the crates to the old one."),
        ("The mate must keep the logs of crews dry.", "The mate must keep crews of the logs dry."),
        ("The mate must tell pilots about faults of divers.", "The mate must tell divers about faults of pilots."),
        ("The mate must report divers who lie to pilots.", "Divers must be reported to pilots who lie by the mate."),
        ("Warn the crew about leaks reported by divers.", "Divers must be warned about leaks reported by the crew."),
        # who acts, and what it is done to
        ("Signals must be returned in code by the pilot.", "The pilot must be returned in code about signals."),
        ("Torn nets must be reported by the diver.", "The diver must be reported for torn nets."),
        ("Your own knots must be tested by others.", "Others must have their knots tested by you."),
    ],
)
def test_what_is_exchanged_is_no_paraphrase(old: str, new: str) -> None:
    assert _told(old, new) not in ALIKE
    assert _told(new, old) not in ALIKE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Never guess the depth; find it in the chart or the log.", "Find the depth in the chart or the log; never guess it."),
        ("If several crates do not touch each other, send them in one net.", "Send crates that do not touch each other in one net."),
        ("A diver who hears the bell must come up; it must not wait.", "If the diver hears the bell, it must not wait, and must come up."),
        ("The mate must count crates in the shed before launches.", "Crates must be counted before launches in the shed by the mate."),
        ("The mate should wait if the pilot has called and is late.", "If the pilot is late and has called, the mate should wait."),
    ],
)
def test_what_is_turned_round_as_a_whole_may_be_the_same(old: str, new: str) -> None:
    assert _told(old, new) in ALIKE
    assert _told(new, old) in ALIKE
