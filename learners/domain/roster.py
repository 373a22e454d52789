"""Learners' records: found or made when a signed-in person first has to do with an institution."""

from django.db import transaction

from issuers.domain.audit import record
from issuers.exceptions import DomainError
from issuers.models import Issuer, User
from learners.models import Learner


@transaction.atomic
def claim_learner(issuer: Issuer, *, user: User) -> Learner:
    """Return the institution's record of this person, made at first contact.

    A record that staff made earlier for the same address, with nobody's account on it yet, is theirs: sign-up has
    verified the address. Effects: row or its user, audit entry.
    """
    learner = Learner.objects.filter(issuer=issuer, user=user).first()
    if learner:
        return learner
    learner = Learner.objects.select_for_update().filter(issuer=issuer, email__iexact=user.email, user=None).first()
    if learner:
        learner.user = user
        learner.save(update_fields=["user", "updated_at"])
        record(issuer, "learners.claim_learner", actor=user, about=learner)
        return learner
    learner, made = Learner.objects.get_or_create(
        issuer=issuer,
        user=user,
        defaults={"name": user.name or user.email.split("@")[0], "email": user.email},
    )
    if made:
        record(issuer, "learners.create_learner", actor=user, about=learner)
    return learner


@transaction.atomic
def create_learner(
    issuer: Issuer, *, name: str, email: str, student_number: str = "", acting_user: User | None
) -> Learner:
    """Make a record for somebody who may not have an account yet. Effects: row, audit entry.

    Raises DomainError when the institution knows the address or the student number already.
    """
    name, email, student_number = name.strip(), email.strip(), student_number.strip()
    if Learner.objects.filter(issuer=issuer, email__iexact=email).exists():
        raise DomainError(f"There is a learner with the address {email} already.", field="email")
    if student_number and Learner.objects.filter(issuer=issuer, student_number=student_number).exists():
        raise DomainError(f"There is a learner with the number {student_number} already.", field="student_number")
    learner = Learner(issuer=issuer, name=name, email=email, student_number=student_number)
    learner.full_clean(exclude=["issuer"])
    learner.save()
    record(issuer, "learners.create_learner", actor=acting_user, about=learner)
    return learner
