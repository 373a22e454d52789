"""Institutions and who belongs to them."""

from django.db import transaction
from django_scopes import scope

from issuers.domain.audit import record
from issuers.domain.keys import create_key
from issuers.enums import Role
from issuers.models import Issuer, Membership, User


@transaction.atomic
def create_issuer(*, name: str, acting_user: User | None, **details: str) -> Issuer:
    """Make an institution with its first signing key; `details` are fields of Issuer."""
    issuer = Issuer(name=name, **details)
    issuer.full_clean()
    issuer.save()
    with scope(issuer=issuer):
        record(issuer, "issuers.create_issuer", actor=acting_user, about=issuer, data={"name": name})
        create_key(issuer, acting_user=acting_user)
    return issuer


@transaction.atomic
def add_member(issuer: Issuer, *, user: User, role: Role, acting_user: User | None) -> Membership:
    """Give a person a role in an institution; giving it twice changes nothing."""
    membership, made = Membership.objects.get_or_create(issuer=issuer, user=user, role=role)
    if made or not membership.is_active:
        membership.is_active = True
        membership.save(update_fields=["is_active"])
        with scope(issuer=issuer):
            record(issuer, "issuers.add_member", actor=acting_user, about=user, data={"role": role})
    return membership
