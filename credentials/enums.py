"""Choices of the credentials app."""

from django.db import models


class AchievementState(models.TextChoices):
    DRAFT = "draft", "draft"
    PUBLISHED = "published", "published"
    ARCHIVED = "archived", "archived"


class AchievementType(models.TextChoices):
    """The Open Badges 3.0 `achievementType` terms that fit a micro-credential."""

    MICRO_CREDENTIAL = "MicroCredential", "micro-credential"
    BADGE = "Badge", "badge"
    COMPETENCY = "Competency", "competency"
    ASSESSMENT = "Assessment", "assessment"


class ApplicationState(models.TextChoices):
    IN_PROGRESS = "in_progress", "in progress"
    AWARDED = "awarded", "awarded"
    WITHDRAWN = "withdrawn", "withdrawn"


class CredentialStatus(models.TextChoices):
    """What a reader is told; derived from the row and the clock, never stored."""

    PENDING = "pending", "being prepared"
    VALID = "valid", "valid"
    EXPIRED = "expired", "expired"
    REVOKED = "revoked", "revoked"


class RevocationReason(models.TextChoices):
    """The class of reason that the public is told; the full reason stays in the institution."""

    ERROR = "error", "awarded in error"
    MISCONDUCT = "misconduct", "misconduct"
    SUPERSEDED = "superseded", "replaced by another credential"
    REQUEST = "request", "at the holder's request"


class CertificateLayout(models.TextChoices):
    CLASSIC = "classic", "classic"
    MODERN = "modern", "modern"
