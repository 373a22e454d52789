"""Reads of submissions that several pages share."""

from collections.abc import Iterable

from django.db.models import Prefetch, Q, QuerySet
from django_scopes import scopes_disabled

from issuers.models import Issuer, User
from learners.enums import AssessmentState, SubmissionState
from learners.models import Assessment, Evidence, Learner, Mark, Submission


def issuers_of_learner(user: User) -> list[Issuer]:
    """Return the institutions that have a learner's record of this person: the door of the pages under /me/."""
    with scopes_disabled():  # the question is which scopes may be opened
        return list(Issuer.objects.filter(id__in=Learner.objects.filter(user=user).values("issuer")))


def current_marks(submission: Submission) -> dict[int, Mark]:
    """Return criterion id -> the newest mark of a finished review: what was met in an earlier round stays met."""
    marks = (
        Mark.objects.filter(assessment__submission=submission, assessment__state=AssessmentState.FINISHED)
        .select_related("level", "criterion", "assessment")
        .order_by("assessment__round")
    )
    return {mark.criterion_id: mark for mark in marks}


def evidence_in_round(submission: Submission, round_number: int) -> QuerySet[Evidence]:
    """Return the pieces that stood in a given round: added by then and not yet dropped."""
    return Evidence.objects.filter(submission=submission, added_in_round__lte=round_number).filter(
        Q(removed_in_round=None) | Q(removed_in_round__gt=round_number)
    )


def queue(issuer: Issuer, user: User) -> QuerySet[Submission]:
    """Return what waits for review in an institution, oldest first, without the user's own submissions."""
    return (
        Submission.objects.filter(issuer=issuer, state=SubmissionState.SUBMITTED)
        .exclude(learner__user=user)
        .select_related("learner", "rubric")
        .order_by("submitted_at", "id")
    )


def claimed_by(issuer: Issuer, user: User) -> QuerySet[Assessment]:
    """Return the reviews that a user has begun and not finished."""
    return (
        Assessment.objects.filter(issuer=issuer, assessor=user, state=AssessmentState.CLAIMED)
        .select_related("submission__learner", "submission__rubric")
        .order_by("claimed_until")
    )


def by_criterion(evidence: Iterable[Evidence]) -> dict[int, list[Evidence]]:
    """Return criterion id -> its pieces, in the order handed in."""
    grouped: dict[int, list[Evidence]] = {}
    for piece in evidence:
        grouped.setdefault(piece.criterion_id, []).append(piece)
    return grouped


def decided_by(issuer: Issuer, user: User) -> QuerySet[Assessment]:
    """Return the reviews that a user has finished, newest first."""
    return (
        Assessment.objects.filter(issuer=issuer, assessor=user, state=AssessmentState.FINISHED)
        .select_related("submission__learner", "submission__rubric")
        .order_by("-finished_at", "-id")
    )


def own_submissions(user: User) -> QuerySet[Submission]:
    """Return the person's own submissions in the scope that is open."""
    return Submission.objects.filter(learner__user=user).select_related("learner", "rubric", "issuer")


def finished_reviews(submission: Submission) -> list[Assessment]:
    """Return the decided rounds of a submission, newest first, with their marks in the rubric's order."""
    marks = Mark.objects.select_related("level", "criterion").order_by("criterion__position", "criterion_id")
    return list(
        Assessment.objects.filter(submission=submission, state=AssessmentState.FINISHED)
        .prefetch_related(Prefetch("marks", marks))
        .order_by("-round")
    )
