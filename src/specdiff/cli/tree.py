"""``specdiff tree``: what was understood of one revision."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from specdiff.cli.arguments import Config, Dialect, Json, Paths, Repo, Trusted
from specdiff.cli.streams import put
from specdiff.cli.text import clean

if TYPE_CHECKING:
    from specdiff.model.spec import Section, Spec, Statement

PARTS = ("conditions", "exceptions", "qualifiers", "parties", "members", "numbers")


def tree(
    revision: Annotated[str, typer.Argument(metavar="REVISION", help="A revision, REV:path, a file, a folder, or - for standard input.")],
    path: Paths = None,
    repo: Repo = None,
    config: Config = None,
    trusted: Trusted = None,
    dialect: Dialect = None,
    as_json: Json = False,
    statements: Annotated[bool, typer.Option("--statements", help="Show what was read in each sentence.")] = False,
) -> int:
    """Show what was understood of a revision."""
    from specdiff.cli.pipeline import understood
    from specdiff.cli.settings import Options

    spec = understood(revision, Options(repo, tuple(path or ()), config=config, trusted=trusted, dialect=dialect))
    if as_json:
        from specdiff.rendering.jsontext import dumps

        put(dumps(as_data(spec, statements=statements)))
    else:
        put(clean("\n".join(_lines(spec, statements=statements))) + "\n")
    return 0


def as_data(spec: "Spec", *, statements: bool) -> dict[str, Any]:
    """Return a spec as JSON data: what it is, its ladder of levels, counts, sections."""
    return {
        "revision": spec.revision.label,
        "commit": spec.revision.commit,
        "date": spec.revision.date,
        "dialect": spec.dialect,
        "paths": list(spec.paths),
        "levels": list(spec.ladder.names),
        "levels_listed": spec.ladder.listed,
        "counts": counts(spec),
        "sections": [_section(section, statements=statements) for section in spec.sections],
    }


def counts(spec: "Spec") -> dict[str, Any]:
    """Return how much of everything there is: the counts of the review, and more."""
    from specdiff.review.counts import count

    headed = [section for section in spec.sections if section.depth]
    ids = {name for section in headed for name in (section.anchor, section.id)}
    return {
        **asdict(count(spec)),
        "headings_by_level": {str(depth): count for depth, count in sorted(Counter(section.depth for section in headed).items())},
        "sections_with_tags": sum(bool(section.tags) for section in headed),
        "examples_with_comparison": sum(bool(example.replies) for example in spec.examples),
        "comparison_blocks": sum(len({reply.comparison for reply in example.replies}) for example in spec.examples),
        "definitions": len(spec.definitions),
        "references_by_spelling": dict(sorted(Counter(str(reference.spelling) for reference in spec.references).items())),
        "dangling_references": sorted({reference.target for reference in spec.references if reference.target not in ids}),
        "footnotes": sum(prompt.marked for prompt in spec.eval_prompts),
        "eval_prompt_files": sum(prompt.body is not None for prompt in spec.eval_prompts),
        "footnotes_without_file": [prompt.id for prompt in spec.eval_prompts if prompt.marked and prompt.body is None],
        "eval_prompts_without_footnote": [prompt.id for prompt in spec.eval_prompts if not prompt.marked],
    }


def _section(section: "Section", *, statements: bool) -> dict[str, Any]:
    data = {
        "id": section.id,
        "anchor": section.anchor,
        "title": section.title,
        "depth": section.depth,
        "parent": section.parent or None,
        "own_level": section.own_level,
        "level": section.level,
        "tags": list(section.tags),
        "path": section.place.path,
        "start_line": section.span.first_line,
        "end_line": section.span.last_line,
        "statements": len(section.statements),
        "examples": len(section.examples),
        "commentary": len(section.commentary),
        "definitions": len(section.definitions),
    }
    return {**data, "readings": [_reading(one) for one in section.statements]} if statements else data


def _reading(statement: "Statement") -> dict[str, Any]:
    reading = statement.reading
    return {
        "text": statement.text,
        "path": statement.place.path,
        "line": statement.place.first_line,
        "home": str(statement.home),
        "force": str(reading.force),
        "cue": reading.cue,
        "lead_in": statement.lead_in,
        **{name: list(getattr(reading, name)) for name in PARTS},
        "orders": [list(order) for order in reading.orders],
    }


def _lines(spec: "Spec", *, statements: bool) -> Iterator[str]:
    counted = counts(spec)
    yield f"{spec.revision.label}: {', '.join(spec.paths)} (dialect {spec.dialect})"
    listed = "" if spec.ladder.listed or not spec.ladder.names else "  (not listed by the document)"
    yield f"levels: {' > '.join(spec.ladder.names) or 'none'}{listed}"
    yield ""
    for section in spec.sections:
        yield from _branch(section, statements=statements)
    yield ""
    levels = ", ".join(
        f"{count} {'without a level' if name == 'none' else name}" for name, count in counted["by_authority"].items() if count
    )
    verdicts = ", ".join(f"{count} {name}" for name, count in counted["replies"].items())
    spellings = ", ".join(f"{count} {name}" for name, count in counted["references_by_spelling"].items())
    yield f"{counted['sections']} sections: {levels}"
    yield f"{counted['statements']} statements, {counted['definitions']} definitions, {counted['commentary']} blocks of commentary"
    yield f"{counted['examples']} examples, {counted['comparison_blocks']} comparisons; replies: {verdicts}"
    yield f"{counted['references']} references{f': {spellings}' if spellings else ''}"
    yield f"{counted['footnotes']} footnotes, {counted['eval_prompt_files']} eval prompt files"
    for name in ("dangling_references", "footnotes_without_file", "eval_prompts_without_footnote"):
        if counted[name]:
            yield f"{name.replace('_', ' ')}: {', '.join(counted[name])}"


def _branch(section: "Section", *, statements: bool) -> Iterator[str]:
    above = "  " * max(0, section.depth - 1)
    level = section.own_level or (f"({section.level})" if section.level else "")
    held = ((len(section.statements), "statement"), (len(section.examples), "example"), (len(section.commentary), "comment"))
    amounts = ", ".join(f"{count} {name}{'s' if count > 1 else ''}" for count, name in held if count)
    parts = [f"{above}{section.title or '(before any heading)'}", f"#{section.id}", level, *section.tags, amounts, str(section.place)]
    yield "  ".join(part for part in parts if part)
    for statement in section.statements if statements else ():
        reading = statement.reading
        read = [f"{name}: {'; '.join(getattr(reading, name))}" for name in PARTS if getattr(reading, name)]
        read += [f"order: {' > '.join(order)}" for order in reading.orders]
        yield f"{above}  - {reading.force}{f' ({reading.cue})' if reading.cue else ''}: {statement.words}"
        yield from (f"{above}      {one}" for one in read)
