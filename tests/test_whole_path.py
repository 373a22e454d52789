"""The path that Laurel exists for, walked in a real browser against a running stack with a real worker."""

import json
import re
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from bin.environment import ROOT
from credentials.standards.baking import unbake_png
from tests.independent import Verifiers
from tests.stack import Stack

PASSWORD = "correct horse battery"
LEARNER = ("Amélie Ōtsuka", "amelie@learners.example")

SUB_COMPETENCIES = {
    "Names feelings": [
        "Says that something is wrong.",
        "Names the feeling it causes.",
        "Names what others may feel too.",
    ],
    "Finds a way on": ["Waits for others.", "Proposes one way.", "Weighs several ways against each other."],
    "Keeps it up": ["Begins.", "Keeps a plan for two weeks.", "Keeps a plan and adapts it for four weeks."],
}

LEVELS = ("Starting", "Able", "Strong")  # of each sub-competency, lowest first; the second meets it

pytestmark = [pytest.mark.browser, pytest.mark.stack, pytest.mark.node]


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    """A running Laurel with one institution and its staff, and no rubric or badge yet."""
    with Stack() as running:
        subprocess.run([sys.executable, "-m", "tests.make_staff"], cwd=ROOT, env=running.variables, check=True)
        yield running


@pytest.fixture
def people(browser: Browser, stack: Stack) -> Iterator["People"]:
    opened = People(browser, stack)
    yield opened
    opened.close()


class People:
    """One browser profile for each person, each with its own page; page errors fail the test."""

    def __init__(self, browser: Browser, stack: Stack) -> None:
        self.browser, self.stack = browser, stack
        self.contexts: list[BrowserContext] = []
        self.complaints: list[str] = []

    def page(self) -> Page:
        """Return a page of somebody new."""
        context = self.browser.new_context(base_url=self.stack.url, viewport={"width": 1280, "height": 900})
        self.contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((self.stack.url, "data:", "blob:"))
                else self.complaints.append(f"asked another host: {request.url}")
            ),
        )
        return page

    def signed_in(self, email: str) -> Page:
        """Return a page of somebody who has just signed in through the form."""
        page = self.page()
        page.goto("/accounts/login/")
        page.get_by_label(re.compile("e-?mail", re.I)).first.fill(email)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_url(lambda url: "/accounts/login" not in url)
        return page

    def close(self) -> None:
        for context in self.contexts:
            context.close()


def fetch(url: str, *, token: str | None = None, accept: str = "application/json") -> tuple[int, bytes]:
    """Return the status and body of a GET that carries no cookie."""
    headers = {"Accept": accept} | ({"Authorization": f"Bearer {token}"} if token else {})
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=20) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def write_rubric_and_badge(page: Page) -> None:
    """Step 1: an administrator writes and publishes a rubric, and a badge on it."""
    page.goto("/admin/")
    page.get_by_role("link", name="Rubrics").first.click()
    page.get_by_role("link", name=re.compile("(New|Add|Write).*rubric", re.I)).first.click()
    page.get_by_label("Title").fill("Staying calm")
    for number, (name, descriptors) in enumerate(SUB_COMPETENCIES.items(), start=1):
        if number > 1:
            page.get_by_role("button", name="Add a sub-competency").click()
        group = page.get_by_role("group", name=f"Sub-competency {number}", exact=True)
        group.get_by_label("Name", exact=True).fill(name)
        for place, (level, descriptor) in enumerate(zip(LEVELS, descriptors, strict=True), start=1):
            group.get_by_label(f"Name of level {place} of sub-competency {number}").fill(level)
            group.get_by_label(f"Descriptor of level {place} of sub-competency {number}").fill(descriptor)
            group.get_by_label(f"Points of level {place} of sub-competency {number}").fill(str(place))
        group.get_by_label(f"Level 2 meets sub-competency {number}").check()
    page.get_by_text("Publish…").click()
    page.get_by_role("button", name="Save and publish").click()
    expect(page.get_by_text("“Staying calm”, version 1, is published.")).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_count(0)

    page.get_by_role("link", name="Badges").last.click()
    page.get_by_role("link", name=re.compile("(New|Add|Define).*badge", re.I)).first.click()
    page.get_by_label("Name", exact=True).fill("Calm under pressure")
    page.get_by_label(re.compile("^Description")).fill("Keeps a clear head when it counts, and helps others to.")
    page.get_by_label(re.compile("^Criteria")).fill("Hand in evidence of *real* situations for each sub-competency.")
    page.get_by_label("Rubric").select_option(label="Staying calm, version 1")
    page.get_by_label(re.compile("^Workload")).fill("12")
    page.get_by_label(re.compile("^Valid for")).fill("24")
    page.get_by_label(re.compile("^Signatory name")).fill("Dr. Ida Shore")
    page.get_by_role("button", name="Save the draft").first.click()
    page.get_by_text("Publish version 1…").click()
    page.get_by_role("button", name="Publish now").click()
    expect(page.get_by_text("Learners see version 1")).to_be_visible()


