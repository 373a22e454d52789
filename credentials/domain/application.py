"""Applying for a badge: the learner's record, the application and its submission, opened together."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from credentials.enums import AchievementState, ApplicationState
from credentials.models import Achievement, AchievementCredential, Application
from issuers.domain.audit import record
from issuers.exceptions import DomainError
from issuers.models import User
from learners.domain.roster import claim_learner
from learners.domain.submitting import start_submission


@transaction.atomic
def apply_for_achievement(achievement: Achievement, *, acting_user: User) -> Application:
    """Open the way through a published badge; return the one already open, if any.

    Raises DomainError for a badge not open to applications or already held. Effects: learner's record at first
    contact, submission, application on the newest version, audit entries.
    """
    if achievement.state != AchievementState.PUBLISHED:
        raise DomainError("This badge is not open for applications.", code="not_open")
    learner = claim_learner(achievement.issuer, user=acting_user)
    if AchievementCredential.objects.filter(learner=learner, achievement=achievement, revoked_at=None).exists():
        raise DomainError("You hold this badge already.", code="already_awarded")
    version = achievement.versions.select_related("rubric").latest("number")
    try:
        with transaction.atomic():
            application = Application.objects.filter(
                learner=learner, achievement=achievement, state=ApplicationState.IN_PROGRESS
            ).first()
            if application:
                return application
            submission = start_submission(learner, rubric=version.rubric, title=version.name, acting_user=acting_user)
            application = Application.objects.create(
                issuer=achievement.issuer,
                learner=learner,
                version=version,
                achievement=achievement,
                submission=submission,
            )
    except IntegrityError:  # the same click, twice: the constraint kept one
        return Application.objects.get(learner=learner, achievement=achievement, state=ApplicationState.IN_PROGRESS)
    record(achievement.issuer, "credentials.apply", actor=acting_user, about=application)
    return application


@transaction.atomic
def end_application(application: Application) -> Application:
    """Mark an application whose submission was withdrawn; the withdrawal itself is in the audit log already."""
    Application.objects.filter(id=application.id, state=ApplicationState.IN_PROGRESS).update(
        state=ApplicationState.WITHDRAWN, updated_at=timezone.now()
    )
    application.refresh_from_db(fields=["state"])
    return application
