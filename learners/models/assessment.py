"""The judgement of one round by one assessor: a level and a comment for each sub-competency."""

from django.conf import settings
from django.db import models

from issuers.models import IssuerOwnedModel
from learners.enums import AssessmentState
from learners.models.submission import Submission
from rubrics.models import RubricCriterion, RubricCriterionLevel


class Assessment(IssuerOwnedModel):
    """An assessor's work on one round. While `claimed`, nobody else can take that round."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="assessments")
    round = models.PositiveSmallIntegerField()
    assessor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assessments")
    state = models.CharField(max_length=10, choices=AssessmentState, default=AssessmentState.CLAIMED)
    claimed_until = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, help_text="Counts saved changes: a stale tab is told, not obeyed.")
    message = models.TextField(blank=True, default="", max_length=4000, help_text="To the learner, about the whole.")
    passed = models.BooleanField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "round"],
                condition=~models.Q(state="released"),
                name="one_assessment_per_round",
            )
        ]

    def __str__(self) -> str:
        return f"Review of {self.submission}"


class Mark(IssuerOwnedModel):
    """The level chosen for one sub-competency, with the comment the learner reads. Drafts may lack the level."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="marks")
    criterion = models.ForeignKey(RubricCriterion, on_delete=models.PROTECT, related_name="+")
    level = models.ForeignKey(RubricCriterionLevel, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    comment = models.TextField(blank=True, default="", max_length=4000)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assessment", "criterion"], name="one_mark_per_criterion")]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.level}"

    @property
    def is_met(self) -> bool:
        """Whether the level reached is at least the one required."""
        return self.level is not None and self.level.position >= self.criterion.required_level
