"""did:web identifiers and documents (did:web method; W3C DID 1.0; Controlled Identifiers 1.0), and did:key.

Keys are added to a document and never taken away, unless one is compromised: old badges name the key they
were signed with. Only `assertionMethod` entries written as strings count, as the 1EdTech validator reads
them.
"""

import ipaddress
import re
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from issuers.standards import multibase

from .contexts import DID, MULTIKEY

_HOST = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*", re.I)
_SEGMENT = re.compile(r"[A-Za-z0-9._~-]+")


class DidError(ValueError):
    """A DID or DID document that cannot be used; `code` is stable, `sentence` may be shown."""

    def __init__(self, code: str, sentence: str) -> None:
        self.code = code
        self.sentence = sentence
        super().__init__(sentence)


def did_web(base_url: str, path_parts: tuple[str, ...] | list[str] = ()) -> str:
    """Return the did:web of a path on the site at `base_url`; a port is written `%3A8000`.

    Raises DidError for a base that is no site address or a part that could not stand in a path as it is.
    """
    parts = urlsplit(base_url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.query:
        raise DidError("did_invalid", f"{base_url[:200]!r} is not the address of a site.")
    host = parts.hostname if parts.port is None else f"{parts.hostname}:{parts.port}"
    segments = [segment for segment in parts.path.split("/") if segment] + list(path_parts)
    for segment in segments:
        _check_segment(segment)
    return ":".join(["did:web", quote(host, safe=""), *segments])


def did_web_url(did: str, *, insecure_hosts: frozenset[str] = frozenset()) -> str:
    """Return the address of the DID document of a did:web; https, but http for the hosts in `insecure_hosts`.

    `insecure_hosts` holds `host` or `host:port` as the DID has it, for trying things out on one's own
    machine; only those may be numbers (IP addresses). Raises DidError for anything that is not a plain
    did:web. Whoever fetches the address must still refuse private networks and redirects.
    """
    if not did.startswith("did:web:") or len(did) > 500:
        raise DidError("did_unsupported", f"{did[:100]!r} is not a did:web.")
    name, *segments = did.removeprefix("did:web:").split(":")
    authority = unquote(name).lower()
    host, colon, port = authority.partition(":")
    if not _HOST.fullmatch(host) or (colon and not re.fullmatch(r"[0-9]{1,5}", port)):
        raise DidError("did_invalid", f"The host {authority[:100]!r} in the DID is not a host name.")
    if authority not in insecure_hosts and _is_number(host):
        raise DidError("did_invalid", "A did:web names a host by its name, not by its number.")
    for segment in segments:
        _check_segment(segment)
    scheme = "http" if authority in insecure_hosts else "https"
    return f"{scheme}://{authority}/{'/'.join(segments or ['.well-known'])}/did.json"


def _check_segment(segment: str) -> None:
    if not _SEGMENT.fullmatch(segment) or segment in (".", ".."):
        raise DidError("did_invalid", f"The part {segment[:100]!r} cannot stand in a did:web.")


def _is_number(host: str) -> bool:
    if re.fullmatch(r"[0-9]+|0x[0-9a-f]+", host.rpartition(".")[2]):
        return True  # as browsers read them: a last label that is a number makes it an address
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def did_document(did: str, keys: list[tuple[str, str]]) -> dict[str, Any]:
    """Return the DID document with `keys`, each (`key_id`, `z6Mk…`); `key_id` is a fragment or a full id.

    Retired keys belong in it as well. A document without keys is valid and says that nothing can be verified.
    """
    methods = [
        {
            "id": key_id if "#" in key_id else f"{did}#{key_id}",
            "type": "Multikey",
            "controller": did,
            "publicKeyMultibase": public,
        }
        for key_id, public in keys
    ]
    return {
        "@context": [DID, MULTIKEY],
        "id": did,
        "verificationMethod": methods,
        "assertionMethod": [method["id"] for method in methods],
    }


def key_from_did_document(document: dict[str, Any], verification_method: str) -> bytes:
    """Return the raw Ed25519 key that `verification_method` (a full id) names in a fetched DID `document`.

    Raises DidError: `did_document_wrong` when it is another's document, `key_unknown` when it lacks the key,
    `key_not_for_assertion` when the key may not sign credentials, `key_unsupported` for another kind of key.
    """
    did, mark, fragment = verification_method.partition("#")
    if not mark or not fragment:
        raise DidError("key_unknown", "The proof does not say which key of the issuer signed it.")
    if not isinstance(document, dict) or document.get("id") != did:
        raise DidError("did_document_wrong", f"The document found for {did[:200]} is not that identity's own.")
    method = next(
        (
            m
            for m in _list(document.get("verificationMethod"))
            if isinstance(m, dict) and m.get("id") == verification_method
        ),
        None,
    )
    if method is None:
        raise DidError("key_unknown", f"{did[:200]} does not list the key {fragment[:100]}.")
    if verification_method not in _list(document.get("assertionMethod")):
        raise DidError("key_not_for_assertion", f"{did[:200]} does not use the key {fragment[:100]} for credentials.")
    if method.get("type") != "Multikey" or method.get("controller") != did:
        raise DidError("key_unsupported", f"The key {fragment[:100]} is not a Multikey that {did[:200]} controls.")
    try:
        return multibase.decode_ed25519_public(method.get("publicKeyMultibase", ""))
    except multibase.MultibaseError as error:
        raise DidError("key_unsupported", f"The key {fragment[:100]} is not an Ed25519 key.") from error


def key_from_did_key(verification_method: str) -> bytes:
    """Return the raw Ed25519 key of `did:key:z6Mk…#z6Mk…`, which is its own document; DidError when it is
    not one.
    """
    did, _, fragment = verification_method.partition("#")
    text = did.removeprefix("did:key:")
    if text == did or fragment != text:
        raise DidError("key_unknown", "The proof does not name the key of a did:key.")
    try:
        return multibase.decode_ed25519_public(text)
    except multibase.MultibaseError as error:
        raise DidError("key_unsupported", "The did:key is not an Ed25519 key.") from error


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
