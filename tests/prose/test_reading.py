"""What is read in a sentence: force, conditions, exceptions. A table of general English."""

import pytest

from specdiff.model.language import Force
from specdiff.prose.reading import leads_into, read

PROHIBITED, REQUIRED = Force.PROHIBITED, Force.REQUIRED
DISCOURAGED, RECOMMENDED, PERMITTED, DESCRIPTIVE = Force.DISCOURAGED, Force.RECOMMENDED, Force.PERMITTED, Force.DESCRIPTIVE


@pytest.mark.parametrize(
    ("words", "force"),
    [
        ("The agent must not open the mail.", PROHIBITED),
        ("The agent may not open the mail.", PROHIBITED),
        ("No agent may open the mail.", PROHIBITED),
        ("Under no circumstances is the mail opened.", PROHIBITED),
        ("Never open the mail.", PROHIBITED),
        ("The agent must open the mail.", REQUIRED),
        ("Open the mail.", REQUIRED),
        ("If asked, open the mail.", REQUIRED),
        ("When a guest is upset, stay calm.", REQUIRED),
        ("If in doubt, do not open the mail.", PROHIBITED),
        ("The agent should never open the mail.", DISCOURAGED),
        ("Avoid opening the mail.", DISCOURAGED),
        ("Opening the mail should be avoided.", DISCOURAGED),
        ("The point of a label is never to amuse.", DESCRIPTIVE),
        ("A clerk is never to amuse.", PROHIBITED),
        ("Opening the mail is to be avoided.", PROHIBITED),
        ("In public, avoid names.", DISCOURAGED),
        ("Prefer short words.", RECOMMENDED),
        ("Try to answer in a line.", RECOMMENDED),
        ("The agent is not required to open the mail.", PERMITTED),
        ("The agent is free to open the mail.", PERMITTED),
        ("The agent opens the mail.", DESCRIPTIVE),
        ("Use is free of charge.", DESCRIPTIVE),
        ("Note that mail arrives at noon.", DESCRIPTIVE),
        ("No one wants a lost letter.", DESCRIPTIVE),
        ("Run tests: make test", DESCRIPTIVE),
        ("Open letters are best avoided.", DISCOURAGED),
        ("Opening the mail is only justified when a guest is ill.", PERMITTED),
        ("No reason changes this.", DESCRIPTIVE),
        ("Opening mail that could hurt people is ruled out.", PROHIBITED),
        ("Nor may the agent open the mail.", PROHIBITED),
        ("Not all letters can be read.", DESCRIPTIVE),
        ("Not all clerks must sign.", PERMITTED),
        ("Think of a clerk who reads a manual.", DESCRIPTIVE),
        ("Think before the answer.", REQUIRED),
        ("When the aim is fine but the help asked for is prohibited, the clerk should say so.", RECOMMENDED),
        ("If a letter is urgent or must be answered today, call the sender.", REQUIRED),
        ("If the clerk must not open a letter, it stays closed.", DESCRIPTIVE),
        ("When it rains, mail is late.", DESCRIPTIVE),
        ("The agent is kind, and goes on for as long as it can.", DESCRIPTIVE),
        ("It keeps the door open where it may.", DESCRIPTIVE),
        ("The agent should never avoid a question.", RECOMMENDED),
        ("The agent must not refrain from asking.", REQUIRED),
        ("The agent should avoid a question.", DISCOURAGED),
        ("It is better to ask than to guess.", RECOMMENDED),
        ("This holds regardless of who asks.", REQUIRED),
        ("These limits apply to everyone.", REQUIRED),
        ("There are no exceptions.", REQUIRED),
        ("No exceptions are made.", REQUIRED),
        ("No exception is logged.", DESCRIPTIVE),
        ("This applies to letters.", DESCRIPTIVE),
        ("Accept letters from anybody.", REQUIRED),
        ("In that case the agent MUST open the mail.", REQUIRED),
        ("Lists that do this SHOULD say how they are to be read.", RECOMMENDED),
        ("Letter bombs are always prohibited unless a judge allows them.", PROHIBITED),
        ("Prohibited letters include:", PROHIBITED),
        ("REQUIRED", REQUIRED),
        ("OPTIONAL", PERMITTED),
        ("We do not generally prohibit letters.", PERMITTED),
        ("We say so because letters should not be lost.", DISCOURAGED),
        ("The agent cannot open the mail.", PROHIBITED),
        ("No mail may be opened by agents.", PROHIBITED),
        ("Neither agents nor guests may open the mail.", PROHIBITED),
        ("None of the agents should open the mail.", DISCOURAGED),
        ("At no time may an agent open the mail.", PROHIBITED),
        ("Under no circumstances should an agent open the mail.", PROHIBITED),
        ("In no event shall an agent open the mail.", PROHIBITED),
        ("The agent does not have to open the mail.", PERMITTED),
        ("The agent need not open the mail.", PERMITTED),
        ("The agent is not allowed to open the mail.", PROHIBITED),
        ("The agent isn't allowed to open the mail.", PROHIBITED),
        ("The agent is not permitted to open the mail.", PROHIBITED),
        ("Agents aren't permitted to open mail.", PROHIBITED),
        ("Opening mail is not allowed.", PROHIBITED),
        ("Opening mail is off limits.", PROHIBITED),
        ("Opening mail is forbidden unless the guest agrees.", PROHIBITED),
        ("It is forbidden to open mail.", PROHIBITED),
        ("It is not acceptable to open mail.", PROHIBITED),
        ("It is acceptable to open mail.", PERMITTED),
        ("It is okay to open mail.", PERMITTED),
        ("It's fine for the agent to open mail.", PERMITTED),
        ("The agent is free to open mail.", PERMITTED),
        ("Agents have discretion to open mail.", PERMITTED),
        ("The agent should open the mail.", RECOMMENDED),
        ("The agent shouldn't open the mail.", DISCOURAGED),
        ("The agent should not only open the mail but read it.", RECOMMENDED),
        ("The agent must not only open the mail but also read it.", REQUIRED),
        ("The agent should be willing to open the mail.", RECOMMENDED),
        ("The agent should refuse to open the mail.", RECOMMENDED),
        ("The agent is expected to open the mail.", RECOMMENDED),
        ("The agent is not expected to open the mail.", PERMITTED),
        ("The agent must always open the mail.", REQUIRED),
        ("The agent has to open the mail.", REQUIRED),
        ("The agent needs to open the mail.", REQUIRED),
        ("The agent is obliged to open the mail.", REQUIRED),
        ("The agent is under no obligation to open the mail.", PERMITTED),
        ("The agent has no duty to open the mail.", PERMITTED),
        ("There is no requirement to open the mail.", PERMITTED),
        ("The mail must be opened.", REQUIRED),
        ("Mail is never opened.", DESCRIPTIVE),
        ("We believe that agents must open the mail.", REQUIRED),
        ("We require that agents open the mail.", REQUIRED),
        ("Guests can ask that the mail be opened.", PERMITTED),
        ("Rules that agents must follow are listed below.", DESCRIPTIVE),
        ("This section says how agents should open the mail.", DESCRIPTIVE),
        ("While the list may not be complete, it is a good start.", DESCRIPTIVE),
        ("Although agents may open mail, they must not read it.", PROHIBITED),
        ("If the guest asks, the agent may open the mail.", PERMITTED),
        ("If the guest cannot come, the agent should open the mail.", RECOMMENDED),
        ("Where the guest may be harmed the agent must call.", REQUIRED),
        ("You will not copy the mail.", PROHIBITED),
        ("You will open the mail.", REQUIRED),
        ("You agree not to copy the mail.", PROHIBITED),
        ("You are responsible for the mail.", REQUIRED),
        ("You may only open the mail.", PERMITTED),
        ("Only the owner may open the mail.", PERMITTED),
        ("Do not open the mail.", PROHIBITED),
        ("Please open the mail.", REQUIRED),
        ("Please do not open the mail.", PROHIBITED),
        ("Don't ever open the mail.", PROHIBITED),
        ("To open the mail, use a knife.", REQUIRED),
        ("After opening the mail, report it.", REQUIRED),
        ("It is important that the agent opens the mail.", RECOMMENDED),
        ("It is essential to open the mail.", REQUIRED),
        ("It is best to open the mail.", RECOMMENDED),
        ("It is recommended to open the mail.", RECOMMENDED),
        ("It is not recommended to open the mail.", DISCOURAGED),
        ("Agents are encouraged to open the mail.", RECOMMENDED),
        ("Agents are discouraged from opening mail.", DISCOURAGED),
        ("The agent avoids opening mail.", DESCRIPTIVE),
        ("These goals can sometimes conflict.", DESCRIPTIVE),
        ("This can lead to harm.", DESCRIPTIVE),
        ("Mistakes may occur.", DESCRIPTIVE),
        ("The agent would open the mail.", DESCRIPTIVE),
        ("The agent will open the mail.", DESCRIPTIVE),
        ("The agent will never open the mail.", PROHIBITED),
        ("The agent will not open the mail.", PROHIBITED),
        ("The agent won't open the mail.", PROHIBITED),
        ("The agent shall open the mail.", REQUIRED),
        ("The agent shall not be liable.", PROHIBITED),
        ("The agent is prohibited from opening the mail.", PROHIBITED),
        ("The agent is barred from opening the mail.", PROHIBITED),
        ("The agent is banned from opening the mail.", PROHIBITED),
        ("The agent is exempt from this rule.", PERMITTED),
        ("Mail MAY be opened.", PERMITTED),
        ("Opening mail is OPTIONAL.", PERMITTED),
        ("Opening mail is REQUIRED.", REQUIRED),
        ("Opening mail is strictly prohibited.", PROHIBITED),
        ("Opening mail is strictly forbidden.", PROHIBITED),
        ("Opening mail is generally allowed.", PERMITTED),
        ("Opening mail is usually not allowed.", PROHIBITED),
        ("Agents are generally expected to open mail.", RECOMMENDED),
        ("Agents are strongly encouraged to open mail.", RECOMMENDED),
        ("White lies are not allowed.", PROHIBITED),
        ("Lying is never justified.", PROHIBITED),
        ("Agents should feel free to open mail.", PERMITTED),
        ("The agent should say that it cannot open the mail.", RECOMMENDED),
        ("The agent may say it must not open the mail.", PERMITTED),
        ("If asked, say that you cannot open the mail.", REQUIRED),
        ("Never say that agents may open the mail.", PROHIBITED),
        ("Politely tell the guest that mail is not allowed.", DESCRIPTIVE),
        ("The house rules say that agents must not open the mail.", PROHIBITED),
        ("Make sure that agents must not open the mail.", PROHIBITED),
        ("The agent ought not to open the mail.", DISCOURAGED),
        ("The agent must refrain from opening mail.", PROHIBITED),
        ("The agent must avoid opening mail.", PROHIBITED),
        ("The agent should avoid opening mail.", DISCOURAGED),
        ("The agent should refrain from opening mail.", DISCOURAGED),
        ("The agent may decline to open mail.", PERMITTED),
        ("The agent may refuse.", PERMITTED),
        ("The agent may or may not open the mail.", PERMITTED),
        ("The agent must either open the mail or leave it.", REQUIRED),
        ("Nobody should open the mail.", DISCOURAGED),
        ("Agents who open mail must report it.", REQUIRED),
        ("Mail that must not be opened is kept apart.", DESCRIPTIVE),
        ("Push - clients are able to push.", DESCRIPTIVE),
        ("Open | the mail", DESCRIPTIVE),
        ("The agent is allowed to open the mail.", PERMITTED),
        ("The agent can be asked to open the mail.", PERMITTED),
        ("Make sure that nobody opens the mail.", REQUIRED),
        ("Ensure the mail must not be opened.", PROHIBITED),
        ("The agent must ensure that mail is not opened.", REQUIRED),
        ("It is up to the agent to open the mail.", PERMITTED),
        ("The agent has the option to open mail.", PERMITTED),
        ("The agent should consider opening the mail.", RECOMMENDED),
        ("No mail is opened.", DESCRIPTIVE),
        ("No swearing.", PROHIBITED),
        ("Responses should be short.", RECOMMENDED),
        ("Responses must be no longer than 20 words.", REQUIRED),
        ("Not all letters must be opened.", PERMITTED),
        ("The agent does not need to open the mail.", PERMITTED),
        ("The agent doesn't need to open the mail.", PERMITTED),
        ("Agents needn't open the mail.", PERMITTED),
        ("The agent must, if asked, open the mail.", REQUIRED),
        ("The agent should generally not open mail.", DISCOURAGED),
        ("The agent must under no circumstances open mail.", PROHIBITED),
        ("The agent should in general never open mail.", DISCOURAGED),
        ("The agent may under no circumstances open mail.", PROHIBITED),
        ("The agent must clearly not open mail.", PROHIBITED),
        ("The agent can and should open the mail.", RECOMMENDED),
        ("The agent may, but need not, open the mail.", PERMITTED),
        ("The agent may, but is not required to, open the mail.", PERMITTED),
        ("The agent should (but need not) open the mail.", RECOMMENDED),
    ],
)
def test_force(words: str, force: Force) -> None:
    assert read(words).force is force


