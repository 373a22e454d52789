"""Keys that sign for an institution: versioned rows, never deleted, wrapped by a key that isn't SECRET_KEY."""

from django.db import models

from issuers.enums import KeyState

from .base import IssuerOwnedModel


class SigningKey(IssuerOwnedModel):
    """An Ed25519 key pair. `fragment` is its name in the did document, for ever: `key-2026-1`."""

    fragment = models.CharField(max_length=40, editable=False)
    public_key_multibase = models.CharField(max_length=100, unique=True, editable=False)
    wrapped_private_key = models.BinaryField(editable=False)  # secret: nonce + AES-256-GCM of the 32-byte seed
    kek_version = models.PositiveSmallIntegerField(editable=False)
    state = models.CharField(max_length=12, choices=KeyState, default=KeyState.ACTIVE)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["issuer", "fragment"], name="key_fragment_once_per_issuer"),
            models.UniqueConstraint(
                fields=["issuer"], condition=models.Q(state="active"), name="one_active_key_per_issuer"
            ),
        ]

    def __str__(self) -> str:
        return self.fragment
