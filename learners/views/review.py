"""The marking page: evidence beside the rubric, a level and a comment for each sub-competency, one decision."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from issuers.exceptions import Conflict, DomainError, NotAllowed
from issuers.models import Issuer
from issuers.scoping import in_workplace
from learners.domain.assessing import (
    finish_assessment,
    outcome_sentence,
    release_submission,
    save_mark,
    save_message,
)
from learners.domain.submitting import open_criteria
from learners.enums import AssessmentState
from learners.models import Assessment, Evidence, Mark
from learners.queries import by_criterion, current_marks, evidence_in_round
from learners.views.evidence import hand_out
from rubrics.models import RubricCriterion
from rubrics.queries import rule_of, with_grid
from rubrics.standards.decision import rule_sentence


@dataclass
class Row:
    """One sub-competency on the page: its evidence, what was chosen and typed, and whether it is open in this round."""

    criterion: RubricCriterion
    evidence: list[Evidence]
    is_open: bool
    earlier: Mark | None
    level: str = ""
    comment: str = ""
    error: str = ""
    is_disabled: bool = False

    @property
    def level_field(self) -> str:
        """Name of the field that holds the chosen level's id."""
        return f"level-{self.criterion.uuid}"

    @property
    def required_uuid(self) -> str:
        """The id of the level that meets the sub-competency; empty when the rubric names none."""
        levels = list(self.criterion.levels.all())
        position = self.criterion.required_level
        return str(levels[position - 1].uuid) if position <= len(levels) else ""


def _own_assessment(request: HttpRequest, issuer: Issuer, assessment_uuid: uuid.UUID) -> Assessment:
    """Return the person's own review; somebody else's is as good as missing."""
    return get_object_or_404(
        Assessment.objects.filter(issuer=issuer, assessor_id=request.user.pk).select_related(
            "submission__learner", "submission__rubric", "issuer"
        ),
        uuid=assessment_uuid,
    )


def _rows(assessment: Assessment, typed: Any = None) -> list[Row]:
    """Return the page's rows; `typed` (a form's data) stands over what was saved, so that nothing typed is lost."""
    submission = assessment.submission
    rubric = with_grid(type(submission.rubric).objects.filter(id=submission.rubric_id)).get()
    submission.rubric = rubric
    evidence = by_criterion(evidence_in_round(submission, assessment.round).select_related("criterion"))
    earlier = {
        criterion_id: mark
        for criterion_id, mark in current_marks(submission).items()
        if mark.assessment.round < assessment.round
    }
    saved = {mark.criterion_id: mark for mark in assessment.marks.select_related("level")}
    rows = []
    for criterion in rubric.criteria.all():
        before = earlier.get(criterion.id)
        mark = saved.get(criterion.id)
        row = Row(criterion, evidence.get(criterion.id, []), not (before and before.is_met), before)
        if mark:
            row.level = str(mark.level.uuid) if mark.level else ""
            row.comment = mark.comment
        row.is_disabled = assessment.state != AssessmentState.CLAIMED
        if typed is not None:
            row.level = typed.get(f"level-{criterion.uuid}", row.level)
            row.comment = typed.get(f"comment-{criterion.uuid}", row.comment)
        rows.append(row)
    return rows


