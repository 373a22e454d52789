"""bin/test: every check that Laurel knows, from format to browser. `bin/test fast` is the inner loop."""

import concurrent.futures
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from bin import environment, machine, node
from bin.errors import told_in_a_sentence

UNIT = "not browser and not stack and not node"
WHOLE = "browser or stack or node"
NOTHING_RAN = 5  # pytest's exit code when no test was selected
INTERRUPTED = 130

PYTHON_M = [sys.executable, "-m"]
TEST_SETTINGS = ["--settings", "config.settings.test"]
CHECKS = {
    "format": [*PYTHON_M, "ruff", "format", "--check", "--quiet", "."],
    "lint": [*PYTHON_M, "ruff", "check", "--quiet", "."],
    "templates": [*PYTHON_M, "djlint", "templates", "--lint", "--quiet"],
    "import contracts": [str(environment.VENV / "bin" / "lint-imports")],
    "migrations": [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run", *TEST_SETTINGS],
    "types": [*PYTHON_M, "mypy", "."],
}


@told_in_a_sentence
def main(line: list[str]) -> int:
    """Run the wanted stages; return 0 when every one of them passed and at least one test ran."""
    scope = line.pop(0) if line and line[0] in {"fast", "all"} else "all"
    everything = [*machine.TO_RUN, *(machine.TO_TEST if scope == "all" else machine.TO_TEST_FAST)]
    machine.install_missing([*environment.needs(dev=True), *everything])
    python = environment.install(dev=True)
    if Path(sys.prefix).resolve() != environment.VENV.resolve():
        # From here on in the checkout's own environment: the servers of tests may come out of its wheels.
        os.execv(python, [str(python), str(environment.ROOT / "bin"), "test", scope, *line])  # noqa: S606
    os.chdir(environment.ROOT)
    with tempfile.TemporaryDirectory(prefix="laurel-tests-", ignore_cleanup_errors=True) as folder:
        # Everything that tests leave lying about goes into one folder, and goes away with it.
        os.environ["TMPDIR"] = tempfile.tempdir = folder
        Path(folder).chmod(0o711)  # root's PostgreSQL runs as somebody else, who must get through
        signal.signal(signal.SIGTERM, terminate)
        try:
            return run(scope, Stages(line))
        except KeyboardInterrupt:
            return INTERRUPTED


class Terminated(KeyboardInterrupt):
    """SIGTERM, which reaches this process alone; Ctrl-C reaches the tests by itself."""


def terminate(*_: object) -> None:
    raise Terminated


def run(scope: str, stages: "Stages") -> int:
    """Run the stages of a scope, `fast` or `all`, and return the exit code."""
    stages.checks()
    if scope == "fast":
        stages.pytest("quick unit tests on SQLite", "-n", "2", "-m", f"{UNIT} and not slow")
    else:
        node.install()
        # Only now: it may need a wheel that was installed a moment ago.
        from tests.servers import server_addresses

        stages.pytest("unit tests on SQLite", "-n", "2", "-m", UNIT)
        with server_addresses() as servers:
            stages.pytest("unit tests on PostgreSQL with Redis", "-n", "2", "-m", UNIT, servers=servers)
        stages.pytest("stack, browser and verifiers", "-m", WHOLE)
    return stages.result()


class Stages:
    """Run one stage after another, tell each with its seconds, and remember which failed."""

    def __init__(self, extra: Sequence[str]) -> None:
        self.extra = list(extra)
        self.failed: list[str] = []
        self.tested = False

    def checks(self) -> None:
        """Run the checks two at a time, and show the words of those that fail."""
        began = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
            # Types first: they take longest.
            done = dict(zip(reversed(CHECKS), pool.map(self._check, reversed(CHECKS.values())), strict=True))
        failed = {name: words for name, words in done.items() if words is not None}
        for name, words in failed.items():
            print(f"\n-- {name}\n{words}", flush=True)
        self.failed += failed
        told = f"failed: {', '.join(failed)}" if failed else "passed"
        print(f"== checks ({', '.join(CHECKS)}) {told}, {time.monotonic() - began:.1f} s", flush=True)

    def pytest(self, name: str, *arguments: str, servers: Mapping[str, str] | None = None) -> None:
        """Run pytest over one part of the suite, against the given servers if any."""
        print(f"== {name}", flush=True)
        began = time.monotonic()
        command = [sys.executable, "-m", "pytest", *arguments, *self.extra]
        with subprocess.Popen(command, env={**os.environ, **(servers or {})}) as child:
            try:
                code = child.wait()
            except KeyboardInterrupt as interrupt:
                if isinstance(interrupt, Terminated):
                    child.send_signal(signal.SIGINT)
                child.wait()  # pytest takes its servers and stacks down
                raise
        # With arguments of the caller's own, a part may hold nothing of what was asked for.
        if code == NOTHING_RAN and self.extra:
            return
        self.tested = self.tested or code == 0
        if code:
            self.failed.append(f"{name} ({time.monotonic() - began:.0f} s)")

    def result(self) -> int:
        """Return the exit code. pytest's summary stays the last word when all is well."""
        if not self.failed and not self.tested:
            self.failed.append("no test was selected")
        if self.failed:
            print(f"Failed: {'; '.join(self.failed)}", file=sys.stderr)
        return 1 if self.failed else 0

    @staticmethod
    def _check(command: Sequence[str]) -> str | None:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return done.stdout if done.returncode else None
