"""One review made by hand that holds everything a format can meet, and smaller ones for the endings. Not parsed, so that nothing but rendering can change it."""

import re
from collections import Counter
from dataclasses import replace

from specdiff.model.finding import Confidence, Fact, RuleInfo, Severity
from specdiff.model.language import Edit
from specdiff.model.place import Hunk, Place
from specdiff.model.review import (
    Accepted,
    Counts,
    Course,
    Entry,
    Evidence,
    Flow,
    Heading,
    Outcome,
    Quote,
    Review,
    SectionRef,
    Shift,
    Side,
    Topic,
)
from specdiff.model.snapshot import Revision

SPEC = "policy/ferry desk.md"
HOSTILE = (
    "Ignore <script>alert(1)</script><img src=x onerror=alert(2)> | a | b | @everyone @octo/team #123 GH-45 owner/repo#6 "
    "::error file=x,line=1::boom%0A ##[error]boom </details></td></table>--> ]]> <!-- `code` ``x`` $x$ [a](javascript:alert(3)) ![b](http://x.invalid/b.png) "
    "https://evil.invalid www.evil.invalid a@evil.invalid \x1b[31mred\x1b[0m \x1b]8;;http://x\x07 \u202egnp.exe\u202c \u2066x\u2069 \x00 \x85 \ufeff \u200b {{7*7}} ${x} \\ \\| &lt; &amp; **b** _i_ ~~s~~"
)
LONG = "https://ferry.example/" + "very-long-path-without-a-blank/" * 5

RULES = {
    name: RuleInfo(name, severity, name, "", asks, summary, why, "kept section", (), ())
    for name, severity, asks, summary, why in (
        (
            "authority/level-renamed",
            Severity.MAJOR,
            "Does the new name promise more?",
            "A level of authority got another name.",
            "Mentions of it must follow.",
        ),
        (
            "authority/lowered",
            Severity.CRITICAL,
            "Who may override it now?",
            "A policy fell to a lower level.",
            "More people can override it.",
        ),
        (
            "exception/removed",
            Severity.CRITICAL,
            "What happens in those cases now?",
            "A rule lost an exception.",
            "Cases are ruled otherwise.",
        ),
        (
            "statement/weakened",
            Severity.MAJOR,
            "Is this still a duty?",
            "A rule binds less than before.",
            "Conduct that was wrong is now fine.",
        ),
        ("statement/added", Severity.MAJOR, "Which example shows it?", "There is a new rule.", "It may compete with older rules."),
        ("statement/moved", Severity.MINOR, "", "A rule stands elsewhere.", "Its level of authority may differ there."),
        ("statement/reworded", Severity.EDITORIAL, "", "A rule has other words.", "Nothing changed in meaning."),
        ("section/added", Severity.MAJOR, "Which policies does it override?", "There is a new policy.", "It binds from now on."),
        ("section/id-changed", Severity.MINOR, "Do links from outside follow?", "The anchor changed.", "Links from outside break."),
        ("example/removed", Severity.MAJOR, "What shows the rule now?", "An example went.", "A worked case is gone."),
        (
            "value/shifted",
            Severity.MAJOR,
            "Is this shift intended?",
            "One value gains over another.",
            "The sum of the changes leans one way.",
        ),
    )
}

TICKETS = SectionRef("tickets", "tickets", "Sell tickets", "user", "user", ("Ferry desk", "Sell tickets"), 2)
RECORDS = SectionRef(
    "records", "records", "Keep passenger records closed", "root", "user", ("Ferry desk", "Keep passenger records closed"), 3
)
STORMS = SectionRef("storms", "bad_weather", "Bad weather", "harbour", "root", ("Ferry desk", "Bad weather"), 4)
PETS = SectionRef(None, "pets", "Pets | <b>and</b> @bears #7", None, "guideline", ("Ferry desk", "Pets | <b>and</b> @bears #7"), 5)
MUSIC = SectionRef("music", None, "Music on deck", "guideline", None, ("Ferry desk", "Music on deck"), 6)
LAST = SectionRef("closing", "closing", "Closing words", None, None, ("Ferry desk", "Closing words"), 7)
WHOLE = SectionRef(None, None, "", None, None)
ROOT = SectionRef("ferry_desk", "ferry_desk", "Ferry desk", None, None, ("Ferry desk",), 1)

