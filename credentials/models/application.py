"""A learner's way through one badge: it ties the badge's version to the submission that is judged."""

from django.db import models

from credentials.enums import ApplicationState
from credentials.models.achievement import AchievementVersion
from issuers.models import IssuerOwnedModel
from learners.models import Learner, Submission


class Application(IssuerOwnedModel):
    """Keeps the version that the learner started on, whatever is published later."""

    learner = models.ForeignKey(Learner, on_delete=models.PROTECT, related_name="applications")
    version = models.ForeignKey(AchievementVersion, on_delete=models.PROTECT, related_name="applications")
    achievement = models.ForeignKey("credentials.Achievement", on_delete=models.PROTECT, related_name="applications")
    submission = models.OneToOneField(Submission, on_delete=models.PROTECT, related_name="application")
    state = models.CharField(max_length=12, choices=ApplicationState, default=ApplicationState.IN_PROGRESS)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "achievement"],
                condition=models.Q(state="in_progress"),
                name="one_open_application_per_learner_and_badge",
            )
        ]

    def __str__(self) -> str:
        return f"{self.learner}: {self.version}"
