"""Print how the invented policies come out, as a table: ``python -m trades``."""

import sys

from trades import tally

ROWS = {"a": "the half that was read while the words were collected", "b": "the half that was not"}


def main() -> int:
    """Print the table; return the exit status."""
    sys.stdout.write(
        "| policies | shifts | told | told the wrong way round | without a shift | of these silent |\n|---|---|---|---|---|---|\n"
    )
    for half, name in ROWS.items():
        found = tally(half)
        sys.stdout.write(f"| {name} | {found.shifts} | {found.told} | {found.turned} | {found.neutral} | {found.silent} |\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
