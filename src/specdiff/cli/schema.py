"""``specdiff schema``: what the review looks like as JSON, for programs that read it."""

from specdiff.cli.streams import put


def schema() -> int:
    """Print the JSON Schema of the review as JSON."""
    from importlib.resources import files

    put((files("specdiff.rendering") / "review.schema.json").read_text(encoding="utf-8"))
    return 0
