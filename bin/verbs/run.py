"""bin/run: from a fresh checkout to a running Laurel with demo data, in one command."""

import argparse
import contextlib
import fcntl
import os
import signal
import time
from pathlib import Path
from typing import IO

from bin import environment, machine
from bin.errors import CannotGoOn, told_in_a_sentence
from bin.stack import SCHEDULER, WEB, WORKER, Stack, is_taken

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def arguments_from(line: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/run", description="Start Laurel on this machine.")
    parser.add_argument("--port", type=int, default=8000, help="port of the web address (default 8000)")
    parser.add_argument(
        "--data",
        type=Path,
        default=Path(os.environ.get("LAUREL_DATA", environment.ROOT / ".data")),
        help="folder for the database, files, mail and logs (default .data)",
    )
    parser.add_argument("--no-demo", action="store_true", help="start empty, without the demo programmes")
    return parser.parse_args(line)


def claim(data: Path) -> IO[str]:
    """Lock the data folder for this process, for as long as the returned file is open."""
    data.mkdir(parents=True, exist_ok=True)
    lock = (data / "run.lock").open("a+")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.seek(0)
        raise CannotGoOn(
            f"Laurel is running on {data} already (process {lock.read().strip()}). Stop that one, or name "
            "another folder with --data."
        ) from None
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()
    return lock


def load_demo(stack: Stack) -> str:
    """Load the demo programmes at the first start; return the sign-ins to show."""
    told = stack.data / "demo-sign-ins.txt"
    if not told.exists():
        print("Loading the demo programmes", flush=True)
        stack.manage("load_demo")
        told.write_text(stack.manage("load_demo", "--sign-ins"))
    return told.read_text().rstrip()


def stop_on_signals() -> None:
    """Make a polite request to stop do what Ctrl-C does, however this program was started."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    for number in STOP_SIGNALS:
        signal.signal(number, interrupt)


def ignore_signals() -> None:
    """Let the stopping finish: a second Ctrl-C must not leave processes behind."""
    for number in STOP_SIGNALS:
        signal.signal(number, signal.SIG_IGN)


@told_in_a_sentence
def main(line: list[str]) -> int:
    """Install what is missing, prepare the data folder, start the three processes, stay until stopped."""
    began = time.monotonic()
    arguments = arguments_from(line)
    stop_on_signals()
    with contextlib.suppress(KeyboardInterrupt), claim(arguments.data):
        if is_taken(arguments.port):
            raise CannotGoOn(
                f"Port {arguments.port} is taken by another program. Choose another one: "
                f"bin/run --port {arguments.port + 1}"
            )
        machine.install_missing([*environment.needs(dev=False), *machine.TO_RUN])
        python = environment.install(dev=False)
        stack = Stack(python=python, data=arguments.data, port=arguments.port, variables=os.environ)
        try:
            stack.prepare()
            sign_ins = "" if arguments.no_demo else load_demo(stack)
            stack.start(WEB, WORKER)
            stack.wait_until_ready()
            stack.start(SCHEDULER)  # last: it only sweeps, and the page should not wait for it
            print_welcome(stack, sign_ins, time.monotonic() - began)
            while True:
                stack.raise_if_dead()
                time.sleep(0.5)
        finally:
            ignore_signals()
            print("\nStopping", flush=True)
            stack.stop()
    return 0


def print_welcome(stack: Stack, sign_ins: str, seconds: float) -> None:
    print(f"\nLaurel is ready after {seconds:.1f} s:  {stack.url}\n")
    if sign_ins:
        print(f"{sign_ins}\n")
    if not stack.variables.get("EMAIL_URL"):
        print(f"Mail is written to {stack.data / 'mail'}")
    print(f"Logs are in {stack.data / 'log'}\nCtrl-C stops all of it.", flush=True)