_MARKED = re.compile(r"\[-(.*?)-\]|\{\+(.*?)\+\}", re.DOTALL)


def marked(text: str) -> tuple[Edit, ...]:
    """The edits that ``[-gone-]`` and ``{+new+}`` stand for."""
    found, at = [], 0
    for match in _MARKED.finditer(text):
        found.append(Edit("same", text[at : match.start()]))
        found.append(Edit("gone", match[1]) if match[1] is not None else Edit("new", match[2]))
        at = match.end()
    found.append(Edit("same", text[at:]))
    return tuple(edit for edit in found if edit.text)


def entry(
    number: int,
    rule: str,
    section: SectionRef,
    message: str,
    words: str = "",
    *,
    old: int = 0,
    new: int = 0,
    lines: int = 1,
    severity: Severity | None = None,
    confidence: Confidence = Confidence.CERTAIN,
    explained_by: int | None = None,
    accepted: Accepted | None = None,
    at: int = 0,
    facts: dict[str, Fact] | None = None,
) -> Entry:
    """An entry whose quotes are made from *words* with marks; *old* and *new* are first lines, 0 for no such side."""
    edits = marked(words)
    sides = {kind: "".join(edit.text for edit in edits if edit.kind in ("same", kind)) for kind in ("gone", "new")}
    place = {side: Place(SPEC, line, line + lines - 1) for side, line in (("gone", old), ("new", new)) if line}
    return Entry(
        fingerprint=f"{number:016x}",
        rule=RULES[rule],
        severity=severity or RULES[rule].severity,
        confidence=confidence,
        message=message,
        section=section,
        old=Quote(sides["gone"], place["gone"]) if old else None,
        new=Quote(sides["new"], place["new"]) if new else None,
        facts=facts or {},
        question=RULES[rule].asks,
        edits=edits if old and new else (),
        explained_by=f"{explained_by:016x}" if explained_by else None,
        accepted=accepted,
        at=place.get("new") or (Place(SPEC, at, at) if at else None),
    )


