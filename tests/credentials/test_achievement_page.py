"""A badge's page, its frozen versions, its data, and applying."""

import json
import re
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_scopes import scope

from credentials.domain.achievement import archive_achievement, create_achievement, publish_achievement
from credentials.models import Achievement, AchievementVersion, Application
from jobs.domain.queue import drain
from tests.programme import award, make_programme, make_rubric, make_user

pytestmark = pytest.mark.django_db


def page_of(programme) -> str:
    return programme.achievement.get_absolute_url()


def test_anybody_reads_the_whole_rubric_before_applying(client):
    programme = make_programme()
    html = client.get(page_of(programme)).content.decode()
    with scope(issuer=programme.issuer):
        for criterion in programme.rubric.criteria.all():
            assert criterion.name in html
            assert criterion.evidence_prompt in html
            for level in criterion.levels.all():
                card = html.split(f'id="level-{level.uuid}"')[1].split("</li>")[0]
                assert level.name in card
                assert level.description in card
                assert ("> required<" in card) == (level.position == criterion.required_level)
    assert "Every sub-competency must reach its required level." in html
    assert "<p>Hand in evidence for each sub-competency.</p>" in html
    assert "about 25 hours" in html
    assert "36 months" in html
    assert "collaboration" in html


def test_criteria_are_markdown_that_can_run_nothing(client):
    programme = make_programme()
    with scope(issuer=programme.issuer):
        Achievement.objects.update(
            criteria_narrative="**Bold** <script>alert(1)</script> [x](javascript:alert(1)) ![p](https://elsewhere.example/p.png)"
        )
        publish_achievement(programme.achievement, acting_user=programme.administrator)
    html = client.get(page_of(programme)).content.decode()
    assert "<strong>Bold</strong>" in html
    assert "<script>alert(1)" not in html
    assert 'href="javascript:' not in html
    assert 'src="https://elsewhere.example' not in html


def test_a_draft_is_nobodys_business(client):
    programme = make_programme()
    with scope(issuer=programme.issuer):
        draft = create_achievement(
            programme.issuer,
            rubric=programme.rubric,
            name="A draft",
            description="d",
            criteria_narrative="c",
            acting_user=programme.administrator,
        )
    for address in [
        draft.get_absolute_url(),
        f"{draft.get_absolute_url()}versions/1/",
        f"/achievements/{draft.uuid}.json",
    ]:
        assert client.get(address).status_code == 404
    assert client.post(f"{draft.get_absolute_url()}application/").status_code == 404
    client.force_login(programme.administrator)
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert client.get("/achievements/00000000-0000-4000-8000-000000000000/").status_code == 404


def test_an_archived_badge_can_be_read_and_not_applied_for(client):
    programme = make_programme()
    with scope(issuer=programme.issuer):
        archive_achievement(programme.achievement, acting_user=programme.administrator)
    html = client.get(page_of(programme)).content.decode()
    assert "No longer open" in html
    assert "/application/" not in html
    client.force_login(programme.learner_user)
    response = client.post(f"{page_of(programme)}application/")
    assert response.status_code == 422
    assert "This badge is not open for applications." in response.content.decode()
    with scope(issuer=programme.issuer):
        assert not Application.objects.exists()


def test_every_id_in_the_signed_document_is_a_place_on_the_versions_page(client):
    programme = make_programme()
    with scope(issuer=programme.issuer):
        document = AchievementVersion.objects.get().document
    addresses = [result["id"] for result in document["resultDescription"]]
    addresses += [level["id"] for result in document["resultDescription"] for level in result["rubricCriterionLevel"]]
    assert len(addresses) == 12
    for address in addresses:
        parts = urlsplit(address)
        response = client.get(parts.path)
        assert response.status_code == 200
        assert response.content.decode().count(f'id="{parts.fragment}"') == 1
    assert client.get(urlsplit(document["image"]["id"]).path).headers["Content-Type"] == "image/png"


def test_an_old_version_keeps_its_words_and_points_to_the_new_one(client):
    programme = make_programme()
    with scope(issuer=programme.issuer):
        Achievement.objects.update(name="Teamwork, revised")
        publish_achievement(programme.achievement, acting_user=programme.administrator)
    old = client.get(f"{page_of(programme)}versions/1/").content.decode()
    assert "<h1>Teamwork</h1>" in old
    assert "Go to version 2" in old
    assert "/application/" not in old
    assert "<h1>Teamwork, revised</h1>" in client.get(page_of(programme)).content.decode()
    assert client.get(f"{page_of(programme)}versions/3/").status_code == 404


