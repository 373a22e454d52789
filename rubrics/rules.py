"""Who may do what with rubrics."""

import rules

from issuers.enums import Role
from issuers.rules import has_role

rules.add_perm("rubrics.view", has_role(*Role))
rules.add_perm("rubrics.change", has_role(Role.ADMINISTRATOR, Role.AUTHOR))
rules.add_perm("rubrics.publish", has_role(Role.ADMINISTRATOR, Role.AUTHOR))
