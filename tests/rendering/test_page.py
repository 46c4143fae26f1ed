"""The page as a file: one of its own, with all that was found, in which text of a spec is nothing but text."""

import html
import os
import re
import shutil
import unicodedata
from dataclasses import replace
from html.parser import HTMLParser
from importlib.util import find_spec
from itertools import pairwise

import html5lib
import pytest

from rendering.sample import ADDED, ENTRIES, FILES, FULL, HOSTILE, IDENTICAL, TICKETS, WORDING, counts, entry, heading, many, review
from specdiff.model.review import Course, Flow, SectionRef, Side
from specdiff.model.snapshot import Revision
from specdiff.rendering.format import Style
from specdiff.rendering.formats.html import render
from specdiff.rendering.page.picture import WIDTH, picture
from specdiff.rendering.page.tree import flat, tree
from specdiff.rendering.page.words import marked, plain

EVERYWHERE = f"x {HOSTILE} \"quoted\" 'single' onload=alert(4)"
SECTION = SectionRef(EVERYWHERE, EVERYWHERE, EVERYWHERE, EVERYWHERE, "user", (EVERYWHERE, EVERYWHERE), 1)
REVIEWS = {"full": FULL, "wording": WORDING, "identical": IDENTICAL, "files": FILES, "added": ADDED, "many": many(500)}


