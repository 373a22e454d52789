"""A whole Laurel for a test: its own folder, a free port, real web, worker and scheduler processes."""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import TypeVar

from bin.stack import SCHEDULER, WEB, WORKER, free_port
from bin.stack import Stack as Processes

Value = TypeVar("Value")

# What the test run itself may have in its environment, and the stack under test must not inherit.
NOT_INHERITED = {
    "DATABASE_URL",
    "REDIS_URL",
    "DJANGO_SETTINGS_MODULE",
    "PUBLIC_BASE_URL",
    "EMAIL_URL",
    "LAUREL_DATA",
}


def inherited() -> dict[str, str]:
    """Return the environment of this test run without what would change a Laurel started from it."""
    return {name: value for name, value in os.environ.items() if name not in NOT_INHERITED}


class Stack(Processes):
    """Start a Laurel like bin/run's, embedded unless `servers` names DATABASE_URL and REDIS_URL.

    Use as a context manager. `demo` loads the demo programmes; `more` adds to the processes' environment.
    The folder goes away at the end, unless LAUREL_KEEP_STACK is set.
    """

    def __init__(
        self,
        *,
        demo: bool = False,
        servers: Mapping[str, str] | None = None,
        more: Mapping[str, str] | None = None,
    ) -> None:
        self.demo = demo
        super().__init__(
            python=Path(sys.executable),
            data=Path(tempfile.mkdtemp(prefix="laurel-stack-")),
            port=free_port(),
            variables={**inherited(), **(servers or {}), **(more or {})},
        )

    def __enter__(self) -> "Stack":
        try:
            self.prepare()
            if self.demo:
                self.manage("load_demo")
            self.start()
            self.wait_until_ready()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        if not os.environ.get("LAUREL_KEEP_STACK"):
            shutil.rmtree(self.data, ignore_errors=True)

    def kill_worker(self) -> None:
        """SIGKILL the worker and everything it started, as a power cut would."""
        self.processes.kill(WORKER)

    def start_worker(self) -> None:
        self.start(WORKER)

    def restart(self) -> None:
        """Stop all three processes politely and start them again on the same data."""
        self.processes.stop(WEB, WORKER, SCHEDULER)
        self.start()
        self.wait_until_ready()

    @property
    def mail_dir(self) -> Path:
        """The folder that each sent mail is written to, one file for each connection of the sender."""
        return self.data / "mail"

    def mails(self, to: str = "") -> list[EmailMessage]:
        """Return the mails sent so far, oldest first; only those to one address when `to` is given."""
        found = []
        for path in sorted(self.mail_dir.glob("*.log"), key=lambda path: path.stat().st_mtime_ns):
            # Django's file backend ends each message with a line of 79 hyphens.
            for text in path.read_bytes().split(b"\n" + b"-" * 79 + b"\n"):
                if text.strip():
                    found.append(message_from_bytes(text.lstrip(b"\n"), _class=EmailMessage, policy=policy.default))
        return [mail for mail in found if to in (mail["To"] or "")]

    def wait_for(self, look: Callable[[], Value], *, seconds: float = 15) -> Value:
        """Return the first true answer of `look()`; fail with the worker's log when there is none in time."""
        end = time.monotonic() + seconds
        while not (value := look()):
            if time.monotonic() > end:
                raise AssertionError(
                    f"Nothing came in {seconds} s. The worker said:\n{self.processes.log_tail(WORKER)}"
                )
            time.sleep(0.05)
        return value
