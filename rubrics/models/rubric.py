"""A rubric: sub-competencies, the levels of each, and the rule that says when the whole is passed."""

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from issuers.models import IssuerOwnedModel
from rubrics.enums import PassRule, RubricState


class Rubric(IssuerOwnedModel):
    """One version of a rubric. Once published it never changes; a change is a new row of the same `family`."""

    family = models.UUIDField(default=uuid.uuid4, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True, default="", max_length=4000)
    state = models.CharField(max_length=10, choices=RubricState, default=RubricState.DRAFT, editable=False)
    pass_rule = models.CharField(max_length=20, choices=PassRule, default=PassRule.ALL)
    pass_share = models.PositiveSmallIntegerField(
        "share of points to pass, %",
        default=70,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text="Used by the weighted rule alone.",
    )
    pass_optional = models.PositiveSmallIntegerField(
        "number of optional sub-competencies to pass",
        default=0,
        help_text="Used by the core-and-optional rule alone.",
    )
    published_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["issuer", "family", "version"], name="rubric_version_once_per_family")
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}"

    @property
    def is_frozen(self) -> bool:
        """Whether this version was published: then nothing in it changes any more."""
        return self.state != RubricState.DRAFT


class RubricCriterion(IssuerOwnedModel):
    """A sub-competency. `required_level` is the position of the level that meets it."""

    rubric = models.ForeignKey(Rubric, on_delete=models.CASCADE, related_name="criteria")
    position = models.PositiveSmallIntegerField(default=0)
    name = models.CharField(max_length=200)
    description = models.TextField(blank=True, default="", max_length=4000)
    weight = models.PositiveSmallIntegerField(default=1, validators=[MinValueValidator(1), MaxValueValidator(100)])
    is_core = models.BooleanField("core", default=True, help_text="Must be met under the core-and-optional rule.")
    required_level = models.PositiveSmallIntegerField(
        default=2,
        validators=[MinValueValidator(1)],
        help_text="The level, counted from the lowest as 1, that meets it.",
    )
    evidence_prompt = models.TextField(
        blank=True, default="", max_length=2000, help_text="What the learner is asked to hand in."
    )
    evidence_kinds = models.JSONField(default=list, blank=True, help_text="Kinds accepted; empty means all of them.")

    class Meta:
        ordering = ["position", "id"]
        verbose_name = "sub-competency"
        verbose_name_plural = "sub-competencies"

    def __str__(self) -> str:
        return self.name


class RubricCriterionLevel(IssuerOwnedModel):
    """One level of a sub-competency; positions count from 1, the lowest."""

    criterion = models.ForeignKey(RubricCriterion, on_delete=models.CASCADE, related_name="levels")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=100)
    description = models.TextField("descriptor", max_length=2000, help_text="What an assessor sees at this level.")
    points = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["criterion", "position"], name="level_position_once_per_criterion")
        ]
        verbose_name = "level"

    def __str__(self) -> str:
        return self.name
