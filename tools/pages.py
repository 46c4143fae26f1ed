"""Write what is generated: ``docs/rules/``, from the rules' own headers, each case run through the real pipeline, and the JSON Schema of the review.

With ``--check`` nothing is written; a page that differs from what would be written is an error.
"""

import json
import sys
from difflib import unified_diff
from inspect import getdoc
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter
from typing_extensions import is_typeddict

from specdiff.cli.controls import controls
from specdiff.cli.keys import reference
from specdiff.compare import compare
from specdiff.model.finding import Case, RuleInfo
from specdiff.model.review import Review
from specdiff.model.snapshot import Revision, Snapshot
from specdiff.rendering import document
from specdiff.rules.catalogue import catalogue

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs" / "rules"
SETTINGS = ROOT / "docs" / "configuration.md"
SCHEMA = ROOT / "src" / "specdiff" / "rendering" / "review.schema.json"


def snapshot(label: str, text: str) -> Snapshot:
    """Return a snapshot of a case's text; ``%% path`` lines begin companion files."""
    body, *rest = ("\n" + text).split("\n%% ")
    files = {"spec.md": body.removeprefix("\n")}
    for part in rest:
        path, _, content = part.partition("\n")
        files[path.strip()] = content
    return Snapshot(Revision(label), ("spec.md",), files, controls(files.get))


def review(case: Case) -> Review:
    """Return the review of a case."""
    return compare(snapshot("before", case.old), snapshot("after", case.new))


def shown(case: Case) -> str:
    """Return a case as a line diff, with the findings that the pipeline reports."""
    lines = unified_diff(case.old.splitlines(), case.new.splitlines(), lineterm="", n=2)
    diff = "\n".join(line for line in list(lines)[2:] if not line.startswith("@@"))
    found = [f"- `{entry.rule.id}` ({entry.severity}): {entry.message}" for entry in review(case).entries if entry.explained_by is None]
    why = f"{case.why}\n\n" if case.why else ""
    return f"{why}````diff\n{diff}\n````\n\n" + ("\n".join(found) or "Nothing is reported.") + "\n"


def page(info: RuleInfo) -> str:
    """Return the page of a rule."""
    rows = [
        ("looks at", info.looks_at),
        ("severity by default", str(info.severity)),
        ("mirror", f"`{info.mirror}`"),
        ("explains", ", ".join(f"`{one}`" for one in info.explains) or "nothing else"),
    ]
    table = "\n".join(f"| {name} | {value} |" for name, value in rows)
    parts = [f"# {info.id}", info.summary, info.why, f"| | |\n|---|---|\n{table}", f"**Ask the author:** {info.asks}", "## Reported"]
    parts += [shown(case) for case in info.fires]
    if info.silent:
        parts += ["## Not reported by this rule", *[shown(case) for case in info.silent]]
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def schema() -> str:
    """Return the JSON Schema of the review, from the types that it is written with. Objects may have more fields than it names."""
    for kind in vars(document).values():
        if is_typeddict(kind):
            kind.__pydantic_config__ = ConfigDict(use_attribute_docstrings=True)  # type: ignore[attr-defined]
    made = TypeAdapter(document.Review).json_schema()
    for kind in (made, *made["$defs"].values()):
        for field in kind["properties"].values():
            field.pop("title", None)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "specdiff review, version 1",
        "description": getdoc(document.Review),
    }
    return json.dumps({**head, **{name: value for name, value in made.items() if name not in head}}, ensure_ascii=False, indent=2) + "\n"


def settings() -> str:
    """Return docs/configuration.md: its first part as somebody wrote it, then each setting from the list that the command line reads."""
    head = SETTINGS.read_text(encoding="utf-8").partition("## Settings\n")[0]
    return head + "## Settings\n\n" + "\n\n".join(reference()) + "\n"


def pages() -> dict[Path, str]:
    """Return every page by its path."""
    infos = [one.info for one in catalogue()]
    made = {DOCS / f"{info.id}.md": page(info) for info in infos}
    rows = "\n".join(f"| [{info.id}]({info.id}.md) | {info.severity} | {info.summary} |" for info in infos)
    head = "# Rules\n\nGenerated from the rules' own headers (`make pages`).\n\n| rule | severity | what happened |\n|---|---|---|"
    made[DOCS / "README.md"] = f"{head}\n{rows}\n"
    made[SCHEMA] = schema()
    made[SETTINGS] = settings()
    return made


def main() -> int:
    """Write or check the pages; return the exit status."""
    made = pages()
    there = set(DOCS.rglob("*.md"))
    stale = sorted(
        [path for path, text in made.items() if not path.exists() or path.read_text(encoding="utf-8") != text] + list(there - made.keys())
    )
    if "--check" in sys.argv:
        for path in stale:
            sys.stderr.write(f"{path.relative_to(ROOT)} is out of date; run `make pages`\n")
        return 1 if stale else 0
    for path in there - made.keys():
        path.unlink()
    for path, text in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
