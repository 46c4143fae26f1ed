"""``specdiff tree`` and ``specdiff match``: what was understood, and what was paired with what."""

import json
import sys
from collections import Counter
from typing import Annotated, Any

import typer

from specdiff.cli.diff import Config, Dialect, Paths, Repo
from specdiff.cli.settings import Options, configured


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("tree")(tree)
    app.command("match")(match)


def tree(
    revision: Annotated[str, typer.Argument(help="A revision, REV:path, a file, a folder, or -.")],
    path: Paths = None,
    repo: Repo = None,
    config: Config = None,
    dialect: Dialect = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,  # noqa: FBT002
    statements: Annotated[bool, typer.Option("--statements", help="Show what was read in each sentence.")] = False,  # noqa: FBT002
) -> int:
    """Show what was understood of one revision: sections, levels, counts."""
    from specdiff.cli.pipeline import understood  # noqa: PLC0415 - heavy

    spec = understood(revision, Options(repo, tuple(path or ()), config=config, dialect=dialect))
    counted = counts(spec)
    if as_json:
        sections = [_section(section, statements=statements) for section in spec.sections]
        data = {"revision": spec.revision.label, "commit": spec.revision.commit, "dialect": spec.dialect, "paths": list(spec.paths)}
        sys.stdout.write(
            json.dumps({**data, "levels": list(spec.ladder.names), "counts": counted, "sections": sections}, ensure_ascii=False, indent=2)
            + "\n"
        )
        return 0
    out = [f"{spec.revision.label}: {', '.join(spec.paths)} ({spec.dialect})", f"levels: {' > '.join(spec.ladder.names) or 'none'}"]
    for section in spec.sections:
        level = f" [{section.own_level}]" if section.own_level else f" ({section.level})" if section.level else ""
        held = f"{len(section.statements)} statements, {len(section.examples)} examples"
        out.append(f"{'  ' * max(0, section.depth - 1)}{section.title}{level}  #{section.id}  {held}  {section.place}")
        for statement in section.statements if statements else ():
            reading = statement.reading
            parts = [
                f"{name}: {'; '.join(getattr(reading, name))}"
                for name in ("conditions", "exceptions", "qualifiers", "numbers")
                if getattr(reading, name)
            ]
            extra = f" | {' | '.join(parts)}" if parts else ""
            out.append(f"{'  ' * section.depth}- {reading.force}{f' ({reading.cue})' if reading.cue else ''}: {statement.words}{extra}")
    out.append(", ".join(f"{name.replace('_', ' ')} {value}" for name, value in counted.items() if isinstance(value, int)))
    sys.stdout.write(_clean("\n".join(out)) + "\n")
    return 0


def counts(spec: Any) -> dict[str, Any]:  # noqa: ANN401 - Spec, imported where it is used
    """Return the counts of a spec."""
    headed = [section for section in spec.sections if section.depth]
    replies = Counter(str(reply.verdict) for example in spec.examples for reply in example.replies)
    ids = {section.anchor or section.id for section in spec.sections}
    targets = [reference.target for reference in spec.references]
    spellings = Counter(str(reference.spelling) for reference in spec.references)
    return {
        "sections": len(headed),
        "by_authority": dict(sorted(Counter(section.own_level or "none" for section in headed).items())),
        "headings_by_level": {str(depth): count for depth, count in sorted(Counter(section.depth for section in headed).items())},
        "statements": len(spec.statements),
        "examples": len(spec.examples),
        "examples_with_comparison": sum(bool(example.replies) for example in spec.examples),
        "comparison_blocks": sum(len({reply.comparison for reply in example.replies}) for example in spec.examples),
        "replies": {verdict: replies.get(verdict, 0) for verdict in ("good", "ok", "bad")},
        "commentary": len(spec.commentary),
        "definitions": len(spec.definitions),
        "references": len(spec.references),
        "references_by_spelling": dict(sorted(spellings.items())),
        "dangling_references": sorted({target for target in targets if target not in ids}),
        "footnotes": sum(prompt.marked for prompt in spec.eval_prompts),
        "eval_prompts": sum(prompt.body is not None for prompt in spec.eval_prompts),
        "footnotes_without_file": [prompt.id for prompt in spec.eval_prompts if prompt.marked and prompt.body is None],
        "eval_prompts_without_footnote": [prompt.id for prompt in spec.eval_prompts if not prompt.marked],
        "sections_with_tags": sum(bool(section.tags) for section in spec.sections),
    }