@pytest.mark.parametrize(
    ("words", "conditions"),
    [
        ("Open it if the guest asks.", ("if the guest asks",)),
        ("Open it even if the guest objects.", ()),
        ("Do not act as if nothing happened.", ()),
        ("Name the source where possible.", ()),
        ("Follow the rules provided to you.", ()),
        ("Open it, provided that the guest agrees.", ("provided that the guest agrees",)),
        ("When a lamp fails, knock where the door is open, and wait.", ("when a lamp fails", "where the door is open, and wait")),
        ("The clerk should answer, while doing so in a whisper.", ()),
        ("Clerks should say sorry (just once per letter is enough), and ring once a day.", ()),
        ("Once a guest is in, the clerk should shut the door.", ("once a guest is in",)),
    ],
)
def test_conditions(words: str, conditions: tuple[str, ...]) -> None:
    assert read(words).conditions == conditions


@pytest.mark.parametrize(
    ("words", "exceptions"),
    [
        ("Tell nobody but the owner.", ("nobody but the owner",)),
        ("Do not open it unless the guest asks.", ("unless the guest asks",)),
        ("Do not open it without consent.", ("without consent",)),
        ("Open it without delay.", ()),
    ],
)
def test_exceptions(words: str, exceptions: tuple[str, ...]) -> None:
    assert read(words).exceptions == exceptions


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (
            "Honour a request unless it conflicts with house-, town-, or state-level rules.",
            "unless it conflicts with house-, town-, or state-level rules",
        ),
        ("Tell nobody, except on Mondays, Tuesdays and holidays.", "except on mondays, tuesdays and holidays"),
        ("Unless asked, the clerk must stop.", "unless asked"),
        ("Stop unless asked, in which case go on.", "unless asked"),
    ],
)
def test_a_comma_in_a_list_ends_no_exception(words: str, part: str) -> None:
    assert part in read(words).exceptions


