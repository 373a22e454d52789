"""Badges: drafted in a form, published as versions, archived."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, Max, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern

from credentials.domain.achievement import (
    achievement_problems,
    archive_achievement,
    change_achievement,
    create_achievement,
    publish_achievement,
)
from credentials.domain.badge_icons import ICONS
from credentials.domain.images import LARGEST_FILE, achievement_png
from credentials.models import Achievement
from credentials.queries import changed_since_publication
from issuers.admin.base import IssuerModelAdmin, institution, may, site
from issuers.templatetags.ui import chip
from rubrics.enums import RubricState
from rubrics.models import Rubric


class TagsField(forms.CharField):
    """Short names, written with commas between them; a list inside."""

    def prepare_value(self, value: Any) -> Any:
        """Return the text to be edited."""
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """Return the list, without what is empty or there twice."""
        parts = [part.strip() for part in (super().to_python(value) or "").split(",")]
        return list(dict.fromkeys(part for part in parts if part))

    def validate(self, value: Any) -> None:
        """Refuse names that are too long or too many."""
        if len(value) > 30:
            raise forms.ValidationError("Name 30 skills at most.")
        long = [tag for tag in value if len(tag) > 60]
        if long:
            raise forms.ValidationError(f"“{long[0]}” is too long: a skill's name has 60 characters at most.")

    def run_validators(self, value: Any) -> None:
        """The list is checked in `validate`; the text's own validators don't apply to it."""


class AchievementForm(forms.ModelForm):
    """The draft of a badge."""

    # Declared here: made from the model, it would ask for rubrics when the module is read, outside any scope.
    rubric = forms.ModelChoiceField(
        queryset=Rubric.objects.none(),
        empty_label="Choose a rubric",
        help_text="Published rubrics of the institution. Learners see the whole of it before they apply.",
    )
    icon = forms.ChoiceField(
        choices=[(key, icon.label) for key, icon in ICONS.items()],
        initial="laurel",
        help_text="For the drawn image, when none is uploaded.",
    )
    tags = TagsField(
        label="Skills", required=False, help_text="Short names with commas between them: teamwork, listening."
    )
    image_upload = forms.FileField(
        label="Own image",
        required=False,
        help_text="PNG, JPEG or WebP, square, at least 400 × 400 pixels. Without one, Laurel draws the image.",
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
    )
    remove_image = forms.BooleanField(label="Remove the own image and use the drawn one", required=False)

    class Meta:
        model = Achievement
        fields = [
            "name",
            "description",
            "achievement_type",
            "language",
            "is_listed",
            "image_alt",
            "icon",
            "colour",
            "accent_colour",
            "criteria_narrative",
            "tags",
            "workload_hours",
            "credits_available",
            "level",
            "validity_months",
            "certificate_layout",
            "signatory_name",
            "signatory_title",
        ]
        widgets = {
            "description": forms.Textarea(attrs={"rows": 3}),
            "criteria_narrative": forms.Textarea(attrs={"rows": 8}),
            "colour": forms.TextInput(attrs={"type": "color"}),
            "accent_colour": forms.TextInput(attrs={"type": "color"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        published = Q(state=RubricState.PUBLISHED)
        if self.instance.pk:
            published |= Q(pk=self.instance.rubric_id)
            self.initial["rubric"] = self.instance.rubric_id
        rubric: Any = self.fields["rubric"]
        rubric.queryset = Rubric.objects.filter(published).order_by("title", "-version")
        if not self.instance.image and "remove_image" in self.fields:
            del self.fields["remove_image"]

    def clean_criteria_narrative(self) -> str:
        """Return the text with plain line ends: a browser's own would make an unchanged text look changed."""
        return str(self.cleaned_data["criteria_narrative"]).replace("\r\n", "\n")

    def clean_description(self) -> str:
        """Return the text as one line, as it stands in lists and mails."""
        return " ".join(str(self.cleaned_data["description"]).split())

    def clean_image_upload(self) -> bytes | None:
        """Return the bytes; what they hold is judged by the domain."""
        file = self.cleaned_data["image_upload"]
        if not file:
            return None
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(
                f"The file has {file.size / 1024 / 1024:.1f} MB; {LARGEST_FILE // 1024 // 1024} MB can be taken."
            )
        raw: bytes = file.read()
        file.seek(0)
        return raw


