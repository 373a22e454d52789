"""Celery's two tasks: the doorbell that makes a worker drain the table, and the sweep that makes up for a lost one."""

from celery import shared_task

from jobs.domain import mail, queue
from jobs.models import Job
from jobs.registry import handles


@shared_task(name="jobs.drain")
def drain_jobs() -> None:
    """Do what is ready. Carries no argument: whoever could forge a message could only ring the bell."""
    queue.drain()


@shared_task(name="jobs.sweep")
def sweep_jobs() -> None:
    """Free what dead workers held, settle interrupted mail, then drain: a sweep is a doorbell too."""
    queue.sweep()
    mail.settle_interrupted_mail()
    queue.drain()


@handles(mail.SEND_MAIL)
def send_mail(job: Job) -> None:
    """Send the mail named in the payload."""
    mail.send_mail(job.payload["mail"])
