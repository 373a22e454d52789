"""The assessor's pages: queue, marking page, autosave, decision."""

import uuid

import pytest
from django.urls import reverse
from django_scopes import scope, scopes_disabled

from learners.domain.assessing import claim_submission
from learners.enums import SubmissionState
from learners.models import Assessment, Mark
from tests.programme import Programme, hand_in, make_programme, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme() -> Programme:
    return make_programme()


@pytest.fixture
def assessment(programme) -> Assessment:
    application = hand_in(programme)
    with scope(issuer=programme.issuer):
        return claim_submission(application.submission, acting_user=programme.assessor)


def fields(assessment: Assessment, *positions: int, comment: str = "Shown in the second paragraph.") -> dict[str, str]:
    """Return the marking form's fields with one level position for each sub-competency."""
    with scopes_disabled():
        criteria = list(assessment.submission.rubric.criteria.all())
        typed = {f"comment-{criterion.uuid}": comment for criterion in criteria}
        for criterion, position in zip(criteria, positions, strict=False):
            typed[f"level-{criterion.uuid}"] = str(criterion.levels.get(position=position).uuid)
    return typed


def state(assessment: Assessment) -> str:
    with scopes_disabled():
        assessment.submission.refresh_from_db()
    return assessment.submission.state


@pytest.mark.parametrize("rows", [1, 3])
def test_the_queue_asks_the_same_number_of_queries_for_one_row_and_for_three(
    client, programme, django_assert_num_queries, rows
):
    for number in range(rows):
        hand_in(programme, user=make_user(f"l{number}@harbour.example", f"Learner {number}"))
    client.force_login(programme.assessor)
    client.get(reverse("assess-queue"))
    with django_assert_num_queries(9):
        page = client.get(reverse("assess-queue"))
    assert page.content.decode().count("Learner ") >= rows


def test_claiming_opens_the_marking_page_with_the_evidence(client, programme):
    application = hand_in(programme)
    client.force_login(programme.assessor)
    page = client.post(reverse("assess-claim", args=[application.submission.uuid]), follow=True)
    assert page.status_code == 200
    assert "What I did for Listens." in page.content.decode()


def test_a_second_assessor_is_told_who_has_it(client, programme, assessment):
    from issuers.domain.issuer import add_member

    other = make_user("second@harbour.example", "Sol Second")
    add_member(programme.issuer, user=other, role="assessor", acting_user=programme.administrator)
    client.force_login(other)
    page = client.post(reverse("assess-claim", args=[assessment.submission.uuid]), follow=True)
    assert "Asa Assessor is reviewing this submission." in page.content.decode()


def test_nobody_reviews_their_own_submission(client, programme):
    application = hand_in(programme, user=programme.assessor)
    client.force_login(programme.assessor)
    page = client.post(reverse("assess-claim", args=[application.submission.uuid]))
    assert page.status_code == 403


def test_a_learner_has_no_queue(client, programme):
    client.force_login(programme.learner_user)
    assert client.get(reverse("assess-queue")).status_code == 403


def test_another_institutions_review_is_as_good_as_missing(client, assessment):
    other = make_programme("Other College", host="other.example")
    client.force_login(other.assessor)
    foreign = client.get(reverse("assess-review", args=[assessment.uuid]))
    missing = client.get(reverse("assess-review", args=[uuid.uuid4()]))
    assert (foreign.status_code, missing.status_code) == (404, 404)


def test_a_level_chosen_is_saved_at_once_and_answers_the_new_version(client, programme, assessment):
    client.force_login(programme.assessor)
    with scopes_disabled():
        criterion = assessment.submission.rubric.criteria.first()
        level = criterion.levels.get(position=2)
    answer = client.post(
        reverse("assess-save", args=[assessment.uuid]),
        {"criterion": criterion.uuid, "level": level.uuid, "comment": "Clear.", "version": assessment.version},
    )
    assert (answer.status_code, answer.json()["version"]) == (200, assessment.version + 1)
    with scopes_disabled():
        mark = Mark.objects.get()
        assert (mark.level_id, mark.comment) == (level.id, "Clear.")


def test_a_stale_tab_is_told_and_shown_what_is_saved(client, programme, assessment):
    client.force_login(programme.assessor)
    with scopes_disabled():
        criterion = assessment.submission.rubric.criteria.first()
    data = {"criterion": criterion.uuid, "level": "", "comment": "First tab", "version": assessment.version}
    assert client.post(reverse("assess-save", args=[assessment.uuid]), data).status_code == 200
    answer = client.post(reverse("assess-save", args=[assessment.uuid]), {**data, "comment": "Second tab"})
    assert answer.status_code == 409
    with scopes_disabled():
        others = [c for c in assessment.submission.rubric.criteria.all() if c != criterion]
    nothing = {"level": "", "comment": ""}
    assert answer.json()["units"] == {
        "part=message": {"message": ""},
        f"criterion={criterion.uuid}": {"level": "", "comment": "First tab"},
        **{f"criterion={other.uuid}": nothing for other in others},
    }


