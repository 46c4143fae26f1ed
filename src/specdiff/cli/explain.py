"""``specdiff explain``: a rule from its own header, or the reckoning of a value shift line by line."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from specdiff.cli.arguments import Config, Dialect, Paths, Repo, Staged, Trusted
from specdiff.cli.streams import put
from specdiff.cli.text import clean, wrapped
from specdiff.errors import SpecdiffError

if TYPE_CHECKING:
    from specdiff.cli.pipeline import Start
    from specdiff.model.finding import RuleInfo
    from specdiff.model.review import Entry, Review, Shift

TWO = 2


def explain(
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar="RULE | OLD NEW", help="A rule's id, such as example/removed; with --shift, two revisions."),
    ] = None,
    shift: Annotated[
        str | None,
        typer.Option(
            "--shift", metavar="VALUE:VALUE", help="Two values, such as honesty:confidentiality: how was it concluded which gained?"
        ),
    ] = None,
    path: Paths = None,
    repo: Repo = None,
    staged: Staged = False,
    config: Config = None,
    trusted: Trusted = None,
    dialect: Dialect = None,
) -> int:
    """Explain a rule, or a shift of values.

    A rule: what happened, why anybody should care, what to ask the author, with cases. With --shift VALUE:VALUE OLD NEW: the evidence
    for each shift between the two values, line by line.
    """
    named = what or []
    if shift is None:
        if len(named) != 1:
            raise SpecdiffError("name one rule: specdiff explain RULE; see `specdiff rules`")
        from specdiff.rendering.about import plain

        put(plain(_rule(named[0]), wrapped))
        return 0
    values = tuple(part.strip() for part in shift.split(":"))
    if len(values) != TWO or not all(values) or values[0] == values[1]:
        raise SpecdiffError(f"--shift cannot be {shift!r}; name two values: --shift honesty:confidentiality")
    if not 1 <= len(named) <= TWO and not (staged and not named):
        raise SpecdiffError("name two revisions: specdiff explain --shift VALUE:VALUE OLD NEW")
    from specdiff.cli.pipeline import opened, reviewed
    from specdiff.cli.settings import Options

    options = Options(repo, tuple(path or ()), staged, config, trusted, dialect)
    start = opened(named[0] if named else "HEAD", named[1] if len(named) == TWO else None, options)
    _known(values, tuple(value.name for value in start.chosen.settings.values))
    pair = (values[0], values[1])
    review = reviewed(start)
    lines = [*_reckoning(review, pair)]
    if not any({shift.gains, shift.loses} == set(pair) for shift in review.shifts):
        lines += ["", *_weighed(start, pair)]
    put("\n".join(lines) + "\n")
    return 0


def _rule(name: str) -> "RuleInfo":
    from specdiff.rules.catalogue import catalogue

    infos = {one.info.id: one.info for one in catalogue()}
    if name not in infos:
        from specdiff.cli.table import meant

        raise SpecdiffError(f"no rule is called {name!r}{meant(name, list(infos))}; see `specdiff rules`")
    return infos[name]


def _known(values: tuple[str, ...], own: tuple[str, ...]) -> None:
    from specdiff.cli.table import meant
    from specdiff.prose.values.glossary import built_in

    names = sorted({meaning.name for meaning in built_in()[0]} | set(own))
    for value in values:
        if value not in names:
            raise SpecdiffError(f"no value is called {value!r}{meant(value, names)}")


def _reckoning(review: "Review", values: tuple[str, str]) -> Iterator[str]:
    """Yield the shifts between two values, each with its evidence, or what there is instead."""
    shifts = [shift for shift in review.shifts if {shift.gains, shift.loses} == set(values)]
    for shift in shifts:
        yield from _shift(shift, review.named)
        yield ""
    if shifts:
        yield f"{len(shifts)} of {len(review.shifts)} shifts of this review are between {values[0]} and {values[1]}."
        return
    yield f"No shift between {values[0]} and {values[1]}: no section has evidence, among what changed, that one gained and the other lost."
    for shift in review.shifts:
        yield f"There is: {clean(shift.gains)} over {clean(shift.loses)} ({shift.strength}) in {clean(', '.join(shift.sections))}"


def _weighed(start: "Start", values: tuple[str, str]) -> Iterator[str]:
    """Yield what changed that says something for or against either value, though it makes no shift between them."""
    from specdiff.cli.pipeline import matched
    from specdiff.rules.catalogue import check
    from specdiff.rules.shifts import signs

    matching = matched(start)
    found = [sign for sign in signs(matching, list(check(matching)), start.chosen.settings) if sign.value in values]
    if not found:
        yield f"Nothing that changed says anything for or against {values[0]} or {values[1]}."
        return
    yield "Weighed, finding by finding; in no section did one gain and the other lose enough:"
    for sign in found:
        node = sign.finding.new or sign.finding.old
        where = f" ({node.place})" if node is not None and node.place is not None else ""
        yield from wrapped(f"{sign.weight:+.2f}  {sign.value}: {clean(sign.why)}", indent="  ")
        yield from wrapped(f"{sign.finding.rule.id}{where}: {clean(sign.finding.message)}", indent="         ")


def _shift(shift: "Shift", entries: "Mapping[str, Entry]") -> Iterator[str]:
    yield from wrapped(shift.message)
    yield f"  {shift.gains} gains, {shift.loses} loses; {shift.strength}, {shift.confidence}; in {clean(', '.join(shift.sections))}"
    for value in (shift.gains, shift.loses):
        lines = [one for one in shift.evidence if one.value == value]
        yield f"  {value}: {sum(one.weight for one in lines):+.2f} in sum"
        for one in lines:
            entry = entries.get(one.fingerprint)
            place = (entry.new or entry.old) if entry is not None else None
            yield from wrapped(f"{one.weight:+.2f}  {one.why}", indent="    ")
            if entry is not None:
                where = f" ({place.place})" if place is not None else ""
                yield from wrapped(f"{entry.rule.id} {entry.fingerprint}{where}: {entry.message}", indent="           ")
