"""`python bin healthy web|worker|scheduler`: exit code 0 when that process of a container does its work."""

import http.client
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

from bin.environment import ROOT
from bin.errors import CannotGoOn, told_in_a_sentence

# The scheduler writes its file down every three minutes.
SCHEDULE_AGE = 400  # seconds


@told_in_a_sentence
def main(line: list[str]) -> int:
    """Ask the named process; say what is wrong on stderr and return 1 when it does not answer."""
    checks = {"web": web, "worker": worker, "scheduler": scheduler}
    if len(line) != 1 or line[0] not in checks:
        raise CannotGoOn("Name the process to ask: web, worker or scheduler.")
    checks[line[0]]()
    return 0


def web() -> None:
    """Ask /healthz/ under a host name that the settings allow."""
    port = int(os.environ.get("LAUREL_BIND", ":8000").rsplit(":", 1)[1])
    host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0]
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=4)
    try:
        link.request("GET", "/healthz/", headers={"Host": host})
        status = link.getresponse().status
    except OSError as problem:
        raise CannotGoOn(f"The web process does not answer at port {port}: {problem}") from problem
    finally:
        link.close()
    if status != http.HTTPStatus.OK:
        raise CannotGoOn(f"The web process answered {status} at /healthz/.")


def worker() -> None:
    """Ping the worker of this host through the broker."""
    name = f"celery@{socket.gethostname()}"
    ping = [
        sys.executable,
        "-m",
        "celery",
        "-A",
        "config",
        "inspect",
        "ping",
        "--timeout",
        "5",
        "--destination",
        name,
    ]
    done = subprocess.run(ping, cwd=ROOT, capture_output=True, text=True, timeout=25, check=False)
    if done.returncode:
        raise CannotGoOn(f"{name} does not answer: {(done.stderr or done.stdout).strip()[-500:]}")


def scheduler() -> None:
    """See that the scheduler's file was written lately."""
    files = list(Path(os.environ["LAUREL_DATA"]).glob("scheduler*"))
    age = time.time() - max((path.stat().st_mtime for path in files), default=0)
    if age > SCHEDULE_AGE:
        raise CannotGoOn("The scheduler has not written its file for more than six minutes.")
