"""Compose, lint, sign, store: the bytes written here are what every reader gets, for ever."""

import hashlib
import json
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from credentials.domain.achievement import issuer_profile
from credentials.domain.status import status_list_url
from credentials.models import AchievementCredential
from credentials.standards import ob3, proof
from credentials.standards.jsonld import canonize
from credentials.standards.lint import lint_credential
from issuers.domain.audit import record
from issuers.domain.keys import active_key, sign_bytes, verification_method
from jobs.domain.queue import add_jobs
from jobs.exceptions import GiveUp

RENDER_CERTIFICATE = "credentials.render_certificate"
MAIL_AWARD = "credentials.mail_award"


def compose_credential(credential: AchievementCredential) -> dict[str, Any]:
    """Return the unsigned OB 3.0 credential of an award, from its stored facts and its frozen version alone."""
    return ob3.credential_document(
        ob3.CredentialFacts(
            id=f"{settings.PUBLIC_BASE_URL}{credential.get_absolute_url()}",
            issuer=issuer_profile(credential.issuer),
            achievement=credential.version.document,
            name=credential.version.name,
            valid_from=credential.awarded_at,
            valid_until=credential.valid_until,
            awarded_at=credential.awarded_at,
            recipient_email=credential.recipient_email,
            recipient_salt=credential.recipient_salt,
            recipient_name=credential.recipient_name,
            subject_id=f"urn:uuid:{credential.subject_id}",
            results=tuple(
                ob3.ResultFact(result_description_id=result["criterion"], achieved_level_id=result["level"], value=None)
                for result in credential.results
            ),
            narrative=None,
            evidence=(),
            status=ob3.StatusEntry(list_url=status_list_url(credential.status_list), index=credential.status_index),
        )
    )


@transaction.atomic
def sign_credential(credential: AchievementCredential) -> AchievementCredential:
    """Sign an award with the institution's active key and store the document; a signed one is left as it is.

    The document is linted and signed with a throw-away key first, so the real key never touches a document that
    breaks a rule (raises GiveUp with every problem: the job is buried for a person). Effects in order: document,
    audit entry, jobs for certificate and mail.
    """
    credential = (
        AchievementCredential.objects.select_for_update(of=("self",))
        .select_related("issuer", "version", "status_list")
        .get(id=credential.id)
    )
    if credential.document:
        return credential
    unsigned = compose_credential(credential)
    problems = lint_credential(unsigned)
    if problems:
        raise GiveUp(" ".join(f"{problem.code} at {problem.pointer}: {problem.sentence}" for problem in problems))
    key = active_key(credential.issuer)
    now = timezone.now().replace(microsecond=0)
    method = verification_method(key)
    trial_key = Ed25519PrivateKey.generate()
    trial = proof.sign(unsigned, sign_bytes=trial_key.sign, verification_method=method, created=now)
    proof.verify(trial, public_key=trial_key.public_key().public_bytes_raw())
    signed = proof.sign(
        unsigned, sign_bytes=lambda message: sign_bytes(key, message), verification_method=method, created=now
    )
    if _without_proof(signed) != _without_proof(trial):
        raise GiveUp("The signed document differs from the linted one.")
    credential.document = json.dumps(signed, ensure_ascii=False, separators=(",", ":"))
    credential.document_sha256 = hashlib.sha256(credential.document.encode()).hexdigest()
    credential.signing_key = key
    credential.signed_at = now
    credential.save(update_fields=["document", "document_sha256", "signing_key", "signed_at", "updated_at"])
    record(
        credential.issuer,
        "credentials.sign",
        actor=None,
        about=credential,
        data={"key": key.fragment, "sha256": credential.document_sha256},
    )
    payload = {"credential": credential.id}
    add_jobs(
        [
            (RENDER_CERTIFICATE, str(credential.uuid), payload),
            (MAIL_AWARD, str(credential.uuid), payload),
        ],
        group=credential.issuer.uuid,
    )
    return credential


def _without_proof(document: dict[str, Any]) -> bytes:
    return canonize({name: value for name, value in document.items() if name != "proof"})
