"""API tokens: made once, found by their digest, ended."""

import hashlib
import secrets
import uuid
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django_scopes import scopes_disabled

from issuers.domain.audit import record
from issuers.enums import TokenScope
from issuers.exceptions import DomainError
from issuers.models import ApiToken, Issuer, User

LONGEST_LIFE = timedelta(days=366)


@transaction.atomic
def create_token(
    issuer: Issuer,
    *,
    name: str,
    scopes: list[str],
    expires_at: datetime,
    acting_user: User,
    request: uuid.UUID | None = None,
) -> tuple[ApiToken, str]:
    """Make a token; return its row and the secret, which is shown this once and never stored.

    `request` names the form that asks: sent twice (a reloaded page), it makes no second token. Raises DomainError
    for that, for an empty or unknown scope and for an end that is past or over a year away.
    """
    if request and ApiToken.objects.filter(uuid=request).exists():
        raise DomainError(
            "This token was made already, and its secret was shown once. If it is lost, end it and make another.",
            code="already_made",
        )
    unknown = set(scopes) - set(TokenScope.values)
    if unknown or not scopes:
        raise DomainError(f"Choose at least one of the scopes {', '.join(TokenScope.values)}.", field="scopes")
    now = timezone.now()
    if not now < expires_at <= now + LONGEST_LIFE:
        raise DomainError("Choose an end between tomorrow and a year from now.", field="expires_at")
    secret = f"laurel_{secrets.token_urlsafe(32)}"
    token = ApiToken.objects.create(
        uuid=request or uuid.uuid4(),
        issuer=issuer,
        name=name,
        prefix=secret[7:15],
        digest=_digest(secret),
        scopes=sorted(scopes),
        expires_at=expires_at,
        created_by=acting_user,
    )
    record(
        issuer,
        "issuers.create_token",
        actor=acting_user,
        about=token,
        data={"name": name, "scopes": token.scopes},
    )
    return token, secret


def find_token(secret: str) -> ApiToken | None:
    """Return the live token with this secret and note its use, or None. The one look-up before a scope is known."""
    now = timezone.now()
    with scopes_disabled():
        token = (
            ApiToken.objects.select_related("issuer", "created_by")
            .filter(digest=_digest(secret), revoked_at=None, expires_at__gt=now, issuer__is_active=True)
            .first()
        )
        if token and (token.last_used_at is None or now - token.last_used_at > timedelta(minutes=1)):
            ApiToken.objects.filter(id=token.id).update(last_used_at=now)
    return token


@transaction.atomic
def revoke_token(token: ApiToken, *, acting_user: User) -> ApiToken:
    """End a token now; ending it twice changes nothing."""
    if ApiToken.objects.filter(id=token.id, revoked_at=None).update(revoked_at=timezone.now()):
        record(token.issuer, "issuers.revoke_token", actor=acting_user, about=token)
    token.refresh_from_db()
    return token


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
