"""Who may open which page of the web admin: every address of it, for every role."""

import re
import uuid
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver
from django_scopes import scope

from credentials.models import AchievementCredential
from issuers.admin.site import site
from issuers.enums import Role
from issuers.models import ApiToken, AuditEvent, Membership
from jobs.models import Job, JobState, MailState, OutgoingMail
from learners.models import Learner, Submission
from tests.admin_helpers import in_days, member, signed_in
from tests.programme import Programme, award, make_programme, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

OK, FOUND, FORBIDDEN, MISSING, POST_ONLY = 200, 302, 403, 404, 405

# address name -> what administrator, author and registrar get by GET. An assessor gets 403 and a stranger the sign-in
# page at each of them, and an administrator of another institution the 404 of a thing that doesn't exist.
TABLE: dict[str, tuple[int, int, int]] = {
    "index": (OK, OK, OK),
    "login": (FOUND, FOUND, FOUND),
    "logout": (FOUND, FOUND, FOUND),
    "password_change": (FOUND, FOUND, FOUND),
    "password_change_done": (FOUND, FOUND, FOUND),
    "app_list": (FOUND, FOUND, FOUND),
    "institution": (OK, FORBIDDEN, FORBIDDEN),
    "work": (OK, FORBIDDEN, OK),
    "work_retry": (POST_ONLY, FORBIDDEN, POST_ONLY),
    "work_resend": (POST_ONLY, FORBIDDEN, POST_ONLY),
    "issuers_membership_changelist": (OK, FORBIDDEN, FORBIDDEN),
    "issuers_membership_add": (OK, FORBIDDEN, FORBIDDEN),
    "issuers_membership_change": (OK, FORBIDDEN, FORBIDDEN),
    "issuers_membership_history": (OK, FORBIDDEN, FORBIDDEN),
    "issuers_membership_deactivation": (POST_ONLY, FORBIDDEN, FORBIDDEN),
    "issuers_membership_activation": (POST_ONLY, FORBIDDEN, FORBIDDEN),
    "issuers_apitoken_changelist": (OK, FORBIDDEN, OK),
    "issuers_apitoken_add": (OK, FORBIDDEN, OK),
    "issuers_apitoken_change": (OK, FORBIDDEN, OK),
    "issuers_apitoken_history": (OK, FORBIDDEN, OK),
    "issuers_apitoken_revocation": (POST_ONLY, FORBIDDEN, POST_ONLY),
    "issuers_auditevent_changelist": (OK, FORBIDDEN, OK),
    "issuers_auditevent_add": (FORBIDDEN, FORBIDDEN, FORBIDDEN),
    "issuers_auditevent_change": (OK, FORBIDDEN, OK),
    "issuers_auditevent_history": (OK, FORBIDDEN, OK),
    "rubrics_rubric_changelist": (OK, OK, OK),
    "rubrics_rubric_add": (OK, OK, FORBIDDEN),
    "rubrics_rubric_change": (OK, OK, OK),
    "rubrics_rubric_history": (OK, OK, OK),
    "rubrics_rubric_version": (POST_ONLY, POST_ONLY, FORBIDDEN),
    "learners_learner_changelist": (OK, FORBIDDEN, OK),
    "learners_learner_add": (OK, FORBIDDEN, OK),
    "learners_learner_change": (OK, FORBIDDEN, OK),
    "learners_learner_history": (OK, FORBIDDEN, OK),
    "learners_submission_changelist": (OK, FORBIDDEN, OK),
    "learners_submission_add": (FORBIDDEN, FORBIDDEN, FORBIDDEN),
    "learners_submission_change": (OK, FORBIDDEN, OK),
    "learners_submission_history": (OK, FORBIDDEN, OK),
    "credentials_achievement_changelist": (OK, OK, OK),
    "credentials_achievement_add": (OK, OK, FORBIDDEN),
    "credentials_achievement_change": (OK, OK, OK),
    "credentials_achievement_history": (OK, OK, OK),
    "credentials_achievement_image": (OK, OK, OK),
    "credentials_achievement_publication": (POST_ONLY, FORBIDDEN, FORBIDDEN),
    "credentials_achievement_archive": (POST_ONLY, FORBIDDEN, FORBIDDEN),
    "credentials_achievementcredential_changelist": (OK, FORBIDDEN, OK),
    "credentials_achievementcredential_add": (FORBIDDEN, FORBIDDEN, FORBIDDEN),
    "credentials_achievementcredential_change": (OK, FORBIDDEN, OK),
    "credentials_achievementcredential_history": (OK, FORBIDDEN, OK),
    "credentials_achievementcredential_revocation": (OK, FORBIDDEN, OK),
    "credentials_achievementcredential_document": (MISSING, FORBIDDEN, MISSING),  # no worker has signed it
    "credentials_achievementcredential_certificate": (MISSING, FORBIDDEN, MISSING),
}
OUTSIDE = {"login"}  # open to everyone: it only leads to the sign-in page


