"""Reads of credentials that several pages share, and the doors: whose row is behind a public id."""

from uuid import UUID

from django.db.models import QuerySet
from django_scopes import scopes_disabled

from credentials.enums import AchievementState
from credentials.models import Achievement, AchievementCredential, StatusList
from issuers.models import Issuer, SigningKey


def signed_credential(uuid: UUID) -> AchievementCredential | None:
    """Return the signed credential with this id, of any institution, public or not; None when there is none."""
    with scopes_disabled():
        return _with_parts().filter(uuid=uuid).first()


def published_credential(uuid: UUID) -> AchievementCredential | None:
    """Return the credential with this id when its holder has made it public; None for missing and private alike."""
    with scopes_disabled():
        return _with_parts().filter(uuid=uuid, published_at__isnull=False).first()


def published_credential_by_number(number: str) -> AchievementCredential | None:
    """Return the public credential with this number; None for missing and private alike."""
    with scopes_disabled():
        return _with_parts().filter(number=number, published_at__isnull=False).first()


def published_status_list(uuid: UUID) -> StatusList | None:
    """Return the status list with this id; its `document` is empty until it is first signed."""
    with scopes_disabled():
        return StatusList.objects.select_related("issuer").filter(uuid=uuid).first()


def issuer_by_uuid(uuid: UUID) -> Issuer | None:
    """Return the institution with this id; None when there is none."""
    return Issuer.objects.filter(uuid=uuid).first()


def key_of(issuer: Issuer, fragment: str) -> SigningKey | None:
    """Return the institution's key of this name, whatever its state; None when it never had one."""
    with scopes_disabled():
        return SigningKey.objects.filter(issuer=issuer, fragment=fragment).first()


def listed_achievements(issuer: Issuer) -> QuerySet[Achievement]:
    """Return the badges that an institution shows to the public, by name; asked for in its scope."""
    return Achievement.objects.filter(issuer=issuer, state=AchievementState.PUBLISHED, is_listed=True).order_by(
        "name", "id"
    )


def _with_parts() -> QuerySet[AchievementCredential]:
    return AchievementCredential.objects.exclude(document="").select_related("issuer", "achievement", "version")
