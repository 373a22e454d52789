"""The LinkedIn link: the rules that others got wrong."""

from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from credentials.standards.linkedin import add_to_profile_url


def link(**changes: Any) -> str:
    facts: dict[str, Any] = {
        "name": "Teamwork",
        "organization_id": "1337",
        "organization_name": "Hillside College",
        "issued_on": date(2026, 1, 31),
        "expires_on": date(2028, 12, 1),
        "certificate_url": "https://badges.example.edu/credentials/51aa/",
        "certificate_number": "LR-51AA",
        **changes,
    }
    return add_to_profile_url(**facts)


def values(url: str) -> dict[str, str]:
    return {key: found[0] for key, found in parse_qs(urlsplit(url).query, strict_parsing=True).items()}


def test_the_whole_link_is_as_written_here() -> None:
    assert link() == (
        "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name=Teamwork&organizationId=1337"
        "&issueYear=2026&issueMonth=1&expirationYear=2028&expirationMonth=12"
        "&certUrl=https%3A%2F%2Fbadges.example.edu%2Fcredentials%2F51aa%2F&certId=LR-51AA"
    )


@pytest.mark.parametrize("month", range(1, 13))
def test_months_count_from_1(month: int) -> None:
    assert values(link(issued_on=date(2026, month, 1)))["issueMonth"] == str(month)


def test_without_expiry_both_expiry_parameters_are_absent() -> None:
    assert not {"expirationYear", "expirationMonth"} & values(link(expires_on=None)).keys()


def test_the_name_of_the_organisation_stands_in_only_for_a_missing_number() -> None:
    assert "organizationName" not in values(link())
    found = values(link(organization_id=None))
    assert (found["organizationName"], "organizationId" in found) == ("Hillside College", False)
    assert not {"organizationName", "organizationId"} & values(link(organization_id="", organization_name=None)).keys()


@pytest.mark.parametrize("name", ["R&D + you = 100%?", "Équipe à Noël", "العمل الجماعي", "x" * 150, 'a#b/"c"', "😀"])
def test_every_name_comes_through_whole(name: str) -> None:
    url = link(name=name)
    assert values(url)["name"] == name
    assert url.isascii()
    assert " " not in url
