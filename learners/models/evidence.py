"""One piece of evidence for one sub-competency."""

from django.db import models

from issuers.models import IssuerOwnedModel
from learners.models.submission import Submission
from rubrics.enums import EvidenceKind
from rubrics.models import RubricCriterion


def storage_path(evidence: "Evidence", _filename: str) -> str:
    """Return where a file is kept: under random ids, never under the name that the learner gave it."""
    return f"evidence/{evidence.issuer.uuid}/{evidence.uuid}"


class Evidence(IssuerOwnedModel):
    """A text, link or file. What was handed in is never deleted: a later round marks it with `removed_in_round`."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="evidence")
    criterion = models.ForeignKey(RubricCriterion, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=EvidenceKind)
    added_in_round = models.PositiveSmallIntegerField()
    removed_in_round = models.PositiveSmallIntegerField(null=True, blank=True)
    text = models.TextField(blank=True, default="", max_length=50_000)  # personal data
    url = models.URLField("link", max_length=1000, blank=True, default="")  # personal data
    file = models.FileField(upload_to=storage_path, blank=True)  # personal data
    file_name = models.CharField(max_length=255, blank=True, default="")  # personal data
    content_type = models.CharField(max_length=100, blank=True, default="")
    size = models.PositiveBigIntegerField(default=0, help_text="Bytes.")
    sha256 = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "evidence"
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "criterion"],
                condition=models.Q(kind="text", removed_in_round=None),
                name="one_current_text_per_criterion",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} for {self.criterion}"