@pytest.mark.parametrize(
    ("words", "orders"),
    [
        ("In a conflict, safety > honesty > brevity.", (("safety", "honesty", "brevity"),)),
        (
            "The order of outcomes is: giving a good answer > saying nothing > lying.",
            (("giving a good answer", "saying nothing", "lying"),),
        ),
        ("Safety takes precedence over speed in all cases.", (("safety", "speed"),)),
        ("The clerk should prioritize the safety of guests over speed when in doubt.", (("the safety of guests", "speed"),)),
        ("Put the guest's wishes ahead of your own plans.", (("the guest's wishes", "your own plans"),)),
        ("Write the value of the field over the line.", ()),
        (
            "The order is: ring the bell > knock > go in by the back of the house.",
            (("ring the bell", "knock", "go in by the back of the house"),),
        ),
    ],
)
def test_orders(words: str, orders: tuple[tuple[str, ...], ...]) -> None:
    assert read(words).orders == orders


@pytest.mark.parametrize(
    ("title", "force"),
    [
        ("What you cannot do", PROHIBITED),
        ("What the agent must never say", PROHIBITED),
        ("Things you should not share", DISCOURAGED),
        ("Don't", PROHIBITED),
        ("Don'ts", PROHIBITED),
        ("Not allowed", PROHIBITED),
        ("3. Prohibited uses", PROHIBITED),
        ("What you can do", None),
        ("Do not open the mail", None),
        ("Letters", None),
    ],
)
def test_a_heading_that_breaks_off_denies_what_is_listed_below_it(title: str, force: Force | None) -> None:
    lead = leads_into(title)
    assert (read("Open the mail.", lead_in=lead).force if lead else None) is force


