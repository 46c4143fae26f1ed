"""The review as GitHub Markdown: a pull request comment whose first lines are enough to decide."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from specdiff.model.finding import Severity
from specdiff.model.place import Hunk
from specdiff.model.review import Entry, Outcome, Quote, Review, SectionRef, Shift, Side
from specdiff.rendering import phrases
from specdiff.rendering.format import Format, Style
from specdiff.rendering.gfm import code, inside_html, safe
from specdiff.rendering.links import address
from specdiff.rendering.redline import Telling, clipped, redline, telling

LIMIT = 65_000
HEAD, FOOT, RESERVE = 14_000, 18_000, 1_000
MARKS = {Severity.CRITICAL: "🔴", Severity.MAJOR: "🟠", Severity.MINOR: "🔵", Severity.EDITORIAL: "⚪"}
NAMES = {**{severity: severity.value for severity in Severity}, Severity.EDITORIAL: "in wording only"}
OPEN = 12
WORST = 3
EVIDENCE = 3
LISTED = 60
QUOTED = 400
AROUND = 90
_TABLE = 80
"""As many letters as the head of a table and the tags of a fold take at most."""
_POLICY = "\x00"


def render(review: Review, _: Style) -> str:
    """Return the comment, at most 65,000 characters: findings that do not fit are left out whole, the least important first, and counted."""
    head = _head(review)
    if review.outcome is Outcome.IDENTICAL:
        return head
    foot = _foot(review)
    rows = _rows(review, LIMIT - RESERVE - len(head) - len(foot))
    own = review.alone
    body = "".join(_severity(severity, [entry for entry in own if entry.severity is severity], rows) for severity in Severity)
    left = len(own) - len(rows)
    more = f"\n> **{left:,} more findings** did not fit here, the least important ones; {phrases.WHERE}.\n" if left else ""
    return head + body + more + foot


def _head(review: Review) -> str:
    title = phrases.ENDINGS[review.outcome][0].lower()
    tally = phrases.tally(review) or phrases.ENDINGS[review.outcome][1] or "see the unexplained lines"
    about = [f"**{tally}**", *(code(part) for part in (phrases.ends(review), phrases.files(review)) if part)]
    lines = [f"## specdiff: {title}", "", " · ".join(about)]
    if review.outcome is Outcome.MEANING:
        worst = [
            f"{n}. {MARKS[one.severity]} **{one.severity}** {safe(one.message)} {_links(one, review)}"
            for n, one in enumerate(review.worst[:WORST], 1)
        ]
        said = [f"- {safe(sentence)}" for sentence in review.opening]
        lines += ["", *_fitting(worst, HEAD // 2), "", *_fitting(said, HEAD // 2)]
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class _Row:
    """A finding as a row of a table: briefly, or with its words where there is room for them."""

    brief: str
    whole: str
    policy: str


def _rows(review: Review, room: int) -> dict[str, str]:
    """Return the rows that fit, by fingerprint, worst first: what is loud briefly, then its words; then what is minor, then wording."""
    chosen: dict[str, str] = {}
    own = review.alone
    room -= len(Severity) * _TABLE
    for severities in ((Severity.CRITICAL, Severity.MAJOR), (Severity.MINOR,), (Severity.EDITORIAL,)):
        entries = [entry for entry in own if entry.severity in severities]
        rows = {entry.fingerprint: _row(entry, review) for entry in entries}
        folded = _folded([entry for entry in entries if entry.severity is Severity.MAJOR])
        folds: set[SectionRef] = set()
        for entry in entries:
            row = rows[entry.fingerprint]
            fold = 2 * _TABLE + len(row.policy) if entry.section not in folds else 0
            cost = len(row.brief) + (fold if folded and entry.severity is Severity.MAJOR else len(row.policy) + 3)
            if cost <= room:
                room -= cost
                folds |= {entry.section} if entry.severity is Severity.MAJOR else set()
                chosen[entry.fingerprint] = row.brief
        for fingerprint in [name for name in rows if name in chosen]:
            row = rows[fingerprint]
            if len(row.whole) - len(row.brief) <= room:
                room -= len(row.whole) - len(row.brief)
                chosen[fingerprint] = row.whole
    return chosen


def _row(entry: Entry, review: Review) -> _Row:
    echoes = len(review.echoes.get(entry.fingerprint, ()))
    follow = f"+ {phrases.follow(echoes)}" if echoes else ""
    said = " · ".join(filter(None, (f"`{entry.rule.id}`", phrases.doubt(entry), follow, safe(phrases.until(entry)))))
    words = _words(entry)
    mark, end = f"| {MARKS[entry.severity]} | ", f"<br><sub>{said}</sub> | {_POLICY}{_links(entry, review)} |\n"
    brief = f"{mark}{safe(entry.message)}{end}"
    return _Row(brief, f"{mark}{safe(phrases.lead(entry))}<br>{words}{end}" if words else brief, safe(phrases.title(entry.section), 120))


def _words(entry: Entry) -> str:
    """Return the words before and after on one line, long unchanged runs shortened."""
    how = telling(entry)
    if how is Telling.MARKED:
        return "".join(_run(edit.kind, edit.text) for edit in clipped(redline(entry.edits), AROUND))
    if how is Telling.SAME and entry.new is not None:
        return f"<q>{safe(entry.new.text, QUOTED)}</q>"
    quotes = [(tag, quote) for tag, quote in (("del", entry.old), ("ins", entry.new)) if quote is not None and quote.text.strip()]
    return "<br>".join(f"<{tag}>{safe(quote.text, QUOTED)}</{tag}>" for tag, quote in quotes) if how is Telling.APART else ""


def _run(kind: str, text: str) -> str:
    blank = " " if text[:1] == " " else ""
    if kind == "same":
        return blank + safe(text, 10 * AROUND) + (" " if text[-1:] == " " and text.strip() else "")
    tag = "del" if kind == "gone" else "ins"
    return f"<{tag}>{safe(text, 2 * QUOTED)}</{tag}>"


def _severity(severity: Severity, entries: Sequence[Entry], rows: Mapping[str, str]) -> str:
    """Return the findings of one severity: open where they are critical or few, else folded by policy."""
    shown = [entry for entry in entries if entry.fingerprint in rows]
    if not entries:
        return ""
    some = f" ({len(shown):,} of them here)" if len(shown) < len(entries) else ""
    title = f"{MARKS[severity]} {len(entries):,} {NAMES[severity]}{some}"
    if severity.weight >= Severity.MAJOR.weight:
        body = "".join(map(partial(_fold, rows=rows), _by_policy(shown))) if _folded(entries) else _table(shown, rows, policies=True)
        return f"\n### {title}\n{body}"
    if not shown:
        return f"\n{title}\n"
    return f"\n<details><summary>{title}</summary>\n{_table(shown, rows, policies=True)}\n</details>\n"


def _folded(entries: Sequence[Entry]) -> bool:
    """Whether findings of one severity are folded by policy: many that are not critical."""
    return len(entries) > OPEN and entries[0].severity is not Severity.CRITICAL


def _by_policy(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Group by policy in the order of the document; within one the worst stay first."""
    found: dict[SectionRef, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.section, []).append(entry)
    return sorted(found.values(), key=lambda group: group[0].section.position)


