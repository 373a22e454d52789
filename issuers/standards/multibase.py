"""Multibase base58btc and Multikey (W3C Controlled Identifiers 1.0, sections 2.4 and 2.2.2)."""

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_LONGEST = 200  # keys and signatures have fewer than 100 characters; the decoder's time grows with the square

ED25519_PUBLIC = b"\xed\x01"
ED25519_PRIVATE = b"\x80\x26"


class MultibaseError(ValueError):
    """Text that is not the expected multibase value."""

    code = "multibase_malformed"


def base58_encode(raw: bytes) -> str:
    """Return base58btc of `raw`; each leading zero byte becomes a `1`."""
    number = int.from_bytes(raw, "big")
    digits = ""
    while number:
        number, digit = divmod(number, 58)
        digits = ALPHABET[digit] + digits
    return "1" * (len(raw) - len(raw.lstrip(b"\0"))) + digits


def base58_decode(text: str) -> bytes:
    """Return the bytes of base58btc `text`; raise MultibaseError on a foreign character or more than 200
    of them.
    """
    if len(text) > _LONGEST:
        raise MultibaseError(f"The base58 value has {len(text)} characters; at most {_LONGEST} are read.")
    number = 0
    for character in text:
        if character not in _VALUES:
            raise MultibaseError(f"The character {character!r} does not belong to base58btc.")
        number = number * 58 + _VALUES[character]
    zeros = len(text) - len(text.lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")


def encode(raw: bytes) -> str:
    """Return multibase base58btc: `z` and the digits."""
    return "z" + base58_encode(raw)


def decode(text: str) -> bytes:
    """Return the bytes of a multibase base58btc value; raise MultibaseError when it is not one."""
    if not isinstance(text, str) or not text.startswith("z"):
        raise MultibaseError("The value does not start with z, the sign of base58btc.")
    return base58_decode(text[1:])


def _decode_key(text: str, header: bytes, kind: str) -> bytes:
    raw = decode(text)
    if raw[:2] != header or len(raw) != 34:
        raise MultibaseError(f"The value is not an Ed25519 {kind} key in Multikey form.")
    return raw[2:]


def encode_ed25519_public(raw: bytes) -> str:
    """Return the Multikey text (`z6Mk…`) of a raw 32-byte Ed25519 public key."""
    if len(raw) != 32:
        raise MultibaseError(f"An Ed25519 public key has 32 bytes, not {len(raw)}.")
    return encode(ED25519_PUBLIC + raw)


def decode_ed25519_public(text: str) -> bytes:
    """Return the 32 raw bytes of a `z6Mk…` key; raise MultibaseError for anything else."""
    return _decode_key(text, ED25519_PUBLIC, "public")


def decode_ed25519_private(text: str) -> bytes:
    """Return the 32-byte seed of a `z3u2…` key; raise MultibaseError for anything else."""
    return _decode_key(text, ED25519_PRIVATE, "private")
