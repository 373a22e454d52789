"""The web admin in a real browser: accessible, inside the screen, and an editor that loses nothing."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from config.demo.loading import PASSWORD
from tests.stack import Stack

pytestmark = [pytest.mark.browser, pytest.mark.stack]

ADMINISTRATOR = "winifred.castellane@caldergrove.example.org"  # of the demo programmes
SECTIONS = [
    "Dashboard",
    "Rubrics",
    "Badges",
    "Learners",
    "Submissions",
    "Credentials",
    "Settings",
    "Members",
    "API tokens",
    "Failed work",
    "Audit log",
]


def entered(browser: Browser, stack: Stack, *, width: int = 1440, scheme: str = "light") -> Page:
    """Return the dashboard of somebody who signed in through the form."""
    context = browser.new_context(base_url=stack.url, viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto("/admin/")
    page.get_by_label("Email").or_(page.get_by_label("E-mail")).first.fill(ADMINISTRATOR)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/admin/")
    return page


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_axe_finds_nothing_and_nothing_sticks_out(browser: Browser, stack: Stack, width: int, scheme: str) -> None:
    page = entered(browser, stack, width=width, scheme=scheme)
    found = {}
    addresses = {
        name: page.get_by_role("navigation", name="Sections").get_by_role("link", name=name).get_attribute("href")
        for name in SECTIONS
    }
    addresses["New rubric"] = "/admin/rubrics/rubric/add/"
    addresses["New badge"] = "/admin/credentials/achievement/add/"
    for name in ("Rubrics", "Badges", "Learners", "Submissions", "Credentials", "Members"):
        page.goto(addresses[name])
        addresses[f"One of {name}"] = page.locator("#result_list tbody th a").first.get_attribute("href")
    for name, address in addresses.items():
        page.goto(address)
        broken = [each["id"] for each in Axe().run(page).response["violations"]]
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if broken or wider > 0:
            found[name] = (broken, wider)
    assert found == {}


def test_rows_are_added_moved_and_removed_without_a_new_page_and_keep_what_was_typed(
    browser: Browser, stack: Stack
) -> None:
    page = entered(browser, stack)
    page.goto("/admin/rubrics/rubric/add/")
    page.evaluate("window.samePage = true")
    page.get_by_label("Title").fill("Typed with care")
    page.get_by_label("Name", exact=True).fill("Listens")
    page.get_by_role("button", name="Add a sub-competency").click()
    second = page.get_by_role("group", name="Sub-competency 2", exact=True)
    expect(second.get_by_label("Name", exact=True)).to_be_focused()
    second.get_by_label("Name", exact=True).fill("Helps")
    page.get_by_role("button", name="Up sub-competency 2").click()
    expect(page.get_by_label("Name", exact=True).first).to_have_value("Helps")
    page.get_by_role("button", name="Remove level 3 of sub-competency 1").click()
    expect(page.get_by_label("of sub-competency 1").and_(page.get_by_role("textbox"))).to_have_count(4)
    page.get_by_role("button", name="Add a level to sub-competency 1").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Name of level 3 of sub-competency 1")).to_be_focused()
    expect(page.get_by_label("Title")).to_have_value("Typed with care")
    assert page.evaluate("window.samePage")


def test_a_signed_out_author_loses_nothing_of_what_was_typed(browser: Browser, stack: Stack) -> None:
    page = entered(browser, stack)
    page.goto("/admin/rubrics/rubric/add/")
    page.get_by_label("Name", exact=True).fill("Listens")
    page.context.clear_cookies()
    page.get_by_role("button", name="Add a sub-competency").click()
    expect(page.get_by_role("alert")).to_contain_text("What you typed is still here")
    expect(page.get_by_label("Name", exact=True)).to_have_value("Listens")


def test_the_editor_works_without_javascript(browser: Browser, stack: Stack) -> None:
    with_scripts = entered(browser, stack)
    context = browser.new_context(
        base_url=stack.url, java_script_enabled=False, storage_state=with_scripts.context.storage_state()
    )
    page = context.new_page()
    page.goto("/admin/rubrics/rubric/add/")
    page.get_by_label("Title").fill("Without scripts")
    page.get_by_label("Name", exact=True).fill("Listens")
    page.get_by_role("button", name="Add a sub-competency").click()
    page.get_by_label("Name", exact=True).last.fill("Helps")
    page.get_by_role("button", name="Save the draft").last.click()
    expect(page.get_by_text("The draft is saved.")).to_be_visible()
    expect(page.get_by_label("Name", exact=True).first).to_have_value("Listens")
