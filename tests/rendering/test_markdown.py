"""The pull request comment: what stands first, limits, and hostile text that stays text."""

import html
import re
from dataclasses import replace

import mistune
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendering.sample import ENTRIES, FILES, FULL, HOSTILE, IDENTICAL, LAST, TICKETS, WORDING, entry, many, review
from specdiff.model.finding import Severity
from specdiff.rendering.format import Style
from specdiff.rendering.formats.markdown import LIMIT, render
from specdiff.rendering.gfm import code, inside_html, safe
from specdiff.rendering.plain import one_line

ALLOWED = {"a", "b", "br", "code", "del", "details", "ins", "q", "sub", "summary"}
MADE = {"p", "h2", "h3", "ol", "ul", "li", "em", "strong", "table", "thead", "tbody", "tr", "th", "td", "blockquote", "input"}


def rendered(markdown: str) -> str:
    return mistune.create_markdown(escape=False, plugins=["table", "strikethrough", "task_lists", "url"])(markdown)  # type: ignore[return-value]


def shown(markdown: str) -> str:
    """The words that a reader sees."""
    return html.unescape(re.sub(r"<[^>]*>", "", rendered(markdown))).replace("\u200b", "")


def test_the_first_lines_are_enough_to_decide() -> None:
    head = render(FULL, Style()).splitlines()[:14]
    assert head[0] == "## specdiff: changed in meaning"
    assert "**2 critical, 7 major, 3 minor, 3 in wording only (1 accepted)**" in head[2]
    assert [line[:2] for line in head[4:7]] == ["1.", "2.", "3."]
    assert [line for line in head if "Values that gained" in line or "1 example went" in line] == head[11:13]


def test_only_the_tags_of_the_format_itself_are_there() -> None:
    tags = set(re.findall(r"</?([a-zA-Z][\w-]*)", rendered(render(FULL, Style()))))
    assert tags <= ALLOWED | MADE


def test_links_lead_to_the_repository_alone() -> None:
    assert {url.split("/blob/")[0] for url in re.findall(r'href="([^"]*)"', rendered(render(FULL, Style())))} == {
        "https://github.com/ferry/desk"
    }


def test_nobody_is_mentioned_and_no_issue_is_linked() -> None:
    text = re.sub(r"\]\([^)]*\)|`[^`]*`", "", render(FULL, Style()))
    assert re.findall(r"@\w|(?<!&)#\d|GH-\d|://|www\.", html.unescape(text.replace("&#8203;", "\u200b"))) == []


def test_every_row_has_as_many_cells_as_its_head() -> None:
    for table in re.findall(r"<table>.*?</table>", rendered(render(FULL, Style())), re.DOTALL):
        columns = table.count("<th>") + table.count("<th ")
        assert [row.count("<td") for row in re.findall(r"<tr>.*?</tr>", table.partition("</thead>")[2], re.DOTALL)] == [columns] * table[
            table.index("</thead>") :
        ].count("<tr>")


def test_hostile_text_is_shown_as_it_is() -> None:
    visible = re.sub(
        r"\s+", " ", shown(render(review((entry(1, "statement/added", TICKETS, "New", "x " + HOSTILE[:300], new=1),)), Style()))
    )
    assert one_line(HOSTILE[:300]).replace("&lt;", "<").replace("&amp;", "&") in visible.replace("&lt;", "<").replace("&amp;", "&")


def test_details_are_closed_where_they_were_opened() -> None:
    for one in (FULL, WORDING, many(500)):
        written = render(one, Style())
        assert re.findall(r"</?details>", written) == ["<details>", "</details>"] * written.count("<details>")


def test_without_a_repository_places_are_named() -> None:
    written = render(FILES, Style())
    assert 'href="' not in rendered(written)
    assert "`policy/ferry desk.md:20` → `policy/ferry desk.md:21`" in written


