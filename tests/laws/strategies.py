"""Random small specs and edits that mean nothing."""

import re

from hypothesis import strategies as st

WORDS = "answer ask boat cloud draft garden harbour letter market note orchard paper question river signal story ticket tower voyage window".split()
FORCES = ("must", "must not", "should", "should not", "may", "can", "never will", "always tries to")
LEVELS = ("charter", "branch", "patron", "custom")

names = st.lists(st.sampled_from(WORDS), min_size=2, max_size=4).map(" ".join)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """Return one sentence of general English."""
    tail = draw(st.sampled_from(("", " unless the {0} asks", " if the {0} is open", " by default", " within 3 days")))
    return f"The {draw(st.sampled_from(WORDS))} {draw(st.sampled_from(FORCES))} {draw(names)}{tail.format(draw(st.sampled_from(WORDS)))}."


@st.composite
def examples(draw: st.DrawFn) -> str:
    """Return one example block."""
    reply = draw(sentences())
    return (
        f"**Example**: {draw(names)}\n\n~~~xml\n<patron>\n{draw(sentences())}\n</patron>\n<comparison>\n"
        f"<assistant> <!-- GOOD -->\n{reply}\n</assistant>\n<assistant> <!-- BAD: {draw(names)} -->\n{draw(sentences())}\n</assistant>\n</comparison>\n~~~"
    )


@st.composite
def sections(draw: st.DrawFn, number: int = 0) -> str:
    """Return one section with an anchor that its number makes unique."""
    level = draw(st.sampled_from(("", *LEVELS)))
    attributes = f"#s{number}" + (f" authority={level}" if level else "")
    parts = [f"## {draw(names).capitalize()} {{{attributes}}}", " ".join(draw(st.lists(sentences(), min_size=1, max_size=4)))]
    if draw(st.booleans()):
        parts.append("\n".join(f"- {one}" for one in draw(st.lists(sentences(), min_size=2, max_size=3))))
    if draw(st.booleans()):
        parts.append(f'!!! meta "Commentary"\n    {draw(sentences())}')
    if draw(st.booleans()):
        parts.append(draw(examples()))
    return "\n\n".join(parts)


@st.composite
def specs(draw: st.DrawFn) -> str:
    """Return a small spec."""
    count = draw(st.integers(1, 5))
    ladder = "# Levels {#levels}\n\nThe levels of authority are:\n\n" + "\n".join(
        f"{i}. **{name.capitalize()}**: a level." for i, name in enumerate(LEVELS, 1)
    )
    return "\n\n".join([ladder, *(draw(sections(number)) for number in range(count))]) + "\n"


def crlf(text: str) -> str:
    """Return the text with other line ends."""
    return text.replace("\n", "\r\n")


def bullets(text: str) -> str:
    """Return the text with other list markers."""
    return re.sub(r"^- ", "* ", text, flags=re.MULTILINE)


def blank_lines(text: str) -> str:
    """Return the text with more blank lines before headings."""
    return re.sub(r"\n\n## ", "\n\n\n\n## ", text)


def typography(text: str) -> str:
    """Return the text with another apostrophe and non-breaking blanks."""
    return text.replace("'", "\u2019").replace(" asks", "\u00a0asks")


def reflow(text: str) -> str:
    """Return the text with paragraphs wrapped after each full stop."""
    return re.sub(r"\. The ", ".\nThe ", text)


MEANINGLESS = (crlf, bullets, blank_lines, typography, reflow)
