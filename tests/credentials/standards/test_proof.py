"""eddsa-rdfc-2022 against the W3C and 1EdTech vectors, and against every small change."""

import copy
import hashlib
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from credentials.standards.jsonld import Limits, canonize, walk
from credentials.standards.proof import ProofInvalid, hash_data, proofs, sign, timestamp, verify
from issuers.standards import multibase

from .test_jsonld import document

# The W3C vectors use a context of examples that maps every word to a vocabulary; it is no part of the pinned
# set.
EXAMPLES = {"@vocab": "https://www.w3.org/ns/credentials/examples#"}
INLINE = Limits(inline_contexts=True)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
METHOD = "did:web:a.example#key-1"
CREATED = datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=UTC)


def with_examples(value: dict[str, Any]) -> dict[str, Any]:
    names = [EXAMPLES if "examples" in name else name for name in value["@context"]]
    return {**value, "@context": names}


def signed() -> dict[str, Any]:
    return sign(document(), sign_bytes=KEY.sign, verification_method=METHOD, created=CREATED)


def failure(value: dict[str, Any], public_key: bytes = PUBLIC) -> str:
    with pytest.raises(ProofInvalid) as caught:
        verify(value, public_key=public_key)
    return caught.value.code


def test_the_w3c_vector_is_reproduced_byte_for_byte(vectors, read_json) -> None:  # type: ignore[no-untyped-def]
    """The second W3C vector (employ/) needs a citizenship context that is not among the vectors."""
    suite = vectors / "w3c-vc-di-eddsa" / "TestVectors" / "eddsa-rdfc-2022"
    keys = read_json("w3c-vc-di-eddsa/TestVectors/keyPair.json")
    expected = read_json("w3c-vc-di-eddsa/TestVectors/eddsa-rdfc-2022/signedDataInt.json")
    value = with_examples({key: item for key, item in expected.items() if key != "proof"})
    options = {key: item for key, item in expected["proof"].items() if key != "proofValue"}

    assert canonize(value, limits=INLINE).decode() == (suite / "canonDocDataInt.txt").read_text()
    canonical_options = canonize({**options, "@context": value["@context"]}, limits=INLINE)
    assert canonical_options.decode() == (suite / "proofCanonDataInt.txt").read_text()
    assert hashlib.sha256(canonical_options).hexdigest() == (suite / "proofHashDataInt.txt").read_text()
    hashed = hash_data(value, expected["proof"], limits=INLINE)
    assert hashed.hex() == (suite / "combinedHashDataInt.txt").read_text()
    private = Ed25519PrivateKey.from_private_bytes(multibase.decode_ed25519_private(keys["privateKeyMultibase"]))
    result = sign(
        value,
        sign_bytes=private.sign,
        verification_method=options["verificationMethod"],
        created=datetime.fromisoformat(options["created"]),
        limits=INLINE,
    )
    assert result["proof"] == expected["proof"]
    verify(result, public_key=multibase.decode_ed25519_public(keys["publicKeyMultibase"]), limits=INLINE)


@pytest.mark.parametrize(("name", "folder"), [("ob3", "obv3p0"), ("clr", "clrv2p0")])
def test_the_1edtech_vectors_are_reproduced_byte_for_byte(vectors, read_json, name: str, folder: str) -> None:  # type: ignore[no-untyped-def]
    value = read_json(f"ob3-impl-guide/{name}-signed.json")
    texts = vectors / "ob3-impl-guide" / "test-vectors" / folder
    proof = proofs(value)[0]
    options = {key: item for key, item in proof.items() if key != "proofValue"}
    unsecured = {key: item for key, item in value.items() if key != "proof"}
    assert canonize(unsecured).decode() == (texts / "document-canon.txt").read_text()
    assert canonize({**options, "@context": value["@context"]}).decode() == (texts / "proof-canon.txt").read_text()
    verify(value, public_key=multibase.decode_ed25519_public(proof["verificationMethod"].split("#")[1]))


def test_a_signed_document_verifies_and_carries_its_proof() -> None:
    value = signed()
    verify(value, public_key=PUBLIC)
    proof = value.pop("proof")
    assert value == document()
    assert proof.pop("proofValue").startswith("z")
    assert proof == {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": "2026-01-02T03:04:05Z",
        "verificationMethod": METHOD,
        "proofPurpose": "assertionMethod",
    }


