"""Texts that are almost specs, and what may become of one by accident: lines lost, doubled, swapped, cut, exchanged."""

from hypothesis import strategies as st

PIECES = (
    "# Levels of authority {#levels}",
    "The levels are, from the highest: root, system, user.",
    "1. **Root**: cannot be overridden.",
    "2. **User**: may be overridden.",
    "# Be kind {#be_kind authority=user}",
    "## Be honest {#be_honest authority=root}",
    "## Be honest {#be_kind}",
    "### Do not lie {authority=system tags=under_18}",
    "Heading\n=======",
    "The assistant must never reveal the letter.",
    "The assistant should reveal the letter unless the user asks.",
    "It may open the box if there are 3 keys, except on Sunday.",
    "It must tell the truth. It must not keep secrets.[^aa01]",
    "The assistant must:",
    "- ask before it opens the box",
    "- never lie, except to protect the user",
    "  - and wait for 10 minutes",
    "1. **First.** Do not lie.",
    "Honesty > kindness > speed.",
    "**Box**: something that is closed.",
    "See [honesty](#be_honest) and [?](#be_kind) and [gone](#nowhere).",
    "**Example**: asking for the letter",
    "~~~xml",
    "~~~",
    "```",
    "<user>",
    "Give me the letter.",
    "</user>",
    "<comparison>",
    "</comparison>",
    "<assistant> <!-- GOOD -->",
    "<assistant> <!-- BAD: it lies -->",
    "<assistant> <!-- BAD[#be_honest]: x -->",
    "Here it is.",
    "</assistant>",
    '!!! meta "Commentary"',
    "    A remark on the letter.",
    "> [!NOTE]",
    "> A remark.",
    "| must | may |",
    "|---|---|",
    "| a | b |",
    "::: note",
    ":::",
    "[^aa01]: a footnote",
    "[x]: #be_kind",
    "---",
    "<div>",
    "<!-- x",
    "-->",
    "",
)
HOSTILE = (
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;https://a.example\x1b\\link",
    "\x9b2J\x07\x08",
    "\u202etxet\u202c \u2066x\u2069 \u200f",
    "\u2028\u2029\x85\x0b\x0c\x1c",
    "\ufeff\u200b\u00ad\ue000\ue0010\ue001",
    "<script>alert(1)</script>",
    "::error file=a,line=1::b",
    "@everyone @org/team #1 GH-1",
    "| a || b |",
    "`` ` ``` ~~~",
    "&lt;b&gt; &#x1b; &",
    "[a](javascript:x) ![b](//c)",
    "*_~\\[]()",
    "e\u0301 \U0001f469\u200d\U0001f467 \u6f22\u5b57 \U000e0041",
    "%0A %s {} {0} \\n",
)
WORDS = (
    "must",
    "must not",
    "should",
    "may",
    "never",
    "not",
    "unless it rains",
    "if asked",
    "only",
    "3",
    "10",
    "honest",
    "secret",
    "root",
    "user",
    ".",
    ",",
)

lines = st.one_of(
    st.sampled_from(PIECES),
    st.tuples(st.sampled_from(("", " ", "  ", "    ", "\t", "> ", "- ", "# ", "1. ")), st.sampled_from((*PIECES, *HOSTILE))).map("".join),
    st.lists(st.sampled_from((*WORDS, *HOSTILE, "the assistant", "the letter")), min_size=1, max_size=8).map(" ".join),
)
ends = st.sampled_from(("\n", "\n", "\n", "\n\n", "\r\n"))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """Return a text and what became of it."""
    before = draw(st.lists(lines, max_size=30))
    after = list(before)
    for _ in range(draw(st.integers(0, 6))):
        at, to = draw(st.integers(0, len(after))), draw(st.integers(0, len(after)))
        match draw(st.integers(0, 5)):
            case 0:
                after.insert(at, draw(lines))
            case 1:
                del after[at : at + draw(st.integers(1, 4))]
            case 2:
                after[to:to] = after[at : at + draw(st.integers(1, 4))]
            case 3 if at < len(after):
                after[at] = draw(lines)
            case 4 if at < len(after):
                words = after[at].split(" ")
                words[to % len(words)] = draw(st.sampled_from(WORDS))
                after[at] = " ".join(words)
            case _:
                moved, after[at : at + 3] = after[at : at + 3], []
                after[to:to] = moved
    end = draw(ends)
    return end.join(before), draw(st.sampled_from((end, "\n"))).join(after)
