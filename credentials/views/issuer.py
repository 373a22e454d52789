"""The public face of an institution: a page, its Profile, its DID document, its status lists."""

from uuid import UUID

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from django_scopes import scope

from credentials.domain.achievement import issuer_profile
from credentials.domain.status import TIME_TO_LIVE_MS
from credentials.models import AchievementVersion
from credentials.queries import issuer_by_uuid, listed_achievements, published_status_list
from credentials.standards import did, ob3
from credentials.views.documents import (
    PROFILE_TYPES,
    document,
    json_document,
    nothing_public,
    page,
    wanted_json_type,
    wanted_type,
)
from issuers.domain.keys import did_of, published_keys
from issuers.models import Issuer

BRIEFLY = "public, max-age=300"


@require_safe
def issuer(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show an institution and its badges, or its Open Badges 3.0 Profile to a reader that asks for JSON."""
    found = issuer_by_uuid(uuid)
    kind = wanted_type(request, PROFILE_TYPES)
    if found is None:
        return nothing_public(request, as_json=kind != "text/html")
    if kind != "text/html":
        return _profile(request, found, kind)
    with scope(issuer=found):
        newest = AchievementVersion.objects.filter(achievement=OuterRef("pk")).order_by("-number")
        achievements = listed_achievements(found).annotate(
            newest_number=Subquery(newest.values("number")[:1]), newest_name=Subquery(newest.values("name")[:1])
        )
        context = {
            "issuer": found,
            "achievements": list(achievements),
            "did": did_of(found),
            "keys": published_keys(found),
            "host": settings.PUBLIC_BASE_URL.split("://", 1)[1],
        }
        return page(request, "issuers/issuer.html", context, negotiated=True)


@require_safe
def issuer_json(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return the institution's Profile (Open Badges 3.0, JSON-LD)."""
    found = issuer_by_uuid(uuid)
    if found is None:
        return nothing_public(request, as_json=True)
    return _profile(request, found, wanted_json_type(request, PROFILE_TYPES))


@require_safe
def did_json(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return the institution's DID document (did:web): every key that it signed with and still trusts."""
    found = issuer_by_uuid(uuid)
    if found is None:
        return nothing_public(request, as_json=True)
    with scope(issuer=found):
        keys = [(key.fragment, key.public_key_multibase) for key in published_keys(found)]
    # application/did+json (W3C DID 1.0 section 6.2): what every resolver in use reads as JSON.
    return json_document(
        request, did.did_document(did_of(found), keys), content_type="application/did+json", cache=BRIEFLY
    )


@require_safe
def status_list(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return a status list as signed (Bitstring Status List 1.0): public always, whoever asks and for whatever."""
    found = published_status_list(uuid)
    if found is None or not found.document:
        return nothing_public(request, as_json=True)
    return document(
        request,
        found.document.encode(),
        content_type="application/vc+ld+json",
        sha256=found.document_sha256,
        cache=f"public, max-age={TIME_TO_LIVE_MS // 1000}",
    )


def _profile(request: HttpRequest, found: Issuer, kind: str) -> HttpResponse:
    profile = {"@context": ob3.CONTEXTS, **ob3.profile_document(issuer_profile(found))}
    return json_document(request, profile, content_type=kind, cache=BRIEFLY, negotiated=True)
