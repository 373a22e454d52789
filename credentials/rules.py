"""Who may do what with badges and credentials."""

import rules

from credentials.models import AchievementCredential
from issuers.enums import Role
from issuers.models import User
from issuers.rules import has_role

rules.add_perm("credentials.view_achievements", has_role(*Role))
rules.add_perm("credentials.change_achievement", has_role(Role.ADMINISTRATOR, Role.AUTHOR))
rules.add_perm("credentials.publish_achievement", has_role(Role.ADMINISTRATOR))
rules.add_perm("credentials.view_credentials", has_role(Role.ADMINISTRATOR, Role.REGISTRAR, Role.AUDITOR))
rules.add_perm("credentials.revoke", has_role(Role.ADMINISTRATOR, Role.REGISTRAR))


@rules.predicate
def holds_credential(user: User, credential: AchievementCredential | None) -> bool:
    """The learner to whom it was awarded."""
    return credential is not None and credential.learner.user_id is not None and credential.learner.user_id == user.pk


rules.add_perm("credentials.share", holds_credential)
