"""Value shifts as the review shows them: those of all sections in which the same value gains over the same other, as one."""

from collections.abc import Mapping, Sequence

from specdiff.model.finding import Confidence, Finding
from specdiff.model.review import Evidence, Shift

_STRENGTHS = ("slight", "clear", "strong")
_CONFIDENCE = (Confidence.TENTATIVE, Confidence.LIKELY, Confidence.CERTAIN)
_NAMED = 3


def shifts(findings: Sequence[Finding], fingerprints: Mapping[int, str]) -> tuple[Shift, ...]:
    """Return the shifts, the strongest first. *fingerprints* are by the ``id()`` of a finding; evidence that is off is left out."""
    together: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.evidence:
            together.setdefault((str(finding.facts["gains"]), str(finding.facts["loses"])), []).append(finding)
    made = [_shift(gains, loses, found, fingerprints) for (gains, loses), found in together.items()]
    return tuple(sorted(made, key=lambda one: (-_STRENGTHS.index(one.strength), -len(one.sections), one.gains, one.loses)))


def _shift(gains: str, loses: str, found: Sequence[Finding], fingerprints: Mapping[int, str]) -> Shift:
    sections = [section for finding in found if (section := finding.section_new or finding.section_old) is not None]
    titles = list(dict.fromkeys(f"“{section.title}”" for section in sections))
    named = ", ".join(titles[:_NAMED]) + (f" and {len(titles) - _NAMED} more" if len(titles) > _NAMED else "")
    strength = max((str(finding.facts["strength"]) for finding in found), key=_STRENGTHS.index)
    return Shift(
        values=(gains, loses),
        gains=gains,
        loses=loses,
        strength=strength,
        confidence=max((finding.confidence for finding in found), key=_CONFIDENCE.index),
        sections=tuple(dict.fromkeys(section.id for section in sections)),
        evidence=tuple(
            Evidence(fingerprints[id(sign.finding)], sign.value, sign.weight, sign.why)
            for finding in found
            for sign in finding.evidence
            if id(sign.finding) in fingerprints
        ),
        message=f"{gains.capitalize()} gains over {loses} ({strength}) in {named}.",
    )
