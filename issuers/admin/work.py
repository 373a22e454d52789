"""What went wrong behind the pages: jobs given up and mails not delivered, each with a button to try again."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect

from issuers.admin.base import institution, needs, page, site
from issuers.domain.work import resend_issuer_mail, retry_issuer_job
from issuers.exceptions import DomainError
from jobs.models import Job, JobState, MailState, OutgoingMail

SHOWN = 100

NAMES = {
    "credentials.sign": "Sign a credential",
    "credentials.render_certificate": "Draw a certificate",
    "credentials.mail_award": "Write the mail about an award",
    "credentials.publish_status_list": "Publish the list of revoked credentials",
    "jobs.send_mail": "Send a mail",
}


@site.page("work/", "work")
@needs("issuers.manage_jobs")
def work(request: HttpRequest) -> HttpResponse:
    """List what failed for the institution, newest first, at most SHOWN of each."""
    issuer = institution(request)
    jobs = Job.objects.filter(issuer_uuid=issuer.uuid)
    mails = OutgoingMail.objects.filter(issuer_uuid=issuer.uuid, state__in=[MailState.UNKNOWN, MailState.FAILED])
    buried = list(jobs.filter(state=JobState.BURIED).order_by("-id")[:SHOWN])
    for job in buried:
        job.title = NAMES.get(job.kind, job.kind)  # type: ignore[attr-defined]
    context = {
        "buried": buried,
        "mails": mails.order_by("-id")[:SHOWN],
        "waiting": jobs.filter(state__in=[JobState.READY, JobState.RUNNING], attempts=0).count(),
        "again": jobs.filter(state__in=[JobState.READY, JobState.RUNNING], attempts__gt=0).count(),
    }
    return page(request, "admin/laurel/work.html", "Failed work", context)


@site.page("work/jobs/<uuid:job>/retry/", "work_retry")
@needs("issuers.manage_jobs")
def retry(request: HttpRequest, job: uuid.UUID) -> HttpResponse:
    """Give a job a new life."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        retry_issuer_job(institution(request), job_uuid=job, acting_user=request.user)  # type: ignore[arg-type]
    except Job.DoesNotExist as error:
        raise Http404 from error
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "The job runs again. If it fails once more, it comes back to this list.")
    return redirect("admin:work")


@site.page("work/mails/<uuid:mail>/resend/", "work_resend")
@needs("issuers.manage_jobs")
def resend(request: HttpRequest, mail: uuid.UUID) -> HttpResponse:
    """Send a mail again."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        resend_issuer_mail(institution(request), mail_uuid=mail, acting_user=request.user)  # type: ignore[arg-type]
    except OutgoingMail.DoesNotExist as error:
        raise Http404 from error
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "The mail is on its way again.")
    return redirect("admin:work")
