"""did:web names, addresses and documents."""

from typing import Any

import pytest

from credentials.standards.contexts import DID as DID_CONTEXT
from credentials.standards.contexts import MULTIKEY as MULTIKEY_CONTEXT
from credentials.standards.did import (
    DidError,
    did_document,
    did_web,
    did_web_url,
    key_from_did_document,
    key_from_did_key,
)
from credentials.standards.jsonld import canonize

from .samples import DID, METHOD, MULTIKEY, PUBLIC


@pytest.mark.parametrize(
    ("base", "parts", "did", "url"),
    [
        ("https://a.example", (), "did:web:a.example", "https://a.example/.well-known/did.json"),
        (
            "https://a.example/",
            ("issuers", "6f"),
            "did:web:a.example:issuers:6f",
            "https://a.example/issuers/6f/did.json",
        ),
        (
            "https://A.example:8443",
            (),
            "did:web:a.example%3A8443",
            "https://a.example:8443/.well-known/did.json",
        ),
        ("https://a.example/sub/", ("i",), "did:web:a.example:sub:i", "https://a.example/sub/i/did.json"),
    ],
)
def test_a_did_and_its_address_follow_from_each_other(base: str, parts: tuple[str, ...], did: str, url: str) -> None:
    assert did_web(base, parts) == did
    assert did_web_url(did) == url


def test_plain_http_is_only_for_named_hosts() -> None:
    did = did_web("http://localhost:8000", ("issuers", "1"))
    assert did == "did:web:localhost%3A8000:issuers:1"
    assert did_web_url(did) == "https://localhost:8000/issuers/1/did.json"
    assert did_web_url(did, insecure_hosts=frozenset({"localhost:8000"})) == "http://localhost:8000/issuers/1/did.json"
    local = did_web("http://127.0.0.1:8000")
    assert (
        did_web_url(local, insecure_hosts=frozenset({"127.0.0.1:8000"})) == "http://127.0.0.1:8000/.well-known/did.json"
    )


@pytest.mark.parametrize(
    "did",
    [
        "did:key:z6Mk",
        "did:web:",
        "did:web:127.0.0.1",
        "did:web:2130706433",
        "did:web:0x7f.1",
        "did:web:user%40a.example",
        "did:web:a.example%2Fpath",
        "did:web:a.example%3A80%2F",
        "did:web:%5B%3A%3A1%5D",
        "did:web:a.example:..:b",
        "did:web:a.example::b",
        "did:web:a.example:b%2Fc",
        "did:web:a.example:b?c",
        "did:web:a.example:b#c",
        "did:web:" + "a" * 600,
    ],
)
def test_names_that_could_lead_elsewhere_are_refused(did: str) -> None:
    with pytest.raises(DidError):
        did_web_url(did)


@pytest.mark.parametrize(
    ("base", "parts"), [("a.example", ()), ("ftp://a.example", ()), ("https://a.example", ("a/b",))]
)
def test_what_is_no_site_or_path_gives_no_did(base: str, parts: tuple[str, ...]) -> None:
    with pytest.raises(DidError):
        did_web(base, parts)


def test_the_document_lists_every_key_and_names_it_as_text_for_assertion() -> None:
    document = did_document(DID, [("key-2026-1", MULTIKEY), (f"{DID}#key-2027-1", MULTIKEY)])
    assert document == {
        "@context": [DID_CONTEXT, MULTIKEY_CONTEXT],
        "id": DID,
        "verificationMethod": [
            {
                "id": f"{DID}#key-2026-1",
                "type": "Multikey",
                "controller": DID,
                "publicKeyMultibase": MULTIKEY,
            },
            {
                "id": f"{DID}#key-2027-1",
                "type": "Multikey",
                "controller": DID,
                "publicKeyMultibase": MULTIKEY,
            },
        ],
        "assertionMethod": [f"{DID}#key-2026-1", f"{DID}#key-2027-1"],
    }
    assert canonize(document)


def test_the_key_is_found_in_its_document() -> None:
    assert key_from_did_document(did_document(DID, [("key-2026-1", MULTIKEY)]), METHOD) == PUBLIC


def changed(**changes: Any) -> dict[str, Any]:
    document = did_document(DID, [("key-2026-1", MULTIKEY)])
    document["verificationMethod"][0].update(changes.pop("method", {}))
    return {**document, **changes}


@pytest.mark.parametrize(
    ("document", "method", "code"),
    [
        (changed(id="did:web:evil.example"), METHOD, "did_document_wrong"),
        ([], METHOD, "did_document_wrong"),
        (changed(), f"{DID}#key-2", "key_unknown"),
        (changed(), DID, "key_unknown"),
        (changed(verificationMethod=None), METHOD, "key_unknown"),
        (changed(assertionMethod=[]), METHOD, "key_not_for_assertion"),
        (changed(assertionMethod=[{"id": METHOD}]), METHOD, "key_not_for_assertion"),
        (changed(method={"controller": "did:web:evil.example"}), METHOD, "key_unsupported"),
        (changed(method={"type": "JsonWebKey"}), METHOD, "key_unsupported"),
        (changed(method={"publicKeyMultibase": "z6LSnonsense"}), METHOD, "key_unsupported"),
        (changed(method={"publicKeyMultibase": 7}), METHOD, "key_unsupported"),
    ],
)
def test_each_wrong_document_has_its_own_code(document: Any, method: str, code: str) -> None:
    with pytest.raises(DidError) as caught:
        key_from_did_document(document, method)
    assert caught.value.code == code


def test_a_did_key_is_its_own_document() -> None:
    assert key_from_did_key(f"did:key:{MULTIKEY}#{MULTIKEY}") == PUBLIC
    for wrong in (f"did:key:{MULTIKEY}", f"did:key:{MULTIKEY}#other", METHOD, "did:key:z1#z1"):
        with pytest.raises(DidError):
            key_from_did_key(wrong)
