import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuers.standards import multibase


@given(st.binary(max_size=100))
def test_every_byte_string_comes_back_from_base58(raw: bytes) -> None:
    assert multibase.decode(multibase.encode(raw)) == raw


@given(st.binary(min_size=32, max_size=32))
def test_every_public_key_comes_back_and_starts_with_z6mk(raw: bytes) -> None:
    text = multibase.encode_ed25519_public(raw)
    assert text.startswith("z6Mk")
    assert multibase.decode_ed25519_public(text) == raw


def test_leading_zeros_are_kept() -> None:
    assert multibase.base58_encode(b"\0\0\x01") == "112"
    assert multibase.base58_decode("112") == b"\0\0\x01"


@pytest.mark.parametrize(
    "text",
    ["", "z", "z0", "z6Mk", "m6Mk", "z" + "1" * 300, "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq"],
)
def test_text_that_is_no_public_key_is_refused(text: str) -> None:
    with pytest.raises(multibase.MultibaseError):
        multibase.decode_ed25519_public(text)


def test_a_public_key_of_31_bytes_is_refused() -> None:
    with pytest.raises(multibase.MultibaseError, match="32 bytes, not 31"):
        multibase.encode_ed25519_public(b"x" * 31)
