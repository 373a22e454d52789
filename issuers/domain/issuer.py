"""Institutions and who belongs to them."""

from typing import Any

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
def change_issuer(issuer: Issuer, *, details: dict[str, Any], acting_user: User) -> Issuer:
    """Change what an institution says about itself; `details` are fields of Issuer. Effects: row, audit entry.

    Credentials signed before keep what they say: the new name stands in those awarded from now on.
    Raises ValidationError for a value that a field doesn't take.
    """
    issuer = Issuer.objects.select_for_update().get(id=issuer.id)
    changed = sorted(name for name, value in details.items() if getattr(issuer, name) != value)
    for name in changed:
        setattr(issuer, name, details[name])
    issuer.full_clean()
    if changed:
        issuer.save(update_fields=changed)
        record(issuer, "issuers.change_issuer", actor=acting_user, about=issuer, data={"fields": changed})
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
