"""Data Integrity proofs with eddsa-rdfc-2022 (W3C VC Data Integrity 1.0; vc-di-eddsa 1.0 section 3.2)."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from issuers.standards import multibase

from .contexts import UnknownContext
from .jsonld import DEFAULT, Limits, UnsafeDocument, canonize

CRYPTOSUITE = "eddsa-rdfc-2022"


class ProofInvalid(ValueError):
    """A proof that does not hold; `code` is stable, `sentence` may be shown."""

    def __init__(self, code: str, sentence: str) -> None:
        self.code = code
        self.sentence = sentence
        super().__init__(sentence)


def timestamp(moment: datetime) -> str:
    """Write an aware `moment` as UTC with whole seconds and Z; ValueError for one without zone."""
    if moment.tzinfo is None:
        raise ValueError("The moment has no time zone.")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def hash_data(document: dict[str, Any], proof: dict[str, Any], *, limits: Limits = DEFAULT) -> bytes:
    """Return the 64 bytes that are signed: sha256 of the canonical proof options, then of the canonical
    document.

    `document` may carry proofs, which are left out; `proof` may carry its proofValue, which is left out too.
    Raises UnsafeDocument or UnknownContext (see `canonize`).
    """
    unsecured = {key: value for key, value in document.items() if key != "proof"}
    options = {key: value for key, value in proof.items() if key != "proofValue"}
    options["@context"] = document.get("@context")
    if options["@context"] is None:
        raise UnsafeDocument("", "The document has no @context.", "context_missing")
    digests = (hashlib.sha256(canonize(part, limits=limits)).digest() for part in (options, unsecured))
    return b"".join(digests)


def sign(
    document: dict[str, Any],
    *,
    sign_bytes: Callable[[bytes], bytes],
    verification_method: str,
    created: datetime,
    limits: Limits = DEFAULT,
) -> dict[str, Any]:
    """Return a copy of `document` with a proof; `document` itself stays as it is.

    `sign_bytes` takes 64 bytes and returns a 64-byte Ed25519 signature; `verification_method` is the full id
    of its key; `created` is written in whole seconds. Raises UnsafeDocument when the document would lose
    something, and ValueError when it already has a proof.
    """
    if "proof" in document:
        raise ValueError("The document is already signed; sign the document without its proof.")
    proof = {
        "type": "DataIntegrityProof",
        "cryptosuite": CRYPTOSUITE,
        "created": timestamp(created),
        "verificationMethod": verification_method,
        "proofPurpose": "assertionMethod",
    }
    signature = sign_bytes(hash_data(document, proof, limits=limits))
    if len(signature) != 64:
        raise ValueError(f"The signer returned {len(signature)} bytes; an Ed25519 signature has 64.")
    return {**document, "proof": {**proof, "proofValue": multibase.encode(signature)}}


def proofs(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the proofs of `document` that can be checked here; raise ProofInvalid when there is none."""
    found = document.get("proof")
    every = found if isinstance(found, list) else [found] if found is not None else []
    if not every:
        raise ProofInvalid("proof_missing", "The document carries no proof, so nothing shows who made it.")
    if len(every) > 8:
        raise ProofInvalid("proof_malformed", f"The document carries {len(every)} proofs; at most 8 are checked.")
    known = [
        proof
        for proof in every
        if isinstance(proof, dict)
        and proof.get("type") == "DataIntegrityProof"
        and proof.get("cryptosuite") == CRYPTOSUITE
        and "previousProof" not in proof
    ]
    if not known:
        raise ProofInvalid(
            "proof_unsupported",
            f"The document has no proof of the kind {CRYPTOSUITE}, the one that is checked here.",
        )
    return known


def verify_proof(
    document: dict[str, Any], proof: dict[str, Any], *, public_key: bytes, limits: Limits = DEFAULT
) -> None:
    """Check one `proof` of `document` with a raw 32-byte Ed25519 key; raise ProofInvalid when it does not
    hold.
    """
    if proof.get("proofPurpose") != "assertionMethod":
        raise ProofInvalid("proof_purpose", "The proof was not made for asserting a credential.")
    if not isinstance(proof.get("verificationMethod"), str):
        raise ProofInvalid("proof_malformed", "The proof names no key.")
    try:
        signature = multibase.decode(proof.get("proofValue", ""))
    except multibase.MultibaseError as error:
        raise ProofInvalid("proof_malformed", f"The signature cannot be read. {error}") from error
    if len(signature) != 64:
        raise ProofInvalid("proof_malformed", f"The signature has {len(signature)} bytes instead of 64.")
    try:
        signed = hash_data(document, proof, limits=limits)
    except (UnsafeDocument, UnknownContext) as error:
        raise ProofInvalid(error.code, str(error)) from error
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, signed)
    except InvalidSignature as error:
        sentence = "The signature does not fit: the document was changed after signing, or another key signed it."
        raise ProofInvalid("signature_wrong", sentence) from error


def verify(document: dict[str, Any], *, public_key: bytes, limits: Limits = DEFAULT) -> None:
    """Check that one of the proofs of `document` was made with `public_key` (32 raw bytes); raise
    ProofInvalid else.
    """
    failure: ProofInvalid | None = None
    for proof in proofs(document):
        try:
            return verify_proof(document, proof, public_key=public_key, limits=limits)
        except ProofInvalid as error:
            failure = failure or error
    assert failure is not None  # proofs() never returns an empty list
    raise failure
