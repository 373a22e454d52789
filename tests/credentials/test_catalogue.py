"""The front page and the public catalogue."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_scopes import scope

from credentials.domain.achievement import archive_achievement, create_achievement, publish_achievement
from credentials.models import Achievement
from credentials.views import catalogue
from tests.programme import Programme, make_programme, make_user

pytestmark = pytest.mark.django_db


def add_badge(programme: Programme, name: str, *, publish: bool = True, **details) -> Achievement:
    with scope(issuer=programme.issuer):
        achievement = create_achievement(
            programme.issuer,
            rubric=programme.rubric,
            name=name,
            description=details.pop("description", "Does it well."),
            criteria_narrative="Hand in evidence.",
            acting_user=programme.administrator,
            **details,
        )
        if publish:
            publish_achievement(achievement, acting_user=programme.administrator)
        achievement.refresh_from_db()
    return achievement


def names(response) -> list[str]:
    return [version.name for version in response.context["versions"]]


def test_the_front_page_shows_the_newest_badges_to_a_stranger(client):
    programme = make_programme()
    add_badge(programme, "Listening")
    response = client.get("/")
    assert [version.name for version in response.context["newest"]] == ["Listening", "Teamwork"]
    assert "Set-Cookie" not in response.headers


def test_the_front_page_leads_a_signed_in_person_to_their_own_room(client):
    programme = make_programme()
    for user, room in [
        (programme.learner_user, "/me/"),
        (programme.assessor, "/assess/"),
        (programme.administrator, "/admin/"),
    ]:
        client.force_login(user)
        assert client.get("/").headers["Location"] == room


def test_an_empty_catalogue_says_so(client):
    assert "No badge is open yet" in client.get("/achievements/").content.decode()
    assert "No badge is open yet" in client.get("/").content.decode()


@pytest.mark.parametrize(
    "words",
    ["mediation", "MEDIATION", "résolution", "resolution", "conflict harbour", "listens", "  conflict   calm "],
)
def test_search_finds_every_word_in_name_description_skills_sub_competencies_and_institution(client, words):
    programme = make_programme()
    add_badge(programme, "Conflict Résolution", description="Stays calm.", tags=["Mediation"])
    response = client.get("/achievements/", {"q": words})
    assert "Conflict Résolution" in names(response)


def test_search_wants_all_the_words(client):
    programme = make_programme()
    add_badge(programme, "Conflict resolution", tags=["mediation"])
    response = client.get("/achievements/", {"q": "conflict nothing"})
    assert names(response) == []
    assert "Nothing found" in response.content.decode()


def test_search_takes_signs_that_mean_something_to_a_database(client):
    make_programme()
    for words in ["%", "_", "\0", "'", "\\", '"', "a" * 5000]:
        assert client.get("/achievements/", {"q": words}).status_code == 200
    assert names(client.get("/achievements/", {"q": "100 %"})) == []


def test_the_list_can_be_narrowed_to_an_institution(client):
    make_programme()
    other = make_programme("Collège Élan", host="elan.example")
    response = client.get("/achievements/", {"issuer": str(other.issuer.uuid)})
    assert [version.issuer.name for version in response.context["versions"]] == ["Collège Élan"]
    assert len(names(client.get("/achievements/", {"issuer": "nonsense"}))) == 2
    assert [(each.name, each.badges) for each in response.context["issuers"]] == [
        ("Collège Élan", 1),
        ("Harbour College", 1),
    ]


def test_drafts_unlisted_archived_and_closed_institutions_badges_are_not_listed(client):
    programme = make_programme()
    add_badge(programme, "A draft", publish=False)
    add_badge(programme, "With the link only", is_listed=False)
    archived = add_badge(programme, "Archived")
    with scope(issuer=programme.issuer):
        archive_achievement(archived, acting_user=programme.administrator)
    assert names(client.get("/achievements/")) == ["Teamwork"]
    programme.issuer.is_active = False
    programme.issuer.save()
    assert names(client.get("/achievements/")) == []


def test_an_edited_badge_is_listed_as_it_was_published_last(client):
    programme = make_programme()
    with scope(issuer=programme.issuer):
        Achievement.objects.filter(id=programme.achievement.id).update(name="Not yet published")
    assert names(client.get("/achievements/")) == ["Teamwork"]
    with scope(issuer=programme.issuer):
        publish_achievement(programme.achievement, acting_user=programme.administrator)
    assert names(client.get("/achievements/")) == ["Not yet published"]


def test_pages_follow_each_other_by_key_without_a_gap_or_a_row_twice(client, monkeypatch):
    monkeypatch.setattr(catalogue, "PAGE", 2)
    programme = make_programme()
    for number in range(4):
        add_badge(programme, f"Badge {number}")
    seen, address = [], "/achievements/?q=harbour"
    while address:
        response = client.get(address)
        seen += names(response)
        add_badge(programme, "Published while somebody reads")  # comes first: it must not push a row to the next page
        html = response.content.decode()
        following = response.context["following"]
        address = f"/achievements/?q=harbour&after={following}" if following else ""
        assert not following or f"q=harbour&amp;after={following}" in html
    assert seen == ["Badge 3", "Badge 2", "Badge 1", "Badge 0", "Teamwork"]


def test_an_unknown_page_key_shows_the_first_page(client):
    make_programme()
    response = client.get("/achievements/?after=00000000-0000-4000-8000-000000000000")
    assert names(response) == ["Teamwork"]


def test_the_links_to_other_pages_keep_the_search(client, monkeypatch):
    monkeypatch.setattr(catalogue, "PAGE", 1)
    programme = make_programme()
    add_badge(programme, "Team & work")
    add_badge(programme, "Team & work, advanced")
    html = client.get("/achievements/", {"q": "team & work", "issuer": str(programme.issuer.uuid)}).content.decode()
    href = html.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")
    query = parse_qs(urlsplit(href).query)
    assert (query["q"], query["issuer"]) == (["team & work"], [str(programme.issuer.uuid)])


def test_the_list_costs_the_same_queries_for_one_badge_and_for_three(client):
    programme = make_programme()
    with CaptureQueriesContext(
        connection,
    ) as one:
        client.get("/achievements/")
    add_badge(programme, "Second")
    make_programme("Collège Élan", host="elan.example")
    with CaptureQueriesContext(connection) as three:
        client.get("/achievements/")
    assert len(one) == len(three)
    assert not any("image_png" in query["sql"] for query in three.captured_queries)


def test_a_person_signed_in_sees_the_catalogue_too(client):
    make_programme()
    client.force_login(make_user("new@harbour.example", "Noa New"))
    assert names(client.get("/achievements/")) == ["Teamwork"]