@admin.register(Achievement, site=site)
class AchievementAdmin(IssuerModelAdmin):
    """The form edits the draft. What learners see changes by publishing alone."""

    view_rule = "credentials.view_achievements"
    add_rule = change_rule = "credentials.change_achievement"
    acts = {
        "publication": ("credentials.publish_achievement", "publish"),
        "archive": ("credentials.publish_achievement", "archive"),
    }
    form = AchievementForm
    list_display = ["name", "shown_state", "newest_version", "rubric", "awards", "updated_at"]
    list_filter = ["state"]
    list_select_related = ["rubric"]
    search_fields = ["name", "description"]
    search_help_text = "Name or description"
    ordering = ["name", "id"]
    change_form_template = "admin/credentials/achievement/form.html"

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return the form's parts in the order of the work."""
        image = ["image_upload", "image_alt", "icon", "colour", "accent_colour"]
        if obj is not None and obj.image:
            image.insert(1, "remove_image")
        return [
            ("Basics", {"fields": ["name", "description", "achievement_type", "language", "is_listed"]}),
            ("Image", {"fields": image}),
            ("Criteria and rubric", {"fields": ["criteria_narrative", "rubric"]}),
            ("Skills and workload", {"fields": ["tags", "workload_hours", "credits_available", "level"]}),
            (
                "Certificate",
                {"fields": ["validity_months", "certificate_layout", "signatory_name", "signatory_title"]},
            ),
        ]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Return the form; the inputs that are no fields of the model are its own."""
        kwargs["fields"] = AchievementForm.Meta.fields
        return super().get_form(request, obj, change, **kwargs)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Achievement]:
        """Return the badges with their counts."""
        return (
            super()
            .get_queryset(request)
            .annotate(
                last_number=Max("versions__number"),
                awards_standing=Count("credentials", filter=Q(credentials__revoked_at=None), distinct=True),
            )
        )

    def own_urls(self) -> list[URLPattern]:
        """Add the preview of the image."""
        return [self.own_path("<int:object_id>/image.png", self.image, "image")]

    def image(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Return the draft's image as it would be published."""
        achievement = self.object_or_404(request, object_id)
        response = HttpResponse(achievement_png(achievement), content_type="image/png")
        response["Cache-Control"] = "private, no-cache"
        return response

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the form with the badge's state, what it still needs, and its versions."""
        achievement = self.object_or_404(request, object_id)
        versions = list(achievement.versions.select_related("rubric").order_by("-number"))
        context = {
            "achievement": achievement,
            "versions": versions,
            "problems": achievement_problems(achievement),
            "changed": [_label(name) for name in changed_since_publication(achievement)],
            "next_number": versions[0].number + 1 if versions else 1,
            "may_publish": may(request, "credentials.publish_achievement"),
            "title": achievement.name,
        }
        return super().change_view(request, object_id, form_url, context | (extra_context or {}))

    def write(self, request: HttpRequest, form: Any, obj: Any) -> Achievement:
        """Make or change the draft."""
        details = {name: form.cleaned_data[name] for name in [*AchievementForm.Meta.fields, "rubric"]}
        upload = form.cleaned_data["image_upload"]
        actor: Any = request.user
        if obj is None:
            return create_achievement(institution(request), acting_user=actor, image_upload=upload, **details)
        return change_achievement(
            obj,
            details=details,
            acting_user=actor,
            image_upload=upload,
            remove_image=form.cleaned_data.get("remove_image", False),
        )

    def publish(self, request: HttpRequest, achievement: Achievement) -> str:
        """Freeze the draft as the next version."""
        version = publish_achievement(achievement, acting_user=request.user)  # type: ignore[arg-type]
        return f"“{version.name}” is published as version {version.number}. Who applies from now on gets this one."

    def archive(self, request: HttpRequest, achievement: Achievement) -> str:
        """Take the badge out of the catalogue."""
        archive_achievement(achievement, acting_user=request.user)  # type: ignore[arg-type]
        return f"“{achievement.name}” is archived: nobody can apply any more. What was awarded stands."

    @admin.display(description="State", ordering="state")
    def shown_state(self, achievement: Achievement) -> str:
        """Draft, published or archived."""
        return chip(achievement.state)

    @admin.display(description="Version", ordering="last_number")
    def newest_version(self, achievement: Any) -> str:
        """The newest published version."""
        return str(achievement.last_number) if achievement.last_number else "none yet"

    @admin.display(description="Awards", ordering="awards_standing")
    def awards(self, achievement: Any) -> int:
        """How many awards stand."""
        count: int = achievement.awards_standing
        return count


def _label(name: str) -> str:
    field: Any = Achievement._meta.get_field(name)
    return str(field.verbose_name)
