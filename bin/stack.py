"""A whole Laurel as processes on this machine: web, worker and scheduler over one data folder."""

import hashlib
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Mapping
from pathlib import Path

from bin.environment import ROOT
from bin.errors import CannotGoOn
from bin.machine import library_variables
from bin.processes import Processes

WEB, WORKER, SCHEDULER = "web", "worker", "scheduler"
ALL = (WEB, WORKER, SCHEDULER)


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

    def manage(self, *arguments: str) -> str:
        """Run a command of manage.py and return what it printed; raise CannotGoOn with its words."""
        done = subprocess.run(
            [str(self.python), "manage.py", *arguments],
            cwd=ROOT,
            env=self.variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise CannotGoOn(
                f"{done.stdout}{done.stderr}\nThis command failed: manage.py {' '.join(arguments)}"
            )
        return done.stdout

    def prepare(self) -> None:
        """Bring the database and the static files up to this checkout; skip what has not changed since."""
        migrations = [*ROOT.glob("*/migrations/*.py"), *ROOT.glob("config/settings/*.py")]
        database = self.variables.get("DATABASE_URL", "")
        here = bool(database) or (self.data / "laurel.sqlite3").exists()
        with self._unless_done("database", migrations, database, still_there=here) as todo:
            if todo:
                self.manage("migrate", "--verbosity", "0")
                self.manage("createcachetable")
        static = [
            path
            for folder in ("static", "*/static")
            for path in ROOT.glob(f"{folder}/**/*")
            if path.is_file()
        ]
        there = (self.data / "static").is_dir()
        with self._unless_done(
            "static", [*static, ROOT / "config/settings/base.py"], still_there=there
        ) as todo:
            if todo:
                self.manage("collectstatic", "--noinput", "--verbosity", "0")

    def _unless_done(self, name: str, files: Iterable[Path], *more: str, still_there: bool) -> "Once":
        return Once(self.data / f"{name}.stamp", [ROOT / "uv.lock", *files], more, still_there=still_there)

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
                raise CannotGoOn(
                    f"{tail}\nThe web process did not answer at {self.url}/healthz/ in {seconds:.0f} s."
                )
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
            raise CannotGoOn(
                f"{tail}\nThe {name} process ended by itself (exit code {code}). Its whole log: {log}"
            )

    def stop(self) -> None:
        """Stop every process of this stack."""
        self.processes.stop_all()


class Once:
    """Do a step only when its inputs have changed since it last succeeded; entering says whether to."""

    def __init__(self, stamp: Path, files: Iterable[Path], more: Iterable[str], *, still_there: bool) -> None:
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
