"""What the tests of the web admin share."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from issuers.domain.issuer import add_member
from issuers.enums import Role
from issuers.models import User
from tests.programme import Programme, make_user


def signed_in(user: User) -> Client:
    """Return a browser in which somebody has signed in."""
    client = Client()
    client.force_login(user)
    return client


def in_days(days: int) -> str:
    """Return a moment in some days as the browser's field for date and time sends it."""
    return (timezone.now() + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M")


def member(programme: Programme, role: Role) -> User:
    """Make somebody with a role in the programme's institution."""
    user = make_user(f"{role}-2@harbour.example", f"Second {role}")
    add_member(programme.issuer, user=user, role=role, acting_user=programme.administrator)
    return user


def grid(*criteria: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """Return the POST of the rubric editor: criteria with `name` and `levels` (name, points, descriptor)."""
    data: dict[str, Any] = {
        "title": "Teamwork",
        "description": "",
        "pass_rule": "all",
        "pass_share": "70",
        "pass_optional": "0",
        "act": "save",
        "criterion": [],
    }
    for number, criterion in enumerate(criteria, start=1):
        key = f"c{number}"
        data["criterion"].append(key)
        data[f"{key}-name"] = criterion.get("name", "")
        data[f"{key}-description"] = criterion.get("description", "")
        data[f"{key}-evidence_prompt"] = criterion.get("evidence_prompt", "")
        data[f"{key}-weight"] = criterion.get("weight", "1")
        data[f"{key}-is_core"] = "1"
        data[f"{key}-level"] = []
        for place, (name, points, descriptor) in enumerate(criterion["levels"], start=1):
            level = f"{key}l{place}"
            data[f"{key}-level"].append(level)
            data |= {f"{level}-name": name, f"{level}-points": points, f"{level}-description": descriptor}
        data[f"{key}-required"] = f"{key}l{criterion.get('required', 2)}"
    return data | fields


LISTENS = {
    "name": "Listens",
    "levels": [("Beginning", "1", "Waits for the turn to speak."), ("Able", "2", "Repeats what was meant.")],
}
