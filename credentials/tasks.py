"""Handlers of the credentials app's jobs: ids in, open the scope, call the domain."""

from celery import shared_task
from django_scopes import scope, scopes_disabled

from credentials.domain import certificate, notify, sign, status
from credentials.models import AchievementCredential, StatusList
from credentials.renderer.client import renderer
from jobs.models import Job
from jobs.registry import handles


def _credential(job: Job) -> AchievementCredential:
    with scopes_disabled():  # a job carries an id and no scope: the row says whose it is
        return AchievementCredential.objects.select_related("issuer").get(id=job.payload["credential"])


@handles("credentials.sign")
def sign_credential(job: Job) -> None:
    """Sign one award."""
    credential = _credential(job)
    renderer.start()  # its libraries load while we sign: the certificate is the next job
    with scope(issuer=credential.issuer):
        sign.sign_credential(credential)


@handles("credentials.render_certificate")
def render_certificate(job: Job) -> None:
    """Render one PDF certificate."""
    credential = _credential(job)
    with scope(issuer=credential.issuer):
        certificate.render_certificate(credential)


@handles("credentials.mail_award")
def mail_award(job: Job) -> None:
    """Tell the learner of an award."""
    credential = _credential(job)
    with scope(issuer=credential.issuer):
        notify.mail_award(credential)


@handles("credentials.publish_status_list")
def publish_status_list(job: Job) -> None:
    """Sign one status list anew."""
    with scopes_disabled():
        status_list = StatusList.objects.select_related("issuer").get(id=job.payload["status_list"])
    with scope(issuer=status_list.issuer):
        status.publish_status_list(status_list)


@shared_task(name="credentials.renew_status_lists")
def renew_status_lists() -> None:
    """Keep every institution's lists fresh, so that other verifiers never call them stale."""
    with scopes_disabled():  # the clock works for all institutions; each job opens its own scope
        status.renew_status_lists()
