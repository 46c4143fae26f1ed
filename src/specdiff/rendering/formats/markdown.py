"""The review as GitHub Markdown: a pull request comment whose first lines are enough to decide."""

import re
from collections.abc import Sequence
from urllib.parse import quote as percent

from specdiff.model.finding import Confidence, Severity
from specdiff.model.review import Entry, Outcome, Quote, Review, Side, Topic
from specdiff.rendering.format import Format, Style
from specdiff.rendering.plain import one_line

LIMIT = 65_000
RESERVE = 1_500
MARKS = {Severity.CRITICAL: "🔴 critical", Severity.MAJOR: "🟠 major", Severity.MINOR: "🔵 minor", Severity.EDITORIAL: "⚪ editorial"}
VERDICTS = {
    Outcome.IDENTICAL: "Identical: the two revisions say the same in the same words.",
    Outcome.WORDING: "Changed in wording only.",
    Outcome.MEANING: "Changed in meaning.",
}
_MARKUP = re.compile(r"([\\`*_\[\]|<>~$])")
_WORST = 3
_QUOTED = 1_200
_ROW = 240
_QUESTIONS = 20
_NAMES = 60


def render(review: Review, _: Style) -> str:
    """Return the comment, under 65,000 characters: findings that do not fit are left out by weight and counted."""
    head = _head(review)
    foot = _foot(review)
    room = LIMIT - RESERVE - len(head) - len(foot)
    body, left = _body(review, room)
    rest = (
        f"\n> **{left} more findings** did not fit here; the least important were left out. The whole review: `specdiff … --format json`.\n"
    )
    more = rest if left else ""
    return head + body + more + foot


def _head(review: Review) -> str:
    counts = ", ".join(f"{count} {name}" for name, count in review.by_severity.items() if count) or "no findings"
    ends = f"`{_code(review.old.revision.label)}` → `{_code(review.new.revision.label)}`"
    lines = [f"## specdiff: {VERDICTS[review.outcome]}", "", f"{ends} · {counts}", ""]
    lines += [f"- {safe(sentence)}" for sentence in review.opening]
    if review.worst:
        lines += ["", "**Look at these first**", ""]
        lines += [
            f"{number}. {MARKS[entry.severity]} — {safe(entry.message)} {_links(entry, review)}"
            for number, entry in enumerate(review.worst[:_WORST], 1)
        ]
    return "\n".join(lines) + "\n"


def _body(review: Review, room: int) -> tuple[str, int]:
    """Return the findings that fit, section by section in document order, and how many were left out."""
    pieces: list[tuple[int, Topic, Entry, str]] = []
    for position, topic in enumerate(review.topics):
        pieces += [(position, topic, entry, _entry(entry, review)) for entry in topic.entries if entry.severity is not Severity.EDITORIAL]
    rank = {entry.fingerprint: index for index, entry in enumerate(review.entries)}
    chosen = set()
    for piece in sorted(pieces, key=lambda piece: rank[piece[2].fingerprint]):
        cost = len(piece[3]) + 200
        if cost <= room:
            room -= cost
            chosen.add(piece[2].fingerprint)
    out: list[str] = []
    last = -1
    for position, topic, entry, text in pieces:
        if entry.fingerprint not in chosen:
            continue
        if position != last:
            out += ["\n</details>\n"] if last >= 0 else []
            levels = (
                f" ({topic.section.authority_new or topic.section.authority_old})"
                if topic.section.authority_new or topic.section.authority_old
                else ""
            )
            worst = MARKS[topic.entries[0].severity]
            out.append(f"\n<details><summary>{worst} · <b>{_html(topic.section.title)}</b>{_html(levels)}</summary>\n\n")
            last = position
        out.append(text)
    if last >= 0:
        out.append("\n</details>\n")
    return "".join(out), len(pieces) - len(chosen)


