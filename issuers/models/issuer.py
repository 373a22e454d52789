"""An institution: a tenant of the platform, named as `issuer` in its credentials (Open Badges 3.0 `Profile`)."""

import uuid

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models


class Issuer(models.Model):
    """An institution. Everything it owns carries its key and is seen only inside its scope."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=200)
    description = models.TextField(blank=True, default="", max_length=2000)
    url = models.URLField("web site", blank=True, default="")
    email = models.EmailField("contact address", blank=True, default="")
    colour = models.CharField(
        max_length=7,
        default="#1d5c45",
        validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$", "Write the colour as # and six digits, for example #1d5c45.")],
    )
    linkedin_company_id = models.CharField(
        "LinkedIn company number",
        max_length=20,
        blank=True,
        default="",
        validators=[RegexValidator(r"^\d*$", "The number stands in the address of your LinkedIn page's admin view.")],
    )
    time_zone = models.CharField(max_length=50, default="UTC")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "institution"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the path of the institution's public profile, which is for ever."""
        return f"/issuers/{self.uuid}/"

    @property
    def public_url(self) -> str:
        """The profile's full address, as it stands in signed documents."""
        return f"{settings.PUBLIC_BASE_URL}{self.get_absolute_url()}"