ENTRIES = (
    entry(
        1, "authority/lowered", RECORDS, "“Keep passenger records closed” fell from root to user",
        "## Keep passenger records closed {#records authority=[-root-]{+user+}}", old=40, new=44, facts={"old_level": "root", "new_level": "user", "steps": 3, "titles": ("a", "b")},
    ),
    entry(10, "statement/weakened", RECORDS, "A rule binds less at its new level", "The desk [-never-]{+rarely+} opens a record.", old=41, new=45, explained_by=1, severity=Severity.MAJOR),
    entry(11, "statement/moved", RECORDS, "A rule moved within its policy", "Records are kept for [-six-]{+seven+} years.", old=43, new=42, explained_by=1),
    entry(
        2, "exception/removed", RECORDS, "A rule lost its exception: “unless the passenger, or somebody whom the passenger named in writing, asks for it”",
        "The desk must not tell anybody at all who travelled on which ferry, on which day, with whom, in which cabin, with how much luggage, or what they ate on board"
        "[-, unless the passenger, or somebody whom the passenger named in writing, asks for it-], and it keeps every such question on file for as long as the law of the"
        " harbour that the ferry [-left from-]{+arrives at+} says | or until the passenger asks for it to be forgotten.",
        old=46, new=48, lines=3, confidence=Confidence.LIKELY,
    ),
    entry(3, "authority/level-renamed", WHOLE, "The level “harbour” is now called “root”; 1 policy merely follows it", "1. **[-Harbour-]{+Root+}**: rules that nobody can override.", old=12, new=12),
    entry(
        4, "statement/weakened", TICKETS, "A rule binds less: “should” instead of “must”",
        "The desk [-must-]{+should+} sell a ticket to anybody who asks for one\n[-at once-]{+within the hour+}.", old=20, new=21, lines=2, confidence=Confidence.LIKELY,
    ),
    entry(5, "statement/added", TICKETS, f"A new rule (permitted): “{HOSTILE[:60]} …”", "{+" + HOSTILE + "+}", new=25),
    entry(
        6, "example/removed", TICKETS, "The example “a child alone | at ` night” is gone: 1 good, 1 bad",
        "**Example**: a child alone | at ` night\n\n~~~xml\n<user>\nMay my son go alone?\n</user>\n<comparison>\n<assistant> <!-- BAD -->\nYes!\n</assistant>\n```md\n# never closed\n~~~",
        old=30, lines=13, at=19,
    ),
    entry(7, "section/added", PETS, "New policy “Pets | <b>and</b> @bears #7” (guideline): 2 statements, 0 examples", "## Pets | <b>and</b> @bears #7 {#pets authority=guideline}", new=70),
    entry(12, "statement/added", PETS, "A new rule (required): “Dogs travel on a lead.”", "Dogs travel on a lead.", new=72, explained_by=7),
    entry(13, "statement/added", PETS, "A new rule (prohibited): “No bears.”", "No bears @ all.", new=73, explained_by=7),
    entry(8, "value/shifted", RECORDS, "openness gains over privacy (clear)", "## Keep passenger records closed {#records authority=[-root-]{+user+}}", old=40, new=44, confidence=Confidence.TENTATIVE),
    entry(
        9, "statement/added", LAST, "A new rule (descriptive): “Nobody is answerable for storms.”", "Nobody is answerable for storms.", new=90,
        accepted=Accepted("Ada <ada@ferry.example>", "Legal asked for it | see #99", "2027-01-31"),
    ),
    entry(14, "section/id-changed", STORMS, "The anchor #storms is now #bad_weather", "## Bad weather {#[-storms-]{+bad_weather+} authority=[-harbour-]{+root+}}", old=55, new=60),
    entry(15, "statement/moved", STORMS, "A rule moved from “Music on deck” to “Bad weather”", "渡し船は嵐の日には出ない。🚢 Ferries stay in the harbour when the flag is red.", old=81, new=62),
    entry(16, "statement/moved", MUSIC, "A rule moved away", f"The list of songs is at {LONG} and nowhere else.", old=80, at=64),
    entry(17, "statement/reworded", STORMS, "The same rule in other words", "The captain decides[-, and-]{+; and+} nobody else does.", old=57, new=63),
    entry(18, "statement/reworded", STORMS, "The same rule in other words", "Watch the flag[--]{+.+}", old=58, new=64),
    entry(19, "statement/reworded", LAST, "The same rule in other words", "“Good [-bye-]{+day+}”, says the desk.", old=91, new=91),
)  # fmt: skip

SHIFTS = (
    Shift(
        ("openness", "privacy"), "openness", "privacy", "clear", Confidence.TENTATIVE, ("records",),
        (
            Evidence(f"{2:016x}", "privacy", -0.75, "an exception to secrecy went | a <b>tag</b>"),
            Evidence(f"{1:016x}", "openness", 1.0, "the policy can be overridden by users"),
        ),
        "Openness gains over privacy (clear) in “Keep passenger records closed”.",
    ),
)  # fmt: skip


def counts(**more: int) -> Counts:
    return Counts(7, {"root": 1, "user": 2, "none": 4}, 30, 2, {"good": 1, "ok": 0, "bad": 1}, 1, 5, more.get("prompts", 2))


OLD = Side(Revision("v1", "1" * 40, "2026-01-02T03:04:05+00:00"), (SPEC,), "model-spec", counts(), ("harbour", "user", "guideline"))
NEW = Side(Revision("v2", "2" * 40, "2026-02-03T04:05:06+00:00"), (SPEC,), "model-spec", counts(prompts=3), ("root", "user", "guideline"))


def heading(section: SectionRef, depth: int, old: int, new: int) -> Heading:
    return Heading(section, depth, Place(SPEC, old, old) if old else None, Place(SPEC, new, new) if new else None)


OUTLINE = (
    heading(ROOT, 1, 1, 1),
    heading(TICKETS, 2, 18, 19),
    heading(RECORDS, 2, 40, 44),
    heading(STORMS, 2, 55, 60),
    heading(PETS, 3, 0, 70),
    heading(MUSIC, 2, 79, 0),
    heading(LAST, 2, 88, 88),
)
FLOWS = (
    Flow("root", "user", Course.LOWERED, (RECORDS,)),
    Flow(None, "guideline", Course.CAME, (PETS,)),
    Flow("guideline", None, Course.WENT, (MUSIC,)),
    Flow("harbour", "root", Course.SAME, (STORMS,)),
    Flow("user", "user", Course.SAME, (TICKETS,)),
)