def sign_up(people: People) -> Page:
    """Step 2 begins: somebody new makes an account and confirms the address with the code in the mail."""
    name, email = LEARNER
    page = people.page()
    page.goto("/achievements/")
    page.get_by_role("link", name="Calm under pressure").first.click()
    expect(page.get_by_role("heading", name="How it is judged")).to_be_visible()
    for level in [text for levels in SUB_COMPETENCIES.values() for text in levels]:
        expect(page.get_by_text(level)).to_be_attached()
    page.get_by_role("button", name=re.compile("Apply|Sign up|Create an account")).or_(
        page.get_by_role("link", name=re.compile("apply|Sign up|Create an account", re.I))
    ).first.click()
    if "/accounts/login" in page.url:
        page.get_by_role("link", name="Create an account").click()
    page.get_by_label("Your name").fill(name)
    page.get_by_label(re.compile("e-?mail", re.I)).first.fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Create account").click()
    mail = people.stack.wait_for(lambda: people.stack.mails(email))[-1]
    code = re.search(r"^\s*([A-Z0-9]{3,4}-?[A-Z0-9]{3,4})\s*$", mail.get_body(("plain",)).get_content(), re.M)
    assert code, mail
    page.get_by_label(re.compile("code", re.I)).first.fill(code.group(1))
    page.get_by_role("button", name="Confirm").click()
    page.wait_for_url(re.compile(r"/(achievements|me)/"))
    return page


def apply_and_hand_in(page: Page, tmp_path: Path) -> None:
    """Step 2: apply, write, attach a file, add a link, hand in. The draft survives closing the tab."""
    if "/me/submissions/" not in page.url:
        page.goto("/achievements/")
        page.get_by_role("link", name="Calm under pressure").first.click()
        page.get_by_role("button", name=re.compile("Apply")).first.click()
    page.wait_for_url("**/me/submissions/*/")
    address = page.url
    names = list(SUB_COMPETENCIES)
    for name in names[:2]:
        box = page.locator("section", has=page.get_by_role("heading", name=name)).get_by_role("textbox").first
        box.press_sequentially(f"What I did about “{name}”: I stopped and asked.", delay=1)
    expect(page.locator("[data-autosave-status]").first).to_contain_text("Saved", timeout=10_000)
    page.goto("/me/")
    page.goto(address)
    first = page.locator("section", has=page.get_by_role("heading", name=names[0])).get_by_role("textbox").first
    expect(first).to_have_value(f"What I did about “{names[0]}”: I stopped and asked.")
    diary = tmp_path / "diary.txt"
    diary.write_text("Monday: breathed before the call. Friday: walked after the meeting.\n", encoding="utf-8")
    third = page.locator("section", has=page.get_by_role("heading", name=names[2]))
    third.locator("input[type=file]").set_input_files(str(diary))
    if not third.get_by_role("link", name="diary.txt").count():
        page.get_by_role("button", name="Save", exact=True).last.click()
    expect(third.get_by_role("link", name="diary.txt")).to_be_visible()
    third.get_by_label(re.compile("Add a link")).fill("https://example.org/plan")
    third.get_by_role("button", name=re.compile("Add.*link")).click()
    expect(third.get_by_role("link", name="https://example.org/plan")).to_be_visible()
    hand_in(page)


def hand_in(page: Page) -> None:
    page.get_by_role("button", name="Check and hand in").first.click()
    page.get_by_role("button", name="Hand in", exact=True).click()
    expect(page.get_by_text(re.compile("waiting for review|Submitted|handed in", re.I)).first).to_be_visible()


