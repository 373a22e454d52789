"""An author writes a rubric in the web admin."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_scopes import scope

from issuers.domain.audit import broken_entries
from issuers.enums import Role
from issuers.models import AuditEvent
from rubrics.domain.authoring import create_rubric_version, stamp_of
from rubrics.enums import RubricState
from rubrics.models import Rubric, RubricCriterion
from tests.admin_helpers import LISTENS, grid, member, signed_in
from tests.programme import Programme, make_programme, make_rubric

pytestmark = pytest.mark.django_db

ADD = "/admin/rubrics/rubric/add/"


@pytest.fixture
def programme() -> Programme:
    return make_programme()


def change(rubric: Rubric) -> str:
    return f"/admin/rubrics/rubric/{rubric.id}/change/"


def draft_of(programme: Programme) -> Rubric:
    """Return the open draft of the programme's rubric, version 2."""
    with scope(issuer=programme.issuer):
        return create_rubric_version(programme.rubric, acting_user=programme.administrator)


def test_an_author_writes_a_rubric_with_its_whole_grid(programme):
    client = signed_in(member(programme, Role.AUTHOR))
    answer = client.post(ADD, grid(LISTENS, title="Listening", description="How somebody listens."))
    with scope(issuer=programme.issuer):
        rubric = Rubric.objects.get(title="Listening")
        criterion = rubric.criteria.get()
        levels = [(level.position, level.name, level.points, level.description) for level in criterion.levels.all()]
    assert (answer.status_code, answer.url) == (302, change(rubric))
    assert (criterion.name, criterion.required_level) == ("Listens", 2)
    assert levels == [(1, "Beginning", 1, "Waits for the turn to speak."), (2, "Able", 2, "Repeats what was meant.")]


def test_saving_and_publishing_at_once_freezes_what_was_typed(programme):
    signed_in(programme.administrator).post(ADD, grid(LISTENS, title="Listening", act="publish"))
    with scope(issuer=programme.issuer):
        rubric = Rubric.objects.get(title="Listening")
        acts = list(AuditEvent.objects.filter(object_uuid=rubric.uuid).values_list("act", flat=True))
        assert list(broken_entries(programme.issuer)) == []
    assert rubric.state == RubricState.PUBLISHED
    assert acts == ["rubrics.create_rubric", "rubrics.publish_rubric"]


def test_what_is_not_ready_is_saved_but_not_published_and_every_problem_leads_to_its_place(programme):
    client = signed_in(programme.administrator)
    alone = {"name": "Listens", "required": 1, "levels": [("Able", "1", "")]}
    same = {"name": "Helps", "levels": [("Able", "1", "Does it."), ("Able", "2", "does it.")]}
    answer = client.post(ADD, grid(alone, same, title="Half done", act="publish"), follow=True)
    text = answer.content.decode()
    with scope(issuer=programme.issuer):
        assert Rubric.objects.get(title="Half done").state == RubricState.DRAFT
    assert "saved but not published" in text
    assert '<a href="#criterion-1">“Listens” has fewer than two levels' in text
    assert '<a href="#criterion-2">Two levels of “Helps” have the same descriptor.' in text
    assert '<a href="#criterion-2">Two levels of “Helps” have the same name.' in text
    assert 'id="criterion-1"' in text and 'id="criterion-2"' in text


@pytest.mark.parametrize(
    ("broken", "place", "sentence"),
    [
        ({"title": ""}, "id_title", "Title: This field is required."),
        ({"c1-name": ""}, "c1-name", "Give sub-competency 1 a name."),
        ({"c1-name": "x" * 201}, "c1-name", "Ensure this value has at most 200 characters (it has 201)."),
        ({"c1l1-points": "many"}, "c1l1-points", "Write a whole number from 0 to 1000."),
        ({"c1l2-name": ""}, "c1l2-name", "Give level 2 of “Listens” a name."),
        ({"pass_rule": "weighted", "c1-weight": "0"}, "c1-weight", "Write a whole number from 1 to 100."),
        ({"c1-required": "c1l9"}, "c1-required", "Choose which level meets “Listens”."),
        (
            {"c1l2-description": "a\0b"},
            "c1l2-description",
            "This text holds a character that can&#x27;t be kept (NUL).",
        ),
        (
            {"pass_rule": "weighted", "pass_share": "300"},
            "id_pass_share",
            "Share of points to pass, %: Ensure this value is less than or equal to 100.",
        ),
    ],
)
def test_what_can_not_be_taken_is_said_at_its_place_and_nothing_typed_is_lost(programme, broken, place, sentence):
    draft = draft_of(programme)
    typed = grid(LISTENS, description="Typed with care.", seen=stamp_of(draft)) | broken
    text = signed_in(programme.administrator).post(change(draft), typed).content.decode()
    assert f'<a href="#{place}">{sentence}' in text
    for kept in ("Typed with care.", "Waits for the turn to speak.", "Beginning"):
        assert kept in text
    with scope(issuer=programme.issuer):
        assert RubricCriterion.objects.filter(rubric=draft).count() == 3  # as it was


def test_what_the_chosen_rule_does_not_use_stops_nobody(programme):
    draft = draft_of(programme)
    typed = grid(LISTENS, title="Any", seen=stamp_of(draft)) | {
        "pass_share": "300",
        "pass_optional": "x",
        "c1-weight": "0",
    }
    answer = signed_in(programme.administrator).post(change(draft), typed)
    assert answer.status_code == 302
    with scope(issuer=programme.issuer):
        draft.refresh_from_db()
    assert (draft.title, draft.pass_share, draft.pass_optional) == ("Any", 70, 0)


