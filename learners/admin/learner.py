"""Learners as the institution knows them: found, looked at, added."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest

from issuers.admin.base import DetailAdmin, institution, may, site
from learners.domain.roster import create_learner
from learners.models import Learner


class LearnerForm(forms.ModelForm):
    """A record for somebody who may have no account yet."""

    class Meta:
        model = Learner
        fields = ["name", "email", "student_number"]
        help_texts = {
            "name": "As it is to stand on credentials. Any script.",
            "email": "Whoever signs up with this address claims the record.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


@admin.register(Learner, site=site)
class LearnerAdmin(DetailAdmin):
    """Learners, with what they handed in and earned."""

    view_rule = "learners.see_learners"
    add_rule = "learners.change_learners"
    form = LearnerForm
    fields = ["name", "email", "student_number"]
    list_display = ["name", "email", "student_number", "has_account", "submission_count", "credential_count"]
    search_fields = ["name", "email", "student_number"]
    search_help_text = "Name, e-mail address or student number"
    list_filter = [("user", admin.EmptyFieldListFilter)]
    ordering = ["name", "id"]
    detail_template = "admin/learners/learner/detail.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Learner]:
        """Return the learners with their counts."""
        return (
            super()
            .get_queryset(request)
            .annotate(
                submissions_made=Count("submissions", distinct=True),
                credentials_standing=Count("credentials", filter=Q(credentials__revoked_at=None), distinct=True),
            )
        )

    def write(self, request: HttpRequest, form: Any, obj: Any) -> Learner:
        """Add a learner."""
        return create_learner(institution(request), acting_user=request.user, **form.cleaned_data)  # type: ignore[arg-type]

    def detail(self, request: HttpRequest, obj: Learner) -> dict[str, Any]:
        """Return what a learner handed in and earned."""
        sees_credentials = may(request, "credentials.view_credentials")
        return {
            "learner": obj,
            "submissions": obj.submissions.select_related("rubric").order_by("-created_at"),
            "credentials": obj.credentials.select_related("version").order_by("-awarded_at")
            if sees_credentials
            else [],
            "sees_credentials": sees_credentials,
            "sees_submissions": may(request, "learners.see_submissions"),
        }

    @admin.display(description="Account", boolean=True, ordering="user")
    def has_account(self, learner: Learner) -> bool:
        """Whether somebody signed in and claimed it."""
        return learner.user_id is not None

    @admin.display(description="Submissions", ordering="submissions_made")
    def submission_count(self, learner: Any) -> int:
        """How many, in any state."""
        count: int = learner.submissions_made
        return count

    @admin.display(description="Credentials", ordering="credentials_standing")
    def credential_count(self, learner: Any) -> int:
        """How many that stand."""
        count: int = learner.credentials_standing
        return count
