"""Credentials: found, looked at, revoked."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern
from django.utils import timezone

from credentials.domain.status import revoke_credential
from credentials.enums import CredentialStatus, RevocationReason
from credentials.models import AchievementCredential, CertificateFile
from issuers.admin.base import DetailAdmin, may, page, refuse, site
from issuers.exceptions import DomainError
from issuers.templatetags.ui import chip
from jobs.models import Job, OutgoingMail

# kind of job -> what it does, as the page says it
STEPS = {
    "credentials.sign": "Signed",
    "credentials.render_certificate": "Certificate drawn",
    "credentials.mail_award": "Mail written",
}


class StatusFilter(admin.SimpleListFilter):
    """By what a reader is told now."""

    title = "status"
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the choices."""
        return [(status.value, status.label) for status in CredentialStatus]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[AchievementCredential]
    ) -> QuerySet[AchievementCredential]:
        """Narrow the list, by the same order of questions as AchievementCredential.status_at."""
        now = timezone.now()
        standing = queryset.filter(revoked_at=None)
        match self.value():
            case CredentialStatus.REVOKED:
                return queryset.exclude(revoked_at=None)
            case CredentialStatus.PENDING:
                return standing.filter(document="")
            case CredentialStatus.EXPIRED:
                return standing.exclude(document="").filter(valid_until__lte=now)
            case CredentialStatus.VALID:
                return standing.exclude(document="").exclude(valid_until__lte=now)
        return queryset


class RevocationForm(forms.Form):
    """Why a credential is taken back: a class that the public is told, and a sentence that stays here."""

    reason = forms.ChoiceField(
        label="Reason the public is told",
        choices=[("", "Choose a reason"), *RevocationReason.choices],
    )
    note = forms.CharField(
        label="What happened",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="A sentence or two for the record. It stays in the institution.",
    )


@admin.register(AchievementCredential, site=site)
class CredentialAdmin(DetailAdmin):
    """Awards are facts: nothing in them is edited. The one act is to revoke."""

    view_rule = "credentials.view_credentials"
    list_display = ["recipient_name", "badge", "awarded_at", "shown_status", "number"]
    list_filter = ["achievement", StatusFilter]
    list_select_related = ["version"]
    search_fields = ["recipient_name", "recipient_email", "number"]
    search_help_text = "Name, e-mail address or credential number"
    date_hierarchy = "awarded_at"
    ordering = ["-awarded_at", "-id"]
    detail_template = "admin/credentials/credential/detail.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[AchievementCredential]:
        """Return the credentials without their documents: a list of fifty needs no fifty of those."""
        return super().get_queryset(request).select_related("version")

    def own_urls(self) -> list[URLPattern]:
        """Add the revocation and the staff's own downloads."""
        return [
            self.own_path("<int:object_id>/revocation/", self.revocation, "revocation"),
            self.own_path("<int:object_id>/credential.json", self.document, "document"),
            self.own_path("<int:object_id>/certificate.pdf", self.certificate, "certificate"),
        ]

    @admin.display(description="Badge", ordering="version__name")
    def badge(self, credential: AchievementCredential) -> str:
        """The badge and its version."""
        return str(credential.version)

    @admin.display(description="Status")
    def shown_status(self, credential: AchievementCredential) -> str:
        """What a reader is told now."""
        return chip(credential.status)

    def detail(self, request: HttpRequest, obj: AchievementCredential) -> dict[str, Any]:
        """Return the facts, the results by sub-competency, and the state of the work behind it."""
        jobs = {job.kind: job for job in Job.objects.filter(kind__in=STEPS, key=str(obj.uuid))}
        certificate = CertificateFile.objects.filter(credential=obj).first()
        return {
            "credential": obj,
            "learner": obj.learner,
            "results": _results(obj),
            "steps": [(name, jobs.get(kind)) for kind, name in STEPS.items()],
            "mail": OutgoingMail.objects.filter(kind="award", key=str(obj.uuid)).first(),
            "certificate": certificate,
            "may_revoke": may(request, "credentials.revoke") and obj.revoked_at is None,
            "sees_work": may(request, "issuers.manage_jobs"),
        }

    def revocation(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Ask why, then revoke."""
        if not may(request, "credentials.revoke"):
            raise PermissionDenied
        credential = self.object_or_404(request, object_id)
        if credential.revoked_at:
            messages.info(request, "This credential was revoked already.")
            return redirect(self.address("change", object_id))
        form: Any = RevocationForm(request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            try:
                revoke_credential(credential, acting_user=request.user, **form.cleaned_data)  # type: ignore[arg-type]
            except DomainError as error:
                refuse(form, error)
            else:
                messages.success(
                    request, "The credential is revoked. The public list of revoked credentials follows in seconds."
                )
                return redirect(self.address("change", object_id))
        context = {"opts": self.opts, "original": credential, "credential": credential, "form": form, "change": True}
        return page(request, "admin/credentials/credential/revocation.html", f"Revoke {credential}", context)

    def document(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Return the signed document, byte for byte."""
        credential = self.object_or_404(request, object_id)
        if not credential.document:
            raise Http404
        response = HttpResponse(credential.document.encode(), content_type="application/vc+ld+json")
        response["Content-Disposition"] = f'attachment; filename="credential-{credential.number}.json"'
        return response

    def certificate(self, request: HttpRequest, object_id: int) -> FileResponse:
        """Return the stored PDF."""
        credential = self.object_or_404(request, object_id)
        certificate = CertificateFile.objects.filter(credential=credential).first()
        if certificate is None:
            raise Http404
        return FileResponse(
            certificate.file.open("rb"),
            content_type="application/pdf",
            filename=f"certificate-{credential.number}.pdf",
        )


def _results(credential: AchievementCredential) -> list[dict[str, Any]]:
    """Return for each result: the sub-competency's name, the level reached and the one required, the comment."""
    described: dict[str, Any] = {each["id"]: each for each in credential.version.document.get("resultDescription", [])}
    rows = []
    for result in credential.results:
        description = described.get(result["criterion"], {})
        levels = {level["id"]: level["name"] for level in description.get("rubricCriterionLevel", [])}
        rows.append(
            {
                "name": description.get("name", result["criterion"]),
                "reached": levels.get(result["level"], result["level"]),
                "required": levels.get(description.get("requiredLevel", ""), ""),
                "comment": result.get("comment", ""),
            }
        )
    return rows
