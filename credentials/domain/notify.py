"""Mails about awards and returned work: composed in the transaction that they tell of, sent by the mail job."""

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string

from credentials.models import AchievementCredential, Application
from jobs.domain.mail import add_mail


def mail_award(credential: AchievementCredential) -> None:
    """Owe the mail that tells a learner of an award, once for each credential."""
    context = {
        "credential": credential,
        "issuer": credential.issuer,
        "url": f"{settings.PUBLIC_BASE_URL}/me/credentials/{credential.uuid}/",
    }
    with transaction.atomic():
        add_mail(
            kind="award",
            key=str(credential.uuid),
            group=credential.issuer.uuid,
            to=credential.recipient_email,
            subject=f"Your badge: {credential.version.name}",
            body_text=render_to_string("mail/award.txt", context),
            body_html=render_to_string("mail/award.html", context),
        )


def mail_returned(application: Application) -> None:
    """Owe the mail that tells a learner what to hand in again, once for each round; in the decision's transaction."""
    submission = application.submission
    submission.refresh_from_db(fields=["round"])
    context = {
        "application": application,
        "issuer": application.issuer,
        "url": f"{settings.PUBLIC_BASE_URL}/me/submissions/{submission.uuid}/",
    }
    add_mail(
        kind="returned",
        key=f"{submission.uuid}#{submission.round}",
        group=application.issuer.uuid,
        to=application.learner.email,
        subject=f"Please add to your evidence for {application.version.name}",
        body_text=render_to_string("mail/returned.txt", context),
        body_html=render_to_string("mail/returned.html", context),
    )
