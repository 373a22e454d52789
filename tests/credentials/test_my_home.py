"""The learner's first page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_scopes import scope

from credentials.domain.achievement import create_achievement, publish_achievement
from credentials.domain.application import apply_for_achievement
from credentials.domain.share import publish_credential
from credentials.models import AchievementCredential
from jobs.domain.queue import drain
from learners.domain.submitting import open_criteria, save_text, withdraw
from tests.programme import Programme, assess, award, hand_in, make_programme, make_user

pytestmark = pytest.mark.django_db


def next_badge(programme: Programme, name: str) -> None:
    """Publish another badge on the same rubric and make it the programme's."""
    with scope(issuer=programme.issuer):
        achievement = create_achievement(
            programme.issuer,
            rubric=programme.rubric,
            name=name,
            description="d",
            criteria_narrative="c",
            acting_user=programme.administrator,
        )
        publish_achievement(achievement, acting_user=programme.administrator)
        achievement.refresh_from_db()
    programme.achievement = achievement


def start_draft(programme: Programme, *, filled: int = 0) -> None:
    user = programme.learner_user
    with scope(issuer=programme.issuer):
        submission = apply_for_achievement(programme.achievement, acting_user=user).submission
        for criterion in open_criteria(submission)[:filled]:
            save_text(submission, criterion_uuid=criterion.uuid, text="I did.", seen_version=None, acting_user=user)


def test_a_stranger_signs_in_and_comes_back(client):
    assert client.get("/me/").headers["Location"] == "/accounts/login/?next=%2Fme%2F"


def test_somebody_new_is_shown_what_is_open(client):
    make_programme()
    client.force_login(make_user("new@harbour.example", "Noa New"))
    response = client.get("/me/")
    assert "No badge yet" in response.content.decode()
    assert [version.name for version in response.context["suggested"]] == ["Teamwork"]


def test_returned_work_comes_first_then_drafts_then_what_waits(client):
    programme = make_programme()
    returned = hand_in(programme)
    assess(programme, returned.submission, levels=[2, 1, 3])
    next_badge(programme, "Waiting")
    hand_in(programme)
    next_badge(programme, "Draft")
    start_draft(programme, filled=2)
    client.force_login(programme.learner_user)
    response = client.get("/me/")
    html = response.content.decode()
    assert [each.version.name for each in response.context["to_do"]] == ["Teamwork", "Draft"]
    assert [each.version.name for each in response.context["waiting"]] == ["Waiting"]
    assert "2 of 3 sub-competencies met" in html
    assert "2 of 3 sub-competencies</span>" in html
    assert f'handed in on <time datetime="{timezone.now():%Y-%m-%d}' in html
    assert response.context["suggested"] == []


def test_earned_badges_say_whether_they_stand_and_who_sees_them(client):
    programme = make_programme()
    award(programme)
    client.force_login(programme.learner_user)
    assert "Being made" in client.get("/me/").content.decode()
    drain()
    html = client.get("/me/").content.decode()
    assert "Valid</span>" in html
    assert "Only you</span>" in html
    with scope(issuer=programme.issuer):
        publish_credential(AchievementCredential.objects.get(), acting_user=programme.learner_user)
    assert "Public</span>" in client.get("/me/").content.decode()


def test_withdrawn_work_is_gone_from_the_list(client):
    programme = make_programme()
    application = hand_in(programme)
    with scope(issuer=programme.issuer):
        withdraw(application.submission, acting_user=programme.learner_user)
    client.force_login(programme.learner_user)
    response = client.get("/me/")
    assert response.context["to_do"] == response.context["waiting"] == []


def test_nobody_sees_somebody_elses_work_in_the_same_institution(client):
    programme = make_programme()
    award(programme)
    other = make_user("other@harbour.example", "Odd Other")
    hand_in(programme, user=other)
    client.force_login(other)
    response = client.get("/me/")
    assert response.context["credentials"] == []
    assert [each.learner.user_id for each in response.context["waiting"]] == [other.pk]


def test_work_in_two_institutions_stands_on_one_page(client):
    first, second = make_programme(), make_programme("Collège Élan", host="elan.example")
    hand_in(first)
    hand_in(second, user=first.learner_user)
    client.force_login(first.learner_user)
    response = client.get("/me/")
    assert {each.issuer.name for each in response.context["waiting"]} == {"Harbour College", "Collège Élan"}


def test_the_page_costs_the_same_queries_for_one_row_of_each_kind_and_for_three(client):
    programme = make_programme()
    client.force_login(programme.learner_user)
    counts = []
    for wave in range(3):
        award(programme)
        next_badge(programme, f"Returned {wave}")
        assess(programme, hand_in(programme).submission, levels=[2, 1, 3])
        next_badge(programme, f"Waiting {wave}")
        hand_in(programme)
        next_badge(programme, f"Draft {wave}")
        start_draft(programme)
        next_badge(programme, f"Next {wave}")
        with CaptureQueriesContext(connection) as queries:
            response = client.get("/me/")
        assert len(response.context["to_do"]) == 2 * (wave + 1)
        counts.append(len(queries))
    assert counts[0] == counts[2]
