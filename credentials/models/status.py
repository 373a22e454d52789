"""Bitstring Status List 1.0: which credentials are revoked, without saying who looks at which."""

from django.db import models

from issuers.models import IssuerOwnedModel


class StatusList(IssuerOwnedModel):
    """131,072 bits of one institution. Indexes are handed out by a locked counter through a keyed permutation."""

    number = models.PositiveIntegerField(default=1, editable=False)
    next_counter = models.PositiveIntegerField(default=0, editable=False)
    permutation_key = models.BinaryField(editable=False)  # secret: makes the order of indexes unguessable
    document = models.TextField(blank=True, default="", editable=False)
    document_sha256 = models.CharField(max_length=64, blank=True, default="", editable=False)
    signed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issuer", "number"], name="status_list_number_once_per_issuer")]

    def __str__(self) -> str:
        return f"status list {self.number}"

    def get_absolute_url(self) -> str:
        """Return the path that stands in credentials for ever."""
        return f"/status-lists/{self.uuid}/"
