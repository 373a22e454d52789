"""What an institution says about itself."""

import zoneinfo
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from issuers.admin.base import institution, needs, page, refuse, site
from issuers.domain.issuer import change_issuer
from issuers.models import Issuer


class IssuerForm(forms.ModelForm):
    """The institution's own words, address and look."""

    url = forms.URLField(label="Web site", required=False, assume_scheme="https")
    time_zone = forms.ChoiceField(
        choices=lambda: [(zone, zone.replace("_", " ")) for zone in sorted(zoneinfo.available_timezones())],
        help_text="In which a day of award begins and ends.",
    )

    class Meta:
        model = Issuer
        fields = ["name", "description", "url", "email", "time_zone", "colour", "linkedin_company_id"]
        widgets = {
            "description": forms.Textarea(attrs={"rows": 4}),
            "colour": forms.TextInput(attrs={"type": "color"}),
        }
        help_texts = {
            "name": "As it stands in credentials awarded from now on.",
            "email": "Public: whom to ask about a credential.",
            "linkedin_company_id": "Fills in the organisation when a learner adds a badge to LinkedIn.",
        }

    def clean_description(self) -> str:
        """Return the text with plain line ends."""
        return str(self.cleaned_data["description"]).replace("\r\n", "\n")


@site.page("institution/", "institution")
@needs("issuers.change_issuer")
def settings(request: HttpRequest) -> HttpResponse:
    """Show and change the institution's settings."""
    issuer = Issuer.objects.get(id=institution(request).id)
    form: Any = IssuerForm(request.POST or None, instance=issuer)
    if request.method == "POST" and form.is_valid():
        try:
            change_issuer(
                institution(request),
                details={name: form.cleaned_data[name] for name in form.fields},
                acting_user=request.user,  # type: ignore[arg-type]
            )
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, "The institution's settings are saved.")
            return redirect("admin:institution")
    return page(request, "admin/laurel/institution.html", "Institution", {"form": form, "issuer": institution(request)})
