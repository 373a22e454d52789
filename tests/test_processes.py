"""What bin/run and the tests rest on: children that stop when they should, and errors that say what to do."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bin.errors import CannotGoOn
from bin.processes import Processes
from bin.stack import Once, free_port, is_taken, static_sources
from bin.verbs.run import claim

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
# A child that will not stop when asked, and has a child of its own; both show that they live by writing on.
STUBBORN = """
trap '' TERM
write() { while :; do echo "$1" >> "$2/$1"; sleep 0.05; done; }
write child "$1" &
echo started
write leader "$1"
"""


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[Processes]:
    with Processes(tmp_path / "log") as running:
        yield running


def assert_silent(folder: Path, *names: str) -> None:
    """Assert that each of the writers had written, and writes no more."""
    before = [(folder / name).stat().st_size for name in names]
    assert min(before) > 0
    time.sleep(0.5)
    assert [(folder / name).stat().st_size for name in names] == before


def wait_for_log(processes: Processes, name: str) -> None:
    end = time.monotonic() + 10
    while "started" not in processes.log_tail(name) and time.monotonic() < end:
        time.sleep(0.02)
    assert processes.log_tail(name) == "started"


def test_a_stubborn_child_is_killed_with_its_children(processes: Processes, tmp_path: Path) -> None:
    processes.start("stubborn", ["sh", "-c", STUBBORN, "sh", str(tmp_path)], env=os.environ, cwd=ROOT)
    wait_for_log(processes, "stubborn")
    number = processes.log("stubborn").with_suffix(".pid")
    assert number.read_text() == f"{processes.children['stubborn'].pid}\n"
    processes.stop("stubborn", grace=0.5)
    assert_silent(tmp_path, "leader", "child")
    assert processes.children == {}
    assert not number.exists()


def test_a_polite_child_gets_the_signal_and_the_time_to_finish(processes: Processes, tmp_path: Path) -> None:
    words = ["sh", "-c", "trap 'echo finished; exit 0' TERM; echo started; while :; do sleep 0.1; done"]
    processes.start("polite", words, env=os.environ, cwd=ROOT)
    wait_for_log(processes, "polite")
    processes.stop("polite")
    assert processes.log_tail("polite") == "started\nfinished"


def test_a_child_that_ends_by_itself_is_named(processes: Processes) -> None:
    processes.start("long", ["sleep", "600"], env=os.environ, cwd=ROOT)
    processes.start("short", ["sh", "-c", "echo I cannot; exit 3"], env=os.environ, cwd=ROOT)
    processes.children["short"].wait()
    assert processes.dead() == "short"
    assert processes.log_tail("short") == "I cannot"


def test_children_do_not_outlive_a_parent_that_was_killed(tmp_path: Path) -> None:
    writer = ["sh", "-c", 'while :; do echo x >> "$1/writer"; sleep 0.05; done', "sh", str(tmp_path)]
    program = f"""
import os, signal, time
from pathlib import Path
from bin.processes import Processes
processes = Processes(Path({str(tmp_path)!r}))
processes.start("child", {writer!r}, env=os.environ, cwd=Path("/"))
time.sleep(0.5)
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, timeout=30, check=False)
    assert done.returncode == -signal.SIGKILL
    time.sleep(1)
    assert_silent(tmp_path, "writer")


def test_a_step_is_done_again_only_when_its_input_changed(tmp_path: Path) -> None:
    stamp, source = tmp_path / "stamp", tmp_path / "source"
    source.write_text("one")

    def run() -> bool:
        with Once(stamp, [source], ["more"], still_there=True) as todo:
            return todo

    assert [run(), run()] == [True, False]
    source.write_text("two")
    assert [run(), run()] == [True, False]
    with Once(stamp, [source], ["more"], still_there=False) as todo:
        assert todo is True


def test_a_step_that_failed_is_done_again(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), Once(tmp_path / "stamp", [], [], still_there=True):
        raise ZeroDivisionError
    with Once(tmp_path / "stamp", [], [], still_there=True) as todo:
        assert todo is True


def test_collected_files_are_not_taken_for_sources(tmp_path: Path) -> None:
    for name in ("static/site.css", "issuers/static/issuers/a.js", ".data/static/site.123.css", "issuers/b.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert sorted(static_sources(tmp_path)) == [tmp_path / "issuers/static/issuers/a.js", tmp_path / "static/site.css"]


def test_two_runs_on_one_data_folder_are_refused(tmp_path: Path) -> None:
    with claim(tmp_path), pytest.raises(CannotGoOn) as refused:
        claim(tmp_path)
    assert str(refused.value) == (
        f"Laurel is running on {tmp_path} already (process {os.getpid()}). "
        "Stop that one, or name another folder with --data."
    )
    claim(tmp_path).close()


def test_a_taken_port_is_noticed() -> None:
    port = free_port()
    assert is_taken(port) is False
    with socket.create_server(("127.0.0.1", port)):
        assert is_taken(port) is True


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may read; pytest's own belongs to one user alone."""
    with tempfile.TemporaryDirectory(prefix="laurel-test-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_who_may_not_install_is_told_which_line_to_run(open_folder: Path) -> None:
    """As an ordinary user, with apt-get but no sudo on the path."""
    (open_folder / "apt-get").write_text("#!/bin/sh\nexit 99\n")
    (open_folder / "apt-get").chmod(0o755)
    program = """
import os
from bin.machine import Need, install_missing
from bin.errors import CannotGoOn
if os.geteuid() == 0:
    os.seteuid(65534)
needs = [Need("libb", "", lambda: False), Need("liba", "", lambda: False), Need("c", "", lambda: True)]
try:
    install_missing(needs)
except CannotGoOn as told:
    print(told)
"""
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{program}"],
        env={"PATH": str(open_folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == (
        "Laurel needs some system packages that only an administrator may install. "
        "Run this line, then start again:\n\n"
        "    su -c 'apt-get update && apt-get install -y --no-install-recommends liba libb'\n\n"
    ), done.stderr
