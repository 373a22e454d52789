"""Who may do what with submissions."""

from typing import Any

import rules

from issuers.enums import Role
from issuers.models import User
from issuers.rules import has_role, roles_of
from learners.models import Submission


@rules.predicate
def owns_submission(user: User, submission: Submission | None) -> bool:
    """The learner themselves: nobody else may write in their submission."""
    return submission is not None and submission.learner.user_id == user.pk


@rules.predicate
def may_assess(user: User, submission: Submission | None) -> bool:
    """An assessor of the institution, never of their own work."""
    if submission is None or submission.learner.user_id == user.pk:
        return False
    return bool(roles_of(user, submission.issuer) & {Role.ASSESSOR, Role.MODERATOR})


@rules.predicate
def sees_records(user: Any, submission: Submission | None) -> bool:
    """Staff who keep the records."""
    return submission is not None and bool(
        roles_of(user, submission.issuer) & {Role.ADMINISTRATOR, Role.REGISTRAR, Role.MODERATOR}
    )


rules.add_perm("learners.write_submission", owns_submission)
rules.add_perm("learners.see_evidence", owns_submission | may_assess | sees_records)
rules.add_perm("learners.assess", may_assess)
rules.add_perm("learners.enter_queue", has_role(Role.ASSESSOR, Role.MODERATOR))
rules.add_perm("learners.see_learners", has_role(Role.ADMINISTRATOR, Role.REGISTRAR, Role.AUDITOR))
rules.add_perm("learners.see_submissions", has_role(Role.ADMINISTRATOR, Role.REGISTRAR, Role.AUDITOR))
rules.add_perm("learners.change_learners", has_role(Role.ADMINISTRATOR, Role.REGISTRAR))