def admin_routes() -> dict[str, str]:
    """Return name -> route of every address under /admin/, from the URL resolver itself."""
    resolver = next(each for each in get_resolver().url_patterns if str(each.pattern) == "admin/")
    routes: dict[str, str] = {}

    def walk(patterns, prefix):
        for pattern in patterns:
            route = prefix + str(pattern.pattern)
            if isinstance(pattern, URLPattern):
                if pattern.name:
                    routes[pattern.name] = route
            else:
                walk(pattern.url_patterns, route)

    walk(resolver.url_patterns, "/admin/")
    return routes


@pytest.fixture
def programme() -> Programme:
    programme = make_programme()
    award(programme)
    client = signed_in(programme.administrator)
    client.post(
        "/admin/issuers/apitoken/add/",
        {"name": "Registry", "scopes": ["records:read"], "expires_at": in_days(30)},
    )
    return programme


def addresses(programme: Programme) -> dict[str, str]:
    """Return name -> a real address of the programme's institution for each route."""
    with scope(issuer=programme.issuer):
        job = Job.objects.filter(issuer_uuid=programme.issuer.uuid).first()
        mail = OutgoingMail.objects.create(
            kind="test", key=str(programme.issuer.uuid), to="a@b.example", issuer_uuid=programme.issuer.uuid
        )
        ids = {
            "issuers_membership": Membership.objects.filter(issuer=programme.issuer).latest("id").id,
            "issuers_apitoken": ApiToken.objects.get().id,
            "issuers_auditevent": AuditEvent.objects.latest("id").id,
            "rubrics_rubric": programme.rubric.id,
            "learners_learner": Learner.objects.get().id,
            "learners_submission": Submission.objects.get().id,
            "credentials_achievement": programme.achievement.id,
            "credentials_achievementcredential": AchievementCredential.objects.get().id,
        }
    found = {}
    for name, route in admin_routes().items():
        section = "_".join(name.split("_")[:2])
        filled = re.sub(r"<(int|path):object_id>", str(ids.get(section, "")), route)
        filled = filled.replace("<uuid:job>", str(job.uuid)).replace("<uuid:mail>", str(mail.uuid))
        found[name] = re.sub(r"\^?\(\?P<app_label>[^)]*\)", "rubrics", filled).replace("$", "").replace("\\", "")
    return found


def test_every_address_of_the_admin_has_a_row_here():
    assert set(admin_routes()) == set(TABLE)


def test_each_role_gets_what_the_table_says(programme):
    clients = [
        signed_in(programme.administrator),
        signed_in(member(programme, Role.AUTHOR)),
        signed_in(programme.registrar),
    ]
    got = {
        name: tuple(client.get(address).status_code for client in clients)
        for name, address in addresses(programme).items()
    }
    assert got == TABLE


def test_an_assessor_is_told_what_to_do_and_nobody_else_gets_past_the_sign_in(programme):
    assessor, learner, nobody = signed_in(programme.assessor), signed_in(programme.learner_user), Client()
    for name, address in addresses(programme).items():
        if name in OUTSIDE:
            continue
        answer = assessor.get(address)
        assert (name, answer.status_code) == (name, FORBIDDEN)
        assert "You have no role in an administration" in answer.content.decode()
        assert (name, learner.get(address).status_code) == (name, FORBIDDEN)
        answer = nobody.get(address)
        assert (name, answer.status_code) == (name, FOUND)
        assert answer.url.startswith("/accounts/login/?next=/admin/")


def test_what_belongs_to_another_institution_looks_like_what_does_not_exist(programme):
    other = signed_in(make_programme("Other College", host="other.example").administrator)
    for name, address in addresses(programme).items():
        if re.search(r"/\d+/|/[0-9a-f-]{36}/", address):
            missing = re.sub(r"/\d+/", "/999999999/", address)
            missing = re.sub(r"/[0-9a-f-]{36}/", f"/{uuid.uuid4()}/", missing)
            answers = [
                other.post(each) if TABLE[name][0] == POST_ONLY else other.get(each) for each in (address, missing)
            ]
            assert (name, answers[0].status_code) == (name, MISSING)
            assert answers[1].status_code == MISSING
            assert _words(answers[0]) == _words(answers[1])


