"""An earned badge for its owner."""

import json
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_scopes import scope

from credentials.domain.share import file_name, linkedin_url
from credentials.domain.status import revoke_credential
from credentials.models import AchievementCredential
from credentials.standards.baking import unbake_png
from issuers.models import AuditEvent, Issuer
from jobs.domain.queue import drain
from jobs.models import Job
from tests.programme import Programme, award, make_programme, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def programme() -> Programme:
    programme = make_programme()
    award(programme)
    drain()
    return programme


def credential_of(programme: Programme) -> AchievementCredential:
    with scope(issuer=programme.issuer):
        return AchievementCredential.objects.select_related("version", "issuer").get()


def address_of(programme: Programme) -> str:
    return f"/me/credentials/{credential_of(programme).uuid}/"


ADDRESSES = ["", "certificate.pdf", "badge.png", "credential.json"]


def test_its_owner_sees_levels_comments_number_and_who_sees_it(client, programme):
    client.force_login(programme.learner_user)
    html = client.get(address_of(programme)).content.decode()
    credential = credential_of(programme)
    assert credential.number in html
    assert html.count("<strong>Able</strong>, level 2 of 3 · required: Able") == 3
    assert html.count("Level 2 because of what you describe.") == 3
    assert "Only you</span>" in html
    assert "They don’t see your evidence" in html
    assert "linkedin.com" not in html


@pytest.mark.parametrize("ending", ADDRESSES)
def test_only_its_owner_finds_it(client, programme, ending):
    address = f"{address_of(programme)}{ending}"
    assert client.get(address).headers["Location"].startswith("/accounts/login/?next=")
    other = make_programme("Collège Élan", host="elan.example")
    for user in [programme.administrator, programme.assessor, other.learner_user, make_user("x@x.example", "X")]:
        client.force_login(user)
        assert client.get(address).status_code == 404
    client.force_login(programme.learner_user)
    assert client.get(address).status_code == 200


def test_another_learner_of_the_same_institution_does_not_find_it(client, programme):
    other = make_user("other@harbour.example", "Odd Other")
    award(programme, user=other)
    client.force_login(other)
    with scope(issuer=programme.issuer):
        credential = AchievementCredential.objects.get(learner__user=programme.learner_user)
    assert client.get(f"/me/credentials/{credential.uuid}/").status_code == 404
    assert client.post(f"/me/credentials/{credential.uuid}/publication/", {"visible": "yes"}).status_code == 404
    with scope(issuer=programme.issuer):
        assert not AchievementCredential.objects.exclude(published_at=None).exists()


def test_publishing_and_taking_back_are_posts_that_the_audit_log_keeps(client, programme):
    address = address_of(programme)
    client.force_login(programme.learner_user)
    assert client.get(f"{address}publication/").status_code == 405
    for _click in range(2):
        assert client.post(f"{address}publication/", {"visible": "yes"}).headers["Location"] == address
    html = client.get(address).content.decode()
    assert f"http://localhost:8000/credentials/{credential_of(programme).uuid}/" in html
    assert "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME" in html
    client.post(f"{address}publication/", {"visible": "no"})
    assert credential_of(programme).published_at is None
    with scope(issuer=programme.issuer):
        acts = AuditEvent.objects.filter(act__contains="publish_credential").order_by("sequence")
        assert list(acts.values_list("act", "actor_id")) == [
            ("credentials.publish_credential", programme.learner_user.pk),
            ("credentials.unpublish_credential", programme.learner_user.pk),
        ]


def test_publishing_for_linkedin_leads_back_to_that_link(client, programme):
    client.force_login(programme.learner_user)
    address = address_of(programme)
    response = client.post(f"{address}publication/", {"visible": "yes", "then": "linkedin"})
    assert response.headers["Location"] == f"{address}#linkedin"


def test_a_credential_being_signed_cannot_be_published_and_says_so(client):
    programme = make_programme()
    award(programme)
    address = address_of(programme)
    client.force_login(programme.learner_user)
    html = client.get(address).content.decode()
    assert "Your badge is being prepared" in html
    assert '<noscript><meta http-equiv="refresh" content="4"></noscript>' in html
    page = client.post(f"{address}publication/", {"visible": "yes"}, follow=True)
    assert "Your badge is still being signed. Publish it in a moment." in page.content.decode()
    assert credential_of(programme).published_at is None
    for ending in ADDRESSES[1:]:
        assert client.get(f"{address}{ending}").headers["Location"] == address


def test_a_script_is_told_how_far_the_badge_is_made(client):
    programme = make_programme()
    award(programme)
    client.force_login(programme.learner_user)
    headers = {"accept": "application/json"}
    assert client.get(address_of(programme), headers=headers).json() == {"signed": False, "certificate": False}
    drain()
    assert client.get(address_of(programme), headers=headers).json() == {"signed": True, "certificate": True}
    client.logout()
    assert client.get(address_of(programme), headers=headers).status_code == 403


