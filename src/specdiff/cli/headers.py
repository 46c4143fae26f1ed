"""The headers of all rules, read from their files without running them: a fifth of what importing them costs."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from specdiff import rules


@dataclass(frozen=True)
class Header:
    """What ``specdiff rules`` shows of a rule. ``says`` has blanks for facts."""

    id: str
    severity: str
    mirror: str
    says: str
    asks: str
    summary: str


def headers() -> tuple[Header, ...]:
    """Return the headers of all rules, sorted by id."""
    try:
        found = [header for folder in rules.__path__ for path in Path(folder).glob("*/*.py") for header in _in(path)]
    except (OSError, SyntaxError, ValueError, KeyError):
        found = []  # not all is written out as a literal, or there are no source files: ask the rules themselves
    return tuple(sorted(found or _imported(), key=lambda header: header.id))


def _in(path: Path) -> Iterator[Header]:
    text = path.read_text(encoding="utf-8")
    if "rule(" not in text:
        return
    before, _, cases = text.partition("\n    fires=(")  # the cases are most of a file, and nothing that is shown
    functions = [node for node in ast.parse(before + cases[cases.find("\n)") :]).body if isinstance(node, ast.FunctionDef)]
    for node in functions:
        for call in node.decorator_list:
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "rule":
                yield _header(call, (ast.get_docstring(node) or "").partition("\n")[0])


def _header(call: ast.Call, summary: str) -> Header:
    parts = {word.arg: word.value for word in call.keywords}
    severity = parts["severity"]
    if not isinstance(severity, ast.Attribute):
        raise ValueError(ast.dump(severity))  # noqa: TRY004 - to the caller it is one more value that is no literal
    rule_id, mirror, says, asks = (str(ast.literal_eval(parts[name])) for name in ("id", "mirror", "says", "asks"))
    return Header(rule_id, severity.attr.lower(), mirror, says, asks, summary)


def _imported() -> list[Header]:
    from specdiff.rules.catalogue import catalogue

    infos = [one.info for one in catalogue()]
    return [Header(one.id, str(one.severity), one.mirror, one.says, one.asks, one.summary) for one in infos]
