"""Plain text for a terminal: wrapped, and with nothing in it that a terminal would obey."""

import textwrap

COLUMNS = 80


def clean(text: str) -> str:
    """Return a text in which each character that cannot be printed, line ends apart, is a replacement mark."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(character if character.isprintable() or character == "\n" else "\ufffd" for character in text)


def wrapped(text: str, indent: str = "") -> list[str]:
    """Return a paragraph as lines of at most 80 columns."""
    return textwrap.wrap(clean(" ".join(text.split())), COLUMNS, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
