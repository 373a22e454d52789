"""Forms of the issuers app."""

from typing import Any

from allauth.account.forms import SignupForm as AllauthSignupForm
from django import forms
from django.http import HttpRequest

from issuers.models import User


class SignupForm(AllauthSignupForm):
    """Asks for the name too: it is what credentials are awarded to."""

    name = forms.CharField(
        label="Your name",
        max_length=200,
        help_text="As it should stand on your credentials. Any script.",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    field_order = ["name", "email", "password1"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A browser cuts what is longer without a word; the check on the server says so.
        self.fields["name"].widget.attrs.pop("maxlength", None)

    def save(self, request: HttpRequest) -> User | None:
        """Make the account and keep the name; None when the address has an account already (nothing is revealed)."""
        user: User | None = super().save(request)
        if user is not None and user.pk:
            user.name = self.cleaned_data["name"].strip()
            user.save(update_fields=["name"])
        return user
