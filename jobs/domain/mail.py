"""Mail is sent at most once: `sending` is committed first; a crash in between becomes `unknown`, not a second mail."""

import smtplib
import uuid
from datetime import timedelta

from django.core.mail import EmailMultiAlternatives
from django.core.mail.message import BadHeaderError
from django.db import transaction
from django.utils import timezone

from jobs.domain.queue import add_job
from jobs.exceptions import GiveUp
from jobs.models import MailState, OutgoingMail

SEND_MAIL = "jobs.send_mail"
SENDING_TIMEOUT = timedelta(seconds=60)


def add_mail(
    *,
    kind: str,
    key: str,
    to: str,
    subject: str,
    body_text: str,
    body_html: str = "",
    group: uuid.UUID | None = None,
) -> None:
    """Owe one mail, once for each (kind, key), in the transaction of the change that it tells of.

    `group` is the uuid of whom it is sent for: it is shown to them when it can't be delivered.
    """
    mails = OutgoingMail.objects.bulk_create(
        [
            OutgoingMail(
                kind=kind,
                key=key,
                to=to,
                subject=" ".join(subject.split())[:250],
                body_text=body_text,
                body_html=body_html,
                issuer_uuid=group,
            )
        ],
        ignore_conflicts=True,
    )
    mail = OutgoingMail.objects.get(kind=mails[0].kind, key=mails[0].key)
    add_job(SEND_MAIL, key=str(mail.uuid), payload={"mail": mail.id}, group=group)


def send_mail(mail_id: int) -> None:
    """Hand one queued mail to the mail server.

    Commits `sending` before the server is spoken to and `sent` after it accepted. A refusal for good (5xx, a header
    that can't be sent) ends as `failed`; a refusal for now puts the mail back to `queued` and raises to be tried again.
    A mail found in any other state is left alone.
    """
    claimed = OutgoingMail.objects.filter(id=mail_id, state=MailState.QUEUED).update(
        state=MailState.SENDING, sending_since=timezone.now()
    )
    if not claimed:
        return
    mail = OutgoingMail.objects.get(id=mail_id)
    try:
        message = EmailMultiAlternatives(
            mail.subject, mail.body_text, to=[mail.to], headers={"Message-ID": f"<{mail.uuid}@laurel>"}
        )
        if mail.body_html:
            message.attach_alternative(mail.body_html, "text/html")
        message.send()
    except (BadHeaderError, ValueError, smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused) as error:
        if _is_temporary(error):
            _end(mail, MailState.QUEUED, error)
            raise
        _end(mail, MailState.FAILED, error)
        raise GiveUp(f"The mail can't be sent: {error}") from error
    except (smtplib.SMTPConnectError, ConnectionRefusedError) as error:
        _end(mail, MailState.QUEUED, error)  # nothing was handed over yet
        raise
    except smtplib.SMTPResponseException as error:
        state = MailState.QUEUED if error.smtp_code < 500 else MailState.FAILED
        _end(mail, state, error)
        raise
    except OSError as error:
        _end(mail, MailState.UNKNOWN, error)  # the line broke; the server may have taken it
    else:
        OutgoingMail.objects.filter(id=mail.id, state=MailState.SENDING).update(
            state=MailState.SENT, sent_at=timezone.now(), last_error=""
        )


def settle_interrupted_mail() -> int:
    """Turn mails left in `sending` by a dead worker into `unknown`; return how many."""
    return OutgoingMail.objects.filter(
        state=MailState.SENDING, sending_since__lt=timezone.now() - SENDING_TIMEOUT
    ).update(state=MailState.UNKNOWN, last_error="The worker stopped while the mail was being sent.")


@transaction.atomic
def resend_mail(mail: OutgoingMail) -> OutgoingMail:
    """Send a failed or unknown mail again, because a person decided so."""
    changed = OutgoingMail.objects.filter(id=mail.id, state__in=[MailState.UNKNOWN, MailState.FAILED]).update(
        state=MailState.QUEUED, attempts=mail.attempts + 1
    )
    if changed:
        add_job(
            SEND_MAIL,
            key=f"{mail.uuid}#{mail.attempts + 1}",
            payload={"mail": mail.id},
            group=mail.issuer_uuid,
        )
    mail.refresh_from_db()
    return mail


def _end(mail: OutgoingMail, state: MailState, error: Exception) -> None:
    OutgoingMail.objects.filter(id=mail.id, state=MailState.SENDING).update(
        state=state, last_error=f"{type(error).__name__}: {error}"[:2000]
    )


def _is_temporary(error: Exception) -> bool:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code < 500 for code, _ in error.recipients.values())
    return isinstance(error, smtplib.SMTPSenderRefused) and error.smtp_code < 500
