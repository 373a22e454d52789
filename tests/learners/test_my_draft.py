"""What the editor's script asks for: each way a request can end is JSON with a sentence."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django_scopes import scope, scopes_disabled

from credentials.domain.application import apply_for_achievement
from learners.domain.submitting import submit
from learners.models import Evidence, Submission
from rubrics.models import RubricCriterion
from tests.programme import Programme, make_programme, make_user

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7 a report"


@pytest.fixture
def programme() -> Programme:
    return make_programme()


@pytest.fixture
def submission(programme) -> Submission:
    with scope(issuer=programme.issuer):
        return apply_for_achievement(programme.achievement, acting_user=programme.learner_user).submission


@pytest.fixture
def criteria(submission) -> list[RubricCriterion]:
    with scopes_disabled():
        return list(RubricCriterion.objects.order_by("position"))


@pytest.fixture
def client(client, programme) -> Client:
    client.force_login(programme.learner_user)
    return client


def texts(submission: Submission) -> str:
    return f"/me/submissions/{submission.uuid}/texts/"


def files(submission: Submission) -> str:
    return f"/me/submissions/{submission.uuid}/files/"


def test_a_text_is_kept_and_the_answer_moves_the_version_on(client, submission, criteria):
    answer = client.post(texts(submission), {"criterion": criteria[0].uuid, "text": "First.", "version": "1"}).json()
    assert answer.pop("saved_at")
    assert answer == {"version": 2, "is_filled": True, "filled": 1, "wanted": 3}
    answer = client.post(texts(submission), {"criterion": criteria[0].uuid, "text": "", "version": "2"}).json()
    assert (answer["version"], answer["is_filled"], answer["filled"]) == (3, False, 0)
    with scopes_disabled():
        assert not Evidence.objects.exists()


def test_a_stale_tab_is_told_what_stands_there_and_changes_nothing(client, submission, criteria):
    client.post(texts(submission), {"criterion": criteria[0].uuid, "text": "First tab.", "version": "1"})
    response = client.post(texts(submission), {"criterion": criteria[0].uuid, "text": "Second tab.", "version": "1"})
    answer = response.json()
    assert response.status_code == 409
    assert (answer["code"], answer["version"]) == ("draft_changed_elsewhere", 2)
    assert answer["units"] == {
        f"criterion={criteria[0].uuid}": {"text": "First tab."},
        f"criterion={criteria[1].uuid}": {"text": ""},
        f"criterion={criteria[2].uuid}": {"text": ""},
    }
    with scopes_disabled():
        assert Evidence.objects.get().text == "First tab."


def test_an_ended_session_is_told_as_json(submission, criteria):
    for address in (texts(submission), files(submission)):
        response = Client().post(address, {"criterion": criteria[0].uuid, "text": "x"})
        assert (response.status_code, response.json()["code"]) == (403, "signed_out")


def test_a_draft_that_was_handed_in_elsewhere_is_closed(client, programme, submission, criteria):
    for criterion in criteria:
        client.post(texts(submission), {"criterion": criterion.uuid, "text": "Done."})
    with scope(issuer=programme.issuer):
        submit(submission, acting_user=programme.learner_user)
    response = client.post(texts(submission), {"criterion": criteria[0].uuid, "text": "Late."})
    assert (response.status_code, response.json()["code"]) == (409, "submission_closed")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"criterion": "nonsense", "text": "x"}, "criterion_closed"),
        ({"criterion": str(uuid.uuid4()), "text": "x"}, "criterion_closed"),
        ({}, "criterion_closed"),
    ],
)
def test_an_unknown_sub_competency_is_refused(client, submission, fields, code):
    response = client.post(texts(submission), fields)
    assert (response.status_code, response.json()["code"]) == (422, code)


def test_a_text_too_long_names_its_field(client, submission, criteria):
    response = client.post(texts(submission), {"criterion": criteria[0].uuid, "text": "x" * 50_001})
    assert (response.status_code, response.json()["field"]) == (422, "text")
    response = client.post(texts(submission), {"criterion": criteria[0].uuid, "text": "a\0b"})
    assert (response.status_code, response.json()["field"]) == (422, "text")


def test_more_than_a_request_may_hold_is_told_as_json(client, submission, criteria, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_048_576
    response = client.post(texts(submission), {"criterion": criteria[0].uuid, "text": "x" * 1_048_577})
    assert (response.status_code, response.json()["code"]) == (413, "too_much")


def test_a_file_is_kept_and_the_answer_holds_the_new_list(client, submission, criteria):
    response = client.post(
        files(submission), {"criterion": criteria[1].uuid, "file": SimpleUploadedFile("Bericht <1>.pdf", PDF)}
    )
    answer = response.json()
    assert (answer["version"], answer["is_filled"], answer["filled"], answer["wanted"]) == (2, True, 1, 3)
    with scopes_disabled():
        piece = Evidence.objects.get()
    assert f"/me/evidence/{piece.uuid}/" in answer["html"]
    assert "Bericht &lt;1&gt;.pdf" in answer["html"]
    assert f'value="remove:{piece.uuid}"' in answer["html"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("tool.exe", b"MZ", "file_type"),
        ("noending", b"x", "file_type"),
        ("photo.png", b"<svg>", "file_content"),
        ("notes.txt", b"a\0b", "file_content"),
        ("empty.pdf", b"", "file_empty"),
        ("page.html", b"<script>", "file_type"),
        ("drawing.svg", b"<svg>", "file_type"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_with_its_reason(client, submission, name, content, code):
    with scopes_disabled():
        criterion = RubricCriterion.objects.first()
    response = client.post(files(submission), {"criterion": criterion.uuid, "file": SimpleUploadedFile(name, content)})
    answer = response.json()
    assert (response.status_code, answer["code"], answer["field"]) == (422, code, "file")
    assert f"“{name}”" in answer["detail"]
    with scopes_disabled():
        assert not Evidence.objects.exists()


def test_a_file_over_the_limit_is_refused_without_being_kept(client, submission, criteria, settings):
    settings.EVIDENCE_FILE_LIMIT = 1_048_576
    fits = SimpleUploadedFile("fits.txt", b"x" * 1_048_576)
    assert client.post(files(submission), {"criterion": criteria[0].uuid, "file": fits}).status_code == 200
    over = SimpleUploadedFile("over.txt", b"x" * 1_048_577)
    response = client.post(files(submission), {"criterion": criteria[0].uuid, "file": over})
    assert (response.status_code, response.json()["code"]) == (422, "file_size")


def test_a_request_without_a_file_is_refused(client, submission, criteria):
    response = client.post(files(submission), {"criterion": criteria[0].uuid, "file": "a text"})
    assert (response.status_code, response.json()["code"]) == (422, "file_missing")


def test_nobody_writes_in_somebody_elses_draft(programme, submission, criteria):
    other = make_programme("Collège Élan", host="elan.example")
    client = Client()
    for user in [programme.administrator, programme.assessor, other.learner_user, make_user("x@x.example", "X")]:
        client.force_login(user)
        for address in (texts(submission), files(submission)):
            assert client.post(address, {"criterion": criteria[0].uuid, "text": "x"}).status_code == 404
    with scopes_disabled():
        assert not Evidence.objects.exists()


def test_the_script_needs_the_token_and_post(programme, submission, criteria):
    client = Client(enforce_csrf_checks=True)
    client.force_login(programme.learner_user)
    for address in (texts(submission), files(submission)):
        assert client.post(address, {"criterion": criteria[0].uuid, "text": "x"}).status_code == 403
        assert client.get(address).status_code == 405


# Getting a file back ----------------------------------------------------------------------------------------------
def test_a_learner_gets_their_file_back_as_a_download_that_can_run_nothing(client, submission, criteria):
    name = "Überblick „Team“.pdf"
    client.post(files(submission), {"criterion": criteria[0].uuid, "file": SimpleUploadedFile(name, PDF)})
    with scopes_disabled():
        piece = Evidence.objects.get()
    response = client.get(f"/me/evidence/{piece.uuid}/")
    assert b"".join(response.streaming_content) == PDF
    assert response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''%C3%9Cberblick")
    assert "private" in response.headers["Cache-Control"]
    piece.file.storage.delete(piece.file.name)
    assert client.get(f"/me/evidence/{piece.uuid}/").status_code == 404


def test_nobody_else_gets_it_there_and_a_text_is_no_file(client, programme, submission, criteria):
    client.post(files(submission), {"criterion": criteria[0].uuid, "file": SimpleUploadedFile("a.pdf", PDF)})
    client.post(texts(submission), {"criterion": criteria[0].uuid, "text": "A text."})
    with scopes_disabled():
        file, text = Evidence.objects.order_by("kind")
    assert client.get(f"/me/evidence/{text.uuid}/").status_code == 404
    for user in [programme.assessor, programme.administrator, make_user("x@x.example", "X")]:
        client.force_login(user)
        assert client.get(f"/me/evidence/{file.uuid}/").status_code == 404
    client.logout()
    assert client.get(f"/me/evidence/{file.uuid}/").headers["Location"].startswith("/accounts/login/")
