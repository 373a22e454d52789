"""Badges in the web admin: drafted, published, archived; and credentials: found, looked at, revoked."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_scopes import scope
from PIL import Image

from credentials.enums import AchievementState, CredentialStatus
from credentials.models import Achievement, AchievementCredential
from issuers.enums import Role
from issuers.models import AuditEvent
from jobs.domain.queue import drain
from rubrics.domain.authoring import create_rubric_version
from tests.admin_helpers import member, signed_in
from tests.programme import Programme, award, make_programme, make_user

pytestmark = pytest.mark.django_db

ADD = "/admin/credentials/achievement/add/"


@pytest.fixture
def programme() -> Programme:
    return make_programme()


def badge(programme: Programme, **fields: object) -> dict[str, object]:
    """Return the POST of the badge form."""
    return {
        "name": "Listening",
        "description": "Hears what others mean.",
        "achievement_type": "MicroCredential",
        "language": "en",
        "is_listed": "on",
        "icon": "laurel",
        "colour": "#1d5c45",
        "accent_colour": "#c9a227",
        "criteria_narrative": "Hand in one talk.",
        "rubric": programme.rubric.id,
        "tags": "listening, empathy, listening,",
        "workload_hours": "12.5",
        "validity_months": "24",
        "certificate_layout": "classic",
        "signatory_name": "Dr. Maud Rector",
        "signatory_title": "Rector",
    } | fields


def change(achievement: Achievement) -> str:
    return f"/admin/credentials/achievement/{achievement.id}/change/"


def picture(size: tuple[int, int] = (500, 500)) -> SimpleUploadedFile:
    """Return a JPEG with a comment inside that must not survive."""
    raw = io.BytesIO()
    Image.new("RGB", size, "#204060").save(raw, "JPEG", comment=b"taken at home")
    return SimpleUploadedFile("me.jpg", raw.getvalue(), content_type="image/jpeg")


def test_an_author_drafts_a_badge_and_an_administrator_publishes_it(programme):
    author = signed_in(member(programme, Role.AUTHOR))
    answer = author.post(ADD, badge(programme))
    with scope(issuer=programme.issuer):
        achievement = Achievement.objects.get(name="Listening")
    assert (answer.status_code, answer.url) == (302, change(achievement))
    assert (achievement.state, achievement.tags) == (AchievementState.DRAFT, ["listening", "empathy"])
    address = f"/admin/credentials/achievement/{achievement.id}/publication/"
    assert author.post(address).status_code == 403
    assert signed_in(programme.administrator).post(address).status_code == 302
    achievement.refresh_from_db()
    with scope(issuer=programme.issuer):
        assert (achievement.state, achievement.versions.get().number) == (AchievementState.PUBLISHED, 1)


def test_only_published_rubrics_of_the_institution_can_be_chosen(programme):
    other = make_programme("Other College", host="other.example")
    with scope(issuer=programme.issuer):
        draft = create_rubric_version(programme.rubric, acting_user=programme.administrator)
    client = signed_in(programme.administrator)
    field = client.get(ADD).context["adminform"].form.fields["rubric"]
    with scope(issuer=programme.issuer):
        assert [rubric.id for rubric in field.queryset] == [programme.rubric.id]
    for stranger in (draft.id, other.rubric.id, 999_999):
        text = client.post(ADD, badge(programme, rubric=stranger)).content.decode()
        assert "Select a valid choice" in text
        assert "Hears what others mean." in text


def test_an_uploaded_image_is_re_encoded_without_what_else_was_in_it(programme, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    signed_in(programme.administrator).post(ADD, badge(programme, image_upload=picture(), image_alt="An ear"))
    with scope(issuer=programme.issuer):
        achievement = Achievement.objects.get(name="Listening")
    stored = achievement.image.read()
    assert Image.open(io.BytesIO(stored)).format == "PNG"
    assert b"taken at home" not in stored
    assert "me.jpg" not in achievement.image.name


@pytest.mark.parametrize(
    "upload",
    [SimpleUploadedFile("a.png", b"not a picture at all"), picture((100, 100))],
    ids=["not an image", "too small"],
)
def test_an_image_that_can_not_be_taken_is_said_and_nothing_typed_is_lost(programme, upload):
    answer = signed_in(programme.administrator).post(ADD, badge(programme, image_upload=upload))
    assert answer.status_code == 200
    assert len(answer.context["errors"]) == 1
    assert "Hears what others mean." in answer.content.decode()
    with scope(issuer=programme.issuer):
        assert not Achievement.objects.filter(name="Listening").exists()


def test_removing_the_own_image_goes_back_to_the_drawn_one_and_keeps_no_file(
    programme, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.MEDIA_ROOT = tmp_path
    client = signed_in(programme.administrator)
    client.post(ADD, badge(programme, image_upload=picture(), image_alt="An ear"))
    with scope(issuer=programme.issuer):
        achievement = Achievement.objects.get(name="Listening")
    with django_capture_on_commit_callbacks(execute=True):
        client.post(change(achievement), badge(programme, remove_image="on"))
    achievement.refresh_from_db()
    assert achievement.image.name == ""
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_an_image_without_words_keeps_the_badge_from_being_published_and_leads_to_the_field(
    programme, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    client = signed_in(programme.administrator)
    client.post(ADD, badge(programme, image_upload=picture()))
    with scope(issuer=programme.issuer):
        achievement = Achievement.objects.get(name="Listening")
    text = client.get(change(achievement)).content.decode()
    assert '<a href="#id_image_alt">Describe the badge&#x27;s image in words' in text
    assert "/publication/" not in text
    answer = client.post(f"/admin/credentials/achievement/{achievement.id}/publication/", follow=True)
    assert "Describe the badge&#x27;s image in words" in answer.content.decode()
    achievement.refresh_from_db()
    assert achievement.state == AchievementState.DRAFT


def test_changing_a_published_badge_says_what_learners_do_not_see_yet(programme):
    client = signed_in(programme.administrator)
    assert "Learners see all of this" in client.get(change(programme.achievement)).content.decode()
    client.post(change(programme.achievement), badge(programme, name="Teamwork", description="New words."))
    text = client.get(change(programme.achievement)).content.decode()
    assert "Changed since version 1:" in text and "Publish version 2" in text
    with scope(issuer=programme.issuer):
        version = programme.achievement.versions.get()
        assert version.document["description"] == "Works with others towards one result."
    client.post(f"/admin/credentials/achievement/{programme.achievement.id}/publication/")
    text = client.get(change(programme.achievement)).content.decode()
    assert "Learners see all of this" in text
    with scope(issuer=programme.issuer):
        assert programme.achievement.versions.latest("number").document["description"] == "New words."


def test_an_archived_badge_is_closed_and_archiving_twice_is_one_entry(programme):
    client = signed_in(programme.administrator)
    for _ in range(2):
        client.post(f"/admin/credentials/achievement/{programme.achievement.id}/archive/")
    programme.achievement.refresh_from_db()
    with scope(issuer=programme.issuer):
        entries = AuditEvent.objects.filter(act="credentials.archive_achievement").count()
    assert (programme.achievement.state, entries) == (AchievementState.ARCHIVED, 1)


def test_saving_without_a_change_writes_no_entry(programme):
    client = signed_in(programme.administrator)
    lines = badge(programme, criteria_narrative="Hand in one talk.\n\nAnd a reflection.")
    client.post(change(programme.achievement), lines)
    with scope(issuer=programme.issuer):
        before = AuditEvent.objects.count()
    client.post(
        change(programme.achievement), lines | {"criteria_narrative": "Hand in one talk.\r\n\r\nAnd a reflection."}
    )
    with scope(issuer=programme.issuer):
        assert AuditEvent.objects.count() == before


def test_the_history_of_a_badge_is_its_audit_entries(programme):
    client = signed_in(programme.administrator)
    client.post(change(programme.achievement), badge(programme))
    text = client.get(f"/admin/credentials/achievement/{programme.achievement.id}/history/").content.decode()
    for act in ("create_achievement", "publish_achievement", "change_achievement"):
        assert f"credentials.{act}" in text
    assert "Ada Administrator" in text


# Credentials --------------------------------------------------------------------------------------------------


def credential_of(programme: Programme) -> AchievementCredential:
    """Award the programme's badge and let the workers finish."""
    award(programme)
    drain()
    with scope(issuer=programme.issuer):
        return AchievementCredential.objects.get()