def _page(
    request: HttpRequest,
    assessment: Assessment,
    *,
    typed: Any = None,
    problems: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    rows = _rows(assessment, typed)
    if problems:
        for row in rows:
            row.error = " ".join(problem for problem in problems if f"“{row.criterion.name}”" in problem)
    return render(
        request,
        "assess/review.html",
        {
            "assessment": assessment,
            "submission": assessment.submission,
            "rubric": assessment.submission.rubric,
            "rows": rows,
            "rule": rule_sentence(rule_of(assessment.submission.rubric)),
            "is_open": assessment.state == AssessmentState.CLAIMED,
            "message": typed.get("message", "") if typed is not None else assessment.message,
            "problems": problems or [],
            "outcome": outcome_sentence(assessment) if assessment.state == AssessmentState.CLAIMED else "",
        },
        status=status,
    )


@require_http_methods(["GET", "POST"])
@in_workplace("learners.enter_queue")
def review(request: HttpRequest, issuer: Issuer, assessment_uuid: uuid.UUID) -> HttpResponse:
    """Show a review; as POST (the form without JavaScript, or the decision) save every mark, and decide if asked to."""
    assessment = _own_assessment(request, issuer, assessment_uuid)
    if request.method == "GET":
        return _page(request, assessment)
    try:
        for row in _rows(assessment, request.POST):
            if row.is_open:
                save_mark(
                    assessment,
                    criterion_uuid=row.criterion.uuid,
                    level_uuid=_uuid(row.level),
                    comment=row.comment,
                    seen_version=None,
                    acting_user=request.user,  # type: ignore[arg-type]
                )
        save_message(
            assessment,
            message=request.POST.get("message", ""),
            seen_version=None,
            acting_user=request.user,  # type: ignore[arg-type]
        )
        if "decide" not in request.POST:
            messages.success(request, "Saved. Nothing is decided yet.")
            return redirect("assess-review", assessment_uuid=assessment.uuid)
        finished = finish_assessment(
            assessment,
            message=request.POST.get("message", ""),
            acting_user=request.user,  # type: ignore[arg-type]
        )
    except (Conflict, NotAllowed) as conflict:
        assessment.refresh_from_db()
        if assessment.state != AssessmentState.CLAIMED:
            messages.info(request, "This review was decided already: below is what was decided.")
            return redirect("assess-review", assessment_uuid=assessment.uuid)
        return _page(request, assessment, typed=request.POST, problems=[str(conflict)], status=409)
    except DomainError as error:
        return _page(request, assessment, typed=request.POST, problems=list(error.sentences), status=422)
    learner = assessment.submission.learner
    if finished.passed:
        messages.success(request, f"Decided: {learner} has met it all. The credential is being made.")
    else:
        messages.success(request, f"Decided: what is unmet went back to {learner}, with your comments.")
    return redirect("assess-queue")


def _uuid(text: str) -> uuid.UUID | None:
    """Return the id in a form's field; None for an empty one, a random one (that exists nowhere) for nonsense."""
    try:
        return uuid.UUID(text) if text else None
    except ValueError:
        return uuid.uuid4()


@require_POST
@in_workplace("learners.enter_queue")
def save(request: HttpRequest, issuer: Issuer, assessment_uuid: uuid.UUID) -> HttpResponse:
    """Autosave one sub-competency (fields `criterion`, `level`, `comment`) or the message (`part=message`, `message`).

    `version` is the review's version that the page stands on. Answers JSON: the new version and what deciding now
    would mean, or 409 with what is saved everywhere, so that the page asks only where the same text was changed.
    """
    assessment = _own_assessment(request, issuer, assessment_uuid)
    version = request.POST.get("version", "")
    seen: dict[str, Any] = {
        "seen_version": int(version) if version.isdigit() else None,
        "acting_user": request.user,
    }
    try:
        if request.POST.get("part") == "message":
            assessment = save_message(assessment, message=request.POST.get("message", ""), **seen)
        else:
            assessment = save_mark(
                assessment,
                criterion_uuid=_uuid(request.POST.get("criterion", "")) or uuid.uuid4(),
                level_uuid=_uuid(request.POST.get("level", "")),
                comment=request.POST.get("comment", ""),
                **seen,
            )
    except DomainError as error:
        answer: dict[str, Any] = {"code": error.code, "detail": str(error), "field": error.field}
        if error.code == "review_changed_elsewhere":
            assessment.refresh_from_db()
            return JsonResponse(answer | {"version": assessment.version, "units": _saved_units(assessment)}, status=409)
        return JsonResponse(answer, status=422)
    return JsonResponse(
        {
            "version": assessment.version,
            "saved_at": timezone.now().isoformat(),
            "outcome": outcome_sentence(assessment),
        }
    )


def _saved_units(assessment: Assessment) -> dict[str, dict[str, str]]:
    """Return what is saved of each part of the page, named as the page names it (`data-autosave-with`)."""
    units = {"part=message": {"message": assessment.message}}
    marks = {mark.criterion_id: mark for mark in assessment.marks.select_related("level")}
    for criterion in open_criteria(assessment.submission):
        mark = marks.get(criterion.id)
        units[f"criterion={criterion.uuid}"] = {
            "level": str(mark.level.uuid) if mark and mark.level else "",
            "comment": mark.comment if mark else "",
        }
    return units


@require_POST
@in_workplace("learners.enter_queue")
def release(request: HttpRequest, issuer: Issuer, assessment_uuid: uuid.UUID) -> HttpResponse:
    """Give a review back to the queue."""
    assessment = _own_assessment(request, issuer, assessment_uuid)
    try:
        release_submission(assessment, acting_user=request.user)  # type: ignore[arg-type]
    except DomainError as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, "Given back to the queue.")
    return redirect("assess-queue")


@require_GET
@in_workplace("learners.enter_queue")
def evidence_file(request: HttpRequest, issuer: Issuer, evidence_uuid: uuid.UUID) -> FileResponse:
    """Hand out one file: images to be shown in the page, everything else as a download; never able to run anything."""
    evidence = get_object_or_404(
        Evidence.objects.filter(issuer=issuer).select_related("submission__learner", "submission__issuer"),
        uuid=evidence_uuid,
    )
    response = hand_out(request, evidence, in_page=True)
    response["Cache-Control"] = "private, no-store"
    return response
