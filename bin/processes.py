"""Child processes that never outlive their parent: each in its own group, with a log, stopped as a group."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

GRACE_SECONDS = 10.0
LOG_LIMIT = 5 * 1024 * 1024  # bytes; a longer log is set aside as NAME.log.1 when its process starts

# Runs beside the children and reads their group numbers from a pipe that only the parent holds open. When the
# parent dies without a word (SIGKILL), the pipe ends and whatever is still running is stopped.
LIFELINE = """
import os, signal, sys, time
groups = set()
for line in sys.stdin:
    (groups.add if line[0] == "+" else groups.discard)(int(line[1:]))
def send(number):
    for group in list(groups):
        try:
            os.killpg(group, number)
        except OSError:
            groups.discard(group)
send(signal.SIGTERM)
end = time.monotonic() + 10
while groups and time.monotonic() < end:
    time.sleep(0.1)
    send(0)
send(signal.SIGKILL)
"""


class Processes:
    """Start, watch and stop children by name.

    `log_folder` gets NAME.log for each child, and NAME.pid while it runs. Use as a context manager: leaving it stops
    every child.
    """

    def __init__(self, log_folder: Path) -> None:
        self.log_folder = log_folder
        self.children: dict[str, subprocess.Popen[bytes]] = {}
        log_folder.mkdir(parents=True, exist_ok=True)
        self._lifeline = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", LIFELINE],
            stdin=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def __enter__(self) -> "Processes":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop_all()

    def log(self, name: str) -> Path:
        return self.log_folder / f"{name}.log"

    def log_tail(self, name: str, lines: int = 25) -> str:
        """Return the last lines of a child's log, or an empty text when it wrote none."""
        try:
            return "\n".join(self.log(name).read_text(errors="replace").splitlines()[-lines:])
        except FileNotFoundError:
            return ""

    def start(
        self,
        name: str,
        command: Sequence[str],
        *,
        env: Mapping[str, str],
        cwd: Path,
        user: int | None = None,
        group: int | None = None,
    ) -> None:
        """Start a child in a session of its own, so that the terminal's Ctrl-C reaches the parent alone.

        `user` and `group` are numbers that root may hand the child down to.
        """
        log = self.log(name)
        if log.exists() and log.stat().st_size > LOG_LIMIT:
            log.replace(log.with_suffix(".log.1"))
        with log.open("ab") as output:
            child = subprocess.Popen(
                list(command),
                env=dict(env),
                cwd=cwd,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                user=user,
                group=group,
                extra_groups=None if group is None else [],
            )
        self.children[name] = child
        self._number(name).write_text(f"{child.pid}\n")
        self._tell_lifeline(f"+{child.pid}")

    def dead(self) -> str | None:
        """Return the name of a child that ended without being asked to, or None."""
        return next((name for name, child in self.children.items() if child.poll() is not None), None)

    def stop(self, *names: str, sent: int = signal.SIGTERM, grace: float = GRACE_SECONDS) -> None:
        """Ask each child to stop, wait up to `grace` seconds for all, then kill what is left of their groups.

        Only the leader is asked: a pool's children that get the signal too leave their leader waiting.
        """
        children = [(name, self.children.pop(name)) for name in names if name in self.children]
        for _, child in children:
            if child.poll() is None:
                child.send_signal(sent)
        end = time.monotonic() + grace
        for name, child in children:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(max(0.0, end - time.monotonic()))
            self._kill_group(name, child)

    def stop_all(self) -> None:
        """Stop every child and the lifeline."""
        self.stop(*self.children)
        if self._lifeline.stdin is not None and not self._lifeline.stdin.closed:
            self._lifeline.stdin.close()
        self._lifeline.wait()

    def kill(self, name: str) -> None:
        """SIGKILL a child and its whole group at once, as a power cut would."""
        self._kill_group(name, self.children.pop(name))

    def _number(self, name: str) -> Path:
        return self.log_folder / f"{name}.pid"

    def _kill_group(self, name: str, child: subprocess.Popen[bytes]) -> None:
        # macOS answers "not permitted" for a group of zombies.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        self._number(name).unlink(missing_ok=True)
        self._tell_lifeline(f"-{child.pid}")

    def _tell_lifeline(self, line: str) -> None:
        if self._lifeline.stdin is not None and self._lifeline.poll() is None:
            self._lifeline.stdin.write(line + "\n")
            self._lifeline.stdin.flush()
