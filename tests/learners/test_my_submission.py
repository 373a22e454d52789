"""The learner's editor: one form, saved by any of its buttons; handing in; withdrawing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_scopes import scope, scopes_disabled

from credentials.domain.application import apply_for_achievement
from credentials.enums import ApplicationState
from credentials.models import Application
from jobs.domain.queue import drain
from learners.domain.assessing import claim_submission
from learners.domain.submitting import open_criteria, save_text
from learners.enums import SubmissionState
from learners.models import Evidence, Submission
from rubrics.models import RubricCriterion
from tests.programme import Programme, assess, award, hand_in, make_programme, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme() -> Programme:
    return make_programme()


@pytest.fixture
def submission(programme) -> Submission:
    with scope(issuer=programme.issuer):
        return apply_for_achievement(programme.achievement, acting_user=programme.learner_user).submission


@pytest.fixture
def client(client, programme) -> Client:
    client.force_login(programme.learner_user)
    return client


def address(submission: Submission) -> str:
    return f"/me/submissions/{submission.uuid}/"


def criteria_of(submission: Submission) -> list[RubricCriterion]:
    with scopes_disabled():
        return list(RubricCriterion.objects.filter(rubric=submission.rubric_id).order_by("position"))


def typed(submission: Submission, *texts: str, **more) -> dict:
    """Return the form's fields as a browser sends them: a text for each sub-competency, and the version seen."""
    with scopes_disabled():
        submission.refresh_from_db()
    fields = {f"text-{criterion.uuid}": text for criterion, text in zip(criteria_of(submission), texts, strict=False)}
    return {"version": str(submission.version), **fields, **more}


def saved(submission: Submission) -> list[str]:
    with scopes_disabled():
        rows = Evidence.objects.filter(submission=submission, kind="text", removed_in_round=None)
        return list(rows.order_by("criterion__position").values_list("text", flat=True))


PDF = b"%PDF-1.7 a report"


# Saving ---------------------------------------------------------------------------------------------------------
def test_one_press_saves_every_text_link_and_file(client, submission):
    first, second, _third = criteria_of(submission)
    response = client.post(
        address(submission),
        typed(
            submission,
            "One.\r\nTwo.",
            "Second.",
            "",
            **{
                f"url-{first.uuid}": " https://example.org/report ",
                f"file-{second.uuid}": SimpleUploadedFile("report.pdf", PDF),
            },
        ),
    )
    assert response.headers["Location"] == address(submission)
    assert saved(submission) == ["One.\nTwo.", "Second."]
    with scopes_disabled():
        link, file = Evidence.objects.exclude(kind="text").order_by("kind").reverse()
    assert (link.url, link.criterion_id) == ("https://example.org/report", first.id)
    assert (file.file_name, file.size, file.criterion_id) == ("report.pdf", len(PDF), second.id)
    html = client.get(address(submission)).content.decode()
    assert "<span data-filled>2</span> of <span data-wanted>3</span>" in html
    assert "report.pdf</a>" in html


def test_the_text_comes_back_exactly_as_it_was_typed(client, submission):
    text = "\n  <b>&amp; first line blank\nlast\n\n"
    client.post(address(submission), typed(submission, text))
    assert saved(submission) == [text]
    html = client.get(address(submission)).content.decode()
    # the parser of HTML drops one line end after <textarea>; the next is the text's own
    assert ">\n\n  &lt;b&gt;&amp;amp; first line blank\nlast\n\n</textarea>" in html


def test_a_wrong_file_is_told_at_its_field_and_nothing_else_is_lost(client, submission):
    first, second, third = criteria_of(submission)
    response = client.post(
        address(submission),
        typed(
            submission,
            "First.",
            "Second.",
            **{
                f"file-{first.uuid}": SimpleUploadedFile("tool.exe", b"MZ"),
                f"file-{second.uuid}": SimpleUploadedFile("photo.png", b"not a picture"),
                f"file-{third.uuid}": SimpleUploadedFile("empty.txt", b""),
            },
        ),
    )
    html = response.content.decode()
    assert response.status_code == 422
    assert saved(submission) == ["First.", "Second."]
    assert f'<a href="#file-{first.uuid}">“tool.exe” is of a kind that can&#x27;t be handed in.' in html
    error = html.split(f'id="error-file-{second.uuid}"')[1].split("</p>")[0]
    assert "“photo.png” ends in .png but isn&#x27;t such a file." in error
    assert "“empty.txt” is empty." in html.split(f'id="error-file-{third.uuid}"')[1].split("</p>")[0]
    assert "Second.</textarea>" in html
    with scopes_disabled():
        assert not Evidence.objects.filter(kind="file").exists()


