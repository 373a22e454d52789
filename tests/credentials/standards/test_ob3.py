"""Composed documents: sound by our rules and by the published schema."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import jsonschema
import pytest

from credentials.standards.contexts import OB3, OB3_EXTENSIONS, VC2
from credentials.standards.jsonld import walk
from credentials.standards.lint import lint_credential
from credentials.standards.ob3 import (
    AchievementFacts,
    CredentialFacts,
    Profile,
    achievement_document,
    credential_document,
    identity_hash,
)

from .samples import ACHIEVEMENT, BADGE, CREATED, CREDENTIAL, DID, ISSUER, LIST, sealed, unsigned

BARE = CredentialFacts(
    id="urn:uuid:1",
    issuer=Profile(id=DID, name="H"),
    achievement=achievement_document(AchievementFacts(BADGE, "T", "D", "C", creator=Profile(id=DID, name="H"))),
    name="T",
    valid_from=CREATED,
    status=None,
    subject_id="urn:uuid:2",
)


@pytest.fixture(scope="module")
def schema(read_json) -> jsonschema.Draft201909Validator:  # type: ignore[no-untyped-def]
    found = read_json("schemas/ob_v3p0/ob_v3p0_achievementcredential_schema.json")
    return jsonschema.Draft201909Validator(found, format_checker=jsonschema.FormatChecker())


def messages(schema: jsonschema.Draft201909Validator, document: dict[str, Any]) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in schema.iter_errors(document)]


def test_a_full_credential_follows_the_published_schema(schema: jsonschema.Draft201909Validator) -> None:
    assert messages(schema, unsigned()) == []
    assert messages(schema, sealed(unsigned())) == []


def test_a_bare_credential_follows_the_published_schema(schema: jsonschema.Draft201909Validator) -> None:
    assert messages(schema, credential_document(BARE)) == []


def test_the_schema_would_notice_two_status_entries(schema: jsonschema.Draft201909Validator) -> None:
    document = unsigned()
    document["credentialStatus"] = [document["credentialStatus"]] * 2
    assert messages(schema, document) != []


def test_a_full_credential_breaks_no_rule_of_ours() -> None:
    assert lint_credential(unsigned()) == []
    assert lint_credential(sealed(unsigned())) == []


def test_the_whole_credential_is_as_written_here() -> None:
    document = unsigned(results=CREDENTIAL.results[:1])
    achievement = document["credentialSubject"].pop("achievement")
    profile = {
        "id": DID,
        "type": ["Profile"],
        "name": "Hillside College",
        "url": "https://hillside.example.edu",
        "email": "badges@hillside.example.edu",
        "description": "A college.",
        "image": {"id": "https://hillside.example.edu/logo.png", "type": "Image"},
    }
    assert document == {
        "@context": [VC2, OB3, OB3_EXTENSIONS],
        "id": "https://badges.example.edu/credentials/51aa",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Teamwork",
        "issuer": profile,
        "validFrom": "2026-03-01T09:00:00Z",
        "validUntil": "2029-03-01T00:00:00Z",
        "awardedDate": "2026-03-01T09:00:00Z",
        "credentialSubject": {
            "id": "urn:uuid:0b0f3f3e-6f0e-4ad5-8f0c-4d6f3d1f8a11",
            "type": ["AchievementSubject"],
            "identifier": [
                {
                    "type": "IdentityObject",
                    "hashed": True,
                    "identityHash": "sha256$" + hashlib.sha256(b"ada@example.orgKosher").hexdigest(),
                    "identityType": "emailAddress",
                    "salt": "Kosher",
                },
                {
                    "type": "IdentityObject",
                    "hashed": False,
                    "identityHash": "Ada Example",
                    "identityType": "name",
                },
            ],
            "result": [
                {
                    "type": ["Result"],
                    "resultDescription": f"{BADGE}#criterion-1",
                    "achievedLevel": f"{BADGE}#criterion-1-level-2",
                    "value": "1",
                }
            ],
            "narrative": "Ada led a group of five.",
        },
        "evidence": [
            {
                "id": "https://badges.example.edu/evidence/1",
                "type": ["Evidence"],
                "name": "Report",
                "genre": "Text",
            }
        ],
        "credentialStatus": {
            "id": f"{LIST}#94567",
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": "94567",
            "statusListCredential": LIST,
        },
    }
    first = achievement.pop("resultDescription")[0]
    assert achievement == {
        "id": BADGE,
        "type": ["Achievement"],
        "name": "Teamwork",
        "description": "Works well with others.",
        "criteria": {"narrative": "Hand in **evidence** for each sub-competency."},
        "creator": profile,
        "image": {"id": f"{BADGE}/image.png", "type": "Image", "caption": "A laurel wreath"},
        "achievementType": "MicroCredential",
        "version": "3",
        "inLanguage": "en",
        "tag": ["teamwork", "soft skills"],
        "creditsAvailable": 2.5,
        "fieldOfStudy": "Communication",
    }
    assert first.pop("rubricCriterionLevel")[2] == {
        "id": f"{BADGE}#criterion-1-level-3",
        "type": ["RubricCriterionLevel"],
        "name": "Proficient",
        "description": "What proficient looks like.",
        "level": "3",
        "points": "1.5",
    }
    assert first == {
        "id": f"{BADGE}#criterion-1",
        "type": ["ResultDescription"],
        "name": "Sub-competency 1",
        "description": "What it is.",
        "resultType": "RubricCriterionLevel",
        "requiredLevel": f"{BADGE}#criterion-1-level-2",
        "alignment": [
            {
                "type": ["Alignment"],
                "targetName": "Listens",
                "targetUrl": "https://frameworks.example.org/items/1",
                "targetType": "CFItem",
                "targetCode": "L1",
                "targetDescription": "Listens to others.",
                "targetFramework": "Skills",
            }
        ],
    }


def test_documents_share_no_part_with_their_facts() -> None:
    unsigned()["credentialSubject"]["achievement"].clear()
    assert unsigned()["credentialSubject"]["achievement"]["id"] == BADGE


def test_what_has_no_value_is_left_out() -> None:
    assert [path for path, value in walk(credential_document(BARE)) if value in (None, "", [], {})] == []
    assert set(credential_document(BARE)) == {
        "@context",
        "id",
        "type",
        "name",
        "issuer",
        "validFrom",
        "credentialSubject",
    }


def test_the_example_hash_of_the_standard_is_reproduced() -> None:
    expected = "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399"
    assert identity_hash("a@example.com", "Kosher") == expected


def test_an_address_without_a_salt_is_refused() -> None:
    with pytest.raises(ValueError, match="salt"):
        unsigned(recipient_salt="")


def test_the_address_itself_is_nowhere_in_the_credential() -> None:
    assert "ada@example.org" not in str(unsigned())


@pytest.mark.parametrize(
    ("points", "text"),
    [("10", "10"), ("100", "100"), ("2.50", "2.5"), ("0", "0"), ("1E+2", "100"), ("0.125", "0.125")],
)
def test_points_are_plain_decimal_text(points: str, text: str) -> None:
    level = replace(ACHIEVEMENT.criteria[0].levels[0], points=Decimal(points))
    criterion = replace(ACHIEVEMENT.criteria[0], levels=(level,))
    document = achievement_document(replace(ACHIEVEMENT, criteria=(criterion,)))
    assert document["resultDescription"][0]["rubricCriterionLevel"][0]["points"] == text


def test_whole_credits_are_whole_numbers() -> None:
    assert achievement_document(replace(ACHIEVEMENT, credits_available=Decimal("3.00")))["creditsAvailable"] == 3


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        unsigned(valid_from=datetime(2026, 1, 1))  # noqa: DTZ001


def test_other_zones_are_written_in_utc() -> None:
    moment = datetime.fromisoformat("2026-01-01T01:00:00+02:00")
    assert unsigned(valid_from=moment, awarded_at=None)["validFrom"] == "2025-12-31T23:00:00Z"
    assert moment.astimezone(UTC).year == 2025


def test_creator_and_issuer_are_written_the_same_way() -> None:
    document = unsigned()
    assert document["issuer"] == document["credentialSubject"]["achievement"]["creator"]
    assert document["issuer"]["name"] == ISSUER.name