def test_other_hosts_have_other_addresses() -> None:
    lab = render(replace(FULL, repository_url="https://gitlab.example/ferry/desk"), Style())
    assert f"https://gitlab.example/ferry/desk/-/blob/{'2' * 16}/policy/ferry%20desk.md?plain=1#L21-22" in lab
    bucket = render(replace(FULL, repository_url="https://bitbucket.org/ferry/desk/"), Style())
    assert f"https://bitbucket.org/ferry/desk/src/{'2' * 16}/policy/ferry%20desk.md#lines-21:22" in bucket
    assert "](" not in re.sub(r"`[^`]*`|\\\]", "", render(replace(FULL, repository_url="javascript:alert(1)"), Style()))


def test_the_three_endings() -> None:
    assert [render(one, Style()).splitlines()[0] for one in (IDENTICAL, WORDING, FULL)] == [
        "## specdiff: identical",
        "## specdiff: changed in wording only",
        "## specdiff: changed in meaning",
    ]


@pytest.mark.parametrize("count", [13, 100, 300, 3_000])
def test_a_comment_stays_below_the_limit_and_counts_what_it_left_out(count: int) -> None:
    big = many(count)
    written = render(big, Style())
    assert len(written) <= LIMIT
    told = [f"Rule {n} binds less" in written.partition("\n###")[2] for n in range(count)]
    assert told == sorted(told, reverse=True), "what is left out is the least important"
    left = re.search(r"\*\*([\d,]+) more findings\*\* did not fit", written)
    assert sum(told) + (int(left[1].replace(",", "")) if left else 0) == count
    assert len(written) > 50_000 or left is None


def test_monstrous_names_and_sentences_leave_room_for_the_findings() -> None:
    monster = "@x|" * 40_000
    big = replace(
        FULL,
        opening=(monster,) * 20,
        eval_prompts=(monster,) * 500,
        referring_sections=(monster,) * 500,
        notes=(monster,) * 50,
        unexplained=FULL.unexplained * 500,
        shifts=(replace(FULL.shifts[0], message=monster),) * 50,
        entries=tuple(replace(one, message=monster, question=monster) for one in ENTRIES),
        worst=tuple(replace(one, message=monster) for one in FULL.worst),
    )
    written = render(big, Style())
    assert len(written) <= LIMIT
    assert written.count("`authority/lowered`") == 1


def test_a_question_stands_once_for_each_policy() -> None:
    asked = tuple(entry(n, "statement/added", LAST, f"New {n}", f"Rule {n}.", new=n) for n in (1, 2, 3))
    written = render(review(asked), Style())
    assert [line for line in written.splitlines() if line.startswith("- [ ]")] == [
        f"- [ ] **Closing words**: Which example shows it? (3 findings) ∅ → [L1](https://github.com/ferry/desk/blob/{'2' * 16}/policy/ferry%20desk.md?plain=1#L1)"
    ]


def test_an_accepted_finding_raises_no_question() -> None:
    assert "Closing words" not in render(FULL, Style()).partition("### Questions")[2].partition("**Evals")[0]


def test_many_major_findings_are_folded_by_policy_in_document_order() -> None:
    written = render(many(40), Style())
    assert re.findall(r"<summary><b>(.*?)</b>", written) == ["Sell tickets", "Keep passenger records closed"]


def test_few_findings_stand_open() -> None:
    assert "<details>" not in render(review(tuple(one for one in ENTRIES if one.severity.weight >= Severity.MAJOR.weight)), Style())


@given(st.text(max_size=80))
def test_any_text_is_shown_as_it_is_in_a_cell(text: str) -> None:
    line = one_line(text)
    got = rendered(f"| a | b |\n|-|-|\n| {safe(text)} | end |\n")
    cells = re.findall(r"<td>(.*?)</td>", got, re.DOTALL)
    assert [html.unescape(re.sub(r"\u200b", "", cell)) for cell in cells] == [line.strip(), "end"]


@given(st.text(max_size=80))
def test_any_text_is_one_item_of_a_list(text: str) -> None:
    got = rendered(f"- {safe(text)}\n- end\n")
    assert got.count("<li>") == 2
    assert got.count("<ul>") == 1
    assert "<h" not in got


@given(st.text(max_size=80))
def test_any_text_is_one_code_span_and_one_summary(text: str) -> None:
    assert code(text)[1:-1].count("`") == 0
    assert "\n" not in code(text)
    assert not set(inside_html(text)) & set("<>\n")
