"""Which function does which kind of job. An app registers its handlers in its tasks.py."""

from collections.abc import Callable
from typing import TypeVar

from jobs.models import Job

Handler = Callable[[Job], None]
HandlerT = TypeVar("HandlerT", bound=Handler)
_handlers: dict[str, Handler] = {}


def handles(kind: str) -> Callable[[HandlerT], HandlerT]:
    """Register the decorated function for jobs of `kind`.

    A handler is idempotent: after a crash it runs again from the start, so unique constraints and states
    decide what is still to be done. It raises to be tried again later, or `GiveUp` to be buried at once.
    """

    def register(function: HandlerT) -> HandlerT:
        if kind in _handlers and _handlers[kind] is not function:
            raise ValueError(f"Two handlers for jobs of kind {kind}.")
        _handlers[kind] = function
        return function

    return register


def handler_of(kind: str) -> Handler:
    """Return the handler of `kind`; raise LookupError when no app registered one."""
    return _handlers[kind]
