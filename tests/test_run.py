"""bin/run itself, started as a person would, on an empty data folder."""

import os
import re
import signal
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bin.stack import free_port
from tests.stack import inherited

pytestmark = pytest.mark.stack

ROOT = Path(__file__).resolve().parent.parent
Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """A function that starts bin/run with more arguments; whatever still runs at the end is stopped."""
    started: list[subprocess.Popen[str]] = []

    def run(*arguments: str) -> subprocess.Popen[str]:
        command = ["bin/run", "--data", str(tmp_path / "data"), *arguments]
        started.append(
            subprocess.Popen(
                command, cwd=ROOT, env=inherited(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
            )
        )
        return started[-1]

    yield run
    for process in started:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=30)


def read_until(process: subprocess.Popen[str], words: str) -> str:
    """Return what a process prints up to the line with these words, or up to its end."""
    assert process.stdout is not None
    told = ""
    for line in process.stdout:
        told += line
        if words in line:
            break
    return told


def process_numbers(tmp_path: Path) -> dict[str, int]:
    """Return the numbers that bin/run keeps beside the logs of its processes."""
    return {path.stem: int(path.read_text()) for path in (tmp_path / "data" / "log").glob("*.pid")}


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://localhost:{port}/healthz/", timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


def test_it_starts_everything_says_where_and_stops_everything(start: Start, tmp_path: Path) -> None:
    port = free_port()
    process = start("--port", str(port), "--no-demo")
    told = read_until(process, "Ctrl-C stops all of it.")
    assert re.search(rf"^Laurel is ready after \d+\.\d s:  http://localhost:{port}$", told, re.MULTILINE), told
    assert f"Mail is written to {tmp_path / 'data' / 'mail'}" in told
    assert answers(port)
    running = process_numbers(tmp_path)
    assert sorted(running) == ["scheduler", "web", "worker"]
    for number in running.values():
        os.kill(number, 0)  # raises when there is no such process

    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == 0
    assert not answers(port)
    for number in running.values():
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)
    assert process_numbers(tmp_path) == {}

    again = start("--port", str(port), "--no-demo")
    assert "Laurel is ready" in read_until(again, "Ctrl-C")
    assert answers(port)


def test_a_process_that_dies_stops_the_others_and_is_named(start: Start, tmp_path: Path) -> None:
    port = free_port()
    process = start("--port", str(port), "--no-demo")
    read_until(process, "Ctrl-C")
    log = tmp_path / "data" / "log" / "worker.log"
    end = time.monotonic() + 30
    while "celery@" not in log.read_text() and "ready" not in log.read_text() and time.monotonic() < end:
        time.sleep(0.1)
    last_line = log.read_text().splitlines()[-1]
    os.kill(process_numbers(tmp_path)["worker"], signal.SIGKILL)
    told, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "The worker process ended by itself (exit code -9). Its whole log: " in told
    assert last_line in told
    assert not answers(port)


def test_a_taken_port_and_a_taken_folder_are_said_so(start: Start, tmp_path: Path) -> None:
    port = free_port()
    process = start("--port", str(port), "--no-demo")
    read_until(process, "Ctrl-C")
    same_folder = start("--port", str(free_port()), "--no-demo")
    told, _ = same_folder.communicate(timeout=30)
    assert same_folder.returncode == 1
    assert told == (
        f"Laurel is running on {tmp_path / 'data'} already (process {process.pid}). "
        "Stop that one, or name another folder with --data.\n"
    )
    same_port = start("--port", str(port), "--no-demo", "--data", str(tmp_path / "other"))
    told, _ = same_port.communicate(timeout=30)
    assert same_port.returncode == 1
    assert told == f"Port {port} is taken by another program. Choose another one: bin/run --port {port + 1}\n"
