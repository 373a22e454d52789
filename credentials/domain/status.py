"""The status list: indexes handed out under a lock, and the signed list that says who was revoked."""

import hashlib
import json
import os
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from credentials.enums import RevocationReason
from credentials.models import AchievementCredential, StatusList
from credentials.standards import proof, status_list
from issuers.domain.audit import record
from issuers.domain.keys import active_key, did_of, sign_bytes, verification_method
from issuers.exceptions import DomainError
from issuers.models import Issuer, User
from jobs.domain.queue import add_job

PUBLISH_STATUS_LIST = "credentials.publish_status_list"
LIST_LIFE = timedelta(days=30)
LIST_RENEWAL = timedelta(days=1)
TIME_TO_LIVE_MS = 60_000  # readers may keep a list this long; the page's Cache-Control says the same


def status_list_url(status: StatusList) -> str:
    """Return the list's full address, as it stands in credentials."""
    return f"{settings.PUBLIC_BASE_URL}{status.get_absolute_url()}"


def allocate_index(issuer: Issuer) -> tuple[StatusList, int]:
    """Reserve one status index of the institution, under the list's row lock; opens a new list when one is full.

    Must run in the award's transaction. The order of indexes is a keyed permutation: it reveals nothing.
    """
    status = StatusList.objects.select_for_update(of=("self",)).filter(issuer=issuer).order_by("-number").first()
    if status is None or status.next_counter >= status_list.BITS:
        number = status.number + 1 if status else 1
        status = StatusList.objects.create(issuer=issuer, number=number, permutation_key=os.urandom(16))
        add_job(PUBLISH_STATUS_LIST, key=f"{status.uuid}:0", payload={"status_list": status.id}, group=issuer.uuid)
    index = status_list.permuted_index(status.next_counter, bytes(status.permutation_key))
    status.next_counter += 1
    status.save(update_fields=["next_counter", "updated_at"])
    return status, index


@transaction.atomic
def publish_status_list(status: StatusList) -> StatusList:
    """Compose and sign the list anew from the revoked rows and store its bytes. Idempotent."""
    status = StatusList.objects.select_for_update(of=("self",)).select_related("issuer").get(id=status.id)
    revoked = AchievementCredential.objects.filter(status_list=status, revoked_at__isnull=False)
    now = timezone.now().replace(microsecond=0)
    document = status_list.status_list_document(
        list_url=status_list_url(status),
        issuer_id=did_of(status.issuer),
        purpose="revocation",
        encoded=status_list.encode(revoked.values_list("status_index", flat=True)),
        valid_from=now,
        valid_until=now + LIST_LIFE,
        ttl_ms=TIME_TO_LIVE_MS,
    )
    key = active_key(status.issuer)
    signed = proof.sign(
        document,
        sign_bytes=lambda message: sign_bytes(key, message),
        verification_method=verification_method(key),
        created=now,
    )
    status.document = json.dumps(signed, ensure_ascii=False, separators=(",", ":"))
    status.document_sha256 = hashlib.sha256(status.document.encode()).hexdigest()
    status.signed_at = now
    status.save(update_fields=["document", "document_sha256", "signed_at", "updated_at"])
    return status


def renew_status_lists() -> int:
    """Owe a fresh signature for each list older than a day, long before readers call it stale; return how many.

    Whichever the institution: the caller has switched scopes off. A list is owed once for each signature it has.
    """
    old = list(StatusList.objects.select_related("issuer").filter(signed_at__lt=timezone.now() - LIST_RENEWAL))
    with transaction.atomic():
        for row in old:
            add_job(
                PUBLISH_STATUS_LIST,
                key=f"renew:{row.uuid}:{row.signed_at:%Y%m%dT%H%M%S}",
                payload={"status_list": row.id},
                priority=5,
                group=row.issuer.uuid,
            )
    return len(old)


@transaction.atomic
def revoke_credential(
    credential: AchievementCredential, *, reason: str, note: str, acting_user: User
) -> AchievementCredential:
    """Withdraw an award for good; revoking twice changes nothing.

    `reason` is one of RevocationReason (told to the public), `note` says why in words (kept in the institution;
    required). Effects: the row, audit entry, job that publishes the status list.
    """
    if reason not in RevocationReason.values:
        raise DomainError("Choose a reason.", field="reason")
    if not note.strip():
        raise DomainError("Say why in a sentence: it is kept with the credential.", field="note")
    locked = (
        AchievementCredential.objects.select_for_update(of=("self",)).select_related("issuer").get(id=credential.id)
    )
    if locked.revoked_at:
        return locked
    locked.revoked_at = timezone.now()
    locked.revocation_reason = reason
    locked.revocation_note = note.strip()
    locked.save(update_fields=["revoked_at", "revocation_reason", "revocation_note", "updated_at"])
    record(locked.issuer, "credentials.revoke", actor=acting_user, about=locked, data={"reason": reason})
    add_job(
        PUBLISH_STATUS_LIST,
        key=f"revoke:{locked.uuid}",
        payload={"status_list": locked.status_list_id},
        priority=-1,
        group=locked.issuer.uuid,
    )
    return locked
