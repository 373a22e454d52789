"""Who may do what in an institution: one name per act, asked at one place per face.

A rule is asked with the user and the institution: `user.has_perm("credentials.revoke", issuer)`.
"""

from collections.abc import Callable
from typing import Any

import rules

from issuers.enums import Role
from issuers.models import Issuer, Membership, User


def roles_of(user: User | Any, issuer: Issuer) -> set[str]:
    """Return the active roles of a user in an institution; none for somebody not signed in.

    Read anew for each question: a role taken away counts at once.
    """
    if not getattr(user, "is_authenticated", False):
        return set()
    memberships = Membership.objects.filter(user=user, issuer=issuer, is_active=True, issuer__is_active=True)
    return set(memberships.values_list("role", flat=True))


def has_role(*roles: Role) -> Callable[[User, Issuer | None], bool]:
    """Return a predicate: does the user hold one of the roles in the institution?"""
    allowed = {str(role) for role in roles}

    @rules.predicate(name="has_role:" + ",".join(sorted(allowed)))
    def predicate(user: User, issuer: Issuer | None) -> bool:
        return issuer is not None and bool(roles_of(user, issuer) & allowed)

    return predicate


MEMBER = has_role(*Role)
ADMINISTRATOR = has_role(Role.ADMINISTRATOR)

rules.add_perm("issuers.enter_admin", has_role(Role.ADMINISTRATOR, Role.AUTHOR, Role.REGISTRAR, Role.AUDITOR))
rules.add_perm("issuers.change_issuer", ADMINISTRATOR)
rules.add_perm("issuers.manage_members", ADMINISTRATOR)
rules.add_perm("issuers.manage_keys", ADMINISTRATOR)
rules.add_perm("issuers.manage_tokens", has_role(Role.ADMINISTRATOR, Role.REGISTRAR))
rules.add_perm("issuers.manage_jobs", has_role(Role.ADMINISTRATOR, Role.REGISTRAR))
rules.add_perm("issuers.view_audit", has_role(Role.ADMINISTRATOR, Role.REGISTRAR, Role.AUDITOR))
