"""The files that GitHub gives to a step of a workflow, and the lines that its log obeys."""

import os
import re
import secrets
from collections.abc import Mapping
from pathlib import Path

from specdiff.errors import SpecdiffError

SUMMARY_BYTES = 1024 * 1024
LEFT_OUT = "\n> The rest did not fit into the summary; it is in the comment and in the report.\n"


def escaped(text: str) -> str:
    """Return a message as workflow commands write it: on one line, and no command of its own."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def command(name: str, message: str, title: str = "specdiff") -> str:
    """Return a workflow command that shows a message: ``notice``, ``warning`` or ``error``."""
    return f"::{name} title={escaped(title).replace(':', '%3A').replace(',', '%2C')}::{escaped(message)}\n"


def silenced(text: str) -> str:
    """Return a text for the log in which no line is taken for a workflow command, whatever the spec says."""
    token = secrets.token_hex(16)
    return f"::stop-commands::{token}\n{text.rstrip()}\n::{token}::\n"


def output(values: Mapping[str, str]) -> None:
    """Hand values to the steps that follow, each between delimiters that nobody can guess; nowhere to write is no error."""
    place = os.environ.get("GITHUB_OUTPUT")
    if not place:
        return
    lines = []
    for name, value in values.items():
        end = f"specdiff_{secrets.token_hex(16)}"
        lines.append(f"{name}<<{end}\n{value}\n{end}\n")
    _append(place, "".join(lines))


def summarise(markdown: str) -> None:
    """Add to the job's summary, within the 1 MiB that a step may write; nowhere to write is no error."""
    place = os.environ.get("GITHUB_STEP_SUMMARY")
    if not place:
        return
    there = Path(place).stat().st_size if Path(place).exists() else 0
    room = SUMMARY_BYTES - there - len(LEFT_OUT.encode())
    data = markdown.encode("utf-8", "replace")
    if len(data) > room:
        kept = data[: max(0, room)]
        markdown = kept[: kept.rfind(b"\n") + 1].decode("utf-8", "ignore") + LEFT_OUT
    if there + len(markdown.encode("utf-8", "replace")) <= SUMMARY_BYTES:
        _append(place, markdown)


def wanted(name: str) -> str:
    """Return an input of the action, without the blanks around it; empty where it is not given."""
    return os.environ.get(f"INPUT_{name.upper().replace('-', '_')}", "").strip()


def switched(name: str) -> bool:
    """Return an input that is a switch. Raises SpecdiffError for what is neither on nor off."""
    value = wanted(name).lower()
    if value not in ("", "true", "false"):
        raise SpecdiffError(f"the input {name} cannot be {value!r}; use true or false")
    return value == "true"


def lines(name: str) -> tuple[str, ...]:
    """Return an input of several lines, one value each."""
    return tuple(part.strip() for part in re.split(r"[\r\n]+", wanted(name)) if part.strip())


def _append(place: str, text: str) -> None:
    with Path(place).open("a", encoding="utf-8", newline="\n", errors="replace") as file:
        file.write(text)
