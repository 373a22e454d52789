"""The learner's editor in a real browser: typing is saving, whatever happens to the session, the tab or the file."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django_scopes import scope, scopes_disabled
from playwright.sync_api import BrowserContext, Page, expect

from credentials.domain.application import apply_for_achievement
from credentials.models import AchievementCredential
from jobs.domain.queue import drain
from learners.domain.submitting import withdraw
from learners.models import Evidence, Submission
from tests.programme import Programme, assess, award, hand_in, make_programme

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAVED = re.compile(r"^Saved \d")


@pytest.fixture
def programme() -> Programme:
    return make_programme()


@pytest.fixture
def submission(programme) -> Submission:
    with scope(issuer=programme.issuer):
        return apply_for_achievement(programme.achievement, acting_user=programme.learner_user).submission


def sign_in(context: BrowserContext, programme: Programme, address: str) -> None:
    """Give the browser a session of the learner."""
    client = Client()
    client.force_login(programme.learner_user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": address}])


@pytest.fixture
def editor(context, live_server, programme, submission) -> Iterator[Page]:
    """The open editor; an error of one of its scripts fails the test."""
    complaints: list[str] = []
    sign_in(context, programme, live_server.url)
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{live_server.url}/me/submissions/{submission.uuid}/")
    yield page
    assert complaints == []


def field(page: Page, number: int):
    return page.locator("textarea").nth(number)


def status(page: Page):
    return page.locator("[data-autosave-status]")


def saved() -> list[str]:
    with scopes_disabled():
        pieces = Evidence.objects.filter(kind="text", removed_in_round=None).order_by("criterion__position")
        return [piece.text for piece in pieces]


def test_what_is_typed_is_saved_and_still_there_after_a_reload(editor):
    field(editor, 0).fill("First.")
    expect(status(editor)).to_have_text(SAVED)
    expect(editor.locator("#completeness")).to_contain_text("1 of 3")
    field(editor, 1).fill("Second.")
    expect(editor.locator("#completeness")).to_contain_text("2 of 3")
    assert saved() == ["First.", "Second."]
    editor.reload()
    expect(field(editor, 1)).to_have_value("Second.")


def test_typing_right_before_the_button_loses_nothing(editor):
    field(editor, 0).fill("First.")
    field(editor, 1).fill("Second.")
    field(editor, 2).fill("Third.")
    editor.get_by_role("button", name="Check and hand in").first.click()
    editor.get_by_role("button", name="Hand in", exact=True).click()
    expect(editor.get_by_text("Waiting for an assessor")).to_be_visible()
    assert saved() == ["First.", "Second.", "Third."]


def test_text_typed_after_the_session_ended_comes_back_after_signing_in(editor, context, live_server, programme):
    field(editor, 0).fill("Before.")
    expect(status(editor)).to_have_text(SAVED)
    Session.objects.all().delete()
    field(editor, 0).fill("Before, and an hour of work after.")
    field(editor, 1).fill("In the second field too.")
    expect(status(editor)).to_have_text(re.compile("You are signed out"))
    assert saved() == ["Before."]
    address = editor.url
    editor.goto(address)
    editor.get_by_label(re.compile("e-?mail", re.I)).first.fill(programme.learner_user.email)
    editor.get_by_label("Password", exact=True).fill("correct horse battery")
    editor.get_by_role("button", name="Sign in", exact=True).click()
    editor.wait_for_url(address)
    expect(field(editor, 0)).to_have_value("Before, and an hour of work after.")
    expect(field(editor, 1)).to_have_value("In the second field too.")
    expect(status(editor)).to_have_text(SAVED)
    expect(editor.locator("#completeness")).to_contain_text("2 of 3")
    assert saved() == ["Before, and an hour of work after.", "In the second field too."]


def test_signing_in_again_in_another_tab_lets_this_one_go_on(editor, context, live_server, programme):
    Session.objects.all().delete()
    field(editor, 0).fill("One.")
    expect(status(editor)).to_have_text(re.compile("You are signed out"))
    sign_in(context, programme, live_server.url)
    field(editor, 0).fill("One. Two.")
    expect(status(editor)).to_have_text(SAVED)
    assert saved() == ["One. Two."]


def test_two_tabs_on_different_fields_are_merged_without_a_question(editor, context):
    second = context.new_page()
    second.goto(editor.url)
    field(editor, 0).fill("From the first tab.")
    expect(status(editor)).to_have_text(SAVED)
    field(second, 1).fill("From the second tab.")
    expect(status(second)).to_have_text(SAVED)
    expect(field(second, 0)).to_have_value("From the first tab.")
    assert saved() == ["From the first tab.", "From the second tab."]


def test_two_tabs_on_the_same_field_are_told_and_both_texts_are_there(editor, context):
    second = context.new_page()
    second.goto(editor.url)
    field(editor, 0).fill("From the first tab.")
    expect(status(editor)).to_have_text(SAVED)
    field(second, 0).fill("From the second tab.")
    expect(second.get_by_text("Saved elsewhere:")).to_be_visible()
    expect(second.locator("blockquote")).to_have_text("From the first tab.")
    expect(field(second, 0)).to_have_value("From the second tab.")
    assert saved() == ["From the first tab."]
    second.get_by_role("button", name="Keep mine").click()
    expect(status(second)).to_have_text(SAVED)
    assert saved() == ["From the second tab."]


def test_a_lost_connection_is_told_and_made_up_for(editor, context):
    context.set_offline(True)
    field(editor, 0).fill("Written on a train.")
    expect(status(editor)).to_have_text(re.compile("Not saved, retrying"))
    context.set_offline(False)
    expect(status(editor)).to_have_text(SAVED)
    assert saved() == ["Written on a train."]


def test_a_file_goes_up_at_once_and_typing_goes_on(editor, tmp_path: Path):
    report = tmp_path / "report.pdf"
    report.write_bytes(b"%PDF-1.7" + b"x" * 200_000)
    field(editor, 0).fill("Before the file.")
    editor.locator("input[type=file]").first.set_input_files(report)
    expect(editor.get_by_role("link", name="report.pdf")).to_be_visible()
    field(editor, 0).fill("Before the file, and after.")
    expect(status(editor)).to_have_text(SAVED)
    assert saved() == ["Before the file, and after."]
    editor.get_by_role("button", name="Save", exact=True).last.click()
    expect(editor.get_by_text("Saved.", exact=True)).to_be_visible()
    with scopes_disabled():
        assert Evidence.objects.filter(kind="file").count() == 1
    editor.get_by_role("button", name="Remove report.pdf").click()
    expect(editor.get_by_role("link", name="report.pdf")).to_have_count(0)
    expect(field(editor, 0)).to_have_value("Before the file, and after.")


def test_a_wrong_file_is_told_where_it_was_chosen_and_the_text_stays(editor, tmp_path: Path):
    wrong, fake = tmp_path / "tool.exe", tmp_path / "photo.png"
    wrong.write_bytes(b"MZ")
    fake.write_bytes(b"not a picture")
    field(editor, 0).fill("Stays.")
    chosen = editor.locator("input[type=file]").first
    chosen.set_input_files(wrong)  # refused in the browser
    expect(editor.get_by_text("tool.exe is of a kind that is not accepted here.").first).to_be_visible()
    chosen.set_input_files(fake)  # refused by the server, from its first bytes
    expect(editor.get_by_text("“photo.png” ends in .png but isn't such a file.")).to_be_visible()
    expect(field(editor, 0)).to_have_value("Stays.")
    expect(status(editor)).to_have_text(SAVED)
    assert saved() == ["Stays."]


def test_without_javascript_the_whole_way_can_be_walked(browser, live_server, programme):
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, programme, live_server.url)
    page = context.new_page()
    page.goto(f"{live_server.url}{programme.achievement.get_absolute_url()}")
    page.get_by_role("button", name="Apply").click()
    for number in range(3):
        field(page, number).fill(f"Text {number}.")
    page.get_by_role("button", name="Check and hand in").first.click()
    page.get_by_role("button", name="Hand in", exact=True).click()
    expect(page.get_by_text("Waiting for an assessor")).to_be_visible()
    context.close()
    assert saved() == ["Text 0.", "Text 1.", "Text 2."]


def test_a_badge_being_made_shows_itself_when_it_is_ready(context, live_server, programme):
    award(programme)
    sign_in(context, programme, live_server.url)
    with scopes_disabled():
        credential = AchievementCredential.objects.get()
    page = context.new_page()
    page.goto(f"{live_server.url}/me/credentials/{credential.uuid}/")
    expect(page.get_by_text("Your badge is being prepared")).to_be_visible()
    drain()
    expect(page.get_by_role("link", name="Certificate (PDF)")).to_be_visible(timeout=15_000)
    expect(page.get_by_text("Your badge is being prepared")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_have_no_serious_barrier(context, live_server, programme, submission, scheme):
    sign_in(context, programme, live_server.url)
    with scope(issuer=programme.issuer):
        withdraw(submission, acting_user=programme.learner_user)
    returned = hand_in(programme).submission
    assess(programme, returned, levels=[2, 1, 3])
    award(make_programme("Collège Élan", host="elan.example"), user=programme.learner_user)
    drain()
    with scopes_disabled():
        credential = AchievementCredential.objects.get()
    page = context.new_page()
    page.emulate_media(color_scheme=scheme)
    for path in [
        "/",
        "/achievements/",
        "/achievements/?q=nothing-holds-this",
        programme.achievement.get_absolute_url(),
        "/me/",
        f"/me/submissions/{returned.uuid}/",
        f"/me/submissions/{returned.uuid}/hand-in/",
        f"/me/submissions/{submission.uuid}/",
        f"/me/credentials/{credential.uuid}/",
    ]:
        for width in (1440, 390):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(f"{live_server.url}{path}")
            found = [
                (each["id"], each["impact"], [node["html"][:120] for node in each["nodes"]])
                for each in Axe().run(page).response["violations"]
            ]
            assert (path, found) == (path, [])
            assert page.evaluate("document.documentElement.scrollWidth") <= width
