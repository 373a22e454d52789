"""What a learner hands in for one rubric: rounds of evidence, by sub-competency."""

from django.db import models

from issuers.models import IssuerOwnedModel
from learners.enums import SubmissionState
from learners.models.learner import Learner
from rubrics.models import Rubric


class Submission(IssuerOwnedModel):
    """One way through one published rubric. A returned submission opens the next round for what is unmet."""

    learner = models.ForeignKey(Learner, on_delete=models.PROTECT, related_name="submissions")
    rubric = models.ForeignKey(Rubric, on_delete=models.PROTECT, related_name="submissions")
    title = models.CharField(max_length=200, help_text="What it is handed in for: the badge's name.")
    state = models.CharField(max_length=10, choices=SubmissionState, default=SubmissionState.DRAFT)
    round = models.PositiveSmallIntegerField(default=1)
    version = models.PositiveIntegerField(
        default=1, help_text="Counts the saved changes of the draft: two tabs can't overwrite."
    )
    submitted_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["issuer", "state", "submitted_at"], name="submission_queue")]

    def __str__(self) -> str:
        return f"{self.title}, round {self.round}"

    @property
    def is_open(self) -> bool:
        """Whether the learner may change it now."""
        return self.state in (SubmissionState.DRAFT, SubmissionState.RETURNED)
