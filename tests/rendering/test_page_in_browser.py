"""The page in a real browser: filters, keys, permalinks, both views, paper, and what must never happen."""

import os
import re
import shutil
from contextlib import contextmanager

import pytest

from rendering.sample import FULL, IDENTICAL, TICKETS, WORDING, entry, many, review
from rendering.test_page import hostile
from specdiff.rendering.format import Style
from specdiff.rendering.formats.html import render

CHROMIUM = shutil.which(os.environ.get("SPECDIFF_BROWSER", "chromium"))
FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split()
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
LONG = " ".join(f"word{number}" for number in range(400))
LENGTHY = review((entry(1, "statement/weakened", TICKETS, "m", f"{LONG} [-must-]{{+should+}} {LONG}", old=1, new=1),))
PAGES = {"full": FULL, "lengthy": LENGTHY, "wording": WORDING, "identical": IDENTICAL, "hostile": hostile(), "many": many(2_000)}
FELL, EXCEPTION, ECHO, ACCEPTED, WEAKER = (
    "f-0000000000000001",
    "f-0000000000000002",
    "f-000000000000000a",
    "f-0000000000000009",
    "f-0000000000000004",
)

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed (pip install -e '.[dev]')")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on PATH: the page is not tried in a browser")


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    for name, one in PAGES.items():
        (folder / f"{name}.html").write_text(render(one, Style()), encoding="utf-8")
    return folder


@pytest.fixture
def opened(browser, folder):
    """Opens a page; when it is closed nothing may have gone wrong and nothing may have been asked of anybody."""

    @contextmanager
    def opened(name="full", hash_="", **settings):
        context = browser.new_context(**{"viewport": WIDE, **settings})
        page = context.new_page()
        wrong, asked = [], []
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: asked.append(request.url))
        url = (folder / f"{name}.html").as_uri()
        page.goto(url + hash_)
        yield page
        context.close()
        assert wrong == []
        assert {one.partition("#")[0] for one in asked if not one.startswith("data:")} == {url}

    return opened


def shown(page):
    return page.eval_on_selector_all(".finding", "all => all.filter(one => one.checkVisibility()).map(one => one.id)")


def count(page):
    return page.inner_text("output[name=count]")


def focused(page):
    return page.evaluate("document.activeElement.id")


def followed(page, target):
    """Wait until a link was followed, which the browser tells the page of a moment later."""
    page.wait_for_function("id => document.activeElement.id === id", arg=target, timeout=5_000)


def fragment(page):
    return page.evaluate("location.hash")


def test_filters_combine_and_count_and_stand_in_the_address(opened):
    with opened() as page:
        assert count(page) == "15 of 15 shown"
        page.click("label.pick.major")
        assert count(page) == "7 of 15 shown"
        page.select_option("[name=rule]", "statement/added")
        assert count(page) == "2 of 15 shown"
        page.fill("[name=q]", "SCRIPT permitted")
        assert count(page) == "1 of 15 shown"
        assert fragment(page) == "#severity=major&rule=statement/added&q=SCRIPT%20permitted".replace("/", "%2F")
        again = page.url
    with opened(hash_="#" + again.partition("#")[2]) as page:
        assert count(page) == "1 of 15 shown"
        assert page.input_value("[name=q]") == "SCRIPT permitted"
        page.keyboard.press("x")
        assert (count(page), fragment(page)) == ("15 of 15 shown", "")


def test_a_policy_holds_those_below_it(opened):
    with opened() as page:
        page.select_option("[name=section]", "s-storms:bad_weather")
        assert {one.rpartition("0")[2] for one in shown(page)} == {"e", "f", "11", "12", "7"}
        assert page.inner_text("[name=section] option:checked").strip() == "Bad weather (5)"


def test_each_choice_says_how_many_it_would_leave(opened):
    with opened() as page:
        page.click("label.pick.critical")
        options = page.eval_on_selector_all("[name=rule] option", "all => all.map(one => one.textContent)")
        assert "authority/lowered (1)" in options
        assert "statement/moved (0)" in options
        assert page.inner_text("label.pick.minor b") == "3"


