"""A row for every side effect still owed: written in the transaction of the change that owes it."""

import uuid

from django.db import models
from django.utils import timezone


class JobState(models.TextChoices):
    READY = "ready", "waiting"
    RUNNING = "running", "running"
    DONE = "done", "done"
    BURIED = "buried", "given up"
    CANCELLED = "cancelled", "cancelled"


class Job(models.Model):
    """One piece of durable work.

    `kind` names the handler; `key` makes the work unique within its kind, so adding it twice adds it once.
    `lease_until` is set while a worker has it: when it passes, the worker is taken for dead and the job is ready again.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=80)
    key = models.CharField(max_length=200)
    payload = models.JSONField(default=dict)
    issuer_uuid = models.UUIDField(
        null=True, blank=True, db_index=True, help_text="For whom; jobs know no institutions."
    )
    state = models.CharField(max_length=10, choices=JobState, default=JobState.READY)
    priority = models.SmallIntegerField(default=0, help_text="Lower runs first.")
    attempts = models.PositiveSmallIntegerField(default=0)
    run_after = models.DateTimeField(default=timezone.now)
    lease_until = models.DateTimeField(null=True, blank=True)
    claim = models.UUIDField(null=True, blank=True, help_text="Who has it: a new value for each claim.")
    progress_done = models.PositiveIntegerField(default=0)
    progress_total = models.PositiveIntegerField(default=1)
    last_error = models.TextField(blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="job_once_per_kind_and_key")]
        indexes = [
            models.Index(fields=["priority", "id"], name="job_ready", condition=models.Q(state="ready")),
            models.Index(fields=["lease_until"], name="job_leases", condition=models.Q(state="running")),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
