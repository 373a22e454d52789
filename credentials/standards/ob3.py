"""Open Badges 3.0 documents from frozen facts (1EdTech Open Badges 3.0, appendix B; W3C VC Data Model 2.0).

The rules that keep the result readable everywhere: exactly three contexts in order; the issuer is a Profile
object; `points`, `value`, `level` and `statusListIndex` are strings; one `credentialStatus`; nothing empty,
nothing null; `type` is a list except for Image, IdentityObject and BitstringStatusListEntry, where readers
expect a string. Composing does not judge: `lint.lint_credential` does, before anything is signed.
"""

import copy
import hashlib
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from .contexts import OB3, OB3_EXTENSIONS, VC2
from .proof import timestamp

CONTEXTS = [VC2, OB3, OB3_EXTENSIONS]


@dataclass(frozen=True)
class Profile:
    """Who awards or defines: `id` is a DID or address; `url` a home page; `image` the address of a logo."""

    id: str
    name: str
    url: str | None = None
    email: str | None = None
    description: str | None = None
    image: str | None = None


@dataclass(frozen=True)
class Alignment:
    """A tie to an entry of an outside framework; `target_type` is a word of the OB 3.0 list, such as
    CFItem.
    """

    target_name: str
    target_url: str
    target_type: str | None = None
    target_code: str | None = None
    target_description: str | None = None
    target_framework: str | None = None


@dataclass(frozen=True)
class Level:
    """One level of a criterion. `position` counts from 1 at the lowest; it keeps the order that RDF would
    lose.
    """

    id: str
    name: str
    description: str
    points: Decimal | None
    position: int


@dataclass(frozen=True)
class Criterion:
    """A sub-competency: a ResultDescription of the kind RubricCriterionLevel. `levels` run from low to high;
    `required_level_id` is the id of one of them, or None when none is required."""

    id: str
    name: str
    description: str
    levels: tuple[Level, ...]
    required_level_id: str | None = None
    alignments: tuple[Alignment, ...] = ()


@dataclass(frozen=True)
class AchievementFacts:
    """A version of a badge. `criteria_narrative` is Markdown; `language` a BCP 47 tag; `image_id` the
    address of the unbaked picture and `image_caption` its text alternative."""

    id: str
    name: str
    description: str
    criteria_narrative: str
    creator: Profile
    image_id: str | None = None
    image_caption: str | None = None
    achievement_type: str = "Badge"
    version: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    credits_available: Decimal | None = None
    field_of_study: str | None = None
    criteria: tuple[Criterion, ...] = ()
    alignments: tuple[Alignment, ...] = ()


@dataclass(frozen=True)
class ResultFact:
    """What a learner reached: ids of a ResultDescription and of one of its levels; `value` is points or
    percent.
    """

    result_description_id: str
    achieved_level_id: str | None
    value: str | None = None
    status: str | None = None


@dataclass(frozen=True)
class EvidenceFact:
    """Evidence as the credential shows it; `id` is its address and only given when it may be opened by
    anyone.
    """

    id: str | None = None
    name: str | None = None
    narrative: str | None = None
    description: str | None = None
    genre: str | None = None
    audience: str | None = None


@dataclass(frozen=True)
class StatusEntry:
    """Place in a Bitstring Status List: the list's address and the index of the bit."""

    list_url: str
    index: int
    purpose: str = "revocation"


@dataclass(frozen=True)
class CredentialFacts:
    """An award. `achievement` is the document of `achievement_document`; moments are aware;
    `recipient_email` is only ever written as a salted hash; `subject_id` is `urn:uuid:…` or a DID."""

    id: str
    issuer: Profile
    achievement: dict[str, Any]
    name: str
    valid_from: datetime
    status: StatusEntry | None
    valid_until: datetime | None = None
    awarded_at: datetime | None = None
    recipient_email: str | None = None
    recipient_salt: str = ""
    recipient_name: str | None = None
    subject_id: str | None = None
    results: tuple[ResultFact, ...] = ()
    narrative: str | None = None
    evidence: tuple[EvidenceFact, ...] = ()
    description: str | None = None


def achievement_document(facts: AchievementFacts) -> dict[str, Any]:
    """Return the OB 3.0 Achievement, without contexts, as it is embedded in a credential."""
    return _filled(
        {
            "id": facts.id,
            "type": ["Achievement"],
            "name": facts.name,
            "description": facts.description,
            "criteria": {"narrative": facts.criteria_narrative},
            "creator": profile_document(facts.creator),
            "image": _image(facts.image_id, facts.image_caption),
            "achievementType": facts.achievement_type,
            "version": facts.version,
            "inLanguage": facts.language,
            "tag": list(facts.tags),
            "creditsAvailable": _number(facts.credits_available),
            "fieldOfStudy": facts.field_of_study,
            "alignment": [_alignment(alignment) for alignment in facts.alignments],
            "resultDescription": [_result_description(criterion) for criterion in facts.criteria],
        }
    )


