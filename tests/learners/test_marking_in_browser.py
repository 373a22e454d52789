"""The marking page in a real browser: two tabs, what a decision would mean, and a message that stays."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from config.demo.loading import PASSWORD
from tests.stack import Stack

pytestmark = [pytest.mark.browser, pytest.mark.stack]
ASSESSOR = "ingrid.soerlie@larkmoor.example.edu"  # of the demo programmes, with one review under way


@pytest.fixture
def tabs(browser: Browser, stack: Stack) -> tuple[Page, Page]:
    """Two tabs of one assessor on the same review."""
    context = browser.new_context(base_url=stack.url, viewport={"width": 1280, "height": 900})
    first, second = context.new_page(), context.new_page()
    first.goto("/accounts/login/?next=/assess/%3Ftab%3Dmine")
    first.get_by_label(re.compile("e-?mail", re.I)).first.fill(ASSESSOR)
    first.get_by_label("Password", exact=True).fill(PASSWORD)
    first.get_by_role("button", name="Sign in", exact=True).click()
    first.get_by_role("link", name=re.compile("Go on with")).first.click()
    first.wait_for_url("**/assess/reviews/*/")
    second.goto(first.url)
    return first, second


def status(page: Page):
    return page.locator("[data-autosave-status]").first


def row(page: Page, number: int):
    return page.locator(".review-row").nth(number)


def test_two_tabs_on_different_parts_do_not_get_in_each_others_way(tabs: tuple[Page, Page]) -> None:
    first, second = tabs
    row(first, 2).get_by_role("radio").nth(2).check()
    expect(status(first)).to_contain_text("Saved")
    row(second, 0).get_by_role("textbox").fill("The log covers fifteen days.")
    expect(status(second)).to_contain_text("Saved")
    expect(second.locator("form .alert.tone-warn")).to_have_count(0)
    expect(row(second, 2).get_by_role("radio").nth(2)).to_be_checked()
    first.locator("#message").fill("Well observed.")
    expect(status(first)).to_contain_text("Saved")
    first.reload()
    expect(first.locator("#message")).to_have_value("Well observed.")
    expect(row(first, 0).get_by_role("textbox")).to_have_value("The log covers fifteen days.")


def test_two_tabs_on_the_same_comment_are_shown_both(tabs: tuple[Page, Page]) -> None:
    first, second = tabs
    row(first, 3).get_by_role("textbox").fill("Named a person.")
    expect(status(first)).to_contain_text("Saved")
    row(second, 3).get_by_role("textbox").fill("Named nobody.")
    notice = row(second, 3).locator(".alert.tone-warn")
    expect(notice.locator("blockquote")).to_have_text(["Named a person."])
    expect(row(second, 3).get_by_role("textbox")).to_have_value("Named nobody.")
    notice.get_by_role("button", name="Keep mine").click()
    expect(status(second)).to_contain_text("Saved")
    second.reload()
    expect(row(second, 3).get_by_role("textbox")).to_have_value("Named nobody.")


def test_the_page_says_what_a_decision_would_mean_before_it_is_made(tabs: tuple[Page, Page]) -> None:
    page, _ = tabs
    for number in range(4):
        row(page, number).get_by_role("radio").nth(2).check()
    expect(page.locator("#outcome")).to_have_text("With these levels the badge is awarded.")
    row(page, 0).get_by_role("radio").first.check()
    expect(page.locator("#outcome")).to_contain_text("1 of 4 sub-competencies go back to the learner.")
    assert page.locator(":focus").get_attribute("type") == "radio"
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("button", name="Decide")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_axe_finds_nothing_and_nothing_sticks_out(tabs: tuple[Page, Page], width: int, scheme: str) -> None:
    page, _ = tabs
    review = page.url
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    found = {}
    for address in ("/assess/", "/assess/?tab=decided", review):
        page.goto(address)
        broken = [each["id"] for each in Axe().run(page).response["violations"]]
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if broken or wider > 0:
            found[address] = (broken, wider)
    assert found == {}
