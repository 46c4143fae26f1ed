"""What a reviewer must see first: by severity, then by who is bound, how strongly, and what is traded for it, then as the document runs."""

from specdiff.model.finding import Confidence, Finding, Severity
from specdiff.review.weight import MIDDLE, Standing

_SURE = {Confidence.CERTAIN: 0.3, Confidence.LIKELY: 0.15, Confidence.TENTATIVE: 0.0}
_BELOW = 0.5  # as much as a number: among levels that all of these may override, another one is no question of who may do what
_FIRST = {
    "config": 3.5,
    "authority": 3.0,
    "section": 2.0,
    "section/split": 0.0,  # what was said stands elsewhere now; that it is said otherwise, other findings tell
    "section/merged": 0.0,
    "value": 2.0,
    "precedence": 1.5,
    "exception": 1.0,
    "threshold": 0.5,
    "condition": 0.5,
    "commentary": -1.0,  # explains rules and makes none
}


def _first(rule: str, authority: float) -> float:
    """Return what a rule's findings go ahead by: who may override what does so above the middle of the ladder, where it shuts somebody out."""
    group = rule.partition("/")[0]
    return _BELOW if group == "authority" and authority < MIDDLE else _FIRST.get(rule, _FIRST.get(group, 0.0))


def urgency(finding: Finding, severity: Severity, touched: Standing, traded: float) -> float:
    """Return a number: the higher, the earlier. Severity always decides first. *traded* is how much of a value the change trades for another, up to 1.5."""
    authority = 0.5 if touched.authority is None else touched.authority
    return (
        10.0 * severity.weight
        + (0.0 if finding.confidence is Confidence.TENTATIVE else _first(finding.rule.id, authority))
        + 1.5 * authority
        + traded
        + 0.5 * (touched.strength or 0)
        + (0.5 if finding.rule.id == "statement/reversed" else 0.0)
        + _SURE[finding.confidence]
    )
