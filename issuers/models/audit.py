"""Who did what, when and why: append-only, each entry holding the hash of the one before it."""

from django.conf import settings
from django.db import models

from .base import IssuerOwnedModel


class AuditEvent(IssuerOwnedModel):
    """One act in an institution. `digest` covers the entry and `previous_digest`, so an edit behind its back shows."""

    sequence = models.PositiveBigIntegerField(editable=False)
    at = models.DateTimeField(editable=False)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    act = models.CharField(max_length=80, editable=False)
    object_type = models.CharField(max_length=80, editable=False)
    object_uuid = models.UUIDField(null=True, editable=False)
    data = models.JSONField(default=dict, editable=False)
    previous_digest = models.CharField(max_length=64, editable=False)
    digest = models.CharField(max_length=64, editable=False)

    class Meta:
        verbose_name = "audit entry"
        verbose_name_plural = "audit log"
        constraints = [models.UniqueConstraint(fields=["issuer", "sequence"], name="audit_sequence_once_per_issuer")]
        indexes = [models.Index(fields=["issuer", "object_uuid"], name="audit_by_object")]

    def __str__(self) -> str:
        return f"{self.sequence}: {self.act}"


class AuditHead(models.Model):
    """The end of an institution's chain: the row that is locked to append."""

    issuer = models.OneToOneField(
        "issuers.Issuer", on_delete=models.CASCADE, primary_key=True, related_name="audit_head"
    )
    sequence = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="0" * 64)

    def __str__(self) -> str:
        return f"{self.issuer_id} at {self.sequence}"