def review(page: Page, levels: dict[str, tuple[str, str]]) -> None:
    """Step 3: take the submission, choose a level and comment for each sub-competency, decide."""
    page.goto("/assess/")
    page.get_by_role("button", name=re.compile(f"Review {LEARNER[0]}")).click()
    for name, (level, comment) in levels.items():
        row = page.locator("section", has=page.get_by_role("heading", name=re.compile(re.escape(name))))
        row.get_by_role("radio", name=re.compile(f"^{level}")).check()
        row.get_by_role("textbox").fill(comment)
    expect(page.locator("[data-autosave-status]").first).to_contain_text("Saved", timeout=10_000)
    page.get_by_role("button", name="Decide").click()
    expect(page.get_by_text("Decided:")).to_be_visible()


def verdict(page: Page, *, file: Path | None = None, text: str = "") -> str:
    """Return the headline of /verify/ for a file or a text."""
    page.goto("/verify/")
    if file:
        page.locator("input[type=file]").set_input_files(str(file))
    else:
        page.locator("textarea").fill(text)
    page.get_by_role("button", name="Check", exact=True).click()
    return page.locator("#verdict").inner_text()


def test_from_an_empty_institution_to_a_credential_that_a_stranger_can_check(  # noqa: PLR0915  one walk, in order
    people: People, stack: Stack, tmp_path: Path, verify_independently: Verifiers
) -> None:
    administrator = people.signed_in("admin@shore.example")
    write_rubric_and_badge(administrator)

    learner = sign_up(people)
    apply_and_hand_in(learner, tmp_path)

    assessor = people.signed_in("assessor@shore.example")
    names = list(SUB_COMPETENCIES)
    review(
        assessor,
        {
            names[0]: ("Able", "You name it clearly in the first sentence."),
            names[1]: ("Starting", "Tell what the way was that you proposed."),
            names[2]: ("Strong", "The diary shows four weeks."),
        },
    )
    mail = stack.wait_for(lambda: [m for m in stack.mails(LEARNER[1]) if "Please add" in m["Subject"]])[0]
    assert "Calm under pressure" in mail["Subject"]

    learner.goto("/me/")
    learner.get_by_role("link", name=re.compile("Calm under pressure|Go on|Continue|Add")).first.click()
    expect(learner.get_by_text("Tell what the way was that you proposed.").first).to_be_visible()
    expect(
        learner.locator("section.criterion").get_by_role("textbox", name=re.compile("Names feelings"))
    ).to_have_count(0)
    box = learner.locator("section", has=learner.get_by_role("heading", name=names[1])).get_by_role("textbox").first
    box.fill("I proposed to split the night shift and tried it for a week.")
    expect(learner.locator("[data-autosave-status]").first).to_contain_text("Saved", timeout=10_000)
    hand_in(learner)

    # Only what was unmet is marked again.
    assessor.goto("/assess/")
    assessor.get_by_role("button", name=re.compile(f"Review {LEARNER[0]}")).click()
    expect(assessor.get_by_role("radio")).to_have_count(3)
    assessor.get_by_role("radio", name=re.compile("^Able")).check()
    assessor.get_by_role("button", name="Decide").click()
    expect(assessor.get_by_text("has met it all")).to_be_visible()

    # Step 4 is the workers': the mail is the sign that they are done.
    stack.wait_for(lambda: [m for m in stack.mails(LEARNER[1]) if m["Subject"].startswith("Your badge")], seconds=30)
    learner.goto("/me/")
    learner.get_by_role("link", name=re.compile("Calm under pressure")).first.click()
    expect(learner.get_by_role("link", name="Certificate (PDF)")).to_be_visible(timeout=20_000)
    learner.get_by_role("button", name="Publish", exact=True).click()
    files = {}
    for label in ("Certificate (PDF)", "Badge picture (PNG)", "Credential (JSON)"):
        with learner.expect_download() as download:
            learner.get_by_role("link", name=label).click()
        files[label] = tmp_path / download.value.suggested_filename
        download.value.save_as(files[label])
    linkedin = urlsplit(learner.get_by_role("link", name="Add to LinkedIn").get_attribute("href") or "")
    public_url = learner.get_by_role("link", name="See the public page").get_attribute("href") or ""
    values = {name: value[0] for name, value in parse_qs(linkedin.query).items()}
    today = datetime.now(UTC)
    assert (linkedin.netloc, linkedin.path) == ("www.linkedin.com", "/profile/add")
    assert values["startTask"] == "CERTIFICATION_NAME"
    assert values["name"] == "Calm under pressure"
    assert values["organizationName"] == "Shore & Sons Academy"
    assert (values["issueYear"], values["issueMonth"]) == (str(today.year), str(today.month))
    assert values["certUrl"] == f"{stack.url}{public_url}"

    # Step 5: a stranger reads the page and checks each file.
    document = json.loads(files["Credential (JSON)"].read_text(encoding="utf-8"))
    assert unbake_png(files["Badge picture (PNG)"].read_bytes()) == files["Credential (JSON)"].read_text(
        encoding="utf-8"
    )
    reached = {
        result["resultDescription"]: result["achievedLevel"] for result in document["credentialSubject"]["result"]
    }
    descriptions = document["credentialSubject"]["achievement"]["resultDescription"]
    shown = {
        description["name"]: next(
            level["name"] for level in description["rubricCriterionLevel"] if level["id"] == reached[description["id"]]
        )
        for description in descriptions
    }
    assert shown == {names[0]: "Able", names[1]: "Able", names[2]: "Strong"}

    stranger = people.page()
    stranger.goto(public_url)
    for text in (LEARNER[0], "Calm under pressure", "Shore & Sons Academy", "Valid", *names):
        expect(stranger.get_by_text(text).first).to_be_visible()
    for file in files.values():
        assert verdict(stranger, file=file) == "Genuine and valid", file
    number = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", stranger.goto(public_url).text())
    assert number and verdict(stranger, text=number.group(0)) == "Genuine and valid"

    verdicts = verify_independently(document, base=stack.url)
    assert [(each.verifier, each.verified, each.revoked) for each in verdicts] == [
        ("@digitalbazaar/vc", True, False),
        ("@digitalcredentials/verifier-core", True, False),
    ]
    better = json.loads(json.dumps(document))
    levels = {level["name"]: level["id"] for level in descriptions[1]["rubricCriterionLevel"]}
    better["credentialSubject"]["result"][1]["achievedLevel"] = levels["Strong"]
    assert [each.verified for each in verify_independently(better, base=stack.url)] == [False, False]
    forged = tmp_path / "forged.json"
    forged.write_text(json.dumps(better), encoding="utf-8")
    assert verdict(stranger, file=forged) == "Not genuine: don't rely on it"

    # Step 6: the registrar's token reads the transcript; the administrator revokes.
    token = make_token(people.signed_in("registrar@shore.example"))
    status, body = fetch(f"{stack.url}/api/v1/transcripts/?email={LEARNER[1]}", token=token)
    transcript = json.loads(body)
    assert status == 200
    record = transcript["credentials"][0]
    assert (record["badge"], record["status"]) == ("Calm under pressure", "valid")
    assert fetch(f"{stack.url}/api/v1/transcripts/?email={LEARNER[1]}")[0] == 401

    revoke(administrator)
    stack.wait_for(
        lambda: [each.revoked for each in verify_independently(document, base=stack.url)] == [True, True], seconds=20
    )
    stranger.goto(public_url)
    expect(stranger.get_by_text(re.compile("Revoked: this no longer stands"))).to_be_visible()
    assert verdict(stranger, file=files["Credential (JSON)"]) == "Genuine, but revoked"
    body = fetch(f"{stack.url}/api/v1/transcripts/?email={LEARNER[1]}", token=token)[1]
    assert json.loads(body)["credentials"][0]["status"] == "revoked"
    assert people.complaints == []


