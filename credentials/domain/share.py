"""What its owner does with a credential: show it to the world, take it back, carry it elsewhere."""

import unicodedata
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from credentials.enums import CredentialStatus
from credentials.models import AchievementCredential
from credentials.standards.baking import bake_png
from credentials.standards.linkedin import add_to_profile_url
from issuers.domain.audit import record
from issuers.exceptions import DomainError
from issuers.models import Issuer, User


@transaction.atomic
def publish_credential(credential: AchievementCredential, *, acting_user: User) -> AchievementCredential:
    """Make a credential's page public; one that is public stays as it is.

    Raises DomainError for one that is still being signed or was revoked. Effects: row, audit entry.
    """
    locked = _lock(credential)
    if locked.published_at:
        return locked
    if locked.status == CredentialStatus.PENDING:
        raise DomainError("Your badge is still being signed. Publish it in a moment.", code="not_signed_yet")
    if locked.status == CredentialStatus.REVOKED:
        raise DomainError("This badge was revoked: it can't be published.", code="revoked")
    locked.published_at = timezone.now()
    locked.save(update_fields=["published_at", "updated_at"])
    record(locked.issuer, "credentials.publish_credential", actor=acting_user, about=locked)
    return locked


@transaction.atomic
def unpublish_credential(credential: AchievementCredential, *, acting_user: User) -> AchievementCredential:
    """Make a credential's page private again; one that is private stays as it is. Effects: row, audit entry."""
    locked = _lock(credential)
    if locked.published_at is None:
        return locked
    locked.published_at = None
    locked.save(update_fields=["published_at", "updated_at"])
    record(locked.issuer, "credentials.unpublish_credential", actor=acting_user, about=locked)
    return locked


def _lock(credential: AchievementCredential) -> AchievementCredential:
    return AchievementCredential.objects.select_for_update(of=("self",)).select_related("issuer").get(id=credential.id)


def public_page(credential: AchievementCredential) -> str:
    """Return the full address of the public page."""
    return f"{settings.PUBLIC_BASE_URL}{credential.get_absolute_url()}"


def linkedin_url(credential: AchievementCredential) -> str:
    """Return the link that opens LinkedIn's form filled in; the learner's name isn't in it."""
    issuer = credential.issuer
    return add_to_profile_url(
        name=credential.version.name,
        organization_id=issuer.linkedin_company_id or None,
        organization_name=issuer.name,
        issued_on=local_time(credential.awarded_at, issuer).date(),
        expires_on=local_time(credential.valid_until, issuer).date() if credential.valid_until else None,
        certificate_url=public_page(credential),
        certificate_number=credential.number,
    )


def local_time(moment: datetime, issuer: Issuer) -> datetime:
    """Return a moment on the institution's own clock; an unknown time zone counts as UTC."""
    try:
        return moment.astimezone(ZoneInfo(issuer.time_zone))
    except (ZoneInfoNotFoundError, ValueError):
        return moment.astimezone(ZoneInfo("UTC"))


def baked_png(credential: AchievementCredential) -> bytes:
    """Return the badge's picture with the signed credential inside (Open Badges 3.0 section 5.3)."""
    return bake_png(bytes(credential.version.image_png), credential.document)


def file_name(credential: AchievementCredential, ending: str) -> str:
    """Return what a download is called: badge and name in their own script, without signs that file systems refuse."""
    text = unicodedata.normalize("NFC", f"{credential.version.name} – {credential.recipient_name}")
    kept = "".join(" " if sign in '\\/:*?"<>|' or unicodedata.category(sign).startswith("C") else sign for sign in text)
    # 80 signs of the longest script stay under the 255 bytes of a file name
    return f"{' '.join(kept.split())[:80].strip(' .') or 'badge'}.{ending}"
