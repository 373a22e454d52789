"""The institution in the web admin: settings, members, tokens, audit log, failed work, dashboard."""

import re

import pytest
from django_scopes import scope

from issuers.domain.tokens import find_token
from issuers.enums import Role
from issuers.models import ApiToken, AuditEvent, Membership
from jobs.domain.queue import drain
from jobs.models import Job, JobState, MailState, OutgoingMail
from learners.models import Learner
from tests.admin_helpers import in_days, member, signed_in
from tests.programme import Programme, award, make_programme, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme() -> Programme:
    return make_programme()


def acts(programme: Programme) -> list[str]:
    with scope(issuer=programme.issuer):
        return list(AuditEvent.objects.order_by("sequence").values_list("act", flat=True))


# Settings -----------------------------------------------------------------------------------------------------


def settings_of(programme: Programme, **fields: str) -> dict[str, str]:
    issuer = programme.issuer
    return {
        "name": issuer.name,
        "description": issuer.description,
        "url": issuer.url,
        "email": issuer.email,
        "time_zone": "Europe/Vienna",
        "colour": "#1d5c45",
        "linkedin_company_id": "12345",
    } | fields


def test_an_administrator_changes_what_the_institution_says_about_itself(programme):
    client = signed_in(programme.administrator)
    assert client.post("/admin/institution/", settings_of(programme, name="Harbour University")).status_code == 302
    programme.issuer.refresh_from_db()
    assert (programme.issuer.name, programme.issuer.time_zone) == ("Harbour University", "Europe/Vienna")
    with scope(issuer=programme.issuer):
        entry = AuditEvent.objects.get(act="issuers.change_issuer")
    assert entry.data == {"fields": ["linkedin_company_id", "name", "time_zone"]}


def test_a_setting_that_can_not_be_taken_is_said_and_the_rest_stays_typed(programme):
    client = signed_in(programme.administrator)
    wrong = settings_of(programme, linkedin_company_id="our-page", description="Typed with care.")
    text = client.post("/admin/institution/", wrong).content.decode()
    assert "The number stands in the address" in text and "Typed with care." in text
    programme.issuer.refresh_from_db()
    assert programme.issuer.linkedin_company_id == ""


# Members ------------------------------------------------------------------------------------------------------

ADD_MEMBER = "/admin/issuers/membership/add/"


def test_somebody_with_an_account_is_added_by_address_whatever_its_capitals(programme):
    newcomer = make_user("new@harbour.example", "Nia New")
    client = signed_in(programme.administrator)
    assert client.post(ADD_MEMBER, {"email": "New@Harbour.example", "role": "assessor"}).status_code == 302
    assert Membership.objects.get(user=newcomer).role == Role.ASSESSOR


@pytest.mark.parametrize(
    ("email", "role", "sentence"),
    [
        ("nobody@harbour.example", "assessor", "Ask them to sign up first"),
        ("assessor@harbour.example", "assessor", "is assessor here already"),
        ("registrar@harbour.example", "emperor", "Select a valid choice"),
        ("not an address", "assessor", "Enter a valid email address"),
    ],
)
def test_who_can_not_be_added_is_said_and_what_was_typed_stays(programme, email, role, sentence):
    before = Membership.objects.count()
    text = signed_in(programme.administrator).post(ADD_MEMBER, {"email": email, "role": role}).content.decode()
    assert sentence in text and f'value="{email}"' in text
    assert Membership.objects.count() == before


def test_a_role_is_changed_ended_and_given_back_each_with_an_entry(programme):
    membership = Membership.objects.get(user=programme.assessor)
    client = signed_in(programme.administrator)
    base = f"/admin/issuers/membership/{membership.id}"
    client.post(f"{base}/change/", {"role": "moderator"})
    client.post(f"{base}/deactivation/")
    membership.refresh_from_db()
    assert (membership.role, membership.is_active) == (Role.MODERATOR, False)
    client.post(f"{base}/activation/")
    membership.refresh_from_db()
    assert membership.is_active
    assert acts(programme)[-3:] == ["issuers.change_role", "issuers.deactivate_member", "issuers.add_member"]


