"""Make one institution and its staff in a running stack: `python -m tests.make_staff`, with the stack's environment."""

import django

django.setup()

from issuers.domain.issuer import add_member, create_issuer  # noqa: E402
from issuers.enums import Role  # noqa: E402
from tests.programme import make_user  # noqa: E402


def main() -> None:
    """An ampersand in the name, so that every link and page has to write it properly."""
    administrator = make_user("admin@shore.example", "Ada Shore")
    issuer = create_issuer(name="Shore & Sons Academy", acting_user=administrator, url="https://shore.example/")
    add_member(issuer, user=administrator, role=Role.ADMINISTRATOR, acting_user=administrator)
    for role in (Role.ASSESSOR, Role.REGISTRAR):
        user = make_user(f"{role}@shore.example", f"Rae {role.label.title()}")
        add_member(issuer, user=user, role=role, acting_user=administrator)


if __name__ == "__main__":
    main()
