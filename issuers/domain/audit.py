"""The audit log: one append per act, inside the act's transaction."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.utils import timezone

from issuers.models import AuditEvent, AuditHead, Issuer, User


def record(
    issuer: Issuer,
    act: str,
    *,
    actor: User | None,
    about: Any = None,
    data: dict[str, Any] | None = None,
) -> AuditEvent:
    """Append one entry to the institution's chain; must run in the transaction of the act.

    `act` is the permission's name (`credentials.revoke`), `about` the row acted on (its type and uuid are kept),
    `data` what changed, without personal data. `actor` is None for work done by a job on a rule's behalf.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("An audit entry is written in the transaction of the act.")
    AuditHead.objects.get_or_create(issuer=issuer)
    head = AuditHead.objects.select_for_update().get(issuer=issuer)
    event = AuditEvent(
        issuer=issuer,
        sequence=head.sequence + 1,
        at=timezone.now(),
        actor=actor,
        act=act,
        object_type=about._meta.label_lower if about is not None else "",
        object_uuid=about.uuid if about is not None else None,
        data=data or {},
        previous_digest=head.digest,
    )
    event.digest = digest_of(event)
    event.save(force_insert=True)
    head.sequence, head.digest = event.sequence, event.digest
    head.save(update_fields=["sequence", "digest"])
    return event


def digest_of(event: AuditEvent) -> str:
    """Return the hex SHA-256 of an entry and its predecessor's digest."""
    content = {
        "issuer": event.issuer_id,
        "sequence": event.sequence,
        "at": event.at.isoformat(timespec="microseconds"),
        "actor": event.actor_id,
        "act": event.act,
        "object_type": event.object_type,
        "object_uuid": str(event.object_uuid) if event.object_uuid else None,
        "data": event.data,
        "previous": event.previous_digest,
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def broken_entries(issuer: Issuer) -> Iterator[tuple[int, str]]:
    """Yield (sequence, what is wrong) for each place where the institution's chain doesn't hold; nothing if it does."""
    previous, expected = "0" * 64, 1
    for event in AuditEvent.objects.filter(issuer=issuer).order_by("sequence").iterator():
        if event.sequence != expected:
            yield event.sequence, f"entry {expected} is missing"
        if event.previous_digest != previous:
            yield event.sequence, "does not follow the entry before it"
        if digest_of(event) != event.digest:
            yield event.sequence, "was changed after it was written"
        previous, expected = event.digest, event.sequence + 1
    head = AuditHead.objects.filter(issuer=issuer).first()
    if head and head.digest != previous:
        yield expected, "entries at the end are missing"
