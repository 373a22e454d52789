"""Choices of the issuers app."""

from django.db import models


class Role(models.TextChoices):
    ADMINISTRATOR = "administrator", "administrator"
    AUTHOR = "author", "author"
    ASSESSOR = "assessor", "assessor"
    MODERATOR = "moderator", "moderator"
    REGISTRAR = "registrar", "registrar"
    AUDITOR = "auditor", "auditor"


class KeyState(models.TextChoices):
    ACTIVE = "active", "signs and verifies"
    RETIRED = "retired", "verifies"
    COMPROMISED = "compromised", "trusted no more"


class TokenScope(models.TextChoices):
    RECORDS_READ = "records:read", "read learners' records"