@pytest.mark.parametrize("accept", ["application/ld+json", "application/json"])
def test_the_same_address_answers_json_ld_to_whoever_prefers_it(client, accept):
    programme = make_programme()
    response = client.get(page_of(programme), headers={"accept": accept})
    with scope(issuer=programme.issuer):
        document = AchievementVersion.objects.get().document
    assert response.headers["Content-Type"] == "application/ld+json"
    answer = json.loads(response.content)
    assert answer.pop("@context")[0] == "https://www.w3.org/ns/credentials/v2"
    assert answer == document
    assert client.get(f"/achievements/{programme.achievement.uuid}.json").content == response.content


@pytest.mark.parametrize("accept", ["text/html,application/xhtml+xml,*/*;q=0.8", "*/*", ""])
def test_a_browser_gets_the_page(client, accept):
    programme = make_programme()
    response = client.get(page_of(programme), headers={"accept": accept})
    assert response.headers["Content-Type"].startswith("text/html")
    assert "Accept" in response.headers["Vary"]


def test_the_data_may_be_kept_and_read_by_any_site(client):
    programme = make_programme()
    address = f"/achievements/{programme.achievement.uuid}.json"
    first = client.get(address)
    assert first.headers["Access-Control-Allow-Origin"] == "*"
    assert "Cookie" not in first.headers["Vary"]
    assert not first.cookies
    again = client.get(address, headers={"if-none-match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Access-Control-Allow-Origin"] == "*"


def test_the_picture_of_a_version_is_its_stored_bytes_for_ever(client):
    programme = make_programme()
    response = client.get(f"{page_of(programme)}versions/1/image.png")
    with scope(issuer=programme.issuer):
        assert response.content == bytes(AchievementVersion.objects.get().image_png)
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    etag = response.headers["ETag"]
    assert client.get(f"{page_of(programme)}versions/1/image.png", headers={"if-none-match": etag}).status_code == 304
    assert client.get(f"{page_of(programme)}versions/2/image.png").status_code == 404


def test_a_stranger_who_applies_signs_up_and_comes_back(client):
    programme = make_programme()
    response = client.post(f"{page_of(programme)}application/")
    assert response.headers["Location"] == f"/accounts/signup/?next={page_of(programme).replace('/', '%2F')}"
    with scope(issuer=programme.issuer):
        assert not Application.objects.exists()


def test_applying_opens_the_submission_and_a_second_click_finds_it(client):
    programme = make_programme()
    client.force_login(programme.learner_user)
    first = client.post(f"{page_of(programme)}application/").headers["Location"]
    second = client.post(f"{page_of(programme)}application/").headers["Location"]
    with scope(issuer=programme.issuer):
        application = Application.objects.get()
    assert first == second == f"/me/submissions/{application.submission.uuid}/"
    assert f'href="{first}">Continue' in client.get(page_of(programme)).content.decode()
    assert client.get(f"{page_of(programme)}application/").status_code == 405


def test_who_holds_the_badge_is_led_to_it_and_cannot_apply(client):
    programme = make_programme()
    award(programme)
    drain()
    client.force_login(programme.learner_user)
    assert "See your badge" in client.get(page_of(programme)).content.decode()
    response = client.post(f"{page_of(programme)}application/")
    assert response.status_code == 422
    assert "You hold this badge already." in response.content.decode()


def test_somebody_elses_way_is_not_shown(client):
    programme = make_programme()
    award(programme)
    client.force_login(make_user("other@harbour.example", "Odd Other"))
    html = client.get(page_of(programme)).content.decode()
    assert "See your badge" not in html
    assert ">Apply</button>" in html


def test_the_page_costs_the_same_queries_for_one_sub_competency_and_for_three(client):
    counts = []
    for number in (1, 3):
        programme = make_programme(f"College {number}", host=f"c{number}.example", criteria=number)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page_of(programme)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_weighted_rubric_shows_weights_and_points(client):
    programme = make_programme()
    with scope(issuer=programme.issuer):
        rubric = make_rubric(programme.issuer, programme.administrator, title="Weighted")
        type(rubric).objects.filter(id=rubric.id).update(pass_rule="weighted", pass_share=70)
        achievement = create_achievement(
            programme.issuer,
            rubric=rubric,
            name="Weighted",
            description="d",
            criteria_narrative="c",
            acting_user=programme.administrator,
        )
        publish_achievement(achievement, acting_user=programme.administrator)
    html = client.get(achievement.get_absolute_url()).content.decode()
    assert "At least 70 % of the weighted points" in html
    assert len(re.findall(r"weight 1<", html)) == 3
    assert html.count("2 points") == 3
