"""What is the same in two examples, and what of a reply a reviewer must know: what it does, and which way that went."""

from specdiff.model.finding import Fact
from specdiff.model.spec import Example, Message, Reply, Section, Verdict
from specdiff.prose.sentence.conduct import Conduct, conduct
from specdiff.prose.text.normal import normal
from specdiff.prose.text.wording import same_reading, same_text

_YIELDING = (Conduct.REFUSAL, Conduct.PARTIAL, Conduct.ANSWER)
"""The less first."""


def alike(old: Message | Reply, new: Message | Reply) -> bool:
    """Whether the same party says the same, but for slips and typography."""
    return (old.role, old.attributes) == (new.role, new.attributes) and same_text(old, new)


def same_reason(old: Reply, new: Reply) -> bool:
    """Whether two verdicts are given for the same reason; where a link in it leads is said of the link."""
    return same_reading(normal(old.reason), normal(new.reason))


def beyond_parts(old: Example, new: Example) -> bool:
    """Whether the block differs although its title, messages and replies are written alike: the change is in what is around them."""
    return old.text != new.text and _written(old) == _written(new)


def spoken(message: Message) -> str:
    """Say what a message is: "user message"; text that nobody is said to speak is text."""
    return f"{message.role} message" if message.role else "text"


def replied(old: Reply | None, new: Reply | None) -> dict[str, Fact]:
    """Return the facts of a reply that changed, came (*old* is ``None``) or went (*new* is ``None``)."""
    reply = new or old
    assert reply is not None  # noqa: S101 - one of the two is there
    before, after = (conduct(one.words) if one else None for one in (old, new))
    return {
        "title": reply.example,
        "verdict": reply.verdict.upper(),
        "what": "changed" if old and new else "is new" if new else "is gone",
        "conduct_old": before,
        "conduct_new": after,
        "conduct": f" from {_said(before)} to {_said(after)}" if before and after and before is not after else "",
        "direction": _direction(reply.verdict, before, after),
    }


def left(section: Section | None) -> str:
    """Say what examples a policy still has: "has no example left", "has only bad replies left", "has 3 others". ``None``: it is gone."""
    if section is None:
        return "the policy is gone"
    if not section.examples:
        return "it has no example left"
    verdicts = {reply.verdict for example in section.examples for reply in example.replies}
    count = len(section.examples)
    others = f"it has {count} {'other' if count == 1 else 'others'}"
    if len(verdicts) == 1 and Verdict.OK not in verdicts:
        return f"{others}, with {verdicts.pop().value} replies only"
    return others


def _written(example: Example) -> tuple[object, ...]:
    return example.title, tuple(part.text for part in example.messages), tuple(part.text for part in example.replies)


def _said(what: Conduct) -> str:
    return {Conduct.REFUSAL: "a refusal", Conduct.PARTIAL: "a refusal of part", Conduct.ANSWER: "an answer"}[what]


def _direction(verdict: Verdict, before: Conduct | None, after: Conduct | None) -> str:
    """Say which way conduct that is called good went: to helping more ("looser") or less ("stricter")."""
    if verdict is not Verdict.GOOD:
        return "other"
    if before is None or after is None:
        refused = Conduct.REFUSAL in (before, after)
        return "other" if not refused else "looser" if after is None else "stricter"
    if before is after:
        return "other"
    return "looser" if _YIELDING.index(after) > _YIELDING.index(before) else "stricter"