def test_words_are_looked_for_in_what_a_finding_says_and_not_in_the_page_around_it(opened):
    with opened(hash_=f"#{WEAKER}&severity=minor") as page:
        for word, number in (
            ("followed", 0),
            ("letters", 0),
            ("tickets", 3),
            ("named in writing", 1),
            ("weakened", 2),
            ("lead", 1),
        ):
            page.keyboard.press("x")
            page.fill("[name=q]", word)
            assert (word, count(page)) == (word, f"{number} of 15 shown")
            page.keyboard.press("Escape")


def test_what_fits_nothing_is_said_and_can_be_undone(opened):
    with opened() as page:
        page.fill("[name=q]", "no such word")
        assert (shown(page), count(page)) == ([], "0 of 15 shown")
        page.click("[data-empty] button")
        assert len(shown(page)) == 15


def test_keys_walk_through_what_is_shown(opened):
    with opened() as page:
        page.keyboard.press("1")
        assert shown(page) == [FELL, EXCEPTION]
        page.keyboard.press("j")
        assert focused(page) == FELL
        assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= page.evaluate(
            "document.querySelector('.filters').getBoundingClientRect().bottom"
        )
        page.keyboard.press("j")
        page.keyboard.press("j")
        assert (focused(page), fragment(page)) == (EXCEPTION, f"#{EXCEPTION}&severity=critical")
        page.keyboard.press("k")
        assert focused(page) == FELL
        page.keyboard.press("o")
        assert not page.is_visible(f"#{FELL} .body")
        page.keyboard.press("o")
        page.keyboard.press("e")
        assert page.is_visible(f"#{ECHO}")
        page.keyboard.press("/")
        page.keyboard.type("jk?")
        assert page.input_value("[name=q]") == "jk?"
        page.keyboard.press("Escape")
        page.keyboard.press("?")
        assert page.is_visible("#help")
        page.keyboard.press("Escape")
        assert not page.is_visible("#help")


def test_capital_keys_walk_from_policy_to_policy_and_links_are_copied(opened):
    with opened() as page:
        page.keyboard.press("J")
        page.keyboard.press("J")
        assert page.evaluate("document.activeElement.parentElement.id") == "s-tickets"
        page.keyboard.press("K")
        assert page.evaluate("document.activeElement.parentElement.id") == "s-document"
        page.keyboard.press("c")
        page.wait_for_function("/copied|#f-0000000000000003$/.test(document.querySelector('output').textContent)", timeout=5_000)


def test_single_keys_can_be_switched_off(opened):
    with opened() as page:
        page.keyboard.press("?")
        page.uncheck("[data-do=keys]")
        page.keyboard.press("Escape")
        page.keyboard.press("1")
        assert count(page) == "15 of 15 shown"


def test_the_worst_first_is_another_order_of_the_same_findings(opened):
    with opened() as page:
        before = shown(page)
        page.keyboard.press("w")
        assert (shown(page)[:2], sorted(shown(page))) == ([FELL, EXCEPTION], sorted(before))
        page.keyboard.press("w")
        assert shown(page) == before


@pytest.mark.parametrize("target", [WEAKER, ACCEPTED, ECHO])
def test_a_permalink_shows_its_finding_even_if_filters_hide_it(opened, target):
    with opened(hash_=f"#{target}&severity=minor") as page:
        assert focused(page) == target
        assert page.is_visible(f"#{target} .meta")
        assert page.evaluate("innerHeight > document.activeElement.getBoundingClientRect().top")
        assert count(page) == "3 of 15 shown"
        assert page.is_visible(".pinned")


def test_links_between_findings_work_after_loading_too(opened):
    with opened() as page:
        page.keyboard.press("3")
        page.click(".worst a >> nth=1")
        followed(page, EXCEPTION)
        page.click("#values summary")
        page.click(f".evidence a[href='#{FELL}']")
        followed(page, FELL)
        assert page.is_visible(f"#{FELL} .body")
        page.keyboard.press("x")
        page.click(f"#{FELL} .rule")
        assert page.is_visible("#r-authority-lowered")


def test_a_link_to_a_policy_lifts_filters_that_hide_it(opened):
    with opened(hash_="#severity=critical") as page:
        page.click(".tree a[href='#s-music:']")
        page.wait_for_selector("[id='s-music:'] .finding", timeout=5_000)