def _entry(entry: Entry, review: Review) -> str:
    sure = "" if entry.confidence is Confidence.CERTAIN else f", {entry.confidence}"
    accepted = f" · accepted by {safe(entry.accepted.by)}: {safe(entry.accepted.reason)}" if entry.accepted else ""
    lines = [f"- **{MARKS[entry.severity]}** {safe(entry.message)}  ", f"  `{entry.rule.id}`{sure} {_links(entry, review)}{accepted}"]
    if (
        entry.edits
        and any(edit.kind == "same" and edit.text.strip() for edit in entry.edits)
        and len({edit.kind for edit in entry.edits}) > 1
    ):
        lines += ["", f"  > {_redline(entry)}"]
    else:
        for sign, quoted in (("-", entry.old), ("+", entry.new)):
            if quoted is not None and quoted.text.strip():
                lines += ["", f"  > {sign} {safe(_short(quoted))}"]
    echoes = review.echoes.get(entry.fingerprint, ())
    if echoes:
        lines += ["", f"  {len(echoes)} more follow from it."]
    return "\n".join(lines) + "\n\n"


def _redline(entry: Entry) -> str:
    runs = []
    for edit in entry.edits:
        text = safe(one_line(edit.text))
        before, after = (" " if edit.text[:1].isspace() else ""), (" " if edit.text[-1:].isspace() else "")
        if edit.kind == "same":
            runs.append(f"{before}{_clipped(text)}{after}")
        elif text:
            tag = "del" if edit.kind == "gone" else "ins"
            runs.append(f"{before}<{tag}>{text}</{tag}>{after}")
    return "".join(runs)


def _foot(review: Review) -> str:
    lines: list[str] = []
    questions = [entry for entry in review.entries if entry.explained_by is None and entry.question and entry.severity.weight > 1][
        :_QUESTIONS
    ]
    if questions:
        lines += ["", "### Questions for the author", ""]
        lines += [f"- [ ] **{safe(entry.section.title)}**: {safe(entry.question)} (`{entry.rule.id}`)" for entry in questions]
    if review.shifts:
        lines += ["", "### Values", "", *[f"- {safe(shift.message)}" for shift in review.shifts]]
    for title, names in (("Evals to run again", review.eval_prompts), ("Policies that refer to what changed", review.referring_sections)):
        if names:
            lines += ["", f"**{title}**: {_names(names)}"]
    if review.unexplained:
        lines += ["", f"**Unexplained**: {len(review.unexplained)} changed places that no finding accounts for; see the JSON."]
    lines += [f"\n> {safe(note)}" for note in review.notes]
    return "\n".join(lines) + "\n"


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(f"`{_code(name)}`" for name in names[:_NAMES])
    return shown + (f" and {len(names) - _NAMES} more" if len(names) > _NAMES else "")


def _links(entry: Entry, review: Review) -> str:
    return " ".join(
        _link(quoted, side, review, name)
        for quoted, side, name in ((entry.old, review.old, "before"), (entry.new, review.new, "after"))
        if quoted
    )


def _link(quoted: Quote, side: Side, review: Review, name: str) -> str:
    place = quoted.place
    if review.repository_url and side.revision.commit:
        lines = f"L{place.first_line}" + (f"-L{place.last_line}" if place.last_line > place.first_line else "")
        return f"[{name}]({review.repository_url}/blob/{side.revision.commit}/{percent(place.path)}?plain=1#{lines})"
    return f"{name} `{_code(str(place))}`"


def _short(quoted: Quote) -> str:
    text = one_line(quoted.text)
    return text if len(text) <= _QUOTED else text[:_QUOTED].rsplit(" ", 1)[0] + " …"


def _clipped(text: str) -> str:
    if len(text) <= _ROW:
        return text
    return f"{text[: _ROW // 2].rsplit(' ', 1)[0]} … {text[-_ROW // 2 :].partition(' ')[2]}"


def _html(text: str) -> str:
    return one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "@\u200b").replace("#", "#\u200b")


def _code(text: str) -> str:
    return one_line(text).replace("`", "'").replace("|", "/")


def safe(text: str) -> str:
    """Return text that GitHub shows as it is: it mentions nobody, links nothing, closes no tag and breaks no table."""
    escaped = _MARKUP.sub(lambda found: f"&#{ord(found[1])};", one_line(text).replace("&", "&amp;"))
    return (
        re.sub(r"(?i)(#|gh-)(?=\d)", "\\1\u200b", escaped).replace("@", "@\u200b").replace("://", ":\u200b//").replace("www.", "www\u200b.")
    )


FORMAT = Format("markdown", ".md", "for a pull request comment on GitHub", render)
