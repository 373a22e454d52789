"""A learner's record at one institution, as registrars fetch it: read with a fixed number of queries, and audited."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from credentials.models import AchievementCredential
from credentials.standards.reading import Ladder, read_credential
from issuers.domain.audit import record
from issuers.models import ApiToken, Issuer
from learners.models import Learner


@dataclass(frozen=True)
class TranscriptResult:
    """What was reached in one sub-competency: names of levels, empty when the badge names none."""

    sub_competency: str
    level: str
    level_position: int  # counted from 1, the lowest; 0 for none
    levels: int  # how many there are
    required_level: str
    required_level_position: int


@dataclass(frozen=True)
class Revocation:
    """When and why (class of reason) a credential was withdrawn."""

    at: datetime
    reason: str


@dataclass(frozen=True)
class TranscriptCredential:
    """One award. `status` is one of CredentialStatus at the moment of reading."""

    uuid: str
    number: str
    badge: str
    badge_uuid: str
    version: int
    awarded_at: datetime
    valid_until: datetime | None
    status: str
    revocation: Revocation | None
    workload_hours: Decimal | None
    credits: Decimal | None
    level: str
    results: tuple[TranscriptResult, ...]


@dataclass(frozen=True)
class Transcript:
    """Everything that an institution awarded to a learner, oldest first, standing or not."""

    learner: Learner
    institution: Issuer
    credentials: tuple[TranscriptCredential, ...]


def compose_transcript(learner: Learner) -> Transcript:
    """Return the record of a learner; one query, however many credentials. Asked for in the institution's scope."""
    awarded = (
        AchievementCredential.objects.filter(learner=learner)
        .select_related("version", "achievement")
        .order_by("awarded_at", "id")
    )
    now = timezone.now()
    return Transcript(learner, learner.issuer, tuple(_credential(credential, now) for credential in awarded))


@transaction.atomic
def read_transcript(learner: Learner, *, token: ApiToken) -> Transcript:
    """Return the record of a learner to a token's holder. Effects: audit entry that names the token."""
    transcript = compose_transcript(learner)
    record(
        learner.issuer,
        "records.read",
        actor=token.created_by,
        about=learner,
        data={"token": str(token.uuid), "credentials": len(transcript.credentials)},
    )
    return transcript


def _credential(credential: AchievementCredential, now: datetime) -> TranscriptCredential:
    version = credential.version
    credits = version.document.get("creditsAvailable")
    return TranscriptCredential(
        uuid=str(credential.uuid),
        number=credential.number,
        badge=version.name,
        badge_uuid=str(credential.achievement.uuid),
        version=version.number,
        awarded_at=credential.awarded_at,
        valid_until=credential.valid_until,
        status=str(credential.status_at(now)),
        revocation=Revocation(credential.revoked_at, credential.revocation_reason) if credential.revoked_at else None,
        workload_hours=version.workload_hours,
        credits=Decimal(str(credits)) if credits is not None else None,
        level=version.level,
        results=tuple(_result(ladder) for ladder in _ladders(credential)),
    )


def _ladders(credential: AchievementCredential) -> tuple[Ladder, ...]:
    """Read the levels from the frozen badge and the facts of the award, in the shape that signing gives them."""
    subject: dict[str, Any] = {
        "achievement": credential.version.document,
        "result": [
            {"resultDescription": result["criterion"], "achievedLevel": result["level"]}
            for result in credential.results
        ],
    }
    return read_credential({"credentialSubject": subject}).ladders


def _result(ladder: Ladder) -> TranscriptResult:
    return TranscriptResult(
        sub_competency=ladder.criterion,
        level=ladder.reached_name,
        level_position=ladder.reached,
        levels=len(ladder.rungs),
        required_level=ladder.required_name,
        required_level_position=ladder.required,
    )