def test_a_job_that_was_given_up_is_told_instead_of_waiting_for_ever(client):
    programme = make_programme()
    award(programme)
    Job.objects.filter(kind="credentials.sign").update(state="buried")
    client.force_login(programme.learner_user)
    html = client.get(address_of(programme)).content.decode()
    assert "Making your files has failed" in html
    assert 'http-equiv="refresh"' not in html


def test_a_revoked_badge_says_when_and_why_first_and_cannot_be_published(client, programme):
    with scope(issuer=programme.issuer):
        revoke_credential(
            AchievementCredential.objects.get(), reason="error", note="Secret.", acting_user=programme.registrar
        )
    client.force_login(programme.learner_user)
    html = client.get(address_of(programme)).content.decode()
    assert "awarded in error" in html
    assert "Secret." not in html
    page = client.post(f"{address_of(programme)}publication/", {"visible": "yes"}, follow=True)
    assert "This badge was revoked: it can&#x27;t be published." in page.content.decode()
    assert credential_of(programme).published_at is None


def test_the_downloads_are_what_was_stored(client, programme):
    client.force_login(programme.learner_user)
    credential = credential_of(programme)
    address = address_of(programme)
    pdf = client.get(f"{address}certificate.pdf")
    assert b"".join(pdf.streaming_content).startswith(b"%PDF-")
    assert pdf.headers["Content-Type"] == "application/pdf"
    document = client.get(f"{address}credential.json")
    assert document.content.decode() == credential.document
    assert json.loads(document.content)["name"] == "Teamwork"
    png = client.get(f"{address}badge.png")
    assert unbake_png(png.content) == credential.document
    for response in (pdf, document, png):
        assert "private" in response.headers["Cache-Control"]


def test_downloads_are_named_after_badge_and_person_in_their_own_script(client, programme):
    client.force_login(programme.learner_user)
    header = client.get(f"{address_of(programme)}credential.json").headers["Content-Disposition"]
    assert header == "attachment; filename*=utf-8''Teamwork%20%E2%80%93%20L%C3%A9a%20Lerner.json"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("张伟", "Teamwork – 张伟.pdf"),
        ('A/B\\C:"D"\r\nX', "Teamwork – A B C D X.pdf"),
        ("..", "Teamwork –.pdf"),
    ],
)
def test_a_file_name_holds_no_sign_that_a_file_system_refuses(programme, name, expected):
    credential = credential_of(programme)
    credential.recipient_name = name
    assert file_name(credential, "pdf") == expected


def test_a_name_of_300_characters_makes_a_name_that_file_systems_take(programme):
    credential = credential_of(programme)
    credential.recipient_name = "長" * 300
    assert len(file_name(credential, "pdf").encode()) <= 255


def linkedin_query(credential: AchievementCredential) -> dict[str, list[str]]:
    return parse_qs(urlsplit(linkedin_url(credential)).query, strict_parsing=True)


def test_the_linkedin_link_names_the_institution_by_its_number_when_it_has_one(programme):
    credential = credential_of(programme)
    assert linkedin_query(credential)["organizationName"] == ["Harbour College"]
    Issuer.objects.update(linkedin_company_id="123456")
    query = linkedin_query(credential_of(programme))
    assert query["organizationId"] == ["123456"]
    assert "organizationName" not in query
    assert query["certId"] == [credential.number]
    assert query["certUrl"] == [f"http://localhost:8000/credentials/{credential.uuid}/"]
    assert not any("Lerner" in value for values in query.values() for value in values)


def test_the_linkedin_month_is_that_of_the_institutions_own_clock(programme):
    Issuer.objects.update(time_zone="Pacific/Auckland")
    with scope(issuer=programme.issuer):
        AchievementCredential.objects.update(
            awarded_at=datetime(2026, 12, 31, 20, tzinfo=UTC), valid_until=datetime(2027, 1, 31, 20, tzinfo=UTC)
        )
    query = linkedin_query(credential_of(programme))
    assert (query["issueYear"], query["issueMonth"]) == (["2027"], ["1"])
    assert (query["expirationYear"], query["expirationMonth"]) == (["2027"], ["2"])
    Issuer.objects.update(time_zone="Nowhere/Here")
    assert linkedin_query(credential_of(programme))["issueYear"] == ["2026"]


def test_the_page_costs_the_same_queries_for_one_sub_competency_and_for_three(client):
    counts = []
    for number in (1, 3):
        programme = make_programme(f"College {number}", host=f"c{number}.example", criteria=number)
        award(programme)
        drain()
        client.force_login(programme.learner_user)
        address = address_of(programme)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