def make_token(page: Page) -> str:
    """Step 6: a registrar makes a token in the admin and copies the secret that is shown once."""
    page.goto("/admin/")
    page.get_by_role("link", name="API tokens").first.click()
    page.get_by_role("link", name=re.compile("(New|Add|Make).*token", re.I)).first.click()
    page.get_by_label("Name", exact=True).fill("Student records")
    page.get_by_role("button", name="Make the token").click()
    secret = re.search(r"laurel_[\w-]{40,}", page.content())
    assert secret
    page.get_by_role("link", name=re.compile("to the tokens")).click()
    page.get_by_role("link", name="Student records").click()
    assert secret.group(0) not in page.content(), "shown once"
    return secret.group(0)


def revoke(page: Page) -> None:
    """Step 6: an administrator revokes the credential with a reason."""
    page.goto("/admin/")
    page.get_by_role("link", name="Credentials").first.click()
    page.get_by_role("link", name=re.compile(LEARNER[0])).first.click()
    page.get_by_role("link", name=re.compile("Revoke")).click()
    page.get_by_label(re.compile("^Reason")).select_option("error")
    page.get_by_role("textbox").last.fill("Awarded on the wrong evidence.")
    page.get_by_role("button", name="Revoke 1 credential").click()
    expect(page.get_by_text("Revoked").first).to_be_visible()
