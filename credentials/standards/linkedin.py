"""The link that opens LinkedIn's form "Add licence or certification", filled in."""

from datetime import date
from urllib.parse import quote, urlencode

_BASE = "https://www.linkedin.com/profile/add"


def add_to_profile_url(
    *,
    name: str,
    organization_id: str | None,
    organization_name: str | None,
    issued_on: date,
    expires_on: date | None,
    certificate_url: str,
    certificate_number: str,
) -> str:
    """Return the address of the filled form.

    `organization_id` is LinkedIn's number of the company page and wins over `organization_name`, since it
    brings the logo. Dates are those of the institution's own time zone; months count from 1. What is absent
    is left out. `certificate_url` must last; `certificate_number` is short and for people.
    """
    values: dict[str, str | int | None] = {
        "startTask": "CERTIFICATION_NAME",
        "name": name,
        "organizationId": organization_id,
        "organizationName": None if organization_id else organization_name,
        "issueYear": issued_on.year,
        "issueMonth": issued_on.month,
        "expirationYear": expires_on.year if expires_on else None,
        "expirationMonth": expires_on.month if expires_on else None,
        "certUrl": certificate_url,
        "certId": certificate_number,
    }
    return f"{_BASE}?{urlencode({key: value for key, value in values.items() if value}, quote_via=quote)}"
