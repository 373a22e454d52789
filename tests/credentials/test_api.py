"""The REST API: a registrar's transcripts, the public check, and the description of both."""

import json
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_scopes import scope

from credentials.domain.status import revoke_credential
from issuers.domain.tokens import create_token, revoke_token
from issuers.models import ApiToken, AuditEvent
from learners.models import Learner
from tests.credentials.public_helpers import award_more, document_of, make_credential

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_limits():
    """Each test starts with nothing counted."""
    cache.clear()


def token_for(programme, *, scopes=("records:read",)):
    """Return the secret of a new token of the institution."""
    with scope(issuer=programme.issuer):
        _, secret = create_token(
            programme.issuer,
            name="Student system",
            scopes=list(scopes),
            expires_at=timezone.now() + timedelta(days=30),
            acting_user=programme.administrator,
        )
    return {"Authorization": f"Bearer {secret}"}


def learner_of(programme):
    with scope(issuer=programme.issuer):
        return Learner.objects.get(user=programme.learner_user)


class TestTranscripts:
    def test_a_registrar_reads_everything_that_a_learner_was_awarded(self, client):
        programme, credential = make_credential(published=False)
        learner = learner_of(programme)
        answer = client.get(f"/api/v1/transcripts/{learner.uuid}/", headers=token_for(programme))
        assert answer.status_code == 200
        assert answer.json() == {
            "learner": {"uuid": str(learner.uuid), "name": "Léa Lerner", "student_number": ""},
            "institution": {"uuid": str(programme.issuer.uuid), "name": "Harbour College"},
            "credentials": [
                {
                    "uuid": str(credential.uuid),
                    "number": credential.number,
                    "badge": "Teamwork",
                    "badge_uuid": str(programme.achievement.uuid),
                    "version": 1,
                    "awarded_at": credential.awarded_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
                    "valid_until": credential.valid_until.strftime("%Y-%m-%dT%H:%M:%SZ"),
                    "status": "valid",
                    "revocation": None,
                    "workload_hours": "25.0",
                    "credits": None,
                    "level": "",
                    "results": [
                        {
                            "sub_competency": name,
                            "level": "Able",
                            "level_position": 2,
                            "levels": 3,
                            "required_level": "Able",
                            "required_level_position": 2,
                        }
                        for name in ("Shares the work", "Listens", "Settles disagreement")
                    ],
                }
            ],
        }

    def test_the_learner_is_found_by_student_number_or_address(self, client):
        programme, _ = make_credential()
        with scope(issuer=programme.issuer):
            Learner.objects.update(student_number="S-17")
        headers = token_for(programme)
        for query in ({"student_number": "S-17"}, {"email": "LEARNER@harbour.example"}):
            answer = client.get("/api/v1/transcripts/", query, headers=headers)
            assert (answer.status_code, answer.json()["learner"]["student_number"]) == (200, "S-17")

    @pytest.mark.parametrize("query", [{}, {"student_number": "1", "email": "a@b.example"}, {"email": " "}])
    def test_it_says_when_it_is_not_told_which_learner(self, client, query):
        programme, _ = make_credential()
        answer = client.get("/api/v1/transcripts/", query, headers=token_for(programme))
        assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
        assert answer.json()["code"] == "invalid"

    def test_a_revoked_award_says_when_and_the_class_of_reason(self, client):
        programme, credential = make_credential()
        with scope(issuer=programme.issuer):
            revoke_credential(credential, reason="error", note="Secret.", acting_user=programme.registrar)
        answer = client.get(f"/api/v1/transcripts/{learner_of(programme).uuid}/", headers=token_for(programme))
        (entry,) = answer.json()["credentials"]
        assert (entry["status"], entry["revocation"]["reason"]) == ("revoked", "error")
        assert "Secret." not in answer.content.decode()

    def test_another_institutions_learner_is_not_found_just_like_none(self, client):
        programme, _ = make_credential()
        other, _ = make_credential(host="north.example", name="Northern Academy")
        headers = token_for(other)
        foreign = client.get(f"/api/v1/transcripts/{learner_of(programme).uuid}/", headers=headers)
        absent = client.get("/api/v1/transcripts/00000000-0000-4000-8000-000000000000/", headers=headers)
        by_address = client.get("/api/v1/transcripts/", {"email": "learner@harbour.example"}, headers=headers)
        assert [answer.status_code for answer in (foreign, absent, by_address)] == [404, 404, 404]
        assert foreign.content == absent.content == by_address.content
        assert foreign.json()["code"] == "not_found"

    def test_without_a_token_or_with_an_ended_one_nothing_is_told(self, client):
        programme, _ = make_credential()
        address = f"/api/v1/transcripts/{learner_of(programme).uuid}/"
        headers = token_for(programme)
        with scope(issuer=programme.issuer):
            revoke_token(ApiToken.objects.get(), acting_user=programme.administrator)
        for given in ({}, {"Authorization": "Bearer laurel_nonsense"}, headers):
            answer = client.get(address, headers=given)
            assert (answer.status_code, answer["WWW-Authenticate"]) == (401, 'Bearer realm="Laurel API"')
            assert answer["Content-Type"] == "application/problem+json"

    def test_a_session_opens_nothing_here(self, client):
        programme, _ = make_credential()
        client.force_login(programme.registrar)
        assert client.get(f"/api/v1/transcripts/{learner_of(programme).uuid}/").status_code == 401

    def test_a_token_without_the_scope_is_refused(self, client):
        programme, _ = make_credential()
        headers = token_for(programme)
        with scope(issuer=programme.issuer):
            ApiToken.objects.update(scopes=[])
        answer = client.get(f"/api/v1/transcripts/{learner_of(programme).uuid}/", headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")

    def test_each_reading_is_written_down_with_its_token_and_each_refusal_is_not(self, client):
        programme, _ = make_credential()
        learner, headers = learner_of(programme), token_for(programme)
        first = client.get(f"/api/v1/transcripts/{learner.uuid}/", headers=headers)
        client.get(f"/api/v1/transcripts/{learner.uuid}/", headers={**headers, "If-None-Match": first["ETag"]})
        client.get("/api/v1/transcripts/00000000-0000-4000-8000-000000000000/", headers=headers)
        with scope(issuer=programme.issuer):
            token = ApiToken.objects.get()
            events = list(AuditEvent.objects.filter(act="records.read"))
            assert [(event.object_uuid, event.actor, event.data) for event in events] == [
                (learner.uuid, programme.administrator, {"token": str(token.uuid), "credentials": 1})
            ] * 2

    def test_an_unchanged_record_is_not_sent_again(self, client):
        programme, credential = make_credential()
        address, headers = f"/api/v1/transcripts/{learner_of(programme).uuid}/", token_for(programme)
        first = client.get(address, headers=headers)
        same = client.get(address, headers={**headers, "If-None-Match": first["ETag"]})
        assert (same.status_code, same.content) == (304, b"")
        with scope(issuer=programme.issuer):
            revoke_credential(credential, reason="error", note="x.", acting_user=programme.registrar)
        changed = client.get(address, headers={**headers, "If-None-Match": first["ETag"]})
        assert changed.status_code == 200
        assert changed["Cache-Control"] == "private, no-cache"

    def test_three_credentials_cost_as_many_queries_as_one(self, client):
        programme, _ = make_credential()
        address, headers = f"/api/v1/transcripts/{learner_of(programme).uuid}/", token_for(programme)
        client.get(address, headers=headers)  # notes that the token was used
        with CaptureQueriesContext(connection) as one:
            assert len(client.get(address, headers=headers).json()["credentials"]) == 1
        award_more(programme, 2)
        with CaptureQueriesContext(connection) as three:
            assert len(client.get(address, headers=headers).json()["credentials"]) == 3
        assert len(three) == len(one)


class TestVerify:
    def post(self, client, body, content_type="application/json"):
        return client.post("/api/v1/verify", body, content_type=content_type)

    def test_a_good_credential_is_verified(self, client):
        _, credential = make_credential(published=False)
        for body in (document_of(credential), {"credential": document_of(credential)}):
            answer = self.post(client, body)
            assert answer.status_code == 200
            told = answer.json()
            assert (told["verified"], told["verdict"]) == (True, "valid")
            assert {check["state"] for check in told["checks"]} == {"pass"}
            assert answer["Access-Control-Allow-Origin"] == "*"

    def test_files_are_taken_as_they_are(self, client):
        from credentials.standards.baking import bake_png

        _, credential = make_credential()
        with scope(issuer=credential.issuer):
            picture = bake_png(bytes(credential.version.image_png), credential.document)
        assert self.post(client, picture, "image/png").json()["verified"] is True
        assert self.post(client, credential.document, "application/vc+ld+json").json()["verified"] is True

    def test_a_number_and_an_address_are_taken_too(self, client):
        _, credential = make_credential()
        told = self.post(client, {"credential": credential.number, "email": "learner@harbour.example"}).json()
        assert (told["verified"], told["answers"][3]["state"]) == (True, "pass")

    def test_a_forged_one_is_answered_and_not_an_error(self, client):
        _, credential = make_credential()
        forged = json.loads(credential.document.replace("Works with others", "Leads others"))
        answer = self.post(client, forged)
        assert (answer.status_code, answer.json()["verified"], answer.json()["verdict"]) == (200, False, "not_genuine")
        assert "signature_wrong" in {check["code"] for check in answer.json()["checks"]}

    def test_what_cannot_be_read_is_answered_with_its_code(self, client):
        for body, kind, code in (
            (b"\x89PNG", "image/png", "picture_invalid"),
            (b"", "application/pdf", "file_empty"),
            ({"credential": "BCDF-2345-GHJK"}, "application/json", "not_found"),
            (b"x" * 2_200_000, "application/json", "file_too_large"),
        ):
            told = self.post(client, body, kind).json()
            assert (told["verified"], told["verdict"], told["checks"][0]["code"]) == (False, "unreadable", code)

    @pytest.mark.parametrize(
        "body", [b"{", b"[]", b'"x"', b"\xff", b'{"credential": 5}', b'{"credential": {}, "email": 1}']
    )
    def test_a_malformed_request_is_a_problem(self, client, body):
        answer = self.post(client, body)
        assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")

    def test_it_is_asked_sixty_times_a_minute_at_most(self, client):
        for _ in range(60):
            assert self.post(client, {"credential": "x"}).status_code == 200
        refused = self.post(client, {"credential": "x"})
        assert (refused.status_code, refused.json()["code"]) == (429, "throttled")
        assert 0 < int(refused["Retry-After"]) <= 60

    def test_other_sites_may_ask_from_the_browser(self, client):
        answer = client.options("/api/v1/verify", headers={"Origin": "https://other.example"})
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert answer["Access-Control-Allow-Headers"] == "Content-Type"


def test_the_description_is_valid_and_names_every_route_of_the_api(client):
    from drf_spectacular.validation import validate_schema

    answer = client.get("/api/v1/openapi.json")
    assert answer.status_code == 200
    schema = json.loads(answer.content)
    validate_schema(schema)
    assert set(schema["paths"]) == {"/api/v1/transcripts/", "/api/v1/transcripts/{uuid}/", "/api/v1/verify"}
    assert schema["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    assert schema["paths"]["/api/v1/verify"]["post"].get("security", []) in ([], [{}])
