"""An earned badge for its owner: see it, show it to the world or take it back, carry it elsewhere."""

import logging
import uuid

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from credentials.domain.share import (
    baked_png,
    file_name,
    linkedin_url,
    public_page,
    publish_credential,
    unpublish_credential,
)
from credentials.enums import CredentialStatus
from credentials.models import AchievementCredential, CertificateFile
from credentials.queries import own_credentials, preparation_stuck, reached_levels
from issuers.exceptions import DomainError
from learners.scoping import as_learner, wants_json

logger = logging.getLogger(__name__)


def _own(request: HttpRequest, credential_uuid: uuid.UUID) -> AchievementCredential:
    """Return the person's own credential; anybody else's is as good as missing."""
    credential = get_object_or_404(own_credentials(request.user), uuid=credential_uuid)  # type: ignore[arg-type]
    if not request.user.has_perm("credentials.share", credential):
        raise PermissionDenied
    return credential


@require_safe
@never_cache
@as_learner
def my_credential(request: HttpRequest, credential_uuid: uuid.UUID) -> HttpResponseBase:
    """Show the badge with everything its owner can do; a script is told only how far it is made."""
    credential = _own(request, credential_uuid)
    certificate = CertificateFile.objects.filter(credential=credential).first()
    is_signed = bool(credential.document)
    if wants_json(request):
        return JsonResponse({"signed": is_signed, "certificate": certificate is not None})
    is_preparing = not (is_signed and certificate)
    return render(
        request,
        "me/credential.html",
        {
            "credential": credential,
            "version": credential.version,
            "issuer": credential.issuer,
            "levels": reached_levels(credential),
            "certificate": certificate,
            "is_signed": is_signed,
            "is_preparing": is_preparing,
            "is_stuck": is_preparing and preparation_stuck(credential),
            "is_revoked": credential.status == CredentialStatus.REVOKED,
            "public_page": public_page(credential),
            "linkedin_url": linkedin_url(credential) if is_signed else "",
        },
    )


@require_POST
@as_learner
def publication(request: HttpRequest, credential_uuid: uuid.UUID) -> HttpResponse:
    """Make the public page visible (`visible` = yes) or private; `then` = linkedin leads on to that link."""
    credential = _own(request, credential_uuid)
    try:
        if request.POST.get("visible") == "yes":
            publish_credential(credential, acting_user=request.user)  # type: ignore[arg-type]
            messages.success(request, "Your badge is public: whoever has the link sees it.")
        else:
            unpublish_credential(credential, acting_user=request.user)  # type: ignore[arg-type]
            messages.success(request, "Your badge is private again: its page is shown to nobody but you.")
    except DomainError as error:
        messages.error(request, str(error))
    page = redirect("my-credential", credential_uuid=credential.uuid)
    if request.POST.get("then") == "linkedin":
        page["Location"] += "#linkedin"
    return page


def _download(body: bytes, name: str, content_type: str) -> HttpResponse:
    response = HttpResponse(body, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


def _not_ready(request: HttpRequest, credential: AchievementCredential) -> HttpResponse:
    messages.info(request, "This file is still being made. It will be here in a moment.")
    return redirect("my-credential", credential_uuid=credential.uuid)


@require_safe
@never_cache
@as_learner
def my_certificate(request: HttpRequest, credential_uuid: uuid.UUID) -> HttpResponseBase:
    """Hand its owner the PDF certificate."""
    credential = _own(request, credential_uuid)
    certificate = CertificateFile.objects.filter(credential=credential).first()
    if certificate is None:
        return _not_ready(request, credential)
    try:
        file = certificate.file.open("rb")
    except FileNotFoundError:
        logger.exception("certificate file of %s is missing", credential.uuid)
        raise Http404 from None
    return FileResponse(file, as_attachment=True, filename=file_name(credential, "pdf"), content_type="application/pdf")


@require_safe
@never_cache
@as_learner
def my_png(request: HttpRequest, credential_uuid: uuid.UUID) -> HttpResponseBase:
    """Hand its owner the picture with the credential inside."""
    credential = _own(request, credential_uuid)
    if not credential.document:
        return _not_ready(request, credential)
    return _download(baked_png(credential), file_name(credential, "png"), "image/png")


@require_safe
@never_cache
@as_learner
def my_json(request: HttpRequest, credential_uuid: uuid.UUID) -> HttpResponseBase:
    """Hand its owner the signed document, byte for byte."""
    credential = _own(request, credential_uuid)
    if not credential.document:
        return _not_ready(request, credential)
    return _download(credential.document.encode(), file_name(credential, "json"), "application/vc+ld+json")
