"""Who works in the institution, and in which role."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from issuers.admin.base import IssuerModelAdmin, institution, site
from issuers.domain.membership import add_member_by_email, change_role, deactivate_member, reactivate_member
from issuers.enums import Role
from issuers.models import AuditEvent, Membership

ROLES = {
    Role.ADMINISTRATOR: "everything here",
    Role.AUTHOR: "writes rubrics and badges",
    Role.ASSESSOR: "reviews what learners hand in",
    Role.MODERATOR: "reviews, and sees all submissions",
    Role.REGISTRAR: "keeps learners and credentials, revokes, API tokens",
    Role.AUDITOR: "reads records and the audit log",
}


def _roles() -> list[tuple[str, str]]:
    return [(role, f"{role.label.capitalize()}: {ROLES[role]}") for role in Role]


class MemberForm(forms.ModelForm):
    """A role for a person; the person is named by address when the row is new."""

    email = forms.EmailField(
        label="E-mail address",
        help_text="Of somebody who has an account already.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    role = forms.ChoiceField(choices=_roles)

    class Meta:
        model = Membership
        fields = ["role"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["email"]

    def _get_validation_exclusions(self) -> set[str]:
        return {"user", "issuer", "role"}


@admin.register(Membership, site=site)
class MembershipAdmin(IssuerModelAdmin):
    """Members. Membership isn't a scoped model (it decides which scope may be opened), so the filter is here."""

    view_rule = add_rule = change_rule = "issuers.manage_members"
    form = MemberForm
    acts = {
        "deactivation": ("issuers.manage_members", "deactivate"),
        "activation": ("issuers.manage_members", "activate"),
    }
    list_display = ["person", "mail", "role", "is_active"]
    list_filter = ["role", "is_active"]
    search_fields = ["user__name", "user__email"]
    search_help_text = "Name or e-mail address"
    list_select_related = ["user"]
    ordering = ["-is_active", "user__name", "id"]
    change_form_template = "admin/laurel/member_form.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        """Return the members of the institution alone."""
        return super().get_queryset(request).filter(issuer=institution(request)).select_related("user", "issuer")

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> Any:
        """Ask for the address of a new member."""
        return ["role"] if obj else ["email", "role"]

    def write(self, request: HttpRequest, form: Any, obj: Membership | None) -> Membership:
        """Add a member or change a role."""
        actor: Any = request.user
        if obj is None:
            return add_member_by_email(
                institution(request),
                email=form.cleaned_data["email"],
                role=form.cleaned_data["role"],
                acting_user=actor,
            )
        return change_role(obj, role=form.cleaned_data["role"], acting_user=actor)

    def deactivate(self, request: HttpRequest, membership: Membership) -> str:
        """End a role."""
        deactivate_member(membership, acting_user=request.user)  # type: ignore[arg-type]
        return f"{membership.user} is no longer {membership.get_role_display()} here."

    def activate(self, request: HttpRequest, membership: Membership) -> str:
        """Give a role back."""
        reactivate_member(membership, acting_user=request.user)  # type: ignore[arg-type]
        return f"{membership.user} is {membership.get_role_display()} here again."

    def history_of(self, obj: Membership) -> QuerySet[AuditEvent]:
        """Return the entries about the person's roles here."""
        return AuditEvent.objects.filter(object_uuid=obj.user.uuid).select_related("actor").order_by("-sequence")

    @admin.display(description="Name", ordering="user__name")
    def person(self, membership: Membership) -> str:
        """The person."""
        return str(membership.user)

    @admin.display(description="E-mail address", ordering="user__email")
    def mail(self, membership: Membership) -> str:
        """The person's address."""
        return membership.user.email
