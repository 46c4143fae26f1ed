"""Sentences that say the same in another build, and others that have the same words and say something else."""

import pytest

from specdiff.prose.comparison.compare import compare
from specdiff.prose.sentence.reading import read


def _rules(old: str, new: str) -> list[str]:
    return [trait.rule for trait in compare(old, new, read(old), read(new)).traits]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Sealing every parcel would often be slow, so a good clerk must sometimes use string.",
            "Because it would often be slow to seal every parcel, a good clerk must sometimes use string.",
        ),
        (
            "It should instead serve a tea that calms the nerves, and sit down.",
            "What it should serve instead is a tea that calms the nerves, and it should sit down.",
        ),
        (
            "Typically, if the parcel has a label, the clerk should weigh the parcel unless the manager forbids it.",
            "Unless the manager forbids it, the clerk should typically weigh the parcel if the parcel has a label.",
        ),
        (
            "Clerks should obey porters unless overruled by managers or owners.",
            "Clerks should obey porters unless managers or owners overrule them.",
        ),
        (
            "The ledger is primarily meant for clerks but also gives porters useful hints.",
            "Although it's meant primarily for clerks, the ledger also provides useful hints for porters.",
        ),
        ("The clerk enjoys the process of sorting letters by colour.", "The clerk enjoys sorting letters by colour."),
        ("These keys may be lent only with care, and they must never be sold.", "They may be lent only with care, and must never be sold."),
        (
            "The clerk keeps the list in the drawer, and the porter locks the drawer.",
            "The list is kept in the drawer by the clerk, and the drawer is locked by the porter.",
        ),
        (
            "Pictures should be used sparingly to aid the guest in reading the menu.",
            "The assistant should use pictures sparingly, to help the guest in reading the menu.",
        ),
        ("The parcel should be opened carefully and in daylight.", "The parcel should be carefully opened in daylight."),
        (
            "As long as the guest has paid, the porter should carry the bags.",
            "The porter should carry the bags provided the guest has paid.",
        ),
        (
            "The porter should carry the bags if the guest has paid and is tired.",
            "If the guest is tired and has paid, the porter should carry the bags.",
        ),
        ("When in doubt, the porter should ask.", "The porter should ask if it is in doubt."),
        ("The porter should not guess when it can ask.", "If it can ask, the porter should not guess."),
        ("Guests under 18 may not rent boats without a parent.", "Without a parent, guests under 18 may not rent boats."),
        ("The porter may refuse service to guests who are rude.", "Guests who are rude may be refused service by the porter."),
        ("The porter should always be polite, even to rude guests.", "Even to rude guests, the porter should always be polite."),
        ("It is important that the porter knows the exits.", "It is important for the porter to know the exits."),
        ("The porter is expected to know the exits.", "The porter should know the exits."),
        ("Guests have the right to see their bill.", "Guests are entitled to see their bill."),
        ("The porter should give priority to guests over visitors.", "Guests should be given priority over visitors by the porter."),
        ("House rules override guests' wishes.", "Guests' wishes are overridden by house rules."),
        (
            "The porter should keep its answers short, clear and kind.",
            "Short, clear and kind: that is how the porter should keep its answers.",
        ),
        (
            "By default, the porter speaks English, but it may switch if asked.",
            "The porter speaks English by default, though it may switch if asked.",
        ),
        ("The porter may, at its discretion, waive the fee.", "The porter may waive the fee at its discretion."),
        ("Unlike visitors, guests may use the pool.", "Guests, unlike visitors, may use the pool."),
        ("Only the owner can change the rules of the house.", "The rules of the house can be changed only by the owner."),
        (
            "The porter should treat all guests alike, regardless of their dress.",
            "Regardless of their dress, all guests should be treated alike by the porter.",
        ),
        ("Rather than argue, the porter should call the owner.", "The porter should call the owner rather than argue."),
        ("To protect guests, the porter must lock the gate at night.", "The porter must lock the gate at night to protect guests."),
        (
            "These keys may be lent only insofar as doing so is strictly needed by the crew; they must never be sold.",
            "They may be lent only where that is strictly needed by the crew, and must never be sold.",
        ),
    ],
)
def test_the_same_in_another_build(old: str, new: str) -> None:
    assert _rules(old, new) == _rules(new, old) == ["statement/reworded"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The clerk may overrule the guest when the manager is out.", "The guest may overrule the clerk when the manager is out."),
        ("The owner overrides the tenant.", "The tenant overrides the owner."),
        ("The owner's rules override the tenant's wishes.", "The tenant's wishes override the owner's rules."),
        ("The tenant is overridden by the owner.", "The owner is overridden by the tenant."),
        ("The owner overrides the tenant.", "The owner is overridden by the tenant."),
        ("The clerk should tell the guest before it tells the manager.", "The clerk should tell the manager before it tells the guest."),
        ("The clerk should tell the guest before it tells the manager.", "Before it tells the guest, the clerk should tell the manager."),
        ("If the guest asks, the clerk should ring the bell.", "If the clerk rings the bell, the guest should ask."),
        ("The clerk should knock rather than ring the bell.", "The clerk should ring the bell rather than knock."),
        (
            "The clerk may open parcels if the guest agrees, and may read letters.",
            "The clerk may open parcels, and may read letters if the guest agrees.",
        ),
        ("The clerk may open parcels without asking, and sell stamps.", "The clerk may open parcels, and sell stamps without asking."),
        ("The clerk must read letters and may open parcels.", "The clerk may read letters and must open parcels."),
        ("The clerk must keep the bell quiet and never the guest.", "The clerk must keep the guest quiet and never the bell."),
        ("Short answers are given to long questions.", "Long answers are given to short questions."),
        ("The clerk should obey it.", "It should obey the clerk."),
        ("Only the clerk may open the green parcels.", "The clerk may open only the green parcels."),
        ("Only the clerk may open the green parcels.", "The clerk may only open the green parcels."),
        ("The bell is louder than the horn in the yard.", "The horn is louder than the bell in the yard."),
        (
            "The clerk may not tell guests, but it may tell the manager everything.",
            "The clerk may tell guests everything, but it may not tell the manager.",
        ),
        ("The clerk sends letters from the guest to the manager.", "The clerk sends letters from the manager to the guest."),
        ("All clerks may read some letters in the yard.", "Some clerks may read all letters in the yard."),
        ("Clerks must wait until the guest leaves the yard.", "Until clerks leave the yard, the guest must wait."),
        ("The clerk should ask the guest, then ring the manager's bell.", "The clerk should ring the manager's bell, then ask the guest."),
        ("Because the yard is dark, the gate is closed.", "Because the gate is closed, the yard is dark."),
        ("The yard is dark, so the gate is closed.", "The gate is closed, so the yard is dark."),
        ("Three clerks serve five guests in the yard.", "Five clerks serve three guests in the yard."),
        ("The clerk reads the letters of the guests of the manager.", "The clerk reads the letters of the manager of the guests."),
        ("Even if the guest asks, the clerk must not open the gate.", "The clerk must not open the gate if the guest even asks."),
        ("The clerk must help guests who ask porters for tea.", "The clerk must ask porters who help guests for tea."),
        ("The clerk should give the guest the manager's key.", "The clerk should give the manager the guest's key."),
        ("Unless the guest objects, the clerk should open the parcel.", "If the guest objects, the clerk should open the parcel."),
        ("A clerk who has a key may open the gate for guests.", "A guest who has a key may open the gate for clerks."),
        ("With a key, the clerk may open the gate.", "Without a key, the clerk may open the gate."),
        ("The clerk should avoid telling guests where the key is.", "The clerk should tell guests where to avoid the key."),
        (
            "The clerk may decline to answer, and must explain why it cannot.",
            "The clerk must decline to answer, and may explain why it cannot.",
        ),
        ("The clerk should treat the guest's order as the manager's.", "The clerk should treat the manager's order as the guest's."),
        ("The clerk trusts the porter more than the guest.", "The clerk trusts the guest more than the porter."),
        ("Prompts may be edited in the yard.", "The assistant may edit prompts in the yard."),
        ("Guests may be told the code by the clerk.", "The clerk may be told the code by guests."),
        ("The clerk must tell the guest that the manager lied.", "The manager must tell the guest that the clerk lied."),
        ("The clerk must tell the guest that the manager lied.", "The clerk must tell the manager that the guest lied."),
        ("Do not tell guests; ask porters.", "Do not ask guests; tell porters."),
        ("Guests may ask porters not to sing at night.", "Guests may not ask porters to sing at night."),
        ("The porter generally sings and never shouts at night.", "The porter never sings and generally shouts at night."),
        ("The clerk need not open the gate, but must ring the bell.", "The clerk must open the gate, but need not ring the bell."),
        ("The clerk should not promise guests what porters do.", "The clerk should promise guests what porters do not do."),
        ("Use wax in place of string on red parcels.", "Use string in place of wax on red parcels."),
        ("The clerk should prefer short letters to long ones.", "The clerk should prefer long letters to short ones."),
        ("Let guests decide what porters carry.", "Let porters decide what guests carry."),
        ("Porters' orders take precedence over guests' orders.", "Guests' orders take precedence over porters' orders."),
        ("The clerk should believe the guest over the porter.", "The clerk should believe the porter over the guest."),
        ("The clerk must share the guest's name with the porter.", "The clerk must share the porter's name with the guest."),
        ("The clerk shares names with porters for guests.", "The clerk shares names with guests for porters."),
        ("Guests should be protected from porters by clerks.", "Clerks should be protected from porters by guests."),
        ("Guests should be protected from porters by clerks.", "Guests should be protected from clerks by porters."),
    ],
)
def test_the_same_words_that_say_something_else_are_told(old: str, new: str) -> None:
    assert "statement/reworded" not in _rules(old, new) + _rules(new, old)
