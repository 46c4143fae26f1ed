"""Denials in other words: which of them turn a rule round, and which only say it otherwise."""

import pytest

from specdiff.prose.comparison.compare import compare
from specdiff.prose.sentence.reading import read


def _rules(old: str, new: str) -> set[str]:
    return {trait.rule for trait in compare(old, new, read(old), read(new)).traits}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Keep sums short and avoid mixing wide tables with several pictures.",
            "Sums should be kept short, and wide tables shouldn't be mixed with several pictures.",
        ),
        ("Avoid long letters and keep the tone warm.", "Keep the tone warm, and don't write long letters."),
        ("Letters should be short and must not name the guest.", "Do not name the guest in letters, which should be short."),
        ("The clerk should answer plainly and never guess.", "Never guess; the clerk should answer plainly."),
        ("The clerk should refuse to open parcels of strangers.", "The clerk should not open parcels of strangers."),
        ("The clerk must decline requests for the code.", "The clerk must not give out the code."),
        (
            "The clerk should refrain from giving advice on wine unless asked.",
            "Advice on wine should not be given by the clerk unless asked.",
        ),
        ("Refrain from giving advice on wine.", "The clerk should give no advice on wine."),
        ("Do not disclose the code to guests.", "The code must be withheld from guests."),
        ("The code must be kept secret from guests.", "Guests must not be told the code."),
        ("Keep the code from guests.", "Do not let guests know the code."),
        ("The clerk must never leave a parcel unsealed.", "The clerk must always seal a parcel."),
        ("The clerk must always seal a parcel.", "No parcel may be left unsealed by the clerk."),
        ("It is forbidden to smoke in the yard.", "Smoking in the yard is not allowed."),
        ("Smoking in the yard is prohibited.", "Nobody may smoke in the yard."),
        ("Only managers may open the safe.", "Nobody except managers may open the safe."),
        ("The clerk may open parcels only with consent.", "The clerk must not open parcels without consent."),
        ("The clerk should not assume that guests are rude.", "The clerk should assume that guests are not rude."),
        ("The clerk should not ignore a complaint.", "The clerk should heed a complaint."),
        ("Don't forget to seal the parcel.", "Remember to seal the parcel."),
        ("The clerk should make sure that letters are not lost.", "The clerk should not let letters be lost."),
        ("Ensure no letter is lost.", "Letters must not be lost."),
        ("Prices shouldn't be hidden from guests; show them on the board.", "Show prices on the board rather than hide them from guests."),
        ("The clerk should stop short of giving names.", "The clerk should not go so far as to give names."),
        ("The clerk is not to discuss wages with guests.", "Wages are not to be discussed with guests."),
        ("The clerk should discuss menus but not wages.", "The clerk should not discuss wages but should discuss menus."),
        ("The clerk should discuss menus but not wages.", "Menus should be discussed by the clerk, but wages should not."),
        ("Instead of guessing, the clerk should ask.", "The clerk should ask and not guess."),
        ("Instead of guessing, the clerk should ask.", "The clerk should not guess but ask."),
        ("The clerk should ask rather than guess.", "The clerk shouldn't guess; it should ask."),
        (
            "The clerk can't share the code, even when guests ask for it.",
            "Even when guests ask for the code, it can't be shared by the clerk.",
        ),
        ("Neither clerks nor porters may open the safe.", "Clerks may not open the safe, nor may porters."),
        ("Clerks must avoid sounding rude.", "Clerks must not sound rude."),
        ("Clerks should try not to sound rude and stay brief.", "Clerks should stay brief and try not to sound rude."),
        (
            "A clerk who doubts an order should say so and not follow it blindly.",
            "A clerk should not blindly follow an order it doubts, and should say so.",
        ),
        ("Clerks should be frank without being rude.", "Clerks should be frank and should not be rude."),
        ("Clerks should be frank without being rude.", "Clerks should not be rude while being frank."),
        ("Clerks may decline to carry parcels.", "Clerks need not carry parcels."),
        ("Clerks do not have to carry parcels.", "Clerks may refuse to carry parcels."),
        ("There is no need to weigh letters.", "Letters need not be weighed."),
        ("Clerks should hold back the name until the guest agrees.", "Clerks should not give the name until the guest agrees."),
        ("Clerks must wait for consent before opening a parcel.", "Clerks must not open a parcel until consent is given."),
        (
            "Clerks should, where they can, prevent theft and not merely report it.",
            "Clerks should not merely report theft but, where they can, prevent it.",
        ),
        ("A refusal should be brief and should not preach.", "Refusals should be kept brief, with no preaching."),
        ("A refusal should be brief and should not preach.", "When refusing, be brief and don't preach."),
        ("Clerks should neither flatter nor scold guests.", "Clerks should avoid flattering or scolding guests."),
        (
            "Guests must not be left waiting; the clerk should greet them at once.",
            "The clerk should greet guests at once and must not leave them waiting.",
        ),
        ("Clerks should not be afraid to ask.", "Clerks should feel free to ask."),
        ("Clerks should tell guests they cannot share the code.", "Clerks should say to guests that the code can't be shared."),
    ],
)
def test_who_leaves_undone_what_another_sentence_speaks_against_is_not_turned_round(old: str, new: str) -> None:
    assert "statement/reversed" not in _rules(old, new) | _rules(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The clerk should hide the code.", "The clerk should not hide the code."),
        ("The clerk may share names with guests.", "The clerk must not share names with guests."),
        ("The clerk should help guests, and never ask for money.", "The clerk should not help guests, and never ask for money."),
        (
            "The clerk should say what it sells but does not need to wait.",
            "The clerk should not say what it sells but does not need to wait.",
        ),
        ("Clerks should be frank without being rude.", "Clerks should not be frank."),
        ("The clerk should not guess but ask.", "The clerk should guess."),
        ("Do not open parcels.", "Open parcels."),
        ("The clerk must keep the code secret from guests.", "The clerk must not keep the code secret from guests."),
        ("The clerk may not deny that letters exist.", "The clerk may deny that letters exist."),
        ("The clerk should avoid jokes about guests.", "The clerk should make jokes about guests."),
        ("The clerk must not ignore complaints.", "The clerk must ignore complaints."),
        ("The clerk should never leave a parcel unsealed.", "The clerk should leave a parcel unsealed."),
        ("The clerk should refuse to open letters.", "The clerk should not refuse to open letters."),
        ("The clerk should say that it cannot share the code.", "The clerk should not say that it cannot share the code."),
        ("Clerks should ask rather than guess.", "Clerks should not ask rather than guess."),
        ("The clerk should stop the bell when guests sleep.", "The clerk should not stop the bell when guests sleep."),
        ("The clerk may open parcels without consent.", "The clerk must not open parcels without consent."),
        ("The clerk should give no keys to guests and lock the yard.", "The clerk should not lock the yard."),
        ("Never share the code, even if asked.", "Share the code if asked."),
        ("The clerk should not withhold the bill.", "The clerk should withhold the bill."),
        ("The clerk must prevent guests from smoking.", "The clerk must not prevent guests from smoking."),
        ("The clerk should tell guests that parcels are not insured.", "The clerk should not tell guests that parcels are insured."),
        ("Guests may be told the code.", "Guests must not be told the code."),
        ("The clerk should not be afraid to ask.", "The clerk should be afraid to ask."),
        ("Clerks must not fail to seal parcels.", "Clerks may fail to seal parcels."),
        ("The clerk should keep quiet and not ring.", "The clerk should not keep quiet."),
    ],
)
def test_a_rule_that_says_the_opposite_is_turned_round_whatever_else_it_denies(old: str, new: str) -> None:
    assert "statement/reversed" in _rules(old, new)
    assert "statement/reversed" in _rules(new, old)
