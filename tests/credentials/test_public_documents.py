"""Documents that anyone may fetch: who gets them, in which form, and what caches may do with them."""

import json

import pytest
from django.test import Client
from django_scopes import scope

from credentials.domain.sign import sign_credential
from credentials.domain.status import revoke_credential
from credentials.models import AchievementCredential
from credentials.standards import proof
from credentials.standards.baking import unbake_png
from credentials.standards.did import key_from_did_document
from tests.credentials.public_helpers import document_of, make_credential

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

JSON_TYPES = ["application/vc+ld+json", "application/vc", "application/ld+json", "application/json"]


def test_a_browser_gets_the_page_and_a_program_the_signed_bytes(client):
    _, credential = make_credential()
    page = client.get(credential.get_absolute_url(), headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert page["Content-Type"] == "text/html; charset=utf-8"
    for kind in JSON_TYPES:
        answer = client.get(credential.get_absolute_url(), headers={"Accept": kind})
        assert (answer.status_code, answer["Content-Type"]) == (200, kind)
        assert answer.content.decode() == credential.document
        assert "Accept" in answer["Vary"]


@pytest.mark.parametrize("address", ["/credentials/{}.json", "/credentials/{}/credential.json"])
def test_the_suffix_asks_for_json_too(client, address):
    _, credential = make_credential()
    answer = client.get(address.format(credential.uuid), headers={"Accept": "*/*"})
    assert (answer["Content-Type"], answer.content.decode()) == ("application/vc+ld+json", credential.document)
    assert answer["Content-Disposition"] == f'inline; filename="credential-{credential.number}.json"'


def test_a_private_credential_looks_just_like_none_at_all(client):
    _, credential = make_credential(published=False)
    missing = "00000000-0000-4000-8000-000000000000"
    for suffix in ("/", ".json", "/credential.json", "/certificate.pdf", "/badge.png"):
        for accept in ("text/html", "application/json"):
            private = client.get(f"/credentials/{credential.uuid}{suffix}", headers={"Accept": accept})
            absent = client.get(f"/credentials/{missing}{suffix}", headers={"Accept": accept})
            assert (private.status_code, absent.status_code) == (404, 404)
            assert private.content == absent.content
            assert {**private.headers, "X-Request-Id": ""} == {**absent.headers, "X-Request-Id": ""}


def test_documents_are_fetched_again_only_when_they_changed(client):
    programme, credential = make_credential(rendered=True)
    for path in (
        f"/credentials/{credential.uuid}/",
        f"/credentials/{credential.uuid}.json",
        f"/credentials/{credential.uuid}/badge.png",
        f"/credentials/{credential.uuid}/certificate.pdf",
        f"/issuers/{programme.issuer.uuid}/",
        f"/issuers/{programme.issuer.uuid}.json",
        f"/issuers/{programme.issuer.uuid}/did.json",
        f"/status-lists/{credential.status_list.uuid}/",
        "/verify/",
    ):
        first = client.get(path)
        again = client.get(path, headers={"If-None-Match": first["ETag"]})
        assert (path, first.status_code, again.status_code, again.content) == (path, 200, 304, b"")
        assert again["ETag"] == first["ETag"]


def test_the_etag_of_a_stored_document_is_its_sha256(client):
    _, credential = make_credential()
    answer = client.get(f"/credentials/{credential.uuid}.json")
    assert answer["ETag"] == f'"{credential.document_sha256}"'


def test_reading_leaves_no_cookie_and_never_depends_on_one():
    programme, credential = make_credential()
    client = Client()
    client.force_login(programme.learner_user)
    signed_in, stranger = client, Client()
    for path in (
        f"/credentials/{credential.uuid}/",
        f"/credentials/{credential.uuid}.json",
        f"/issuers/{programme.issuer.uuid}/",
        f"/issuers/{programme.issuer.uuid}/did.json",
        f"/status-lists/{credential.status_list.uuid}/",
        "/verify/",
        f"/verify/?credential={credential.number}",
    ):
        answer = stranger.get(path)
        assert (path, answer.status_code, dict(answer.cookies)) == (path, 200, {})
        assert "Cookie" not in answer.get("Vary", "")
        if "credential=" not in path:  # that one tells the second of the check
            assert signed_in.get(path).content == answer.content


def test_scripts_of_other_sites_may_read_the_documents_but_not_the_pages(client):
    programme, credential = make_credential()
    for path in (
        f"/credentials/{credential.uuid}.json",
        f"/credentials/{credential.uuid}/badge.png",
        f"/issuers/{programme.issuer.uuid}.json",
        f"/issuers/{programme.issuer.uuid}/did.json",
        f"/status-lists/{credential.status_list.uuid}/",
    ):
        answer = client.get(path)
        assert (path, answer["Access-Control-Allow-Origin"]) == (path, "*")
        again = client.get(path, headers={"If-None-Match": answer["ETag"]})
        assert again["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in client.get(f"/credentials/{credential.uuid}/").headers


def test_a_private_credential_can_be_checked_by_whoever_holds_the_file(client):
    programme, credential = make_credential(published=False)
    document = document_of(credential)
    identity = client.get(f"/issuers/{programme.issuer.uuid}/did.json")
    assert identity["Content-Type"] == "application/did+json"
    key = key_from_did_document(identity.json(), document["proof"]["verificationMethod"])
    proof.verify(document, public_key=key)
    listed = client.get(document["credentialStatus"]["statusListCredential"].removeprefix("http://localhost:8000"))
    assert listed["Content-Type"] == "application/vc+ld+json"
    assert listed["Cache-Control"] == "public, max-age=60"
    proof.verify(listed.json(), public_key=key)


def test_the_picture_carries_the_signed_credential(client):
    _, credential = make_credential()
    answer = client.get(f"/credentials/{credential.uuid}/badge.png")
    assert answer["Content-Type"] == "image/png"
    assert unbake_png(answer.content) == credential.document


def test_a_revoked_credential_has_no_certificate_to_give_but_still_its_signed_document(client):
    programme, credential = make_credential(rendered=True)
    assert client.get(f"/credentials/{credential.uuid}/certificate.pdf").content.startswith(b"%PDF-")
    with scope(issuer=programme.issuer):
        revoke_credential(credential, reason="error", note="Wrong person.", acting_user=programme.registrar)
    assert client.get(f"/credentials/{credential.uuid}/certificate.pdf").status_code == 404
    assert client.get(f"/credentials/{credential.uuid}.json").status_code == 200


def test_the_profile_is_the_issuer_of_the_credentials(client):
    programme, credential = make_credential()
    profile = client.get(f"/issuers/{programme.issuer.uuid}/", headers={"Accept": "application/ld+json"}).json()
    contexts = profile.pop("@context")
    assert contexts == document_of(credential)["@context"]
    assert profile == document_of(credential)["issuer"]


def test_an_institution_shows_its_listed_badges_alone(client):
    programme, _ = make_credential()
    page = client.get(f"/issuers/{programme.issuer.uuid}/").content.decode()
    assert ("Teamwork" in page, programme.issuer.name in page) == (True, True)
    with scope(issuer=programme.issuer):
        programme.achievement.is_listed = False
        programme.achievement.save()
    assert "Teamwork" not in client.get(f"/issuers/{programme.issuer.uuid}/").content.decode()


def test_an_unknown_institution_or_list_is_not_found(client):
    missing = "00000000-0000-4000-8000-000000000000"
    for path in (f"/issuers/{missing}/", f"/issuers/{missing}.json", f"/issuers/{missing}/did.json"):
        assert client.get(path).status_code == 404
    answer = client.get(f"/status-lists/{missing}/")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_nothing_public_can_be_posted_to(client):
    programme, credential = make_credential()
    for path in (f"/credentials/{credential.uuid}/", f"/issuers/{programme.issuer.uuid}/did.json"):
        assert client.post(path).status_code == 405


class TestThePage:
    def page(self, client, credential):
        answer = client.get(f"/credentials/{credential.uuid}/", headers={"Accept": "text/html"})
        assert answer.status_code == 200
        return answer.content.decode()

    def test_it_says_who_what_from_whom_when_and_at_which_level(self, client):
        _, credential = make_credential()
        page = self.page(client, credential)
        for text in (
            "Teamwork",
            "Léa Lerner",
            "Harbour College",
            "localhost:8000",
            credential.number,
            "Shares the work",
            "<strong>Able</strong>, level 2 of 3.",
            "Required: Able.",
            "One assessor of Harbour College",
            "Every sub-competency must reach its required level.",
            "Hand in evidence for each sub-competency.",
        ):
            assert text in page
        assert 'class="chip tone-good"' in page
        assert page.count('class="on due"') == 3

    def test_it_tells_link_previews_and_search_engines_what_they_need(self, client):
        _, credential = make_credential()
        page = self.page(client, credential)
        base = f"http://localhost:8000/credentials/{credential.uuid}/"
        assert '<meta property="og:title" content="Léa Lerner earned Teamwork">' in page
        assert f'<meta property="og:image" content="{base}badge.png">' in page
        assert f'<meta property="og:url" content="{base}">' in page
        assert '<meta name="robots" content="noindex, noarchive">' in page

    def test_a_revoked_one_says_so_first(self, client):
        programme, credential = make_credential()
        with scope(issuer=programme.issuer):
            revoke_credential(credential, reason="misconduct", note="Secret detail.", acting_user=programme.registrar)
        page = self.page(client, credential)
        main = page[page.index("<main") :]
        assert main.index("Revoked: this no longer stands") < main.index("<h1")
        assert "misconduct" in main
        assert "Secret detail." not in page
        assert 'og:title" content="Revoked: Teamwork' in page

    def test_an_expired_one_says_so_first(self, client):
        _, credential = make_credential()
        with scope(issuer=credential.issuer):
            AchievementCredential.objects.update(valid_until=credential.awarded_at)
        main = self.page(client, credential).partition("<main")[2]
        assert main.index("Expired on") < main.index("<h1")

    def test_texts_from_people_stay_text(self, client):
        _, credential = make_credential()
        document = document_of(credential)
        document["name"] = document["credentialSubject"]["achievement"]["name"] = "<script>alert(1)</script>"
        document["credentialSubject"]["achievement"]["criteria"]["narrative"] = (
            "<img src=x onerror=alert(1)> [a](javascript:b)"
        )
        with scope(issuer=credential.issuer):
            AchievementCredential.objects.update(document=json.dumps(document))
        page = self.page(client, credential)
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert 'href="javascript' not in page

    def test_it_costs_the_same_few_queries_however_large_the_rubric(self, client, django_assert_num_queries):
        from tests.credentials.public_helpers import publish
        from tests.programme import award, make_programme

        for number, criteria in enumerate((1, 3)):
            programme = make_programme(f"College {number}", host=f"c{number}.example", criteria=criteria)
            award(programme)
            with scope(issuer=programme.issuer):
                publish(sign_credential(AchievementCredential.objects.get()))
                credential = AchievementCredential.objects.get()
            with django_assert_num_queries(5):
                self.page(client, credential)
