"""An award: its facts, decided once, and the signed document, stored byte for byte."""

from datetime import datetime

from django.db import models
from django.utils import timezone

from credentials.enums import CredentialStatus, RevocationReason
from credentials.models.achievement import Achievement, AchievementVersion
from credentials.models.application import Application
from credentials.models.status import StatusList
from issuers.models import IssuerOwnedModel, SigningKey
from learners.models import Learner


class AchievementCredential(IssuerOwnedModel):
    """An earned badge (Open Badges 3.0 `AchievementCredential`). Never deleted, never recomputed."""

    learner = models.ForeignKey(Learner, on_delete=models.PROTECT, related_name="credentials", editable=False)
    achievement = models.ForeignKey(Achievement, on_delete=models.PROTECT, related_name="credentials", editable=False)
    version = models.ForeignKey(
        AchievementVersion, on_delete=models.PROTECT, related_name="credentials", editable=False
    )
    application = models.OneToOneField(
        Application, null=True, on_delete=models.PROTECT, related_name="credential", editable=False
    )
    number = models.CharField("credential number", max_length=20, unique=True, editable=False)

    # Facts of the award
    recipient_name = models.CharField(max_length=300, editable=False)  # personal data
    recipient_email = models.EmailField(max_length=254, editable=False)  # personal data
    recipient_salt = models.CharField(max_length=32, editable=False)
    subject_id = models.UUIDField(
        editable=False, help_text="Random per award: two awards of one person can't be linked."
    )
    awarded_at = models.DateTimeField(editable=False)
    valid_until = models.DateTimeField(null=True, editable=False)
    results = models.JSONField(
        editable=False, help_text="For each sub-competency: description id, level id, names, comment."
    )
    status_list = models.ForeignKey(StatusList, on_delete=models.PROTECT, related_name="credentials", editable=False)
    status_index = models.PositiveIntegerField(editable=False)

    # The signed document
    document = models.TextField(blank=True, default="", editable=False)  # personal data
    document_sha256 = models.CharField(max_length=64, blank=True, default="", editable=False)
    signing_key = models.ForeignKey(SigningKey, null=True, on_delete=models.PROTECT, related_name="+", editable=False)
    signed_at = models.DateTimeField(null=True, editable=False)

    # What may change
    published_at = models.DateTimeField(null=True, blank=True, help_text="Set by the learner: the page is public.")
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)
    revocation_reason = models.CharField(
        max_length=20, choices=RevocationReason, blank=True, default="", editable=False
    )
    revocation_note = models.TextField(blank=True, default="", max_length=2000, editable=False)

    class Meta:
        verbose_name = "credential"
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "achievement"],
                condition=models.Q(revoked_at=None),
                name="one_standing_award_per_learner_and_badge",
            ),
            models.UniqueConstraint(fields=["status_list", "status_index"], name="status_index_once_per_list"),
        ]
        indexes = [
            models.Index(fields=["status_list"], condition=models.Q(revoked_at__isnull=False), name="revoked_by_list"),
            models.Index(fields=["issuer", "-awarded_at", "-id"], name="credentials_by_date"),
        ]

    def __str__(self) -> str:
        return f"{self.version.name} for {self.recipient_name}"

    def get_absolute_url(self) -> str:
        """Return the path that stands in the document as its id, for ever."""
        return f"/credentials/{self.uuid}/"

    def status_at(self, moment: datetime | None = None) -> CredentialStatus:
        """Return what a reader is told at `moment` (now by default)."""
        moment = moment or timezone.now()
        if self.revoked_at:
            return CredentialStatus.REVOKED
        if not self.document:
            return CredentialStatus.PENDING
        if self.valid_until and self.valid_until <= moment:
            return CredentialStatus.EXPIRED
        return CredentialStatus.VALID

    @property
    def status(self) -> CredentialStatus:
        """What a reader is told now."""
        return self.status_at()


class CertificateFile(IssuerOwnedModel):
    """The rendered PDF of a credential: one, named by its content."""

    credential = models.OneToOneField(
        AchievementCredential, on_delete=models.PROTECT, related_name="certificate_file", editable=False
    )
    file = models.FileField(upload_to="certificates/", editable=False)  # personal data
    sha256 = models.CharField(max_length=64, editable=False)
    size = models.PositiveIntegerField(editable=False)

    def __str__(self) -> str:
        return f"certificate of {self.credential}"
