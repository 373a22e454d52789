"""API tokens: made for one system, shown once, ended."""

import uuid
from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from issuers.admin.base import IssuerModelAdmin, institution, page, site
from issuers.domain.tokens import create_token, revoke_token
from issuers.enums import TokenScope
from issuers.models import ApiToken
from issuers.templatetags.ui import chip


class TokenForm(forms.ModelForm):
    """Which system, what it may do, until when."""

    scopes = forms.MultipleChoiceField(
        label="May",
        choices=[(scope.value, f"{scope.label} ({scope.value})") for scope in TokenScope],
        widget=forms.CheckboxSelectMultiple,
        initial=[TokenScope.RECORDS_READ],
    )
    expires_at = forms.DateTimeField(
        label="Ends",
        help_text="At most a year from now.",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    request_id = forms.UUIDField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = ApiToken
        fields = ["name", "scopes", "expires_at"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "request_id" in self.fields:
            self.fields["request_id"].initial = uuid.uuid4()
        if "expires_at" in self.fields:
            self.fields["expires_at"].initial = timezone.now() + timedelta(days=180)


@admin.register(ApiToken, site=site)
class ApiTokenAdmin(IssuerModelAdmin):
    """Tokens of the institution; the secret is on one page, once, and stored nowhere."""

    view_rule = add_rule = "issuers.manage_tokens"
    form = TokenForm
    acts = {"revocation": ("issuers.manage_tokens", "revoke")}
    list_display = ["name", "prefix", "state", "expires_at", "last_used_at", "created_by"]
    list_select_related = ["created_by"]
    search_fields = ["name", "prefix"]
    search_help_text = "Name or first signs"
    ordering = ["-id"]
    readonly_fields = ["prefix", "created_by", "created_at", "last_used_at", "revoked_at"]
    change_form_template = "admin/laurel/token_form.html"

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Ask for three things; show the rest later."""
        return ["name", "scopes", "expires_at", *(self.readonly_fields if obj else ["request_id"])]

    def write(self, request: HttpRequest, form: Any, obj: Any) -> ApiToken:
        """Make a token."""
        token, secret = create_token(
            institution(request),
            name=form.cleaned_data["name"],
            scopes=form.cleaned_data["scopes"],
            expires_at=form.cleaned_data["expires_at"],
            acting_user=request.user,  # type: ignore[arg-type]
            request=form.cleaned_data.get("request_id"),
        )
        request.secret = secret  # type: ignore[attr-defined]
        return token

    def response_add(self, request: HttpRequest, obj: ApiToken, post_url_continue: str | None = None) -> HttpResponse:
        """Show the secret in the answer itself: it is kept in no session and no row, so it can't be shown again."""
        response = page(
            request,
            "admin/laurel/token_secret.html",
            "Copy the new token",
            {"token": obj, "secret": request.secret, "base": settings.PUBLIC_BASE_URL, "opts": self.opts},  # type: ignore[attr-defined]
        )
        response["Cache-Control"] = "no-store"
        return response

    def revoke(self, request: HttpRequest, token: ApiToken) -> str:
        """End a token now."""
        revoke_token(token, acting_user=request.user)  # type: ignore[arg-type]
        return f"The token “{token.name}” is ended: it opens nothing any more."

    @admin.display(description="State")
    def state(self, token: ApiToken) -> str:
        """What it is good for now."""
        if token.revoked_at:
            return chip("ended", tone="bad")
        return chip("expired") if token.expires_at <= timezone.now() else chip("in use", tone="good")
