"""The audit log's chain names what was touched behind its back; signing keys open for their own row alone."""

import pytest
from cryptography.exceptions import InvalidTag
from django.db import transaction
from django_scopes import scope

from issuers.domain.audit import broken_entries, record
from issuers.domain.keys import active_key, create_key, published_keys, sign_bytes
from issuers.enums import KeyState
from issuers.models import AuditEvent, SigningKey
from tests.programme import make_programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    made = make_programme()
    with scope(issuer=made.issuer):
        yield made


def test_an_untouched_chain_holds(programme):
    assert AuditEvent.objects.count() > 5
    assert list(broken_entries(programme.issuer)) == []


@pytest.mark.parametrize(
    "change", [{"act": "credentials.revoke"}, {"data": {"title": "x"}}, {"actor": None}, {"object_type": "x.y"}]
)
def test_a_changed_entry_is_named(programme, change):
    AuditEvent.objects.filter(sequence=3).update(**change)
    assert list(broken_entries(programme.issuer)) == [(3, "was changed after it was written")]


def test_a_removed_entry_is_named(programme):
    AuditEvent.objects.filter(sequence=3).delete()
    assert (4, "entry 3 is missing") in list(broken_entries(programme.issuer))


def test_entries_cut_off_at_the_end_are_noticed(programme):
    last = AuditEvent.objects.count()
    AuditEvent.objects.filter(sequence=last).delete()
    assert list(broken_entries(programme.issuer)) == [(last, "entries at the end are missing")]


@pytest.mark.django_db(transaction=True)
def test_an_entry_belongs_into_the_acts_transaction():
    made = make_programme()
    with scope(issuer=made.issuer), pytest.raises(RuntimeError, match="transaction of the act"):
        record(made.issuer, "issuers.test", actor=None)


def test_a_new_key_retires_the_one_before_it_and_both_stay_published(programme):
    first = active_key(programme.issuer)
    second = create_key(programme.issuer, acting_user=programme.administrator)
    first.refresh_from_db()
    assert (first.state, second.state) == (KeyState.RETIRED, KeyState.ACTIVE)
    assert published_keys(programme.issuer) == [first, second]
    assert first.fragment != second.fragment


def test_a_wrapped_key_copied_to_another_row_does_not_open(programme):
    key = active_key(programme.issuer)
    assert len(sign_bytes(key, b"message")) == 64
    other = make_programme("Other College", host="other.example").issuer
    with scope(issuer=other):
        stolen = active_key(other)
        stolen.wrapped_private_key = key.wrapped_private_key
        with pytest.raises(InvalidTag):
            sign_bytes(stolen, b"message")


def test_a_wrapped_key_with_one_bit_flipped_does_not_open(programme):
    key = active_key(programme.issuer)
    blob = bytearray(key.wrapped_private_key)
    blob[20] ^= 1
    key.wrapped_private_key = bytes(blob)
    with pytest.raises(InvalidTag):
        sign_bytes(key, b"message")


def test_each_institution_has_a_key_of_its_own(programme):
    make_programme("Other College", host="other.example")
    with transaction.atomic():
        from django_scopes import scopes_disabled

        with scopes_disabled():
            keys = list(SigningKey.objects.values_list("public_key_multibase", flat=True))
    assert len(keys) == len(set(keys)) == 2