def test_a_file_over_the_limit_is_dropped_while_it_arrives_and_the_rest_is_saved(client, submission, settings):
    settings.EVIDENCE_FILE_LIMIT = 1_048_576
    first, second, _third = criteria_of(submission)
    response = client.post(
        address(submission),
        {
            f"file-{first.uuid}": SimpleUploadedFile("film.mp4", b"x" * 1_048_577),
            f"file-{second.uuid}": SimpleUploadedFile("report.pdf", PDF),
            **typed(submission, "First.", "Second."),
        },
    )
    html = response.content.decode()
    assert response.status_code == 422
    assert "“film.mp4” has more than 1 MB" in html.split(f'id="error-file-{first.uuid}"')[1].split("</p>")[0]
    assert saved(submission) == ["First.", "Second."]
    with scopes_disabled():
        assert [piece.file_name for piece in Evidence.objects.filter(kind="file")] == ["report.pdf"]


def test_a_text_too_long_and_a_broken_link_stay_in_their_fields(client, submission):
    first, second, _third = criteria_of(submission)
    long = "ä" * 50_001
    response = client.post(
        address(submission), typed(submission, long, "Kept.", **{f"url-{second.uuid}": "javascript:alert(1)"})
    )
    html = response.content.decode()
    assert response.status_code == 422
    assert f"{long}</textarea>" in html
    assert "The text has 50,001 characters; 50,000 can be kept." in html
    assert 'value="javascript:alert(1)"' in html
    assert "A link begins with https:// or http://." in html
    assert saved(submission) == ["Kept."]
    assert (
        f'id="text-{first.uuid}" name="text-{first.uuid}" rows="7" data-autosave-name="text" aria-invalid="true"'
        in html
    )


def test_a_link_that_is_no_address_is_told_in_words(client, submission):
    first, *_rest = criteria_of(submission)
    response = client.post(address(submission), typed(submission, **{f"url-{first.uuid}": "https://no spaces here"}))
    assert "“https://no spaces here” isn&#x27;t a whole address." in response.content.decode()