def test_signing_leaves_the_given_document_alone() -> None:
    value = document()
    before = copy.deepcopy(value)
    sign(value, sign_bytes=KEY.sign, verification_method=METHOD, created=CREATED)
    assert value == before


LEAVES = [path for path, value in walk(signed()) if isinstance(value, str) and path[0] != "@context"]


@settings(max_examples=80, deadline=None)
@given(path=st.sampled_from(LEAVES), text=st.text(min_size=1, max_size=8))
def test_one_changed_text_anywhere_is_refused(path: tuple[str | int, ...], text: str) -> None:
    value = signed()
    parent: Any = value
    for step in path[:-1]:
        parent = parent[step]
    if parent[path[-1]] == text:
        return
    parent[path[-1]] = text
    with pytest.raises(ProofInvalid):
        verify(value, public_key=PUBLIC)


@pytest.mark.parametrize("path", LEAVES, ids=lambda path: "/".join(map(str, path)))
def test_each_text_made_longer_is_refused(path: tuple[str | int, ...]) -> None:
    value = signed()
    parent: Any = value
    for step in path[:-1]:
        parent = parent[step]
    parent[path[-1]] += "x"
    with pytest.raises(ProofInvalid):
        verify(value, public_key=PUBLIC)


def test_a_removed_key_is_refused() -> None:
    for key in ("id", "validFrom", "credentialSubject"):
        value = signed()
        del value[key]
        assert failure(value) == "signature_wrong"
    value = signed()
    del value["type"]  # the type's own context goes with it
    assert failure(value) == "term_undefined"


def test_an_added_key_is_refused_whether_known_or_not() -> None:
    assert failure({**signed(), "description": "more"}) == "signature_wrong"
    assert failure({**signed(), "grade": "A"}) == "term_undefined"
    value = signed()
    value["proof"]["grade"] = "A"
    assert failure(value) == "term_undefined"


def test_another_key_is_refused() -> None:
    assert failure(signed(), Ed25519PrivateKey.generate().public_key().public_bytes_raw()) == "signature_wrong"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"proofPurpose": "authentication"}, "proof_purpose"),
        ({"cryptosuite": "eddsa-jcs-2022"}, "proof_unsupported"),
        ({"type": "Ed25519Signature2020"}, "proof_unsupported"),
        ({"previousProof": "urn:uuid:1"}, "proof_unsupported"),
        ({"proofValue": "z"}, "proof_malformed"),
        ({"proofValue": "uAAAA"}, "proof_malformed"),
        ({"proofValue": 7}, "proof_malformed"),
        ({"verificationMethod": {"id": METHOD}}, "proof_malformed"),
    ],
)
def test_each_wrong_kind_of_proof_has_its_own_code(change: dict[str, Any], code: str) -> None:
    value = signed()
    value["proof"] = {**value["proof"], **change}
    assert failure(value) == code


@pytest.mark.parametrize("proof", [None, [], "z123", [7], {}])
def test_a_document_without_a_proof_is_refused(proof: Any) -> None:
    assert failure({**document(), "proof": proof}) in ("proof_missing", "proof_unsupported")


def test_one_good_proof_among_two_suffices() -> None:
    value = signed()
    other = sign(document(), sign_bytes=Ed25519PrivateKey.generate().sign, verification_method=METHOD, created=CREATED)
    verify({**value, "proof": [other["proof"], value["proof"]]}, public_key=PUBLIC)


def test_a_signed_document_is_not_signed_again() -> None:
    with pytest.raises(ValueError, match="already signed"):
        sign(signed(), sign_bytes=KEY.sign, verification_method=METHOD, created=CREATED)


def test_a_signer_that_returns_nonsense_is_refused() -> None:
    with pytest.raises(ValueError, match="3 bytes"):
        sign(document(), sign_bytes=lambda _: b"abc", verification_method=METHOD, created=CREATED)


def test_moments_are_written_in_utc_with_whole_seconds() -> None:
    assert timestamp(datetime(2026, 1, 1, 1, tzinfo=timezone(timedelta(hours=2)))) == "2025-12-31T23:00:00Z"
    with pytest.raises(ValueError, match="no time zone"):
        timestamp(datetime(2026, 1, 1))  # noqa: DTZ001
