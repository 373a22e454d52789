"""Who works in an institution: roles given by address, changed, ended. Somebody always remains who can do it."""

from django.db import transaction

from issuers.domain.audit import record
from issuers.domain.issuer import add_member
from issuers.enums import Role
from issuers.exceptions import DomainError
from issuers.models import Issuer, Membership, User


@transaction.atomic
def add_member_by_email(issuer: Issuer, *, email: str, role: str, acting_user: User) -> Membership:
    """Give the person with this address a role. Effects: row, audit entry.

    Raises DomainError when nobody has an account with the address, or the person has the role already.
    """
    if role not in Role.values:
        raise DomainError("Choose a role.", field="role")
    user = User.objects.filter(email__iexact=email.strip(), is_active=True).first()
    if user is None:
        raise DomainError(
            f"Nobody has an account with the address {email.strip()} yet. Ask them to sign up first, then add them.",
            code="no_account",
            field="email",
        )
    if Membership.objects.filter(issuer=issuer, user=user, role=role, is_active=True).exists():
        raise DomainError(f"{user} is {Role(role).label} here already.", code="member_already", field="email")
    return add_member(issuer, user=user, role=Role(role), acting_user=acting_user)


@transaction.atomic
def change_role(membership: Membership, *, role: str, acting_user: User) -> Membership:
    """Give a member another role instead. Effects: row, audit entry. The same role changes nothing.

    Raises DomainError for an unknown role, for one the person has already, and for the last administrator.
    """
    if role not in Role.values:
        raise DomainError("Choose a role.", field="role")
    membership = _locked(membership)
    if membership.role == role:
        return membership
    if Membership.objects.filter(issuer=membership.issuer, user=membership.user, role=role).exists():
        raise DomainError(f"{membership.user} has that role here already, in another row.", field="role")
    _keep_an_administrator(membership)
    former, membership.role = membership.role, role
    membership.save(update_fields=["role"])
    record(
        membership.issuer,
        "issuers.change_role",
        actor=acting_user,
        about=membership.user,
        data={"from": former, "to": role},
    )
    return membership


@transaction.atomic
def deactivate_member(membership: Membership, *, acting_user: User) -> Membership:
    """End a role: it opens nothing from the next request on. Effects: row, audit entry. Twice changes nothing.

    Raises DomainError for the last administrator.
    """
    membership = _locked(membership)
    if not membership.is_active:
        return membership
    _keep_an_administrator(membership)
    membership.is_active = False
    membership.save(update_fields=["is_active"])
    record(
        membership.issuer,
        "issuers.deactivate_member",
        actor=acting_user,
        about=membership.user,
        data={"role": membership.role},
    )
    return membership


@transaction.atomic
def reactivate_member(membership: Membership, *, acting_user: User) -> Membership:
    """Give an ended role back. Effects: row, audit entry. Twice changes nothing."""
    return add_member(membership.issuer, user=membership.user, role=Role(membership.role), acting_user=acting_user)


def _locked(membership: Membership) -> Membership:
    # The institution's row is the lock: two administrators can't remove each other at the same moment.
    Issuer.objects.select_for_update().get(id=membership.issuer_id)
    return Membership.objects.select_related("user", "issuer").get(id=membership.id)


def _keep_an_administrator(membership: Membership) -> None:
    if membership.role != Role.ADMINISTRATOR or not membership.is_active:
        return
    others = Membership.objects.filter(
        issuer=membership.issuer, role=Role.ADMINISTRATOR, is_active=True, user__is_active=True
    ).exclude(id=membership.id)
    if not others.exists():
        raise DomainError(
            "This is the last administrator of the institution. Make somebody else administrator first.",
            code="last_administrator",
            field="role",
        )
