"""What one revision holds, counted."""

from collections import Counter

from specdiff.model.review import Counts, Side
from specdiff.model.spec import Spec, Spelling, Verdict


def count(spec: Spec) -> Counts:
    """Count one spec. Text before the first heading is no section; a verdict's tag (``BAD[#anchor]``) is no cross reference."""
    headings = [section for section in spec.sections if section.depth > 0]
    stated = Counter(section.own_level or "none" for section in headings)
    names = [*spec.ladder.names, *sorted(set(stated) - set(spec.ladder.names) - {"none"}), "none"]
    verdicts = Counter(reply.verdict for example in spec.examples for reply in example.replies)
    return Counts(
        sections=len(headings),
        by_authority={name: stated[name] for name in names},
        statements=len(spec.statements),
        examples=len(spec.examples),
        replies={verdict.value: verdicts[verdict] for verdict in Verdict},
        commentary=len(spec.commentary),
        references=sum(reference.spelling is not Spelling.VERDICT for reference in spec.references),
        eval_prompts=sum(prompt.marked for prompt in spec.eval_prompts),
    )


def side(spec: Spec) -> Side:
    """Describe one revision for the head of the review."""
    return Side(spec.revision, spec.paths, spec.dialect, count(spec), spec.ladder.names)