def section(credential: AchievementCredential, part: str) -> str:
    return f"/admin/credentials/achievementcredential/{credential.id}/{part}"


def test_the_page_of_a_credential_shows_facts_levels_and_the_work_behind_it(programme):
    credential = credential_of(programme)
    client = signed_in(programme.registrar)
    text = client.get(section(credential, "change/")).content.decode()
    for words in (credential.number, "learner@harbour.example", "Shares the work", "Able", "Level 2 because", "Sent"):
        assert words in text
    assert client.post(section(credential, "change/"), {"recipient_name": "Eve"}).status_code == 405


def test_staff_download_the_stored_bytes(programme):
    credential = credential_of(programme)
    client = signed_in(programme.registrar)
    answer = client.get(section(credential, "credential.json"))
    assert answer.content.decode() == credential.document
    pdf = b"".join(client.get(section(credential, "certificate.pdf")).streaming_content)
    assert pdf.startswith(b"%PDF-")


@pytest.mark.parametrize("needle", ["Lerner", "LEARNER@harbour.example", "number"])
def test_a_credential_is_found_by_name_address_or_number(programme, needle):
    credential = credential_of(programme)
    query = credential.number if needle == "number" else needle
    client = signed_in(programme.registrar)
    found = client.get("/admin/credentials/achievementcredential/", {"q": query}).content.decode()
    assert credential.number in found
    assert (
        credential.number
        not in client.get("/admin/credentials/achievementcredential/", {"q": "nobody"}).content.decode()
    )


