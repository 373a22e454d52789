"""The job table: added with the change, claimed by one, done or tried again or buried, and freed when a worker dies."""

import threading
from datetime import timedelta

import pytest
import time_machine
from django.db import connection, transaction
from django.utils import timezone

from jobs.domain import queue
from jobs.exceptions import GiveUp
from jobs.models import Job, JobState
from jobs.registry import handles

pytestmark = pytest.mark.django_db
DONE: list[str] = []


@handles("tests.note")
def note(job: Job) -> None:
    DONE.append(job.key)


@handles("tests.fail")
def fail(job: Job) -> None:
    raise RuntimeError("the disk is full")


@handles("tests.give_up")
def give_up(job: Job) -> None:
    raise GiveUp("the document breaks a rule")


@pytest.fixture(autouse=True)
def nothing_done():
    DONE.clear()


def add(kind: str, key: str, **more) -> Job:
    with transaction.atomic():
        queue.add_job(kind, key=key, **more)
    return Job.objects.get(kind=kind, key=key)


def test_work_owed_twice_is_done_once():
    add("tests.note", "a")
    add("tests.note", "a")
    assert queue.drain() == 1
    assert DONE == ["a"]


@pytest.mark.django_db(transaction=True)
def test_a_job_must_be_added_with_the_change_that_owes_it():
    with pytest.raises(RuntimeError, match="inside the transaction"):
        queue.add_job("tests.note", key="a")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        queue.add_job("tests.note", key="a")
        raise ZeroDivisionError
    assert Job.objects.count() == 0


def test_the_lower_priority_number_runs_first_then_the_older():
    for key, priority in [("late", 5), ("first", 0), ("second", 0), ("urgent", -1)]:
        add("tests.note", key, priority=priority)
    queue.drain()
    assert DONE == ["urgent", "first", "second", "late"]


def test_a_failing_job_is_tried_again_later_and_buried_at_last():
    job = add("tests.fail", "a")
    for attempt in range(1, queue.MAX_ATTEMPTS + 1):
        with time_machine.travel(timezone.now() + timedelta(hours=attempt), tick=False):
            assert queue.drain() == 1
        job.refresh_from_db()
        assert job.attempts == attempt
    assert (job.state, job.last_error) == (JobState.BURIED, "RuntimeError: the disk is full")
    assert queue.drain() == 0


def test_the_pause_after_a_failure_grows():
    job = add("tests.fail", "a")
    queue.drain()
    job.refresh_from_db()
    first = job.run_after - timezone.now()
    Job.objects.update(attempts=5, run_after=timezone.now())
    queue.drain()
    job.refresh_from_db()
    assert timedelta(seconds=1) < first < timedelta(seconds=3)
    assert timedelta(seconds=40) < job.run_after - timezone.now() < timedelta(seconds=81)


def test_a_handler_that_gives_up_is_buried_at_once_and_may_be_retried_by_a_person():
    job = add("tests.give_up", "a")
    queue.drain()
    job.refresh_from_db()
    assert (job.state, job.attempts, job.last_error) == (JobState.BURIED, 1, "the document breaks a rule")
    assert queue.retry_job(job).state == JobState.READY


def test_a_dead_workers_job_is_freed_and_its_late_finish_changes_nothing():
    add("tests.note", "a")
    lost = queue.claim_job()
    assert lost is not None
    assert queue.sweep() == 0, "the lease still holds"
    with time_machine.travel(timezone.now() + queue.LEASE + timedelta(seconds=1), tick=False):
        assert queue.sweep() == 1
        taken = queue.claim_job()
        assert taken is not None
        queue.run_job(lost)
        taken.refresh_from_db()
        assert taken.state == JobState.RUNNING
        queue.run_job(taken)
        taken.refresh_from_db()
        assert (taken.state, taken.attempts) == (JobState.DONE, 2)


def test_progress_is_kept_while_the_job_runs():
    add("tests.note", "a")
    job = queue.claim_job()
    assert job is not None
    queue.report_progress(job, done=3, total=10)
    job.refresh_from_db()
    assert (job.progress_done, job.progress_total) == (3, 10)


@pytest.mark.django_db(transaction=True)
def test_eight_workers_share_two_hundred_jobs_without_doing_one_twice():
    if connection.vendor == "sqlite":
        pytest.skip("SQLite's test database is one connection's own: the killed-worker test covers it.")
    with transaction.atomic():
        queue.add_jobs([("tests.note", str(number), {}) for number in range(200)])

    def work() -> None:
        queue.drain()
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(DONE, key=int) == [str(number) for number in range(200)]