def _section(section: Any, *, statements: bool) -> dict[str, Any]:  # noqa: ANN401
    data = {
        "id": section.id, "anchor": section.anchor, "title": section.title, "depth": section.depth, "parent": section.parent or None,
        "own_level": section.own_level, "level": section.level, "tags": list(section.tags), "path": section.place.path,
        "start_line": section.span.first_line, "end_line": section.span.last_line,
        "statements": len(section.statements), "examples": len(section.examples),
    }  # fmt: skip
    if statements:
        data["readings"] = [
            {
                "text": one.text, "line": one.place.first_line, "home": str(one.home), "force": str(one.reading.force), "cue": one.reading.cue,
                **{name: list(getattr(one.reading, name)) for name in ("conditions", "exceptions", "qualifiers", "parties", "members", "numbers")},
            }
            for one in section.statements
        ]  # fmt: skip
    return data


def match(
    old: Annotated[str, typer.Argument(help="As for the review.")],
    new: Annotated[str | None, typer.Argument(help="As for the review.")] = None,
    path: Paths = None,
    repo: Repo = None,
    config: Config = None,
    dialect: Dialect = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,  # noqa: FBT002
    every: Annotated[bool, typer.Option("--all", help="Also show what was kept unchanged in its place.")] = False,  # noqa: FBT002
) -> int:
    """Print what was paired with what, why, and how alike (1 is equal)."""
    from specdiff.matching.match import match as matched  # noqa: PLC0415 - heavy
    from specdiff.parsing.parse import companions, parse, recognises  # noqa: PLC0415
    from specdiff.sources.revisions import open_sides  # noqa: PLC0415

    sides = open_sides(old, new, repo=repo)
    options, settings = configured(Options(repo, tuple(path or ()), config=config, dialect=dialect), sides)
    pair = sides.snapshots(paths=options.paths, recognises=recognises, companions=companions())
    matching = matched(parse(pair.old, settings), parse(pair.new, settings), settings)
    rows = [_row(change) for change in matching.changes()]
    if not every:
        rows = [row for row in rows if row["score"] != 1.0 or row["moved"] or row["reordered"]]
    if as_json:
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        return 0
    for row in rows:
        score = "     " if row["score"] is None else f"{row['score']:.2f} "
        marks = "".join(f" ({name})" for name in ("moved", "reordered") if row[name])
        ends = " -> ".join(end for end in (row["old"], row["new"]) if end)
        sys.stdout.write(
            _clean(f"{score}{row['relation']:<8}{row['kind']:<11}{ends}{marks}{'  because: ' + row['because'] if row['because'] else ''}")
            + "\n"
        )
    return 0


def _row(change: Any) -> dict[str, Any]:  # noqa: ANN401
    olds, news = getattr(change, "old", ()), getattr(change, "new", ())
    olds, news = (side if isinstance(side, tuple) else (side,) for side in (olds, news))
    first = (*olds, *news)[0]
    score = getattr(change, "score", None)
    return {
        "relation": type(change).__name__.lower(),
        "kind": type(first).__name__.lower(),
        "old": "; ".join(_named(one) for one in olds) or None,
        "new": "; ".join(_named(one) for one in news) or None,
        "score": None if score is None else round(score, 3),
        "because": getattr(change, "because", ""),
        "moved": getattr(change, "moved", False),
        "reordered": getattr(change, "reordered", False),
    }


def _named(node: Any) -> str:  # noqa: ANN401
    name = getattr(node, "name", "") or node.words
    return f"{node.section + ': ' if node.section else ''}{name[:60]}{'…' if len(name) > 60 else ''}"  # noqa: PLR2004


def _clean(text: str) -> str:
    return "".join(character if character.isprintable() or character == "\n" else "\ufffd" for character in text)