def test_the_list_is_narrowed_by_status(programme):
    credential = credential_of(programme)
    client = signed_in(programme.registrar)

    def shown() -> list[str]:
        return [
            status.value
            for status in CredentialStatus
            if credential.number
            in client.get("/admin/credentials/achievementcredential/", {"status": status.value}).content.decode()
        ]

    assert shown() == ["valid"]
    client.post(section(credential, "revocation/"), {"reason": "error", "note": "Wrong person."})
    assert shown() == ["revoked"]


def test_revoking_needs_a_reason_and_a_sentence_and_keeps_what_was_typed(programme):
    credential = credential_of(programme)
    client = signed_in(programme.registrar)
    page = client.get(section(credential, "revocation/")).content.decode()
    assert "will be withdrawn for good" in page
    text = client.post(section(credential, "revocation/"), {"reason": "", "note": "Wrong person."}).content.decode()
    assert "This field is required." in text and "Wrong person." in text
    client.post(section(credential, "revocation/"), {"reason": "error", "note": " "})
    client.post(section(credential, "revocation/"), {"reason": "whim", "note": "x"})
    credential.refresh_from_db()
    assert credential.revoked_at is None
    answer = client.post(section(credential, "revocation/"), {"reason": "error", "note": "Wrong person."})
    assert answer.url == section(credential, "change/")
    credential.refresh_from_db()
    assert (credential.status, credential.revocation_reason) == (CredentialStatus.REVOKED, "error")
    text = client.get(section(credential, "change/")).content.decode()
    assert "awarded in error" in text and "Wrong person." in text and "Revoke…" not in text


def test_revoking_twice_changes_nothing(programme):
    credential = credential_of(programme)
    client = signed_in(programme.registrar)
    for note in ("First.", "Second."):
        client.post(section(credential, "revocation/"), {"reason": "error", "note": note})
    credential.refresh_from_db()
    assert credential.revocation_note == "First."


def test_lists_ask_the_database_as_often_for_three_rows_as_for_one(programme):
    award(programme)
    client = signed_in(programme.administrator)
    addresses = [
        "/admin/",
        "/admin/credentials/achievementcredential/",
        "/admin/credentials/achievement/",
        "/admin/learners/learner/",
        "/admin/learners/submission/",
    ]

    def counts() -> list[int]:
        found = []
        for address in addresses:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            found.append(len(queries))
        return found

    first = counts()
    for number in (2, 3):
        award(programme, user=make_user(f"learner-{number}@harbour.example", f"Learner {number}"))
        client.post(ADD, badge(programme, name=f"Badge {number}"))
    assert counts() == first