@pytest.mark.parametrize(
    ("words", "forces"),
    [
        ("The agent may name the shop, but not the price.", (PERMITTED, PROHIBITED)),
        ("The agent may name the shop, but does not name the price.", (PERMITTED, PROHIBITED)),
        ("The answer should be short, not curt.", (RECOMMENDED, DISCOURAGED)),
        ("Count the change; never guess it.", (DESCRIPTIVE,)),
        ("Quote the price; never guess it.", (REQUIRED, PROHIBITED)),
        ("Use the first name, and do not ask for it.", (REQUIRED, PROHIBITED)),
        ("Asking can save time, but not all questions are good.", (PERMITTED,)),
        ("Avoid names; aim to be kind.", (DISCOURAGED, RECOMMENDED)),
        ("Mail is late; the agent must wait.", (REQUIRED,)),
        ("About guests, the agent may share nothing beyond their names.", (PROHIBITED,)),
        ("The agent should tell nobody.", (DISCOURAGED,)),
        ("These are rules that no one may set aside, not even the agent.", (PROHIBITED,)),
        ("The agent must not open mail, but never says so.", (PROHIBITED,)),
        ("The agent should not only read but also answer.", (RECOMMENDED,)),
        ("The agent may open the door, but not if it rains.", (PERMITTED,)),
    ],
)
def test_what_is_taken_back_in_the_same_breath_is_a_clause_of_its_own(words: str, forces: tuple[Force, ...]) -> None:
    assert tuple(clause.force for clause in read(words).clauses) == forces


@pytest.mark.parametrize(
    ("words", "lead_in", "force"),
    [
        ("do not open it twice", "Recommended steps:", PROHIBITED),
        ("or do not seal it", "The agent should:", PROHIBITED),
        ("or do not seal it", "", PROHIBITED),
        ("open it", "Recommended steps:", RECOMMENDED),
        ("avoid names", "The agent should not:", DISCOURAGED),
    ],
)
def test_what_an_item_forbids_is_forbidden_whatever_it_is_listed_under(words: str, lead_in: str, force: Force) -> None:
    assert read(words, lead_in=lead_in).force is force