def test_somebody_elses_save_is_told_and_not_overwritten_until_one_saves_again(programme):
    draft = draft_of(programme)
    seen = stamp_of(draft)
    client = signed_in(programme.administrator)
    client.post(change(draft), grid(LISTENS, title="Theirs", seen=seen))
    answer = client.post(change(draft), grid(LISTENS, title="Mine", seen=seen))
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Somebody else saved this rubric while you were writing." in text and 'value="Mine"' in text
    draft.refresh_from_db()
    assert draft.title == "Theirs"
    fresh = answer.context["seen"]
    assert client.post(change(draft), grid(LISTENS, title="Mine", seen=fresh)).status_code == 302
    draft.refresh_from_db()
    assert draft.title == "Mine"


@pytest.mark.parametrize(
    ("act", "names", "focus"),
    [
        ("add", ["Listens", "Helps", ""], "c3-name"),
        ("remove:c1", ["Helps"], "c2-name"),
        ("down:c1", ["Helps", "Listens"], "c1-down"),
        ("up:c1", ["Listens", "Helps"], "c1-up"),
        ("copy:c1", ["Listens", "Listens (copy)", "Helps"], "c3-name"),
    ],
)
def test_row_buttons_work_without_javascript_and_save_nothing(programme, act, names, focus):
    helps = {"name": "Helps", "levels": [("Able", "1", "Does it.")], "required": 1}
    answer = signed_in(programme.administrator).post(ADD, grid(LISTENS, helps, title="", act=act))
    assert [row.name for row in answer.context["grid"].criteria] == names
    assert answer.context["focus"] == focus
    assert "This field is required" not in answer.content.decode()
    with scope(issuer=programme.issuer):
        assert Rubric.objects.count() == 1


@pytest.mark.parametrize(
    ("act", "names"),
    [
        ("add:c1", ["Beginning", "Able", ""]),
        ("remove:c1l1", ["Able"]),
        ("down:c1l1", ["Able", "Beginning"]),
        ("up:c1l2", ["Able", "Beginning"]),
    ],
)
def test_levels_are_added_removed_and_moved(programme, act, names):
    answer = signed_in(programme.administrator).post(ADD, grid(LISTENS, act=act))
    assert [level.name for level in answer.context["grid"].criteria[0].levels] == names


def test_a_level_that_meets_it_and_is_removed_has_to_be_chosen_anew(programme):
    client = signed_in(programme.administrator)
    removed = client.post(ADD, grid(LISTENS, act="remove:c1l2"))
    assert removed.context["grid"].criteria[0].required == "c1l2"
    only = LISTENS | {"levels": LISTENS["levels"][:1]}
    text = client.post(ADD, grid(only)).content.decode()
    assert "Choose which level meets “Listens”." in text


def test_forged_keys_in_the_grid_are_left_out(programme):
    forged = grid(LISTENS, act="add") | {"criterion": ["c1", "c1", "x" * 50, "c1'><script>"]}
    answer = signed_in(programme.administrator).post(ADD, forged)
    assert [row.key for row in answer.context["grid"].criteria] == ["c1", "c2"]


def test_a_published_version_is_a_page_to_read_and_never_changes(programme):
    client = signed_in(programme.administrator)
    text = client.get(change(programme.rubric)).content.decode()
    assert "it never changes" in text and "<textarea" not in text
    answer = client.post(change(programme.rubric), grid(LISTENS, title="Changed"))
    assert "This version was published meanwhile" in answer.content.decode()
    programme.rubric.refresh_from_db()
    assert programme.rubric.title == "Teamwork"


def test_a_new_version_is_a_draft_of_its_own_and_asking_twice_opens_the_same(programme):
    client = signed_in(programme.administrator)
    first = client.post(f"/admin/rubrics/rubric/{programme.rubric.id}/version/")
    second = client.post(f"/admin/rubrics/rubric/{programme.rubric.id}/version/")
    with scope(issuer=programme.issuer):
        draft = Rubric.objects.get(version=2)
    assert (first.url, second.url) == (change(draft), change(draft))
    assert draft.state == RubricState.DRAFT


def test_who_may_not_write_rubrics_reads_the_draft_and_can_not_save_it(programme):
    draft = draft_of(programme)
    client = signed_in(programme.registrar)
    assert "<textarea" not in client.get(change(draft)).content.decode()
    assert client.post(change(draft), grid(LISTENS, seen=stamp_of(draft))).status_code == 403


def test_a_rubric_of_sixty_sub_competencies_with_ten_levels_can_be_posted(programme):
    levels = [(f"Level {number}", str(number), f"Seen {number}.") for number in range(10)]
    many = [{"name": f"Part {number}", "levels": levels} for number in range(60)]
    client = signed_in(programme.administrator)
    assert client.post(ADD, grid(*many, title="Large")).status_code == 302
    with scope(issuer=programme.issuer):
        assert RubricCriterion.objects.filter(rubric__title="Large").count() == 60


def test_the_list_asks_the_database_as_often_for_three_rubrics_as_for_one(programme):
    client = signed_in(programme.administrator)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/admin/rubrics/rubric/").status_code == 200
        counts.append(len(queries))
        with scope(issuer=programme.issuer):
            make_rubric(programme.issuer, programme.administrator, title="Second")
            make_rubric(programme.issuer, programme.administrator, title="Third")
    assert counts[0] == counts[1]
