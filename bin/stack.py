"""A whole Laurel as processes on this machine: web, worker and scheduler over one data folder."""

import fcntl
import hashlib
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bin.environment import ROOT
from bin.errors import CannotGoOn
from bin.machine import library_variables
from bin.processes import Processes

WEB, WORKER, SCHEDULER = "web", "worker", "scheduler"
ALL = (WEB, WORKER, SCHEDULER)
COLLECTED = ROOT / ".cache" / "collected"


class Stack:
    """Prepare a data folder, start the three processes, and stop them as one.

    `variables` is the environment that the processes start from; the data folder, the address and the search
    path are added to it. With neither DATABASE_URL nor REDIS_URL in it, the set-up is the embedded one.
    """

    def __init__(self, *, python: Path, data: Path, port: int, variables: Mapping[str, str]) -> None:
        self.python, self.data, self.port = python, data.resolve(), port
        self.url = f"http://localhost:{port}"
        self.data.mkdir(parents=True, exist_ok=True)
        self.variables = {
            "PUBLIC_BASE_URL": self.url,
            "DJANGO_SETTINGS_MODULE": "config.settings.base",
            **variables,
            **library_variables(),
            "LAUREL_DATA": str(self.data),
            "LAUREL_BIND": f"127.0.0.1:{port}",
            "PATH": f"{python.parent}{os.pathsep}{variables.get('PATH', os.defpath)}",
            "PYTHONUNBUFFERED": "1",
        }
        self.processes = Processes(self.data / "log")

    def command(self, name: str) -> list[str]:
        """Return the command of one of the three processes."""
        module = [str(self.python), "-m"]
        celery = [*module, "celery", "-A", "config"]
        # Threads, not children: a pool of processes would hold two more copies of everything for a few users.
        pool = ["--pool", "threads", "--concurrency", "4", "--without-gossip", "--without-mingle"]
        return {
            WEB: [*module, "gunicorn", "config.wsgi", "--config", "config/gunicorn.py"],
            WORKER: [*celery, "worker", *pool, "--hostname", f"worker@{self.port}", "--loglevel", "INFO"],
            SCHEDULER: [*celery, "beat", "--loglevel", "WARNING", "--pidfile", ""],
        }[name]

    def manage(self, *arguments: str, data: Path | None = None) -> str:
        """Run a command of manage.py and return what it printed; raise CannotGoOn with its words.

        `data` stands in for the stack's own data folder, for a command that is not about it.
        """
        done = subprocess.run(
            [str(self.python), "manage.py", *arguments],
            cwd=ROOT,
            env={**self.variables, "LAUREL_DATA": str(data or self.data)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise CannotGoOn(f"{done.stdout}{done.stderr}\nThis command failed: manage.py {' '.join(arguments)}")
        return done.stdout

    def prepare(self) -> None:
        """Bring the database and the static files up to this checkout; skip what has not changed since."""
        with ThreadPoolExecutor(max_workers=2) as pool:
            for step in [pool.submit(self._collect_static), pool.submit(self._migrate)]:
                step.result()

    def _migrate(self) -> None:
        files = [*ROOT.glob("*/migrations/*.py"), *ROOT.glob("config/settings/*.py"), ROOT / "uv.lock"]
        database = self.variables.get("DATABASE_URL", "")
        is_there = bool(database) or (self.data / "laurel.sqlite3").exists()
        with Once(self.data / "database.stamp", files, [database], still_there=is_there) as todo:
            if todo:
                self.manage("migrate", "--verbosity", "0")

    def _collect_static(self) -> None:
        """Collect the static files once for the checkout, and let the data folder point at them.

        They depend on nothing but the checkout, and compressing them takes longer than all the rest of a start.
        """
        COLLECTED.mkdir(parents=True, exist_ok=True)
        files = [ROOT / "uv.lock", ROOT / "config/settings/base.py", *static_sources(ROOT)]
        with (COLLECTED / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            is_there = (COLLECTED / "static" / "staticfiles.json").exists()
            with Once(COLLECTED / "static.stamp", files, still_there=is_there) as todo:
                if todo:
                    self.manage("collectstatic", "--noinput", "--verbosity", "0", data=COLLECTED)
        if not (self.data / "static").exists():
            (self.data / "static").symlink_to(COLLECTED / "static")

    def start(self, *names: str) -> None:
        """Start the named processes, or all three."""
        for name in names or ALL:
            self.processes.start(name, self.command(name), env=self.variables, cwd=ROOT)

    def wait_until_ready(self, seconds: float = 60) -> None:
        """Return when /healthz/ answers 200; raise CannotGoOn, with a log's tail, if that does not happen."""
        end = time.monotonic() + seconds
        while not self.is_healthy():
            self.raise_if_dead()
            if time.monotonic() > end:
                tail = self.processes.log_tail(WEB)
                raise CannotGoOn(f"{tail}\nThe web process did not answer at {self.url}/healthz/ in {seconds:.0f} s.")
            time.sleep(0.1)

    def is_healthy(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz/", timeout=5) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def raise_if_dead(self) -> None:
        """Raise CannotGoOn, with the tail of its log, when one of the processes has ended by itself."""
        name = self.processes.dead()
        if name:
            code = self.processes.children[name].returncode
            tail = self.processes.log_tail(name)
            log = self.processes.log(name)
            raise CannotGoOn(f"{tail}\nThe {name} process ended by itself (exit code {code}). Its whole log: {log}")

    def stop(self) -> None:
        """Stop every process of this stack."""
        self.processes.stop_all()


class Once:
    """Do a step only when its inputs have changed since it last succeeded; entering says whether to."""

    def __init__(self, stamp: Path, files: Iterable[Path], more: Iterable[str] = (), *, still_there: bool) -> None:
        self.stamp = stamp
        digest = hashlib.sha256("\0".join(more).encode())
        for path in sorted(files):
            digest.update(f"{path}\0".encode())
            digest.update(path.read_bytes())
        self.now = digest.hexdigest()
        self.todo = not (still_there and stamp.exists() and stamp.read_text() == self.now)

    def __enter__(self) -> bool:
        return self.todo

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None and self.todo:
            self.stamp.write_text(self.now)


def static_sources(root: Path) -> list[Path]:
    """Return the checkout's own static files: under static/ and under each app's static/."""
    # Never a folder with a dot: .data/static points at what was collected from these.
    folders = [root / "static", *root.glob("[!.]*/static")]
    return [path for folder in folders for path in folder.glob("**/*") if path.is_file()]


def free_port() -> int:
    """Return a TCP port of 127.0.0.1 that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_taken(port: int) -> bool:
    """Say whether something listens on this port of 127.0.0.1 already."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0
