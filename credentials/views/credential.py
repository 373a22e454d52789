"""The public face of one credential: a page for people, the signed document for programs, files to keep."""

import json
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe
from django_scopes import scope

from credentials.domain.verify import revocation_sentence
from credentials.enums import CredentialStatus
from credentials.models import AchievementCredential, CertificateFile
from credentials.queries import published_credential
from credentials.standards.baking import bake_png
from credentials.standards.reading import read_credential
from credentials.views.documents import CREDENTIAL_TYPES, document, nothing_public, page, wanted_json_type, wanted_type
from rubrics.models import Rubric
from rubrics.queries import rule_of, with_grid
from rubrics.standards.decision import rule_sentence


@require_safe
def credential(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a published credential, or its signed document to a reader that asks for JSON."""
    found = published_credential(uuid)
    kind = wanted_type(request, CREDENTIAL_TYPES)
    if found is None:
        return nothing_public(request, as_json=kind != "text/html")
    if kind != "text/html":
        return _signed_document(request, found, kind, negotiated=True)
    return _credential_page(request, found)


@require_safe
def credential_json(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return the signed document of a published credential, byte for byte."""
    found = published_credential(uuid)
    if found is None:
        return nothing_public(request, as_json=True)
    return _signed_document(request, found, wanted_json_type(request, CREDENTIAL_TYPES), negotiated=True)


@require_safe
def badge_png(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return the badge's picture with the signed credential baked into it."""
    found = published_credential(uuid)
    if found is None:
        return nothing_public(request, as_json=False)
    picture = bake_png(bytes(found.version.image_png), found.document)
    return document(request, picture, content_type="image/png", filename=f"badge-{found.number}.png", personal=True)


@require_safe
def certificate(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return the PDF certificate; a revoked credential has none to give, since paper can't say so."""
    found = published_credential(uuid)
    if found is None or found.revoked_at:
        return nothing_public(request, as_json=False)
    with scope(issuer=found.issuer):
        stored = CertificateFile.objects.filter(credential=found).first()
        if stored is None:
            return nothing_public(request, as_json=False)
        with stored.file.open("rb") as file:
            content = file.read()
    return document(
        request,
        content,
        content_type="application/pdf",
        sha256=stored.sha256,
        filename=f"certificate-{found.number}.pdf",
        personal=True,
    )


def _signed_document(
    request: HttpRequest, found: AchievementCredential, kind: str, *, negotiated: bool
) -> HttpResponse:
    return document(
        request,
        found.document.encode(),
        content_type=kind,
        sha256=found.document_sha256,
        filename=f"credential-{found.number}.json",
        personal=True,
        negotiated=negotiated,
    )


def _credential_page(request: HttpRequest, found: AchievementCredential) -> HttpResponse:
    address = f"{settings.PUBLIC_BASE_URL}{found.get_absolute_url()}"
    status = found.status_at(timezone.now())
    with scope(issuer=found.issuer):
        rubric = with_grid(Rubric.objects.filter(id=found.version.rubric_id)).get()
        context = {
            "credential": found,
            "issuer": found.issuer,
            "reading": read_credential(json.loads(found.document)),
            "status": status,
            "is_revoked": status == CredentialStatus.REVOKED,
            "is_expired": status == CredentialStatus.EXPIRED,
            "revocation": revocation_sentence(found) if found.revoked_at else "",
            "rule": rule_sentence(rule_of(rubric)),
            "address": address,
            "host": settings.PUBLIC_BASE_URL.split("://", 1)[1],
            "verify_path": f"/verify/?{urlencode({'credential': address})}",
            "has_certificate": status != CredentialStatus.REVOKED
            and CertificateFile.objects.filter(credential=found).exists(),
        }
        response = page(request, "credentials/credential.html", context, negotiated=True)
    response["X-Robots-Tag"] = "noindex, noarchive"
    return response
