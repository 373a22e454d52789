"""Take the README's pictures anew from the demo: `python -m tests.take_pictures`."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bin import machine
from bin.environment import ROOT
from tests.stack import Stack

FOLDER = ROOT / "templates" / "docs" / "images"
ADMINISTRATOR = "maribel.quintana@larkmoor.example.edu"
ASSESSOR = "ingrid.soerlie@larkmoor.example.edu"
WRITER = "noa.bendavid@larkmoor.example.edu"
HOLDER = "zoe.lindqvist@larkmoor.example.edu"
PASSWORD = "laurel-demo"


def signed_in(browser: Browser, stack: Stack, email: str) -> Page:
    """Return a page of one of the demo's people."""
    page = browser.new_context(base_url=stack.url, viewport={"width": 1280, "height": 860}).new_page()
    page.goto("/accounts/login/")
    page.get_by_label(re.compile("e-?mail", re.I)).first.fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda url: "/accounts/login" not in url)
    return page


def take(page: Page, name: str) -> None:
    """Keep what is in the window as a picture."""
    page.wait_for_timeout(400)
    page.screenshot(path=str(FOLDER / f"{name}.png"))


def main() -> None:
    """Start the demo, walk through it, and keep seven pictures."""
    FOLDER.mkdir(exist_ok=True)
    with Stack(demo=True) as stack, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=machine.chromium(), args=["--no-sandbox", "--disable-gpu"])

        page = signed_in(browser, stack, HOLDER)
        page.goto("/me/")
        page.get_by_role("link", name="Teamwork").first.click()
        page.get_by_role("link", name="Certificate (PDF)").wait_for(timeout=120_000)
        take(page, "earned")
        with tempfile.TemporaryDirectory() as folder:
            certificate = Path(folder) / "certificate.pdf"
            with page.expect_download() as download:
                page.get_by_role("link", name="Certificate (PDF)").click()
            download.value.save_as(certificate)
            target = FOLDER / "certificate"
            subprocess.run(["pdftoppm", "-r", "110", "-png", "-singlefile", certificate, target], check=True)
            page.get_by_role("link", name="See the public page").click()
            take(page, "credential")
            page.goto("/verify/")
            page.locator("input[type=file]").set_input_files(str(certificate))
            page.get_by_role("button", name="Check", exact=True).click()
            page.locator("#verdict").wait_for()
            take(page, "verify")

        page = signed_in(browser, stack, ADMINISTRATOR)
        page.goto("/admin/rubrics/rubric/")
        page.get_by_role("link", name="Teamwork").first.click()
        take(page, "rubric")

        page = signed_in(browser, stack, WRITER)
        page.goto("/me/")
        page.get_by_role("link", name=re.compile("Go on|Continue|Write|Stress|Conflict|Teamwork")).first.click()
        take(page, "submission")

        page = signed_in(browser, stack, ASSESSOR)
        page.goto("/assess/?tab=mine")
        page.get_by_role("link", name=re.compile("Go on with")).first.click()
        page.locator(".review-row").nth(1).scroll_into_view_if_needed()
        page.evaluate("scrollBy(0, 420)")
        take(page, "review")
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
