"""The award: all that is promised, written in one transaction; the work that follows, as jobs in the same one."""

import secrets
import uuid
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from credentials.domain.status import allocate_index
from credentials.enums import ApplicationState
from credentials.models import AchievementCredential, AchievementVersion, Application
from issuers.domain.audit import record
from issuers.models import User
from jobs.domain.queue import add_job
from learners.models import Learner
from learners.queries import current_marks

SIGN_CREDENTIAL = "credentials.sign"
# No vowels and no look-alikes (0/O, 1/I/L): a number can be read aloud and spells nothing.
NUMBER_ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ"


def new_number() -> str:
    """Return a credential number: three groups of four signs, about 57 bits of chance."""
    signs = [secrets.choice(NUMBER_ALPHABET) for _ in range(12)]
    return "-".join("".join(signs[start : start + 4]) for start in (0, 4, 8))


def add_months(moment: datetime, months: int) -> datetime:
    """Return the same day and time `months` later, or the month's last day when it is shorter."""
    month = moment.month - 1 + months
    year, month = moment.year + month // 12, month % 12 + 1
    for day in range(moment.day, 27, -1):
        try:
            return moment.replace(year=year, month=month, day=day)
        except ValueError:
            continue
    return moment.replace(year=year, month=month)


@transaction.atomic
def award_credential(
    *,
    learner: Learner,
    version: AchievementVersion,
    results: list[dict[str, Any]],
    application: Application | None,
    acting_user: User | None,
    awarded_at: datetime | None = None,
) -> AchievementCredential:
    """Award a badge to a learner, once: a standing award is returned as it is.

    `results` holds one entry for each sub-competency: `criterion`, `level` (ids in the version's document), `comment`.
    Effects in order, in one transaction: status index, credential with every fact, audit entry, the signing job.
    """
    standing = AchievementCredential.objects.filter(
        learner=learner, achievement_id=version.achievement_id, revoked_at=None
    )
    if existing := standing.first():
        return existing
    awarded_at = (awarded_at or timezone.now()).replace(microsecond=0)
    try:
        with transaction.atomic():
            status_list, status_index = allocate_index(learner.issuer)
            credential = AchievementCredential.objects.create(
                issuer=learner.issuer,
                learner=learner,
                achievement_id=version.achievement_id,
                version=version,
                application=application,
                number=new_number(),
                recipient_name=learner.name,
                recipient_email=learner.email,
                recipient_salt=secrets.token_hex(16),
                subject_id=uuid.uuid4(),
                awarded_at=awarded_at,
                valid_until=add_months(awarded_at, version.validity_months) if version.validity_months else None,
                results=results,
                status_list=status_list,
                status_index=status_index,
            )
    except IntegrityError:
        if existing := standing.first():  # the same award at the same moment: the constraint kept one
            return existing
        raise
    record(
        learner.issuer,
        "credentials.award",
        actor=acting_user,
        about=credential,
        data={"achievement": str(version.achievement.uuid), "version": version.number},
    )
    add_job(
        SIGN_CREDENTIAL,
        key=str(credential.uuid),
        payload={"credential": credential.id},
        group=learner.issuer.uuid,
    )
    return credential


@transaction.atomic
def award_for_application(application: Application, *, acting_user: User | None) -> AchievementCredential:
    """Award what a passed submission earned, with the level reached in each sub-competency."""
    version = application.version
    version_url = f"{settings.PUBLIC_BASE_URL}{application.achievement.get_absolute_url()}versions/{version.number}/"
    results = [
        {
            "criterion": f"{version_url}#criterion-{mark.criterion.uuid}",
            "level": f"{version_url}#level-{mark.level.uuid}",
            "comment": mark.comment,
        }
        for mark in sorted(
            current_marks(application.submission).values(),
            key=lambda m: (m.criterion.position, m.criterion_id),
        )
        if mark.level is not None
    ]
    credential = award_credential(
        learner=application.learner,
        version=version,
        results=results,
        application=application,
        acting_user=acting_user,
        awarded_at=application.submission.decided_at,
    )
    Application.objects.filter(id=application.id).update(state=ApplicationState.AWARDED, updated_at=timezone.now())
    return credential
