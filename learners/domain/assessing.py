"""The assessor's side: take a round from the queue, mark each sub-competency, decide."""

import uuid
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from issuers.domain.audit import record
from issuers.exceptions import Conflict, DomainError, NotAllowed
from issuers.models import User
from learners.domain.submitting import open_criteria
from learners.enums import AssessmentState, SubmissionState
from learners.models import Assessment, Mark, Submission
from learners.queries import current_marks
from learners.signals import assessment_decided
from rubrics.models import RubricCriterionLevel
from rubrics.queries import rule_of
from rubrics.standards.decision import decide

CLAIM = timedelta(hours=2)  # kept alive by every saved mark


@transaction.atomic
def claim_submission(submission: Submission, *, acting_user: User) -> Assessment:
    """Take a waiting submission for review; return the user's own review of this round if they have it already.

    Raises NotAllowed for somebody who may not assess it, Conflict when it isn't waiting or another assessor has it.
    A claim that ran out may be taken over. Effects: review row, state, audit entry.
    """
    if not acting_user.has_perm("learners.assess", submission):
        raise NotAllowed("You can't review this submission.")
    locked = Submission.objects.select_for_update(of=("self",)).select_related("issuer").get(id=submission.id)
    open_review = (
        Assessment.objects.filter(submission=locked, round=locked.round, state=AssessmentState.CLAIMED)
        .select_related("assessor")
        .first()
    )
    if open_review and open_review.assessor_id == acting_user.pk:
        return open_review
    if open_review and open_review.claimed_until > timezone.now():
        raise Conflict(f"{open_review.assessor} is reviewing this submission.", code="claimed_by_other")
    if open_review:
        _release(open_review, acting_user)
    elif locked.state != SubmissionState.SUBMITTED:
        raise Conflict(
            f"This submission is {locked.get_state_display()}: there is nothing to review.",
            code="not_waiting",
        )
    try:
        with transaction.atomic():
            assessment = Assessment.objects.create(
                issuer=locked.issuer,
                submission=locked,
                round=locked.round,
                assessor=acting_user,
                claimed_until=timezone.now() + CLAIM,
            )
    except IntegrityError as error:
        raise Conflict("Another assessor has just taken this submission.", code="claimed_by_other") from error
    locked.state = SubmissionState.IN_REVIEW
    locked.save(update_fields=["state", "updated_at"])
    record(locked.issuer, "learners.claim_submission", actor=acting_user, about=assessment)
    return assessment


def _release(assessment: Assessment, acting_user: User) -> None:
    assessment.state = AssessmentState.RELEASED
    assessment.save(update_fields=["state", "updated_at"])
    record(assessment.issuer, "learners.release_submission", actor=acting_user, about=assessment)


@transaction.atomic
def release_submission(assessment: Assessment, *, acting_user: User) -> None:
    """Give a round back to the queue; what was marked is kept with the released review. Effects: states, audit."""
    assessment = _own_review(assessment, acting_user)
    _release(assessment, acting_user)
    Submission.objects.filter(id=assessment.submission_id).update(
        state=SubmissionState.SUBMITTED, updated_at=timezone.now()
    )


def _own_review(assessment: Assessment, acting_user: User) -> Assessment:
    locked = (
        Assessment.objects.select_for_update(of=("self",))
        .select_related("submission__rubric", "submission__learner", "issuer")
        .get(id=assessment.id)
    )
    if locked.assessor_id != acting_user.pk or not acting_user.has_perm("learners.assess", locked.submission):
        raise NotAllowed("This review is somebody else's.")
    if locked.state != AssessmentState.CLAIMED:
        raise Conflict(f"This review is {locked.get_state_display()}.", code="review_closed")
    return locked


@transaction.atomic
def save_mark(
    assessment: Assessment,
    *,
    criterion_uuid: uuid.UUID,
    level_uuid: uuid.UUID | None,
    comment: str,
    seen_version: int | None,
    acting_user: User,
) -> Assessment:
    """Keep a level and comment for one sub-competency of a review in progress.

    `level_uuid` None leaves the level open. Raises Conflict when another tab saved since `seen_version`, DomainError
    for a level that isn't the rubric's. Effects: mark row, the review's version, its claim for another full term.
    """
    assessment = _own_review(assessment, acting_user)
    _refuse_stale(assessment, seen_version)
    criteria = {criterion.uuid: criterion for criterion in open_criteria(assessment.submission)}
    criterion = criteria.get(criterion_uuid)
    if criterion is None:
        raise DomainError("This sub-competency isn't open in this round.", code="criterion_closed")
    level = None
    if level_uuid is not None:
        level = RubricCriterionLevel.objects.filter(criterion=criterion, uuid=level_uuid).first()
        if level is None:
            raise DomainError(
                f"The chosen level of “{criterion.name}” doesn't exist. Choose one of the levels shown.",
                code="level_unknown",
                field=f"level-{criterion.uuid}",
            )
    if len(comment) > 4000:
        raise DomainError("A comment may have 4,000 characters.", field=f"comment-{criterion.uuid}")
    Mark.objects.update_or_create(
        assessment=assessment,
        criterion=criterion,
        defaults={"issuer": assessment.issuer, "level": level, "comment": comment},
    )
    return _saved(assessment)