def test_more_text_than_a_request_may_hold_is_told_on_the_page(client, submission, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_048_576
    response = client.post(address(submission), typed(submission, "x" * 600_000, "y" * 600_000))
    assert response.status_code == 413
    assert "have more than 1 MB together" in response.content.decode()


def test_a_second_tab_is_told_and_both_texts_are_there(client, submission):
    stale = typed(submission, "From the second tab.", "Untouched.")
    client.post(address(submission), typed(submission, "From the first tab.", "Untouched."))
    response = client.post(address(submission), stale)
    html = response.content.decode()
    assert response.status_code == 409
    assert "From the second tab.</textarea>" in html
    assert "<p>From the first tab.</p>" in html or "From the first tab.</blockquote>" in html
    assert html.count("Saved elsewhere:") - html.count('data-text-theirs="Saved elsewhere:"') == 1
    assert saved(submission) == ["From the first tab.", "Untouched."]
    version = html.split('name="version" value="')[1].split('"')[0]
    assert client.post(address(submission), {**stale, "version": version}).status_code == 302
    assert saved(submission) == ["From the second tab.", "Untouched."]


def test_a_piece_can_be_taken_out_and_what_was_typed_is_saved_too(client, submission):
    first, *_rest = criteria_of(submission)
    client.post(address(submission), typed(submission, **{f"file-{first.uuid}": SimpleUploadedFile("a.pdf", PDF)}))
    with scopes_disabled():
        piece = Evidence.objects.get()
    for _click in range(2):
        response = client.post(address(submission), typed(submission, "Typed.", do=f"remove:{piece.uuid}"))
        assert response.status_code == 302
    assert saved(submission) == ["Typed."]
    with scopes_disabled():
        assert not Evidence.objects.filter(kind="file").exists()


def test_nobody_elses_piece_can_be_taken_out(client, programme, submission):
    other = hand_in(programme, user=make_user("other@harbour.example", "Odd Other"))
    with scopes_disabled():
        piece = Evidence.objects.filter(submission=other.submission).first()
    client.post(address(submission), typed(submission, do=f"remove:{piece.uuid}"))
    client.post(address(submission), typed(submission, do="remove:nonsense"))
    with scopes_disabled():
        assert Evidence.objects.filter(id=piece.id, removed_in_round=None).exists()


def test_a_sub_competency_holds_twenty_links_and_files_and_no_more(client, submission):
    first, *_rest = criteria_of(submission)
    for number in range(20):
        client.post(address(submission), typed(submission, **{f"url-{first.uuid}": f"https://example.org/{number}"}))
    response = client.post(address(submission), typed(submission, **{f"url-{first.uuid}": "https://example.org/20"}))
    assert "holds 20 links and files already" in response.content.decode()
    with scopes_disabled():
        assert Evidence.objects.count() == 20


def test_only_the_kinds_that_are_asked_for_are_offered_and_taken(client, programme, submission):
    first, _second, _third = criteria_of(submission)
    with scopes_disabled():
        RubricCriterion.objects.filter(id=first.id).update(evidence_kinds=["file"])
    html = client.get(address(submission)).content.decode()
    assert f'id="file-{first.uuid}"' in html
    assert f'id="text-{first.uuid}"' not in html
    assert f'id="url-{first.uuid}"' not in html
    response = client.post(address(submission), typed(submission, "A text all the same.", "Second."))
    assert response.status_code == 422
    assert "takes file as evidence, not text" in response.content.decode()
    assert saved(submission) == ["Second."]


# Sessions --------------------------------------------------------------------------------------------------------
def test_a_session_that_ends_in_the_middle_of_a_draft_loses_no_text(client, programme, submission):
    first, *_rest = criteria_of(submission)
    client.post(address(submission), typed(submission, "Saved before."))
    form = typed(
        submission, "Saved before, and an hour of work.", "Second.", **{f"url-{first.uuid}": "https://a.example"}
    )
    client.logout()
    response = client.post(address(submission), form)
    assert response.headers["Location"] == f"/accounts/login/?next={address(submission).replace('/', '%2F')}"
    assert saved(submission) == ["Saved before."]
    response = client.post(
        response.headers["Location"], {"login": programme.learner_user.email, "password": "correct horse battery"}
    )
    assert response.headers["Location"] == address(submission)
    html = client.get(address(submission)).content.decode()
    assert "Your session had ended before this was saved." in html
    assert "Saved before, and an hour of work.</textarea>" in html
    assert "Second.</textarea>" in html
    assert 'value="https://a.example"' in html
    assert "Saved before.</blockquote>" in html
    assert "Your session had ended" not in client.get(address(submission)).content.decode()


def test_what_was_typed_in_an_ended_session_comes_back_to_its_owner_alone(client, programme, submission):
    form = typed(submission, "Private thoughts.")
    client.logout()
    client.post(address(submission), form)
    client.force_login(make_user("other@harbour.example", "Odd Other"))
    response = client.get(address(submission))
    assert response.status_code == 404
    assert b"Private thoughts" not in response.content


# Who may -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("ending", ["", "hand-in/"])
def test_only_its_learner_finds_it(programme, submission, ending):
    other = make_programme("Collège Élan", host="elan.example")
    client = Client()
    assert client.get(address(submission) + ending).headers["Location"].startswith("/accounts/login/?next=")
    hand_in(programme, user=make_user("same@harbour.example", "Same Institution"))
    people = [programme.administrator, programme.assessor, programme.registrar, other.learner_user]
    for user in [*people, make_user("x@x.example", "X")]:
        client.force_login(user)
        assert client.get(address(submission) + ending).status_code == 404
        assert client.post(address(submission) + ending, {}).status_code == 404


def test_the_form_wants_its_token(programme, submission):
    client = Client(enforce_csrf_checks=True)
    client.force_login(programme.learner_user)
    assert client.post(address(submission), typed(submission, "x")).status_code == 403
    assert client.post(f"{address(submission)}hand-in/").status_code == 403
    assert client.post(f"{address(submission)}withdrawal/").status_code == 403
    assert saved(submission) == []


# Handing in ---------------------------------------------------------------------------------------------------------
def test_what_is_missing_is_listed_with_links_and_cannot_be_handed_in(client, submission):
    first, second, third = criteria_of(submission)
    response = client.post(address(submission), typed(submission, "Only the first.", do="hand-in"))
    assert response.headers["Location"] == f"{address(submission)}hand-in/"
    html = client.get(f"{address(submission)}hand-in/").content.decode()
    assert "Evidence is still missing for 2 sub-competencies" in html
    assert f'href="{address(submission)}#criterion-{first.uuid}"' in html  # its own card alone
    for missing in (second, third):
        assert html.count(f'href="{address(submission)}#criterion-{missing.uuid}"') == 2
    assert ">Hand in</button>" not in html
    response = client.post(f"{address(submission)}hand-in/")
    assert response.status_code == 422
    with scopes_disabled():
        submission.refresh_from_db()
    assert submission.state == SubmissionState.DRAFT


def test_handing_in_twice_is_handing_in_once(client, submission):
    client.post(address(submission), typed(submission, "One.", "Two.", "Three."))
    html = client.get(f"{address(submission)}hand-in/").content.decode()
    assert all(text in html for text in ["One.", "Two.", "Three."])
    for _click in range(2):
        assert client.post(f"{address(submission)}hand-in/").headers["Location"] == address(submission)
    html = client.get(address(submission)).content.decode()
    assert "Waiting for an assessor" in html
    assert "<textarea" not in html
    assert client.get(f"{address(submission)}hand-in/").headers["Location"] == address(submission)


def test_a_draft_that_was_handed_in_elsewhere_takes_no_more_text_and_says_why(client, submission):
    form = typed(submission, "One.", "Two.", "Three.")
    client.post(address(submission), form)
    client.post(f"{address(submission)}hand-in/")
    page = client.post(address(submission), typed(submission, "Changed."), follow=True)
    assert "This submission is waiting for review: it can&#x27;t be changed now." in page.content.decode()
    assert saved(submission) == ["One.", "Two.", "Three."]


def test_after_a_return_what_is_met_is_locked_and_the_rest_is_open_with_the_comment(client, programme):
    submission = hand_in(programme).submission
    assess(programme, submission, levels=[2, 1, 3])
    first, second, _third = criteria_of(submission)
    html = client.get(address(submission)).content.decode()
    assert f'name="text-{first.uuid}"' not in html
    assert f'name="text-{second.uuid}"' in html
    opened = html.split(f'id="criterion-{second.uuid}"')[1].split("</section>")[0]
    assert "Not yet met" in opened
    assert "Level 1 because of what you describe." in opened
    assert "<span data-filled>1</span> of <span data-wanted>1</span>" in html
    assert "Round 1: returned" in html
    assert "Thank you." in html
    check = client.get(f"{address(submission)}hand-in/").content.decode()
    assert "Nothing new since it came back:" in check
    client.post(address(submission), {"version": "", f"text-{second.uuid}": "More."})
    assert "Nothing new since it came back:" not in client.get(f"{address(submission)}hand-in/").content.decode()


def test_what_is_met_cannot_be_changed_by_a_form_of_ones_own_making(client, programme):
    submission = hand_in(programme).submission
    assess(programme, submission, levels=[2, 1, 3])
    first, *_rest = criteria_of(submission)
    before = saved(submission)
    client.post(address(submission), typed(submission, "Changed after it was met."))
    client.post(address(submission), typed(submission, **{f"url-{first.uuid}": "https://example.org/"}))
    assert saved(submission) == before
    with scopes_disabled():
        piece = Evidence.objects.filter(submission=submission, criterion=first).get()
    response = client.post(address(submission), typed(submission, do=f"remove:{piece.uuid}"))
    assert response.status_code == 422
    assert "This sub-competency is met already" in response.content.decode()
    assert saved(submission) == before


def test_earlier_rounds_keep_what_was_handed_in_then(client, programme):
    submission = hand_in(programme).submission
    assess(programme, submission, levels=[2, 1, 3])
    _first, second, _third = criteria_of(submission)
    client.post(address(submission), {"version": "", f"text-{second.uuid}": "Better."})
    client.post(f"{address(submission)}hand-in/")
    assess(programme, submission, levels=[3])
    drain()
    html = client.get(address(submission)).content.decode()
    assert "All met: the badge is yours" in html
    assert "/me/credentials/" in html
    newest, oldest = html.split("Round 2:")[1].split("Round 1:")
    assert "Better." in newest
    assert "What I did for Listens." in oldest
    assert "Better." not in oldest


def test_when_a_weighted_rule_fails_with_everything_met_everything_is_open_again(client, programme):
    with scope(issuer=programme.issuer):
        type(programme.rubric).objects.update(pass_rule="weighted", pass_share=90)
    submission = hand_in(programme).submission
    assess(programme, submission, levels=[2, 2, 2])
    with scope(issuer=programme.issuer):
        submission.refresh_from_db()
        assert submission.state == SubmissionState.RETURNED
        assert len(open_criteria(submission)) == 3
    assert client.get(address(submission)).content.decode().count("<textarea") == 3


# Withdrawing ---------------------------------------------------------------------------------------------------------
def test_a_withdrawn_submission_is_closed_and_its_learner_can_begin_anew(client, programme, submission):
    assert client.get(f"{address(submission)}withdrawal/").status_code == 405
    for _click in range(2):
        assert client.post(f"{address(submission)}withdrawal/").headers["Location"] == address(submission)
    assert "begin anew" in client.get(address(submission)).content.decode()
    response = client.post(f"{programme.achievement.get_absolute_url()}application/")
    assert response.headers["Location"] != address(submission)
    with scope(issuer=programme.issuer):
        assert set(Application.objects.values_list("state", flat=True)) == {
            ApplicationState.WITHDRAWN,
            ApplicationState.IN_PROGRESS,
        }


def test_what_an_assessor_is_reading_cannot_be_withdrawn(client, programme):
    submission = hand_in(programme).submission
    with scope(issuer=programme.issuer):
        claim_submission(submission, acting_user=programme.assessor)
    assert "withdrawal" not in client.get(address(submission)).content.decode()
    page = client.post(f"{address(submission)}withdrawal/", follow=True)
    assert "it can&#x27;t be withdrawn now" in page.content.decode()


# Cost ----------------------------------------------------------------------------------------------------------------
def test_every_state_costs_the_same_queries_for_one_sub_competency_and_for_three(client):
    counts: dict[str, list[int]] = {}
    for number in (1, 3):
        programme = make_programme(f"College {number}", host=f"c{number}.example", criteria=number)
        client.force_login(programme.learner_user)
        submission = hand_in(programme).submission
        for state in ("waiting", "returned"):
            if state == "returned":
                assess(programme, submission, levels=[1] * number)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address(submission)).status_code == 200
            counts.setdefault(state, []).append(len(queries))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"{address(submission)}hand-in/").status_code == 200
        counts.setdefault("check", []).append(len(queries))
    assert all(one == three for one, three in counts.values())


def test_a_passed_submission_without_its_jobs_done_is_shown(client, programme):
    application = award(programme)
    assert "All met" in client.get(address(application.submission)).content.decode()


def test_save_text_refuses_a_nul(programme, submission):
    from issuers.exceptions import DomainError

    with scope(issuer=programme.issuer), pytest.raises(DomainError, match="NUL"):
        save_text(
            submission,
            criterion_uuid=criteria_of(submission)[0].uuid,
            text="a\0b",
            seen_version=None,
            acting_user=programme.learner_user,
        )