def test_the_last_administrator_stays(programme):
    membership = Membership.objects.get(user=programme.administrator)
    client = signed_in(programme.administrator)
    base = f"/admin/issuers/membership/{membership.id}"
    text = client.post(f"{base}/change/", {"role": "author"}).content.decode()
    assert "last administrator" in text
    text = client.post(f"{base}/deactivation/", follow=True).content.decode()
    assert "last administrator" in text
    membership.refresh_from_db()
    assert (membership.role, membership.is_active) == (Role.ADMINISTRATOR, True)
    member(programme, Role.ADMINISTRATOR)
    client.post(f"{base}/deactivation/")
    membership.refresh_from_db()
    assert not membership.is_active


# Tokens -------------------------------------------------------------------------------------------------------

ADD_TOKEN = "/admin/issuers/apitoken/add/"


def test_a_token_is_shown_once_and_works_until_it_is_ended(programme):
    client = signed_in(programme.registrar)
    answer = client.post(ADD_TOKEN, {"name": "Registry", "scopes": ["records:read"], "expires_at": in_days(30)})
    secret = re.search(r"laurel_[\w-]+", answer.content.decode()).group(0)
    assert "no-store" in answer.headers["Cache-Control"]
    assert "curl -H" in answer.content.decode()
    token = find_token(secret)
    assert token is not None and token.name == "Registry"
    pages = ["/admin/issuers/apitoken/", f"/admin/issuers/apitoken/{token.id}/change/"]
    assert [secret in client.get(page).content.decode() for page in pages] == [False, False]
    client.post(f"/admin/issuers/apitoken/{token.id}/revocation/")
    assert find_token(secret) is None
    assert acts(programme)[-2:] == ["issuers.create_token", "issuers.revoke_token"]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"scopes": []}, "This field is required."),
        ({"scopes": ["everything"]}, "Select a valid choice"),
        ({"expires_at": in_days(-1)}, "Choose an end between"),
        ({"expires_at": in_days(800)}, "Choose an end between"),
        ({"name": ""}, "This field is required."),
    ],
)
def test_a_token_that_can_not_be_made_is_explained(programme, wrong, sentence):
    data = {"name": "Registry", "scopes": ["records:read"], "expires_at": in_days(30)} | wrong
    text = signed_in(programme.registrar).post(ADD_TOKEN, data).content.decode()
    assert sentence in text
    with scope(issuer=programme.issuer):
        assert ApiToken.objects.count() == 0


def test_a_token_can_not_be_changed(programme):
    client = signed_in(programme.registrar)
    client.post(ADD_TOKEN, {"name": "Registry", "scopes": ["records:read"], "expires_at": in_days(30)})
    with scope(issuer=programme.issuer):
        token = ApiToken.objects.get()
    answer = client.post(f"/admin/issuers/apitoken/{token.id}/change/", {"name": "Other"})
    assert answer.status_code == 403
    token.refresh_from_db()
    assert token.name == "Registry"


# Learners -----------------------------------------------------------------------------------------------------


def test_a_registrar_adds_a_learner_and_the_same_address_only_once(programme):
    client = signed_in(programme.registrar)
    add = "/admin/learners/learner/add/"
    assert (
        client.post(add, {"name": "Τέα Σωτηρίου", "email": "tea@x.example", "student_number": "7"}).status_code == 302
    )
    text = client.post(add, {"name": "Tea", "email": "TEA@x.example", "student_number": ""}).content.decode()
    assert "There is a learner with the address TEA@x.example already." in text and 'value="Tea"' in text
    text = client.post(add, {"name": "Tom", "email": "tom@x.example", "student_number": "7"}).content.decode()
    assert "There is a learner with the number 7 already." in text
    with scope(issuer=programme.issuer):
        assert list(Learner.objects.values_list("name", flat=True)) == ["Τέα Σωτηρίου"]


def test_a_learner_of_another_institution_may_have_the_same_address(programme):
    other = make_programme("Other College", host="other.example")
    data = {"name": "Tea", "email": "tea@x.example", "student_number": "7"}
    for each in (programme, other):
        assert signed_in(each.registrar).post("/admin/learners/learner/add/", data).status_code == 302


