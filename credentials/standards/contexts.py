"""The JSON-LD contexts that a credential may name, pinned by the hash of their bytes.

A context decides what every word of a credential means, so none is ever fetched. The bytes lie in the wheels
of `openbadgeslib` and `pyld` as data files; no code of `openbadgeslib` is imported. A wheel whose bytes
differ from the hash written here is refused: the published OB 3.0.3 context was once edited in place.
"""

import hashlib
import importlib.util
import json
from functools import cache
from pathlib import Path
from typing import Any

VC2 = "https://www.w3.org/ns/credentials/v2"
OB3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
OB3_EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
CLR2 = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
DID = "https://www.w3.org/ns/did/v1"
MULTIKEY = "https://w3id.org/security/multikey/v1"

PINNED: dict[str, str] = {
    VC2: "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734",
    OB3: "3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json": (
        "00666ad080ba407687ed1846b7f5e7495f5019042b202a727de47c48a1755c53"
    ),
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json": (
        "5f3d9dd6288ef437ff8286cf95ffbff609c748a66f24a1e9450c45ca64be1571"
    ),
    OB3_EXTENSIONS: "87c06c81bc2317663bf288d740d94fddd2818c4342b186270ff6371dfaa63f93",
    CLR2: "880f1902d4158f2f33ce06af41b90719977cd1ea337a9de2e41edb3ff5e543d6",
    DID: "62c1054bf404d6dd3a4b26b64f830fd72095f6a26edc4469908c94351352ce5f",
    MULTIKEY: "ba2c182de2d92f7e47184bcca8fcf0beaee6d3986c527bf664c195bbc7c58597",
    "https://w3id.org/security/data-integrity/v2": ("67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4"),
}

_OB = ("openbadgeslib", "ob3/contexts")
_PYLD = ("pyld", "documentloader/frozen/bundled")
_FILES: dict[str, tuple[str, str, str]] = {
    VC2: (*_OB, "credentials-v2.json"),
    OB3: (*_OB, "ob-v3p0-context-3.0.3.json"),
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json": (*_OB, "ob-v3p0-context-3.0.2.json"),
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json": (*_OB, "ob-v3p0-context-3.0.1.json"),
    OB3_EXTENSIONS: (*_OB, "ob-v3p0-extensions.json"),
    CLR2: (*_OB, "clr_context_2.0.1.json"),
    DID: (*_PYLD, "did-v1.jsonld"),
    MULTIKEY: (*_OB, "security-multikey-v1.json"),
    "https://w3id.org/security/data-integrity/v2": (*_OB, "security-data-integrity-v2.json"),
}


class UnknownContext(LookupError):
    """A context that is not pinned, or whose bytes on this machine are not the pinned ones."""

    code = "context_unknown"

    def __init__(self, url: str, reason: str) -> None:
        self.url = url
        super().__init__(f"The context {url[:200]} {reason}")


@cache
def load_bytes(url: str) -> bytes:
    """Return the pinned bytes of the context at `url`; raise UnknownContext for any other address or
    content.
    """
    if url not in PINNED:
        raise UnknownContext(url, "is not one that this platform knows, and contexts are never fetched.")
    package, folder, name = _FILES[url]
    spec = importlib.util.find_spec(package)  # finds the folder without running the package's code
    if spec is None or not spec.submodule_search_locations:
        raise UnknownContext(url, f"lies in the package {package}, which is not installed.")
    content = (Path(spec.submodule_search_locations[0]) / folder / name).read_bytes()
    if hashlib.sha256(content).hexdigest() != PINNED[url]:
        raise UnknownContext(
            url, f"differs in the installed {package} from the pinned text: install the locked version."
        )
    return content


def load(url: str) -> dict[str, Any]:
    """Return a fresh copy of the context document at `url`; raise UnknownContext when it is not pinned."""
    document: dict[str, Any] = json.loads(load_bytes(url))
    return document


def pyld_loader(url: str, options: dict[str, Any]) -> dict[str, Any]:
    """Serve pinned contexts to pyld in its RemoteDocument shape; never reach the network."""
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": load(url),
        "tag": "static",  # lets pyld keep the processed context
    }
