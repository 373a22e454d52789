"""What credentials do when something happens below them."""

from typing import Any

from django.dispatch import receiver

from credentials.domain.application import end_application
from credentials.domain.award import award_for_application
from credentials.domain.notify import mail_returned
from credentials.models import Application
from learners.signals import assessment_decided, submission_withdrawn


@receiver(assessment_decided)
def award_or_return(sender: Any, *, submission: Any, outcome: Any, acting_user: Any, **kwargs: Any) -> None:
    """Award what a passed submission earned; tell the learner of a returned one. In the decision's transaction."""
    application = (
        Application.objects.select_related("version", "achievement", "learner", "submission", "issuer")
        .filter(submission=submission)
        .first()
    )
    if application is None:
        return
    if outcome.passed:
        award_for_application(application, acting_user=acting_user)
    else:
        mail_returned(application)


@receiver(submission_withdrawn)
def end_way(sender: Any, *, submission: Any, acting_user: Any, **kwargs: Any) -> None:
    """End the application of a withdrawn submission, so that its learner can begin anew."""
    application = Application.objects.filter(submission=submission).first()
    if application:
        end_application(application)
