"""Outgoing mail as rows: one delivery attempt at most is under way; a crash in between is shown, not repeated."""

import uuid

from django.db import models


class MailState(models.TextChoices):
    QUEUED = "queued", "waiting"
    SENDING = "sending", "being sent"
    SENT = "sent", "sent"
    UNKNOWN = "unknown", "may have been sent"
    FAILED = "failed", "refused"


class OutgoingMail(models.Model):
    """One mail to one address. `sending` is committed before the server is spoken to; `sent` after it accepted."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=80)
    key = models.CharField(max_length=200, help_text="Unique within the kind: the same news is mailed once.")
    issuer_uuid = models.UUIDField(
        null=True, blank=True, db_index=True, help_text="For whom; jobs know no institutions."
    )
    to = models.EmailField(max_length=254)  # personal data
    subject = models.CharField(max_length=250)
    body_text = models.TextField()  # personal data
    body_html = models.TextField(blank=True, default="")  # personal data
    state = models.CharField(max_length=10, choices=MailState, default=MailState.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.TextField(blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)
    sending_since = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="mail_once_per_kind_and_key")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} ({self.state})"
