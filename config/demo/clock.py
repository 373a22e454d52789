"""A clock that can be set, so that the demo's past goes through the same domain functions as everything else."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from django.utils import timezone


@contextmanager
def clock_at(moment: datetime) -> Iterator[None]:
    """Let `timezone.now()` answer `moment` (aware) inside the block. For the demo's own process alone: the whole
    process sees it, so nothing else may run beside it."""
    real = timezone.now
    answer = moment.astimezone(UTC)  # as the real one does; what is hashed or compared as text relies on it
    timezone.now = lambda: answer
    try:
        yield
    finally:
        timezone.now = real