def _words(answer) -> str:
    return re.sub(r"[0-9a-f]{12,}|csrf\S*", "", re.sub(r'value="[^"]*"', "", answer.content.decode()))


def test_lists_hold_nothing_of_another_institution(programme):
    other = make_programme("Other College", host="other.example")
    client = signed_in(other.administrator)
    for name, address in addresses(programme).items():
        if name.endswith("_changelist") or name in ("index", "work"):
            text = client.get(address).content.decode()
            assert (name, [word for word in ("harbour.example", "Léa", "Harbour College") if word in text]) == (
                name,
                [],
            )


def test_a_page_is_rendered_inside_the_scope_and_nothing_outlives_it(programme):
    from django_scopes.state import get_scope

    signed_in(programme.administrator).get("/admin/rubrics/rubric/")
    assert get_scope() == {}


def test_somebody_of_two_institutions_works_for_the_one_they_chose(programme):
    from issuers.domain.issuer import add_member

    other = make_programme("Zeta College", host="zeta.example")
    add_member(other.issuer, user=programme.administrator, role=Role.ADMINISTRATOR, acting_user=other.administrator)
    client = signed_in(programme.administrator)
    assert "Harbour College" in client.get("/admin/").content.decode()
    answer = client.post("/workplace/", {"issuer": str(other.issuer.uuid), "next": "/admin/"})
    assert (answer.status_code, answer.url) == (FOUND, "/admin/")
    page = client.get("/admin/credentials/achievement/").content.decode()
    assert "Zeta College" in page and f"/{other.achievement.id}/change/" in page
    assert f"/{programme.achievement.id}/change/" not in page


def test_nobody_can_choose_an_institution_that_is_not_theirs(programme):
    other = make_programme("Zeta College", host="zeta.example")
    client = signed_in(programme.administrator)
    assert client.post("/workplace/", {"issuer": str(other.issuer.uuid)}).status_code == MISSING
    assert client.post("/workplace/", {"issuer": "nonsense"}).status_code == MISSING


def test_the_choice_of_institution_leads_to_no_other_site(programme):
    client = signed_in(programme.administrator)
    answer = client.post("/workplace/", {"issuer": str(programme.issuer.uuid), "next": "https://evil.example/"})
    assert answer.url == "/me/"


def test_a_role_taken_away_closes_the_admin_at_once(programme):
    author = member(programme, Role.AUTHOR)
    client = signed_in(author)
    assert client.get("/admin/").status_code == OK
    Membership.objects.filter(user=author).update(is_active=False)
    assert client.get("/admin/").status_code == FORBIDDEN


def test_a_superuser_of_the_platform_has_no_way_in_without_a_role():
    user = make_user("operator@host.example", "Olga Operator")
    user.is_superuser = True
    user.save()
    assert signed_in(user).get("/admin/").status_code == FORBIDDEN


def test_the_admin_needs_no_looser_content_security_policy(programme):
    policy = signed_in(programme.administrator).get("/admin/").headers["Content-Security-Policy"]
    assert "unsafe-" not in policy


def test_state_changes_need_the_csrf_token(programme):
    client = Client(enforce_csrf_checks=True)
    client.force_login(programme.administrator)
    address = f"/admin/credentials/achievement/{programme.achievement.id}/archive/"
    assert client.post(address).status_code == HTTPStatus.FORBIDDEN


def test_nothing_can_be_deleted_in_the_admin():
    assert [name for name in admin_routes() if "delete" in name] == []
    assert [admin.actions for admin in site._registry.values() if admin.actions] == []


def test_failed_work_of_another_institution_can_not_be_run_again(programme):
    job = Job.objects.filter(issuer_uuid=programme.issuer.uuid).first()
    Job.objects.filter(id=job.id).update(state=JobState.BURIED)
    mail = OutgoingMail.objects.create(
        kind="t", key="1", to="a@b.example", issuer_uuid=programme.issuer.uuid, state=MailState.FAILED
    )
    other = signed_in(make_programme("Other College", host="other.example").administrator)
    assert other.post(f"/admin/work/jobs/{job.uuid}/retry/").status_code == MISSING
    assert other.post(f"/admin/work/mails/{mail.uuid}/resend/").status_code == MISSING
    job.refresh_from_db()
    mail.refresh_from_db()
    assert (job.state, mail.state) == (JobState.BURIED, MailState.FAILED)
