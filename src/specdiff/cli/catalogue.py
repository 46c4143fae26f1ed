"""``specdiff rules`` and ``specdiff explain``: the catalogue, from the rules' own headers."""

import json
import sys
from typing import Annotated

import typer

from specdiff.errors import SpecdiffError


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("rules")(rules)
    app.command("explain")(explain)


def rules(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> int:  # noqa: FBT002
    """List every rule: id, severity by default, what happened."""
    from specdiff.rules.catalogue import catalogue  # noqa: PLC0415 - heavy

    infos = [one.info for one in catalogue()]
    if as_json:
        rows = [
            {"id": one.id, "severity": str(one.severity), "mirror": one.mirror, "summary": one.summary, "question": one.asks}
            for one in infos
        ]
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        return 0
    for one in infos:
        sys.stdout.write(f"{one.id:<26}{one.severity:<11}{one.summary}\n")
    return 0


def explain(rule: Annotated[str, typer.Argument(help="A rule's id, such as example/removed.")]) -> int:
    """Explain a rule: what happened, why anybody should care, what to ask, and examples."""
    from specdiff.rules.catalogue import catalogue  # noqa: PLC0415 - heavy

    infos = {one.info.id: one.info for one in catalogue()}
    if rule not in infos:
        from rapidfuzz import process  # noqa: PLC0415

        near = process.extractOne(rule, list(infos), score_cutoff=40)
        raise SpecdiffError(f"no rule is called {rule!r}; {f'did you mean {near[0]!r}?' if near else 'see `specdiff rules`'}")
    info = infos[rule]
    out = [
        info.id,
        "",
        info.summary,
        "",
        info.why,
        "",
        f"Severity by default: {info.severity}. Looks at: {info.looks_at}. Mirror: {info.mirror}.",
    ]
    if info.explains:
        out.append(f"Explains (folds) on the same node: {', '.join(info.explains)}.")
    out += ["", f"Ask the author: {info.asks}"]
    for title, cases in (("Reported", info.fires), ("Not reported", info.silent)):
        for case in cases:
            out += ["", f"{title}:", "  before", *_indented(case.old), "  after", *_indented(case.new)]
    sys.stdout.write("\n".join(out) + "\n")
    return 0


def _indented(text: str) -> list[str]:
    return ["    " + line for line in text.rstrip("\n").split("\n")]