def test_the_message_is_kept_as_it_is_typed_and_when_saved_for_later(client, programme, assessment):
    client.force_login(programme.assessor)
    data = {"part": "message", "message": "Well told.", "version": assessment.version}
    assert client.post(reverse("assess-save", args=[assessment.uuid]), data).status_code == 200
    assert "Well told." in client.get(reverse("assess-review", args=[assessment.uuid])).content.decode()
    client.post(reverse("assess-review", args=[assessment.uuid]), {**fields(assessment), "message": "Well shown."})
    assert "Well shown." in client.get(reverse("assess-review", args=[assessment.uuid])).content.decode()


def test_each_save_tells_what_deciding_now_would_mean(client, programme, assessment):
    client.force_login(programme.assessor)
    with scopes_disabled():
        criteria = list(assessment.submission.rubric.criteria.all())
        levels = [criterion.levels.get(position=2) for criterion in criteria]
        low = criteria[0].levels.get(position=1)

    def mark(criterion, level) -> str:
        answer = client.post(
            reverse("assess-save", args=[assessment.uuid]),
            {"criterion": criterion.uuid, "level": level.uuid, "comment": ""},
        )
        return answer.json()["outcome"]

    told = [mark(criterion, level) for criterion, level in zip(criteria, levels, strict=True)]
    assert told == [
        "2 of 3 sub-competencies have no level yet.",
        "1 of 3 sub-competencies have no level yet.",
        "With these levels the badge is awarded.",
    ]
    assert mark(criteria[0], low) == "With these levels 1 of 3 sub-competencies go back to the learner."


def test_a_tab_left_open_after_the_decision_is_led_to_it(client, programme, assessment):
    client.force_login(programme.assessor)
    client.post(reverse("assess-review", args=[assessment.uuid]), {**fields(assessment, 2, 2, 3), "decide": "1"})
    page = client.post(reverse("assess-review", args=[assessment.uuid]), fields(assessment, 1, 1, 1), follow=True)
    assert "was decided already" in page.content.decode()
    assert state(assessment) == SubmissionState.PASSED


def test_deciding_with_every_level_reached_passes(client, programme, assessment):
    client.force_login(programme.assessor)
    page = client.post(
        reverse("assess-review", args=[assessment.uuid]), {**fields(assessment, 2, 2, 3), "decide": "1"}, follow=True
    )
    assert "has met it all" in page.content.decode()
    assert state(assessment) == SubmissionState.PASSED


def test_deciding_twice_awards_once(client, programme, assessment):
    from credentials.models import AchievementCredential

    client.force_login(programme.assessor)
    typed = {**fields(assessment, 2, 2, 3), "decide": "1"}
    client.post(reverse("assess-review", args=[assessment.uuid]), typed)
    client.post(reverse("assess-review", args=[assessment.uuid]), typed)
    with scopes_disabled():
        assert AchievementCredential.objects.count() == 1


def test_a_missing_level_is_named_and_what_was_typed_stays(client, programme, assessment):
    client.force_login(programme.assessor)
    typed = {**fields(assessment, 2, 2), "decide": "1", "message": "A long message."}
    page = client.post(reverse("assess-review", args=[assessment.uuid]), typed)
    text = page.content.decode()
    assert page.status_code == 422
    assert "Choose a level for “Settles disagreement”." in text
    assert "A long message." in text
    assert "Shown in the second paragraph." in text
    assert state(assessment) == SubmissionState.IN_REVIEW


def test_an_unmet_sub_competency_needs_a_comment(client, programme, assessment):
    client.force_login(programme.assessor)
    typed = {**fields(assessment, 1, 2, 2, comment=""), "decide": "1"}
    page = client.post(reverse("assess-review", args=[assessment.uuid]), typed)
    assert "Say in a comment what “Shares the work” still needs." in page.content.decode()


def test_a_level_that_was_deleted_is_said_at_its_place(client, programme, assessment):
    client.force_login(programme.assessor)
    typed = {**fields(assessment, 2, 2, 2), "decide": "1"}
    with scopes_disabled():
        criterion = assessment.submission.rubric.criteria.first()
    typed[f"level-{criterion.uuid}"] = str(uuid.uuid4())
    page = client.post(reverse("assess-review", args=[assessment.uuid]), typed)
    assert page.status_code == 422
    assert "The chosen level of “Shares the work” doesn&#x27;t exist." in page.content.decode()


def test_a_review_can_be_given_back(client, programme, assessment):
    client.force_login(programme.assessor)
    client.post(reverse("assess-release", args=[assessment.uuid]))
    assert state(assessment) == SubmissionState.SUBMITTED
