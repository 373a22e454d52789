"""Tokens for the REST API: shown once, stored hashed, scoped, expiring."""

from django.conf import settings
from django.db import models

from .base import IssuerOwnedModel


class ApiToken(IssuerOwnedModel):
    """A secret that opens one institution's API. `prefix` is shown in lists; only the SHA-256 of the rest is kept."""

    name = models.CharField(max_length=100, help_text="Which system uses it, so that you know what stops when it ends.")
    prefix = models.CharField(max_length=12, unique=True, editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)  # secret (hash)
    scopes = models.JSONField(default=list)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)
    last_used_at = models.DateTimeField(null=True, blank=True, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False)

    class Meta:
        verbose_name = "API token"

    def __str__(self) -> str:
        return f"{self.name} ({self.prefix}…)"
