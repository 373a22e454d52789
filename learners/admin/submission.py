"""Submissions, to be looked at: where each stands, and what its reviews said."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.safestring import SafeString

from issuers.admin.base import DetailAdmin, site
from issuers.templatetags.ui import chip
from learners.enums import AssessmentState, SubmissionState
from learners.models import Submission
from learners.queries import current_marks


def state_chip(state: str) -> SafeString:
    """Draw the state of a submission."""
    known = {SubmissionState.PASSED: ("decided", "Passed"), SubmissionState.WITHDRAWN: ("declined", "Withdrawn")}
    return chip(*known.get(SubmissionState(state), (state, "")))


@admin.register(Submission, site=site)
class SubmissionAdmin(DetailAdmin):
    """Read only: learners write them, assessors judge them, each on their own pages."""

    view_rule = "learners.see_submissions"
    list_display = ["title", "learner", "shown_state", "round", "submitted_at", "decided_at"]
    list_filter = ["state"]
    list_select_related = ["learner"]
    search_fields = ["title", "learner__name", "learner__email", "learner__student_number"]
    search_help_text = "Badge, or the learner's name, address or number"
    ordering = ["-updated_at"]
    detail_template = "admin/learners/submission/detail.html"

    @admin.display(description="State", ordering="state")
    def shown_state(self, submission: Submission) -> str:
        """Where it stands."""
        return state_chip(submission.state)

    def detail(self, request: HttpRequest, obj: Submission) -> dict[str, Any]:
        """Return its reviews, and the newest mark of each sub-competency."""
        marks = current_marks(obj)
        return {
            "submission": obj,
            "criteria": [
                {"criterion": criterion, "mark": marks.get(criterion.id)}
                for criterion in obj.rubric.criteria.prefetch_related("levels")
            ],
            "reviews": obj.assessments.exclude(state=AssessmentState.RELEASED)
            .select_related("assessor")
            .order_by("round"),
        }
