"""Small reviews for the tests: two texts, really parsed and matched, with findings made by hand."""

from textwrap import dedent

from specdiff.compare import compare
from specdiff.matching.match import match
from specdiff.model.change import Matching
from specdiff.model.finding import Confidence, Finding, RuleInfo, Severity
from specdiff.model.review import Review
from specdiff.model.settings import Settings
from specdiff.model.snapshot import Revision, Snapshot
from specdiff.model.spec import Example, Node, Section, Spec, Statement
from specdiff.parsing.parse import parse
from specdiff.prose.comparison.compare import compare as compared
from specdiff.prose.sentence.reading import read

LADDER = """
# Levels {#levels}
Each section has one of these levels, the highest first:

1. root: nobody can override it
2. user: the user can override it
3. guideline: anybody can override it
"""


def snapshot(text: str, label: str = "a", **files: str) -> Snapshot:
    text = dedent(text).strip("\n") + "\n"
    return Snapshot(Revision(label), ("spec.md",), {"spec.md": text, **files})


def matched(before: str, after: str) -> Matching:
    settings = Settings(levels=("root", "user", "guideline"))
    return match(parse(snapshot(before), settings), parse(snapshot(after, "b"), settings), settings)


def review(before: str, after: str, **chosen: object) -> Review:
    """The review by the whole line."""
    settings = Settings(**{"levels": ("root", "user", "guideline"), **chosen})  # type: ignore[arg-type]
    return compare(snapshot(before), snapshot(after, "b"), (), settings)


def info(name: str, severity: Severity = Severity.MAJOR, explains: tuple[str, ...] = ()) -> RuleInfo:
    return RuleInfo(name, severity, name, "", "Why?", "", "", "", (), (), explains)


def finding(rule: RuleInfo, old: Node | None, new: Node | None, matching: Matching) -> Finding:
    return Finding(
        rule=rule,
        old=old,
        new=new,
        section_old=matching.old.by_id.get(old.section) if old else None,
        section_new=matching.new.by_id.get(new.section) if new else None,
        facts={},
        message=rule.id,
        confidence=Confidence.CERTAIN,
    )


def statement(spec: Spec, words: str) -> Statement:
    """The one statement with these words in it."""
    (found,) = [one for one in spec.statements if words in one.words]
    return found


def section(spec: Spec, name: str) -> Section:
    return spec.by_id[name]


def example(spec: Spec, title: str) -> Example:
    (found,) = [one for one in spec.examples if title in one.title]
    return found


def rules_of(old: str, new: str) -> set[str]:
    """The rules that speak of what became of a sentence."""
    return {trait.rule for trait in compared(old, new, read(old), read(new)).traits}
