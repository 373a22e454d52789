"""Bitstring Status List 1.0 (W3C Recommendation 2025-05-15): one bit per credential, in a compressed list.

Bit 0 is the most significant bit of byte 0 (section 3.4). A list has at least 131,072 bits, so that a look-up
hides one holder among many; indexes are handed out by a keyed permutation, so that they do not tell the order
of awards.
"""

import base64
import binascii
import hmac
import zlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from .contexts import VC2
from .proof import timestamp

BITS = 131_072
_LARGEST = 2**21  # bytes read from a foreign list: 16 million credentials
_LONGEST = 4_000_000  # characters of its text

_GZIP_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"  # deflate, no time, no name, unknown system


class StatusListError(ValueError):
    """A list that cannot be read; `code` is the error of section 3.5 of the standard, in our spelling."""

    def __init__(self, code: str, sentence: str) -> None:
        self.code = code
        self.sentence = sentence
        super().__init__(sentence)


def encode(revoked_indexes: Iterable[int]) -> str:
    """Return the `encodedList` of a list of BITS bits in which the given indexes are set.

    Equal sets give equal text. Raises StatusListError (RANGE_ERROR) for an index outside the list.
    """
    bits = bytearray(BITS // 8)
    for index in revoked_indexes:
        _check_range(index, BITS)
        bits[index // 8] |= 0x80 >> index % 8
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = deflate.compress(bits) + deflate.flush()
    trailer = zlib.crc32(bits).to_bytes(4, "little") + len(bits).to_bytes(4, "little")
    return "u" + base64.urlsafe_b64encode(_GZIP_HEADER + body + trailer).decode().rstrip("=")


def is_set(encoded: str, index: int) -> bool:
    """Say whether the bit at `index` of an `encodedList` is set.

    Raises StatusListError: MALFORMED_VALUE_ERROR for text that is no list or unpacks to more than 2 MiB,
    STATUS_LIST_LENGTH_ERROR for a list of less than 16 KiB, RANGE_ERROR for an index beyond its end.
    """
    bits = _decode(encoded)
    _check_range(index, len(bits) * 8)
    return bool(bits[index // 8] & 0x80 >> index % 8)


def _decode(encoded: str) -> bytes:
    if not isinstance(encoded, str) or not encoded.startswith("u") or len(encoded) > _LONGEST:
        raise StatusListError("MALFORMED_VALUE_ERROR", "The status list does not start with u, or is too long.")
    text = encoded[1:]
    try:
        packed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        unpacker = zlib.decompressobj(31)
        bits = unpacker.decompress(packed, _LARGEST + 1)
    except (ValueError, binascii.Error, zlib.error) as error:
        sentence = "The status list is not a gzip stream written in base64url."
        raise StatusListError("MALFORMED_VALUE_ERROR", sentence) from error
    if len(bits) > _LARGEST:
        raise StatusListError("MALFORMED_VALUE_ERROR", "The status list unpacks to more than 2 MiB.")
    if not unpacker.eof or unpacker.unused_data:
        raise StatusListError("MALFORMED_VALUE_ERROR", "The status list is cut off or followed by other data.")
    if len(bits) * 8 < BITS:
        sentence = f"The status list has {len(bits) * 8} entries; the standard asks for at least {BITS}."
        raise StatusListError("STATUS_LIST_LENGTH_ERROR", sentence)
    return bits


def _check_range(index: int, size: int) -> None:
    if not 0 <= index < size:
        raise StatusListError("RANGE_ERROR", f"The index {index} is outside the status list of {size} entries.")


def status_list_document(
    *,
    list_url: str,
    issuer_id: str,
    purpose: str,
    encoded: str,
    valid_from: datetime,
    valid_until: datetime | None,
    ttl_ms: int | None,
) -> dict[str, Any]:
    """Return the unsigned BitstringStatusListCredential at `list_url`; `ttl_ms` is how long it may be
    cached, in milliseconds. `type` of the subject and `statusPurpose` are strings, since readers compare
    them as such."""
    subject: dict[str, Any] = {
        "id": f"{list_url}#list",
        "type": "BitstringStatusList",
        "statusPurpose": purpose,
        "encodedList": encoded,
    }
    if ttl_ms is not None:
        subject["ttl"] = ttl_ms
    document: dict[str, Any] = {
        "@context": [VC2],
        "id": list_url,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer_id,
        "validFrom": timestamp(valid_from),
    }
    if valid_until is not None:
        document["validUntil"] = timestamp(valid_until)
    return {**document, "credentialSubject": subject}


def permuted_index(counter: int, key: bytes) -> int:
    """Return the index for the `counter`-th credential of a list (0 ≤ both < BITS); each index comes exactly
    once.

    A Feistel network of 4 rounds over 17 bits (halves of 8 and 9 bits that change places), keyed by `key`,
    which is secret and belongs to the list. Raises StatusListError (RANGE_ERROR) when the list is full.
    """
    _check_range(counter, BITS)
    left, right = counter >> 9, counter & 0x1FF
    widths = (8, 9)
    for turn in range(4):
        digest = hmac.digest(key, bytes([turn, right >> 8, right & 0xFF]), "sha256")
        mask = int.from_bytes(digest[:2], "big") & ((1 << widths[0]) - 1)
        left, right = right, left ^ mask
        widths = (widths[1], widths[0])
    return left << 9 | right
