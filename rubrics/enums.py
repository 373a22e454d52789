"""Choices of the rubrics app."""

from django.db import models


class RubricState(models.TextChoices):
    DRAFT = "draft", "draft"
    PUBLISHED = "published", "published"
    ARCHIVED = "archived", "archived"


class PassRule(models.TextChoices):
    ALL = "all", "every sub-competency at its required level"
    WEIGHTED = (
        "weighted",
        "a weighted share of the points, and no sub-competency below its required level less one",
    )
    CORE_AND_OPTIONAL = "core_and_optional", "the core sub-competencies, and some of the others"


class EvidenceKind(models.TextChoices):
    TEXT = "text", "text"
    FILE = "file", "file"
    LINK = "link", "link"