def test_the_page_of_a_learner_shows_submissions_and_credentials(programme):
    award(programme)
    with scope(issuer=programme.issuer):
        learner = Learner.objects.get()
    text = signed_in(programme.registrar).get(f"/admin/learners/learner/{learner.id}/change/").content.decode()
    assert "Teamwork, version 1" in text and "Passed" in text


# Audit log ----------------------------------------------------------------------------------------------------


def test_the_chain_is_checked_on_the_page(programme):
    client = signed_in(programme.administrator)
    assert "The chain holds" in client.get("/admin/issuers/auditevent/?chain=1").content.decode()
    with scope(issuer=programme.issuer):
        AuditEvent.objects.filter(sequence=2).update(act="issuers.nothing_happened")
    text = client.get("/admin/issuers/auditevent/?chain=1").content.decode()
    assert "The chain does not hold at 1 place" in text and "Entry 2: was changed after it was written." in text


def test_the_log_can_only_be_read(programme):
    with scope(issuer=programme.issuer):
        event = AuditEvent.objects.first()
    client = signed_in(programme.administrator)
    assert client.post(f"/admin/issuers/auditevent/{event.id}/change/", {"act": "x"}).status_code == 405
    assert client.post("/admin/issuers/auditevent/add/", {"act": "x"}).status_code == 403


# Failed work --------------------------------------------------------------------------------------------------


def test_a_job_given_up_runs_again_by_a_click_and_a_second_click_is_told(programme):
    award(programme)
    job = Job.objects.get(kind="credentials.sign")
    assert job.issuer_uuid == programme.issuer.uuid
    Job.objects.filter(id=job.id).update(state=JobState.BURIED, last_error="The disk was full.")
    client = signed_in(programme.administrator)
    text = client.get("/admin/work/").content.decode()
    assert "Sign a credential" in text and "The disk was full." in text
    client.post(f"/admin/work/jobs/{job.uuid}/retry/")
    again = client.post(f"/admin/work/jobs/{job.uuid}/retry/", follow=True).content.decode()
    assert "there is nothing to retry" in again
    drain()
    job.refresh_from_db()
    assert job.state == JobState.DONE
    assert acts(programme).count("issuers.retry_job") == 1


def test_a_mail_that_may_not_have_arrived_is_sent_again_once(programme, mailoutbox):
    award(programme)
    drain()
    mail = OutgoingMail.objects.get()
    assert mail.issuer_uuid == programme.issuer.uuid
    client = signed_in(programme.administrator)
    assert mail.to not in client.get("/admin/work/").content.decode()
    OutgoingMail.objects.filter(id=mail.id).update(state=MailState.UNKNOWN)
    assert mail.to in client.get("/admin/work/").content.decode()
    for _ in range(2):
        client.post(f"/admin/work/mails/{mail.uuid}/resend/")
    drain()
    mail.refresh_from_db()
    assert (mail.state, len(mailoutbox)) == (MailState.SENT, 2)


# Dashboard ----------------------------------------------------------------------------------------------------


def test_the_dashboard_counts_each_step_of_the_path(programme):
    award(programme)
    context = signed_in(programme.administrator).get("/admin/").context
    assert [(bar["name"], bar["count"]) for bar in context["flow"]] == [
        ("Being prepared", 0),
        ("Waiting for review", 0),
        ("In review", 0),
        ("Returned to the learner", 0),
        ("Awarded", 1),
    ]


def test_a_new_institution_is_led_to_its_first_award():
    from issuers.domain.issuer import add_member, create_issuer

    administrator = make_user("ada@new.example", "Ada")
    issuer = create_issuer(name="New College", acting_user=administrator)
    add_member(issuer, user=administrator, role=Role.ADMINISTRATOR, acting_user=administrator)
    answer = signed_in(administrator).get("/admin/")
    assert [step.done for step in answer.context["steps"]] == [False] * 7
    assert "0 of 7 done" in answer.content.decode()


def test_an_author_sees_no_records_on_the_dashboard(programme):
    award(programme)
    text = signed_in(member(programme, Role.AUTHOR)).get("/admin/").content.decode()
    assert "Léa Lerner" not in text and "/admin/learners/" not in text
