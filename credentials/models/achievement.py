"""The badge: what is awarded. A draft is edited; each publication freezes a version that never changes."""

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models

from credentials.enums import AchievementState, AchievementType, CertificateLayout
from issuers.models import IssuerOwnedModel
from rubrics.models import Rubric

_colour = RegexValidator(r"^#[0-9a-fA-F]{6}$", "Write the colour as # and six digits, for example #1d5c45.")
_language = RegexValidator(
    r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", "Write the language as its short tag (BCP 47), for example en, es or pt-BR."
)


class Achievement(IssuerOwnedModel):
    """A badge as its authors edit it (Open Badges 3.0 `Achievement`). Learners meet its published versions."""

    state = models.CharField(max_length=10, choices=AchievementState, default=AchievementState.DRAFT, editable=False)
    name = models.CharField(max_length=200)
    description = models.CharField(max_length=500, help_text="One or two sentences: what the holder can do.")
    criteria_narrative = models.TextField("criteria", max_length=8000, help_text="What it takes to earn it. Markdown.")
    achievement_type = models.CharField(
        "type", max_length=30, choices=AchievementType, default=AchievementType.MICRO_CREDENTIAL
    )
    rubric = models.ForeignKey(Rubric, on_delete=models.PROTECT, related_name="achievements")
    tags = models.JSONField("skills", default=list, blank=True, help_text="Short names of skills.")
    language = models.CharField(
        max_length=10, default="en", validators=[_language], help_text="Such as en, es or pt-BR."
    )
    workload_hours = models.DecimalField(
        max_digits=6, decimal_places=1, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    credits_available = models.DecimalField(
        "credits", max_digits=5, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    level = models.CharField("level (EQF or your own)", max_length=60, blank=True, default="")
    validity_months = models.PositiveSmallIntegerField(
        "valid for, months",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(600)],
        help_text="Empty: for ever.",
    )
    is_listed = models.BooleanField("shown in the public catalogue", default=True)

    image = models.ImageField(
        upload_to="achievement-images/", blank=True, help_text="PNG, JPEG or WebP, at least 400 × 400."
    )
    image_alt = models.CharField("image described in words", max_length=250, blank=True, default="")
    icon = models.CharField(
        max_length=40, blank=True, default="laurel", help_text="For the drawn image, when none is uploaded."
    )
    colour = models.CharField(max_length=7, default="#1d5c45", validators=[_colour])
    accent_colour = models.CharField(max_length=7, default="#c9a227", validators=[_colour])

    certificate_layout = models.CharField(max_length=20, choices=CertificateLayout, default=CertificateLayout.CLASSIC)
    signatory_name = models.CharField(max_length=120, blank=True, default="")
    signatory_title = models.CharField(max_length=160, blank=True, default="")

    class Meta:
        verbose_name = "badge"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the path of the badge's public page, which is for ever."""
        return f"/achievements/{self.uuid}/"


class AchievementVersion(IssuerOwnedModel):
    """A published version: everything a credential promises, frozen. `document` is the OB 3.0 Achievement as signed."""

    achievement = models.ForeignKey(Achievement, on_delete=models.PROTECT, related_name="versions", editable=False)
    number = models.PositiveIntegerField(editable=False)
    rubric = models.ForeignKey(Rubric, on_delete=models.PROTECT, related_name="+", editable=False)
    name = models.CharField(max_length=200, editable=False)
    document = models.JSONField(editable=False)
    certificate = models.JSONField(editable=False, help_text="Layout, signatory and colours of the certificate.")
    image_png = models.BinaryField(editable=False)
    validity_months = models.PositiveSmallIntegerField(null=True, editable=False)
    workload_hours = models.DecimalField(max_digits=6, decimal_places=1, null=True, editable=False)
    level = models.CharField(max_length=60, blank=True, default="", editable=False)
    is_listed = models.BooleanField(default=True, editable=False)
    search_text = models.TextField(
        default="", editable=False, help_text="What the catalogue's search looks through, folded by `searchable`."
    )
    published_at = models.DateTimeField(editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["achievement", "number"], name="achievement_version_number_once")
        ]
        verbose_name = "badge version"

    def __str__(self) -> str:
        return f"{self.name}, version {self.number}"

    def get_absolute_url(self) -> str:
        """Return the path of the page of exactly this version; its sub-competencies and levels are anchors on it."""
        return f"{self.achievement.get_absolute_url()}versions/{self.number}/"

    @property
    def image_url(self) -> str:
        """The path of the picture: it never changes, so it may be kept for ever."""
        return f"{self.get_absolute_url()}image.png"
