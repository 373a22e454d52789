"""A credential with a rubric, as the other tests start from it."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from credentials.standards.ob3 import (
    AchievementFacts,
    Alignment,
    CredentialFacts,
    Criterion,
    EvidenceFact,
    Level,
    Profile,
    ResultFact,
    StatusEntry,
    achievement_document,
    credential_document,
)
from credentials.standards.proof import sign
from issuers.standards.multibase import encode_ed25519_public

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
MULTIKEY = encode_ed25519_public(PUBLIC)
DID = "did:web:badges.example.edu:issuers:6f1c"
METHOD = f"{DID}#key-2026-1"
BADGE = "https://badges.example.edu/achievements/9c2e"
LIST = "https://badges.example.edu/status-lists/7a"
CREATED = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
NOW = datetime(2026, 6, 1, tzinfo=UTC)

ISSUER = Profile(
    id=DID,
    name="Hillside College",
    url="https://hillside.example.edu",
    email="badges@hillside.example.edu",
    description="A college.",
    image="https://hillside.example.edu/logo.png",
)


def criterion(number: int) -> Criterion:
    base = f"{BADGE}#criterion-{number}"
    names = ("Beginning", "Developing", "Proficient")
    levels = tuple(
        Level(
            f"{base}-level-{position}",
            name,
            f"What {name.lower()} looks like.",
            Decimal(position) / 2,
            position,
        )
        for position, name in enumerate(names, 1)
    )
    alignment = Alignment(
        target_name="Listens",
        target_url="https://frameworks.example.org/items/1",
        target_type="CFItem",
        target_code="L1",
        target_description="Listens to others.",
        target_framework="Skills",
    )
    return Criterion(base, f"Sub-competency {number}", "What it is.", levels, f"{base}-level-2", (alignment,))


ACHIEVEMENT = AchievementFacts(
    id=BADGE,
    name="Teamwork",
    description="Works well with others.",
    criteria_narrative="Hand in **evidence** for each sub-competency.",
    creator=ISSUER,
    image_id="https://badges.example.edu/achievements/9c2e/image.png",
    image_caption="A laurel wreath",
    achievement_type="MicroCredential",
    version="3",
    language="en",
    tags=("teamwork", "soft skills"),
    credits_available=Decimal("2.5"),
    field_of_study="Communication",
    criteria=(criterion(1), criterion(2)),
)

CREDENTIAL = CredentialFacts(
    id="https://badges.example.edu/credentials/51aa",
    issuer=ISSUER,
    achievement=achievement_document(ACHIEVEMENT),
    name="Teamwork",
    valid_from=CREATED,
    valid_until=datetime(2029, 3, 1, tzinfo=UTC),
    awarded_at=CREATED,
    recipient_email="ada@example.org",
    recipient_salt="Kosher",
    recipient_name="Ada Example",
    subject_id="urn:uuid:0b0f3f3e-6f0e-4ad5-8f0c-4d6f3d1f8a11",
    results=(
        ResultFact(f"{BADGE}#criterion-1", f"{BADGE}#criterion-1-level-2", "1"),
        ResultFact(f"{BADGE}#criterion-2", f"{BADGE}#criterion-2-level-3", "1.5"),
    ),
    narrative="Ada led a group of five.",
    evidence=(EvidenceFact(id="https://badges.example.edu/evidence/1", name="Report", genre="Text"),),
    status=StatusEntry(LIST, 94567),
)


def unsigned(**changes: Any) -> dict[str, Any]:
    return credential_document(replace(CREDENTIAL, **changes))


def sealed(document: dict[str, Any], method: str = METHOD) -> dict[str, Any]:
    return sign(document, sign_bytes=KEY.sign, verification_method=method, created=CREATED)