class Reader(HTMLParser):
    """Every tag with its attributes, and the words outside of style and script."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.tags, self.words, self.data = [], [], False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.data = tag in ("style", "script")

    def handle_endtag(self, tag):
        self.data = False

    def handle_data(self, data):
        if not self.data:
            self.words.append(data)

    def values(self, name):
        return [attrs[name] for _, attrs in self.tags if name in attrs]


def hostile():
    """A review in which every text that comes from outside is hostile."""
    one = entry(1, "statement/weakened", SECTION, EVERYWHERE, f"[-{EVERYWHERE}-]{{+{EVERYWHERE}+}} {EVERYWHERE}", old=3, new=4)
    two = entry(2, "statement/added", SECTION, EVERYWHERE, EVERYWHERE, new=9, explained_by=1)
    side = Side(Revision(EVERYWHERE, "1" * 40), (EVERYWHERE,), "model-spec", counts(), (EVERYWHERE, "user"))
    return replace(
        review((one, two)),
        old=side,
        new=side,
        opening=(EVERYWHERE,),
        outline=(heading(SECTION, 1, 1, 1),),
        flows=(Flow(EVERYWHERE, "user", Course.LOWERED, (SECTION,)),),
        eval_prompts=(EVERYWHERE,),
        referring_sections=(EVERYWHERE, "unknown " + EVERYWHERE),
        notes=(EVERYWHERE,),
        unexplained=(replace(FULL.unexplained[0], old_path=EVERYWHERE, old_text=(EVERYWHERE,), old_count=1),),
        shifts=(replace(FULL.shifts[0], gains=EVERYWHERE, message=EVERYWHERE),),
        repository_url='javascript:alert(1)//"><script>',
    )


REVIEWS["hostile"] = hostile()


@pytest.mark.parametrize("name", sorted(REVIEWS))
def test_the_page_is_html_without_a_mistake_and_its_ids_are_there_once(name):
    written = render(REVIEWS[name], Style())
    html5lib.HTMLParser(strict=True).parse(written)
    ids = Reader(written).values("id")
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("name", sorted(REVIEWS))
def test_every_link_within_the_page_leads_somewhere(name):
    page = Reader(render(REVIEWS[name], Style()))
    assert {url[1:] for url in page.values("href") if url.startswith("#")} <= set(page.values("id"))


def test_every_finding_is_there_with_its_echoes_and_its_words():
    page = Reader(render(FULL, Style()))
    words = " ".join(" ".join(page.words).split())
    assert {f"f-{one.fingerprint}" for one in ENTRIES} <= set(page.values("id"))
    assert [one.fingerprint for one in ENTRIES if not all(part in words for part in one.message.split(": “")[0].split(" | "))] == []


@pytest.mark.parametrize("made", [FULL, hostile()], ids=["sample", "hostile"])
def test_the_page_is_its_own_and_asks_nobody(made):
    page = Reader(render(made, Style()))
    assert [tag for tag, attrs in page.tags if "src" in attrs or "style" in attrs or "srcset" in attrs] == []
    assert [url for url in page.values("href") if not url.startswith(("#", "https://github.com/ferry/desk/blob/", "data:,"))] == []
    assert [name for _, attrs in page.tags for name in attrs if name.startswith("on")] == []
    (policy,) = [attrs["content"] for _, attrs in page.tags if attrs.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_hostile_text_makes_no_tag():
    page = Reader(render(hostile(), Style()))
    allowed = {tag for made in (FULL, FILES) for tag, _ in Reader(render(made, Style())).tags}
    assert {tag for tag, _ in page.tags} <= allowed
    assert sum(tag == "script" for tag, _ in page.tags) == 1


def test_what_cannot_be_seen_is_made_visible():
    written = render(hostile(), Style())
    unseen = {character for character in written if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") and character != "\n"}
    assert unseen == set()
    assert "\\u202egnp.exe" in written
    assert "\\u202e" in html.unescape(re.findall(r"<title>.*?</title>", written)[0])


def test_a_line_is_linked_where_the_repository_is_on_the_web():
    links = [url for url in Reader(render(FULL, Style())).values("href") if url.startswith("https:")]
    assert f"https://github.com/ferry/desk/blob/{'2' * 16}/policy/ferry%20desk.md?plain=1#L44" in links
    assert [url for url in Reader(render(FILES, Style())).values("href") if url.startswith("https:")] == []


def test_line_breaks_stay_where_they_are_the_layout_of_a_text():
    assert plain("one line\nwrapped by an editor", "same")[0].text == "one line wrapped by an editor"
    assert plain("- a\n- b", "new")[0].text == "- a\n- b"
    assert plain("one\n\ntwo", "gone")[0].text == "one\n\ntwo"


def test_no_word_is_lost_in_runs():
    long = " ".join(f"word{number}" for number in range(900))
    for kind in ("same", "gone", "new"):
        (run,) = plain(long, kind)
        assert run.text + run.more + run.tail == long
        assert run.more
    one = entry(1, "statement/weakened", TICKETS, "m", f"{long} [-must-]{{+should+}} {long}", old=1, new=1)
    assert "".join(run.text + run.more + run.tail for run in marked(one)) == f"{long} mustshould {long}"


def test_blanks_at_the_ends_of_what_changed_are_not_marked():
    one = entry(1, "statement/weakened", TICKETS, "m", "- a[- -]\n- b {+new +}c[- gone-]{+ +}\n- d", old=1, new=1)
    assert [(run.kind, run.text) for run in marked(one)] == [
        ("same", "- a"),
        ("same", "\n- b "),
        ("new", "new"),
        ("same", " "),
        ("same", "c"),
        ("same", " "),
        ("gone", "gone"),
        ("same", " "),
        ("same", "\n- d"),
    ]


def test_a_picture_holds_every_section_that_has_a_level():
    drawn = picture(FULL)
    assert sum(len(ribbon.flow.sections) for ribbon in drawn.ribbons) == sum(len(flow.sections) for flow in FULL.flows)
    for side in (0, WIDTH):
        boxes = [box for box in drawn.boxes if (box.x > WIDTH / 2) == bool(side)]
        assert sum(box.count for box in boxes) == sum(len(flow.sections) for flow in FULL.flows)
        assert [low.y >= high.y + high.height for high, low in pairwise(boxes)] == [True] * (len(boxes) - 1)


def test_without_levels_there_is_no_picture():
    assert picture(replace(FULL, flows=())) is None


def test_the_tree_has_every_heading_once_in_order():
    assert [branch.heading for _, branch in flat(tree(FULL.outline, FULL.topics))] == list(FULL.outline)


@pytest.mark.skipif("SPECDIFF_BROWSER" not in os.environ, reason="SPECDIFF_BROWSER names no browser that must be there")
def test_the_browser_that_the_page_is_tried_in_is_installed():
    assert shutil.which(os.environ["SPECDIFF_BROWSER"]) is not None
    assert find_spec("playwright") is not None