def review(entries: tuple[Entry, ...] = ENTRIES, outcome: Outcome = Outcome.MEANING, **more: object) -> Review:
    """The review of *entries*, put together as the review stage does."""
    alone = [one for one in entries if one.explained_by is None]
    sections = sorted({one.section for one in alone}, key=lambda section: section.position)
    told = Counter(one.severity.value for one in alone)
    made = Review(
        old=OLD,
        new=NEW,
        outcome=outcome,
        entries=entries,
        topics=tuple(Topic(section, tuple(one for one in alone if one.section == section)) for section in sections),
        echoes={top.fingerprint: below for top in alone if (below := tuple(one for one in entries if one.explained_by == top.fingerprint))},
        by_severity={one.value: told[one.value] for one in Severity},
        by_rule=dict(sorted(Counter(one.rule.id for one in alone).items())),
        worst=tuple(one for one in alone if one.severity is not Severity.EDITORIAL and one.accepted is None)[:5],
        rules=tuple(sorted({one.rule.id: one.rule for one in entries}.values(), key=lambda rule: rule.id)),
        repository_url="https://github.com/ferry/desk",
        outline=OUTLINE,
        flows=FLOWS,
    )
    return replace(made, **more)  # type: ignore[arg-type]


FULL = review(
    opening=(
        "The levels of authority were harbour > user > guideline and are now root > user > guideline.",
        "New policies: “Pets | <b>and</b> @bears #7” (guideline).",
        "Easier to override: “Keep passenger records closed” (root to user).",
        "Values that gained: openness over privacy in “Keep passenger records closed”.",
        "1 example went: “a child alone | at ` night” (Sell tickets).",
    ),
    shifts=SHIFTS,
    eval_prompts=("aa01", "bb02", "cc|@03"),
    referring_sections=("closing", "<i>odd</i>"),
    unexplained=(Hunk(SPEC, SPEC, 33, 0, 36, 2, (), ("one", "two")), Hunk(SPEC, None, 99, 1, 0, 0, ("gone",), ())),
    notes=("3 changed lines differ in layout or typography only.", "Approval 0123456789abcdef matches nothing."),
)
WORDING = review(
    tuple(one for one in ENTRIES if one.severity is Severity.EDITORIAL),
    Outcome.WORDING,
    opening=("Only the wording changed; no rule, level, example or reference says anything else than before.",),
    new=replace(NEW, levels=OLD.levels),
    flows=(Flow("harbour", "harbour", Course.SAME, (STORMS,)), Flow("user", "user", Course.SAME, (TICKETS,))),
)
IDENTICAL = review(
    (), Outcome.IDENTICAL, opening=("The two revisions are identical.",), new=replace(NEW, levels=OLD.levels), outline=(), flows=()
)
FILES = replace(
    FULL,
    repository_url=None,
    old=replace(OLD, revision=Revision("before.md"), paths=("before.md",)),
    new=replace(NEW, revision=Revision("after.md"), paths=("after.md",)),
)
ADDED = replace(
    FULL,
    old=replace(OLD, paths=(), levels=(), revision=Revision("v0", "0" * 40)),
    entries=(),
    topics=(),
    echoes={},
    by_severity={},
    worst=(),
    shifts=(),
    flows=(Flow(None, "user", Course.CAME, (TICKETS,)),),
)


def many(count: int) -> Review:
    """A review of *count* major findings, each with a paragraph on both sides, worst first."""
    made = tuple(
        entry(
            1_000 + number, "statement/weakened", TICKETS if number % 2 else RECORDS, f"Rule {number} binds less: “should” instead of “must”",
            f"Rule number {number} of the desk, which is as long as rules are, [-must-]{{+should+}} be kept by everybody on board | on deck.", old=number + 1, new=number + 2,
            severity=Severity.CRITICAL if number < count // 10 else Severity.MAJOR,
        )
        for number in range(count)
    )  # fmt: skip
    return review(made, opening=(f"Looser: {count} rules.",))
