"""The life of a job: added with the change that owes it, claimed by one worker, done or tried again or buried."""

import logging
import random
import uuid
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from celery import current_app
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from jobs.exceptions import GiveUp
from jobs.models import Job, JobState
from jobs.registry import handler_of

logger = logging.getLogger(__name__)

LEASE = timedelta(seconds=30)  # longer than any handler may take; a dead worker's job waits at most this long
MAX_ATTEMPTS = 8
LONGEST_PAUSE = timedelta(minutes=15)


def add_job(
    kind: str,
    *,
    key: str,
    payload: dict[str, Any] | None = None,
    priority: int = 0,
    group: uuid.UUID | None = None,
) -> None:
    """Owe one piece of work, once for each (kind, key), and ring the doorbell when the transaction commits.

    `group` is the uuid of whom the work is for: it is shown to them when it fails. Must be called inside the
    transaction of the change that owes the work.
    """
    add_jobs([(kind, key, payload or {})], priority=priority, group=group)


def add_jobs(
    jobs: Iterable[tuple[str, str, dict[str, Any]]], *, priority: int = 0, group: uuid.UUID | None = None
) -> None:
    """Owe many pieces of work, each (kind, key, payload), in one statement."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A job is added inside the transaction of the change that owes it.")
    Job.objects.bulk_create(
        [Job(kind=kind, key=key, payload=payload, priority=priority, issuer_uuid=group) for kind, key, payload in jobs],
        ignore_conflicts=True,
    )
    transaction.on_commit(ring)


def ring() -> None:
    """Wake the workers. A doorbell that can't be rung is logged and made up for by the sweep."""
    try:
        current_app.send_task("jobs.drain", retry=False, expires=60)
    except Exception as error:
        logger.warning("doorbell not rung: %s", type(error).__name__)


def claim_job() -> Job | None:
    """Take the next ready job for this worker, or None. Two workers never get the same claim."""
    now = timezone.now()
    ready = Job.objects.filter(state=JobState.READY, run_after__lte=now).order_by("priority", "id")
    for job_id in ready.values_list("id", flat=True)[:8]:
        claim = uuid.uuid4()
        # The row count decides, on PostgreSQL and SQLite alike: whoever changed the state has the job.
        taken = Job.objects.filter(id=job_id, state=JobState.READY).update(
            state=JobState.RUNNING, claim=claim, lease_until=now + LEASE, attempts=F("attempts") + 1
        )
        if taken:
            return Job.objects.get(id=job_id)
    return None


def run_job(job: Job) -> None:
    """Do a claimed job: run its handler, then mark it done, due again, or buried."""
    try:
        handler_of(job.kind)(job)
    except GiveUp as error:
        _bury(job, str(error))
    except Exception as error:
        logger.exception("job %s failed, attempt %s", job, job.attempts)
        if job.attempts >= MAX_ATTEMPTS:
            _bury(job, f"{type(error).__name__}: {error}")
        else:
            _put_back(job, f"{type(error).__name__}: {error}")
    else:
        _held(job).update(
            state=JobState.DONE,
            finished_at=timezone.now(),
            lease_until=None,
            progress_done=F("progress_total"),
            last_error="",
        )


def drain(limit: int = 1000) -> int:
    """Do ready jobs until none is left or `limit` are done; return how many."""
    for done in range(limit):
        job = claim_job()
        if job is None:
            return done
        run_job(job)
    return limit


def sweep() -> int:
    """Make jobs of dead workers ready again and wake the workers if anything is due; return how many were freed."""
    now = timezone.now()
    freed = Job.objects.filter(state=JobState.RUNNING, lease_until__lt=now).update(
        state=JobState.READY, claim=None, lease_until=None
    )
    if Job.objects.filter(state=JobState.READY, run_after__lte=now).exists():
        ring()
    return freed


def retry_job(job: Job) -> Job:
    """Give a buried job a new life: ready now, with its attempts forgotten."""
    Job.objects.filter(id=job.id, state=JobState.BURIED).update(
        state=JobState.READY, attempts=0, run_after=timezone.now(), finished_at=None
    )
    job.refresh_from_db()
    return job


def report_progress(job: Job, *, done: int, total: int) -> None:
    """Say how far a claimed job is, and keep its lease for another full term."""
    _held(job).update(progress_done=done, progress_total=total, lease_until=timezone.now() + LEASE)


def _held(job: Job) -> Any:
    """The row, only while this claim still has it: a worker that lost its lease changes nothing."""
    return Job.objects.filter(id=job.id, state=JobState.RUNNING, claim=job.claim)


def _bury(job: Job, error: str) -> None:
    _held(job).update(state=JobState.BURIED, finished_at=timezone.now(), lease_until=None, last_error=error[:4000])


def _put_back(job: Job, error: str) -> None:
    pause = min(timedelta(seconds=2**job.attempts), LONGEST_PAUSE) * random.uniform(0.75, 1.25)  # noqa: S311
    _held(job).update(
        state=JobState.READY,
        claim=None,
        lease_until=None,
        run_after=timezone.now() + pause,
        last_error=error[:4000],
    )
