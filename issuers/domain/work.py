"""What went wrong behind an institution's pages, and a person's decision to try again."""

import uuid

from django.db import transaction

from issuers.domain.audit import record
from issuers.exceptions import Conflict
from issuers.models import Issuer, User
from jobs.domain.mail import resend_mail
from jobs.domain.queue import retry_job, ring
from jobs.models import Job, JobState, MailState, OutgoingMail


@transaction.atomic
def retry_issuer_job(issuer: Issuer, *, job_uuid: uuid.UUID, acting_user: User) -> Job:
    """Give a given-up job of the institution a new life. Effects: the job, audit entry, the doorbell.

    Raises Job.DoesNotExist for a job of nobody or somebody else, Conflict when it isn't given up any more.
    """
    job = Job.objects.select_for_update().get(issuer_uuid=issuer.uuid, uuid=job_uuid)
    if job.state != JobState.BURIED:
        raise Conflict(f"This job is {job.get_state_display()}: there is nothing to retry.", code="job_not_buried")
    retry_job(job)
    record(issuer, "issuers.retry_job", actor=acting_user, about=job, data={"kind": job.kind})
    transaction.on_commit(ring)
    return job


@transaction.atomic
def resend_issuer_mail(issuer: Issuer, *, mail_uuid: uuid.UUID, acting_user: User) -> OutgoingMail:
    """Send a mail of the institution again that was refused or may not have arrived. Effects: mail, job, audit entry.

    Raises OutgoingMail.DoesNotExist for a mail of nobody or somebody else, Conflict when it needs no second sending.
    """
    mail = OutgoingMail.objects.select_for_update().get(issuer_uuid=issuer.uuid, uuid=mail_uuid)
    if mail.state not in (MailState.UNKNOWN, MailState.FAILED):
        raise Conflict(f"This mail is {mail.get_state_display()}: it isn't sent again.", code="mail_not_failed")
    resend_mail(mail)
    record(issuer, "issuers.resend_mail", actor=acting_user, about=mail, data={"kind": mail.kind})
    return mail