def test_side_by_side_shows_each_text_whole(opened):
    with opened() as page:
        inline = f"#{WEAKER} .redline"
        assert page.inner_text(inline).count("must") == 1
        page.keyboard.press("s")
        page.locator(f"#{WEAKER}").scroll_into_view_if_needed()
        page.wait_for_selector(f"#{WEAKER} .pair")
        sides = [re.sub(r"\s+", " ", page.inner_text(f"#{WEAKER} .pair .{kind}")) for kind in ("gone", "new")]
        assert ["must sell" in sides[0], "should" in sides[0], "should sell" in sides[1], "must" in sides[1]] == [True, False, True, False]
        left, right = (page.locator(f"#{WEAKER} .pair .{kind}").bounding_box() for kind in ("gone", "new"))
        assert (left["y"], left["x"] < right["x"]) == (right["y"], True)
        page.keyboard.press("s")
        assert page.is_visible(inline)


def test_long_stretches_that_did_not_change_are_folded_until_asked_for(opened):
    with opened("lengthy") as page:
        words = page.locator(f"#{FELL} .redline")
        assert ["word0 " in words.inner_text(), "word200 " in words.inner_text(), "must" in words.inner_text()] == [True, False, True]
        for _ in range(2):
            page.locator(f"#{FELL} .unfold").first.click()
        assert words.inner_text().count("word200 ") == 2
        assert page.locator(".unfold").count() == 0


def test_light_and_dark_follow_the_system_until_one_is_chosen(opened):
    paper = "getComputedStyle(document.body).backgroundColor"
    with opened(color_scheme="dark") as page:
        dark = page.evaluate(paper)
        page.keyboard.press("t")
        assert page.evaluate(paper) != dark
        page.reload()
        assert page.evaluate(paper) != dark


def test_without_javascript_all_is_readable(opened):
    with opened(java_script_enabled=False) as page:
        for selector in (f"#{FELL} .words", ".tree a", ".ladder svg", ".courses", "#unexplained", "#rules"):
            assert page.locator(selector).first.is_visible(), selector
        assert page.locator(".finding:visible").count() == 15
        assert page.locator(".more.folded, .tools:visible, .filters:visible").count() == 0


def test_on_paper_everything_is_open_and_no_tool_is_left(opened):
    with opened() as page:
        page.emulate_media(media="print")
        assert page.locator(f"#{ACCEPTED} .until").bounding_box()["height"] > 0
        assert page.locator(".filters, .bar, .tree").evaluate_all("all => all.filter(one => one.checkVisibility()).length") == 0
        assert page.pdf()[:5] == b"%PDF-"


def test_hostile_text_does_nothing(opened):
    with opened("hostile") as page:
        assert page.locator("script").count() == 1
        assert page.locator("img, iframe, object, a[href^=javascript]").count() == 0
        assert "<script>alert(1)</script>" in page.inner_text("#f-0000000000000001")
        page.keyboard.press("j")
        page.keyboard.press("s")
        page.fill("[name=q]", "<script> \\u202e")
        assert count(page) == "1 of 1 shown"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("name", ["full", "hostile", "wording", "identical"])
def test_nothing_is_cut_off_on_a_narrow_screen(opened, name):
    with opened(name, viewport=NARROW) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]


def test_thousands_of_findings_stay_usable(opened):
    with opened("many", hash_="#severity=critical") as page:
        assert count(page) == "200 of 2,000 shown"
        page.fill("[name=q]", "rule 1999")
        page.keyboard.press("Escape")
        page.keyboard.press("x")
        page.evaluate("window.before = performance.now()")
        for key in "jjwj":
            page.keyboard.press(key)
        assert page.evaluate("performance.now() - window.before") < 10_000
        assert focused(page).startswith("f-")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing(opened, scheme, size):
    from axe_playwright_python.sync_playwright import Axe

    with opened(color_scheme=scheme, viewport=size) as page:
        page.click("[data-do=all]")
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        page.check("[data-do=still]")
        for key in ("", "s", "1", "?"):
            if key:
                page.keyboard.press(key)
            found = Axe().run(page)
            assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found.response["violations"]] == [], key