@transaction.atomic
def save_message(assessment: Assessment, *, message: str, seen_version: int | None, acting_user: User) -> Assessment:
    """Keep the message about the whole of a review in progress.

    Raises Conflict when another tab saved since `seen_version`. Effects: the review's message, version and claim.
    """
    assessment = _own_review(assessment, acting_user)
    _refuse_stale(assessment, seen_version)
    if len(message) > 4000:
        raise DomainError("The message may have 4,000 characters.", field="message")
    assessment.message = message
    return _saved(assessment)


def _refuse_stale(assessment: Assessment, seen_version: int | None) -> None:
    if seen_version is not None and seen_version != assessment.version:
        raise Conflict("This review was changed in another tab. Reload to see it.", code="review_changed_elsewhere")


def _saved(assessment: Assessment) -> Assessment:
    assessment.version += 1
    assessment.claimed_until = timezone.now() + CLAIM
    assessment.save(update_fields=["message", "version", "claimed_until", "updated_at"])
    return assessment


def outcome_sentence(assessment: Assessment) -> str:
    """Return what deciding now would mean under the rubric's pass rule, in plain words. Changes nothing."""
    submission = assessment.submission
    marks = {mark.criterion_id: mark for mark in assessment.marks.select_related("level", "criterion")}
    criteria = open_criteria(submission)
    open_levels = [c for c in criteria if c.id not in marks or marks[c.id].level is None]
    if open_levels:
        return f"{len(open_levels)} of {len(criteria)} sub-competencies have no level yet."
    reached = {mark.criterion_id: mark for mark in current_marks(submission).values()} | marks
    keys = {criterion.id: str(criterion.uuid) for criterion in submission.rubric.criteria.all()}
    levels = {keys[key]: mark.level.position for key, mark in reached.items() if mark.level is not None}
    outcome = decide(rule_of(submission.rubric), levels)
    if outcome.passed:
        return "With these levels the badge is awarded."
    return f"With these levels {len(outcome.unmet)} of {len(keys)} sub-competencies go back to the learner."


@transaction.atomic
def finish_assessment(assessment: Assessment, *, message: str, acting_user: User) -> Assessment:
    """Decide a round: by the rubric's pass rule the submission passes, or its unmet part goes back to the learner.

    Raises DomainError naming what has no level, or is unmet without a comment that says what is missing.
    Effects in order: review, submission (passed, or returned for the next round), audit entry, the news
    `assessment_decided`. Finishing twice changes nothing.
    """
    current = Assessment.objects.get(id=assessment.id)
    if current.state == AssessmentState.FINISHED and current.assessor_id == acting_user.pk:
        return current
    assessment = _own_review(assessment, acting_user)
    submission = (
        Submission.objects.select_for_update(of=("self",)).select_related("rubric").get(id=assessment.submission_id)
    )
    marks = {mark.criterion_id: mark for mark in assessment.marks.select_related("level", "criterion")}
    problems = []
    for criterion in open_criteria(submission):
        mark = marks.get(criterion.id)
        if mark is None or mark.level is None:
            problems.append(f"Choose a level for “{criterion.name}”.")
        elif not mark.is_met and not mark.comment.strip():
            problems.append(f"Say in a comment what “{criterion.name}” still needs.")
    if problems:
        raise DomainError(*problems, code="review_incomplete")
    now = timezone.now()
    assessment.state = AssessmentState.FINISHED
    assessment.message = message[:4000]
    assessment.finished_at = now
    assessment.save(update_fields=["state", "message", "finished_at", "updated_at"])
    keys = {criterion.id: str(criterion.uuid) for criterion in submission.rubric.criteria.all()}
    reached = {
        keys[criterion_id]: mark.level.position
        for criterion_id, mark in current_marks(submission).items()
        if mark.level is not None
    }
    outcome = decide(rule_of(submission.rubric), reached)
    assessment.passed = outcome.passed
    assessment.save(update_fields=["passed"])
    submission.decided_at = now
    if outcome.passed:
        submission.state = SubmissionState.PASSED
    else:
        submission.state = SubmissionState.RETURNED
        submission.round += 1
    submission.version += 1
    submission.save(update_fields=["state", "round", "version", "decided_at", "updated_at"])
    record(
        submission.issuer,
        "learners.finish_assessment",
        actor=acting_user,
        about=submission,
        data={"passed": outcome.passed, "round": assessment.round, "unmet": len(outcome.unmet)},
    )
    assessment_decided.send(
        sender=Assessment,
        submission=submission,
        assessment=assessment,
        outcome=outcome,
        acting_user=acting_user,
    )
    return assessment
