"""Signing keys: made, unwrapped for one signature, published. The only place that sees a private key."""

import os
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from issuers.domain.audit import record
from issuers.enums import KeyState
from issuers.models import Issuer, SigningKey, User
from issuers.standards.multibase import encode_ed25519_public


def did_of(issuer: Issuer) -> str:
    """Return the institution's did:web: the host of PUBLIC_BASE_URL and the path of its profile."""
    host = settings.PUBLIC_BASE_URL.split("://", 1)[1]
    return f"did:web:{host.replace(':', '%3A').replace('/', ':')}:issuers:{issuer.uuid}"


@transaction.atomic
def create_key(issuer: Issuer, *, acting_user: User | None) -> SigningKey:
    """Make the institution's next signing key; the one before it is retired: it signs no more but verifies for ever."""
    Issuer.objects.select_for_update().get(id=issuer.id)
    private_key = Ed25519PrivateKey.generate()
    seed = private_key.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
    public = private_key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    year = timezone.now().year
    used = SigningKey.objects.filter(issuer=issuer, fragment__startswith=f"key-{year}-").count()
    fragment = f"key-{year}-{used + 1}"
    version = settings.KEY_ENCRYPTION_KEY_VERSION
    SigningKey.objects.filter(issuer=issuer, state=KeyState.ACTIVE).update(state=KeyState.RETIRED)
    key = SigningKey.objects.create(
        issuer=issuer,
        fragment=fragment,
        public_key_multibase=encode_ed25519_public(public),
        wrapped_private_key=_wrap(seed, issuer=issuer, fragment=fragment, kek_version=version),
        kek_version=version,
    )
    record(issuer, "issuers.create_key", actor=acting_user, about=key, data={"fragment": fragment})
    return key


def active_key(issuer: Issuer) -> SigningKey:
    """Return the key that signs today; raise SigningKey.DoesNotExist when the institution has none."""
    return SigningKey.objects.get(issuer=issuer, state=KeyState.ACTIVE)


def verification_method(key: SigningKey) -> str:
    """Return the key's full id: the did and its fragment."""
    return f"{did_of(key.issuer)}#{key.fragment}"


def sign_bytes(key: SigningKey, message: bytes) -> bytes:
    """Return the 64-byte Ed25519 signature of `message`; raise InvalidTag when the key can't be unwrapped."""
    seed = _unwrap(
        bytes(key.wrapped_private_key), issuer=key.issuer, fragment=key.fragment, kek_version=key.kek_version
    )
    return Ed25519PrivateKey.from_private_bytes(seed).sign(message)


def published_keys(issuer: Issuer) -> list[SigningKey]:
    """Return the keys that verify, oldest first: all but the compromised ones."""
    return list(SigningKey.objects.filter(issuer=issuer).exclude(state=KeyState.COMPROMISED).order_by("id"))


def _bound_to(issuer: Issuer, fragment: str, kek_version: int) -> bytes:
    # A blob copied to another institution's row, or to another key, doesn't open.
    return f"{issuer.uuid}|{fragment}|{kek_version}|ed25519".encode()


def _wrap(seed: bytes, *, issuer: Issuer, fragment: str, kek_version: int) -> bytes:
    nonce = os.urandom(12)
    kek: Any = settings.KEY_ENCRYPTION_KEYS[kek_version]
    return nonce + AESGCM(kek).encrypt(nonce, seed, _bound_to(issuer, fragment, kek_version))


def _unwrap(wrapped: bytes, *, issuer: Issuer, fragment: str, kek_version: int) -> bytes:
    kek: Any = settings.KEY_ENCRYPTION_KEYS[kek_version]
    return AESGCM(kek).decrypt(wrapped[:12], wrapped[12:], _bound_to(issuer, fragment, kek_version))
