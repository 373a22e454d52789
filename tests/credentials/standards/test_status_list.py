"""Bitstring Status List 1.0: bits, limits and the permutation of indexes."""

import base64
import gzip
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credentials.standards.contexts import VC2
from credentials.standards.status_list import (
    BITS,
    StatusListError,
    encode,
    is_set,
    permuted_index,
    status_list_document,
)

indexes = st.integers(min_value=0, max_value=BITS - 1)


def packed(content: bytes) -> str:
    return "u" + base64.urlsafe_b64encode(gzip.compress(content)).decode().rstrip("=")


@settings(deadline=None, max_examples=50)
@given(st.sets(indexes, max_size=50), indexes)
def test_exactly_the_given_indexes_are_set(revoked: set[int], other: int) -> None:
    encoded = encode(revoked)
    assert all(is_set(encoded, index) for index in revoked)
    assert is_set(encoded, other) == (other in revoked)


def test_bit_0_is_the_most_significant_bit_of_byte_0() -> None:
    encoded = encode([0, 15])
    raw = gzip.decompress(base64.urlsafe_b64decode(encoded[1:] + "=" * (-len(encoded[1:]) % 4)))
    assert (len(raw), raw[:3]) == (16384, b"\x80\x01\x00")


def test_equal_lists_have_equal_bytes_whatever_the_order_and_the_clock() -> None:
    assert encode([3, 1, 2]) == encode([1, 2, 3, 3])
    assert base64.urlsafe_b64decode(encode([])[1:13])[:9] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02"


def test_the_empty_list_of_the_standard_is_read() -> None:
    """The example of Bitstring Status List 1.0, section 2.2 (an encodedList of 131,072 unset bits)."""
    example = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA"
    assert not any(is_set(example, index) for index in (0, 94567, BITS - 1))


def code(encoded: str, index: int = 0) -> str:
    with pytest.raises(StatusListError) as caught:
        is_set(encoded, index)
    return caught.value.code


def test_each_kind_of_bad_list_has_its_own_code() -> None:
    assert code("") == "MALFORMED_VALUE_ERROR"
    assert code(encode([])[1:]) == "MALFORMED_VALUE_ERROR"
    assert code("u%%%%") == "MALFORMED_VALUE_ERROR"
    assert code("uAAAA") == "MALFORMED_VALUE_ERROR"
    assert code("u" + "é") == "MALFORMED_VALUE_ERROR"
    assert code(packed(bytes(16384))[:-8]) == "MALFORMED_VALUE_ERROR"
    assert code(packed(bytes(16383))) == "STATUS_LIST_LENGTH_ERROR"
    assert code(encode([]), BITS) == "RANGE_ERROR"
    assert code(encode([]), -1) == "RANGE_ERROR"
    assert code(7) == "MALFORMED_VALUE_ERROR"  # type: ignore[arg-type]


def test_a_bomb_is_refused_without_unpacking_it() -> None:
    assert code(packed(bytes(200_000_000))) == "MALFORMED_VALUE_ERROR"


def test_a_longer_list_of_another_issuer_is_read() -> None:
    assert is_set(packed(bytes(20_000) + b"\x01"), 160_007)


@pytest.mark.parametrize("index", [-1, BITS])
def test_an_index_outside_the_list_is_not_encoded(index: int) -> None:
    with pytest.raises(StatusListError, match="outside"):
        encode([index])


@pytest.mark.parametrize("key", [b"", b"k" * 32])
def test_every_index_is_given_out_exactly_once(key: bytes) -> None:
    assert sorted(permuted_index(counter, key) for counter in range(BITS)) == list(range(BITS))


def test_the_order_depends_on_the_key_and_is_not_the_order_of_awards() -> None:
    first = [permuted_index(counter, b"a" * 32) for counter in range(50)]
    assert first != [permuted_index(counter, b"b" * 32) for counter in range(50)]
    assert first != sorted(first)
    assert first == [permuted_index(counter, b"a" * 32) for counter in range(50)]


def test_a_full_list_is_refused() -> None:
    with pytest.raises(StatusListError, match="outside"):
        permuted_index(BITS, b"k")


def test_the_list_document_is_as_written_here() -> None:
    assert status_list_document(
        list_url="https://a.example/status-lists/1",
        issuer_id="did:web:a.example",
        purpose="revocation",
        encoded="uXYZ",
        valid_from=datetime(2026, 1, 1, tzinfo=UTC),
        valid_until=datetime(2026, 1, 2, tzinfo=UTC),
        ttl_ms=300_000,
    ) == {
        "@context": [VC2],
        "id": "https://a.example/status-lists/1",
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": "did:web:a.example",
        "validFrom": "2026-01-01T00:00:00Z",
        "validUntil": "2026-01-02T00:00:00Z",
        "credentialSubject": {
            "id": "https://a.example/status-lists/1#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": "uXYZ",
            "ttl": 300_000,
        },
    }