def credential_document(facts: CredentialFacts) -> dict[str, Any]:
    """Return the unsigned OpenBadgeCredential for `facts`, ready for `lint_credential` and `proof.sign`."""
    return _filled(
        {
            "@context": list(CONTEXTS),
            "id": facts.id,
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "name": facts.name,
            "description": facts.description,
            "issuer": profile_document(facts.issuer),
            "validFrom": timestamp(facts.valid_from),
            "validUntil": timestamp(facts.valid_until) if facts.valid_until else None,
            "awardedDate": timestamp(facts.awarded_at) if facts.awarded_at else None,
            "credentialSubject": _filled(
                {
                    "id": facts.subject_id,
                    "type": ["AchievementSubject"],
                    "identifier": _identifiers(facts),
                    "achievement": copy.deepcopy(facts.achievement),  # documents share nothing
                    "result": [_result(result) for result in facts.results],
                    "narrative": facts.narrative,
                }
            ),
            "evidence": [_evidence(evidence) for evidence in facts.evidence],
            "credentialStatus": _status(facts.status) if facts.status else None,
        }
    )


def profile_document(profile: Profile) -> dict[str, Any]:
    """Return the OB 3.0 Profile object."""
    return _filled(
        {
            "id": profile.id,
            "type": ["Profile"],
            "name": profile.name,
            "url": profile.url,
            "email": profile.email,
            "description": profile.description,
            "image": _image(profile.image, None),
        }
    )


def identity_hash(identity: str, salt: str) -> str:
    """Return `sha256$` and the hex hash of the identity followed by its salt (OB 3.0 section B.6.5)."""
    return "sha256$" + hashlib.sha256((identity + salt).encode()).hexdigest()


def _filled(document: dict[str, Any]) -> dict[str, Any]:
    """Leave out what has no value: OB 3.0 wants neither null nor empty lists."""
    return {key: value for key, value in document.items() if value is not None and value not in ("", [])}


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _points(value: Decimal | None) -> str | None:
    return None if value is None else format(value.normalize(), "f")


def _image(address: str | None, caption: str | None) -> dict[str, Any] | None:
    return _filled({"id": address, "type": "Image", "caption": caption}) if address else None


def _alignment(alignment: Alignment) -> dict[str, Any]:
    return _filled(
        {
            "type": ["Alignment"],
            "targetName": alignment.target_name,
            "targetUrl": alignment.target_url,
            "targetType": alignment.target_type,
            "targetCode": alignment.target_code,
            "targetDescription": alignment.target_description,
            "targetFramework": alignment.target_framework,
        }
    )


def _result_description(criterion: Criterion) -> dict[str, Any]:
    """A ResultDescription has no description of its own in OB 3.0; the text travels under the common term,
    which the context defines and the schema allows."""
    return _filled(
        {
            "id": criterion.id,
            "type": ["ResultDescription"],
            "name": criterion.name,
            "description": criterion.description,
            "resultType": "RubricCriterionLevel",
            "requiredLevel": criterion.required_level_id,
            "rubricCriterionLevel": [
                _filled(
                    {
                        "id": level.id,
                        "type": ["RubricCriterionLevel"],
                        "name": level.name,
                        "description": level.description,
                        "level": str(level.position),
                        "points": _points(level.points),
                    }
                )
                for level in criterion.levels
            ],
            "alignment": [_alignment(alignment) for alignment in criterion.alignments],
        }
    )


def _result(result: ResultFact) -> dict[str, Any]:
    return _filled(
        {
            "type": ["Result"],
            "resultDescription": result.result_description_id,
            "achievedLevel": result.achieved_level_id,
            "value": result.value,
            "status": result.status,
        }
    )


def _evidence(evidence: EvidenceFact) -> dict[str, Any]:
    return _filled(
        {
            "id": evidence.id,
            "type": ["Evidence"],
            "name": evidence.name,
            "narrative": evidence.narrative,
            "description": evidence.description,
            "genre": evidence.genre,
            "audience": evidence.audience,
        }
    )


def _identifiers(facts: CredentialFacts) -> list[dict[str, Any]]:
    """Who the learner is: the address as a salted hash, the name in clear (IdentityObject, OB 3.0 section
    B.6.4).
    """
    identifiers: list[dict[str, Any]] = []
    if facts.recipient_email:
        if not facts.recipient_salt:
            raise ValueError("An e-mail address is only written as a hash with a salt; give recipient_salt.")
        identifiers.append(
            {
                "type": "IdentityObject",
                "hashed": True,
                "identityHash": identity_hash(facts.recipient_email, facts.recipient_salt),
                "identityType": "emailAddress",
                "salt": facts.recipient_salt,
            }
        )
    if facts.recipient_name:
        identifiers.append(
            {
                "type": "IdentityObject",
                "hashed": False,
                "identityHash": facts.recipient_name,
                "identityType": "name",
            }
        )
    return identifiers


def _status(status: StatusEntry) -> dict[str, Any]:
    return {
        "id": f"{status.list_url}#{status.index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": status.purpose,
        "statusListIndex": str(status.index),
        "statusListCredential": status.list_url,
    }