def _fold(entries: Sequence[Entry], rows: Mapping[str, str]) -> str:
    section = entries[0].section
    notes = ", ".join(filter(None, (phrases.fate(section), phrases.level(section))))
    summary = f"<b>{inside_html(phrases.title(section), 120)}</b>" + (f" ({inside_html(notes, 120)})" if notes else "")
    return f"\n<details><summary>{summary} · {len(entries)}</summary>\n{_table(entries, rows, policies=False)}\n</details>\n"


def _table(entries: Sequence[Entry], rows: Mapping[str, str], *, policies: bool) -> str:
    head = "\n| | What changed | Policy | Lines |\n|-|-|-|-|\n" if policies else "\n| | What changed | Lines |\n|-|-|-|\n"
    told = ((rows[entry.fingerprint], safe(phrases.title(entry.section), 120)) for entry in entries)
    return head + "".join(row.replace(_POLICY, f"{policy} | " if policies else "") for row, policy in told) if entries else ""


def _foot(review: Review) -> str:
    parts = (
        _block("Values", ["\n".join(_shift(shift, review)) for shift in review.shifts], FOOT // 4),
        _asked(_fitting(list(_questions(review)), FOOT // 2)),
        _names("Evals to run again", review.eval_prompts),
        _names("Policies that refer to what changed", review.referring_sections),
        _block("Changed lines that no finding explains", [f"- {_hunk(hunk, review)}" for hunk in review.unexplained], FOOT // 12),
        "\n" + "".join(f"> {line}\n" for line in _fitting([f"- {safe(note)}" for note in review.notes], FOOT // 12))
        if review.notes
        else "",
    )
    return "".join(parts)


def _block(title: str, lines: Sequence[str], room: int) -> str:
    return f"\n### {title}\n\n" + "\n".join(_fitting(lines, room)) + "\n" if lines else ""


def _asked(lines: Sequence[str]) -> str:
    """Return the checklist; what is more than a reader takes in at once is folded."""
    more = "\n<details><summary>More questions</summary>\n\n" + "\n".join(lines[OPEN:]) + "\n\n</details>\n"
    return _block("Questions for the author", lines[:OPEN], FOOT) + (more if len(lines) > OPEN else "")


def _fitting(lines: Sequence[str], room: int) -> list[str]:
    """Return the first lines that fit, and say how many do not."""
    taken: list[str] = []
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            return [*taken, f"- … and {len(lines) - len(taken):,} more; {phrases.WHERE}."]
        taken.append(line)
    return taken


def _questions(review: Review) -> Iterator[str]:
    """Yield the questions as a checklist, each once for a policy, the worst findings' first."""
    asked: dict[tuple[SectionRef, str], list[Entry]] = {}
    for entry in review.alone:
        if entry.accepted is None and entry.question and entry.severity.weight >= Severity.MAJOR.weight:
            asked.setdefault((entry.section, entry.question), []).append(entry)
    for (section, question), entries in asked.items():
        times = f" ({len(entries)} findings)" if len(entries) > 1 else ""
        yield f"- [ ] **{safe(phrases.title(section), 120)}**: {safe(question)}{times} {_links(entries[0], review)}"


def _shift(shift: Shift, review: Review) -> Iterator[str]:
    named = review.named
    yield f"- {safe(shift.message)}"
    for one in shift.evidence[:EVIDENCE]:
        links = f" {_links(named[one.fingerprint], review)}" if one.fingerprint in named else ""
        yield f"  - {one.weight:+.2f} {safe(one.value)}: {safe(one.why)}{links}"
    if len(shift.evidence) > EVIDENCE:
        yield f"  - and {len(shift.evidence) - EVIDENCE} more"


def _names(title: str, names: Sequence[str]) -> str:
    """Return names on one line, folded where they are many."""
    shown = ", ".join(code(name, 60) for name in names[:LISTED])
    more = f" and {len(names) - LISTED:,} more" if len(names) > LISTED else ""
    if len(names) > OPEN:
        return f"\n<details><summary><b>{title}</b>: {len(names):,}</summary>\n\n{shown}{more}\n\n</details>\n"
    return f"\n**{title}**: {shown}\n" if names else ""


def _hunk(hunk: Hunk, review: Review) -> str:
    old = _link(Quote("", hunk.old_place), review.old, review) if hunk.old_place else ""
    new = _link(Quote("", hunk.new_place), review.new, review) if hunk.new_place else ""
    return " → ".join(filter(None, (old, new)))


def _links(entry: Entry, review: Review) -> str:
    """Return links to the lines before and after: "40 → 44"."""
    sides = ((entry.old, review.old), (entry.new, review.new))
    shown = [_link(quote, side, review) if quote is not None else "∅" for quote, side in sides]
    return " → ".join(shown) if entry.old or entry.new else ""


def _link(quote: Quote, side: Side, review: Review) -> str:
    url = address(review, side, quote.place)
    return f"[L{quote.place.first_line}]({url})" if url else code(str(quote.place))


FORMAT = Format("markdown", ".md", "for a pull request comment on GitHub", render)
