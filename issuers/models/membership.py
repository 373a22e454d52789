"""The role of a user in an institution."""

from django.conf import settings
from django.db import models

from issuers.enums import Role


class Membership(models.Model):
    """What a person may do in one institution. Read outside scopes too: it decides which scope may be opened."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    issuer = models.ForeignKey("issuers.Issuer", on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "member"
        constraints = [models.UniqueConstraint(fields=["issuer", "user", "role"], name="membership_once_per_role")]

    def __str__(self) -> str:
        return f"{self.user}, {self.role} of {self.issuer}"
