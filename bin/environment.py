"""The checkout's Python environment: .venv, filled from uv.lock, left alone while the lock stays the same."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from bin import machine
from bin.errors import CannotGoOn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "laurel-lock"
OLDEST_UV = (0, 8)  # reads this revision of the lock file


def install(*, dev: bool) -> Path:
    """Make .venv hold what uv.lock says (with the tools of tests when `dev`) and return its Python.

    Returns at once when the stamp says that it is so already. Raises CannotGoOn with what to do otherwise.
    """
    if _is_complete(dev=dev):
        return PYTHON
    uv = _uv()
    print("Installing Python packages into .venv", flush=True)
    command = [
        uv,
        "sync",
        "--frozen",
        "--inexact",
        "--no-python-downloads",
        "--python",
        sys.executable,
        "--quiet",
    ]
    if not dev:
        command.append("--no-dev")
    variables = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    variables["UV_PROJECT_ENVIRONMENT"] = str(VENV)
    if subprocess.run(command, cwd=ROOT, env=variables, check=False).returncode:
        raise CannotGoOn(f"The packages could not be installed. This line failed: {' '.join(command)}")
    STAMP.write_text(_stamp(dev=dev))
    return PYTHON


def needs(*, dev: bool) -> list[machine.Need]:
    """Return what the system must have before `install` can work."""
    return [] if _is_complete(dev=dev) or _uv_at_hand() else [machine.virtual_environments()]


def _stamp(*, dev: bool) -> str:
    lock = hashlib.sha256((ROOT / "uv.lock").read_bytes()).hexdigest()
    return f"{lock} {'dev' if dev else 'run'}\n"


def _is_complete(*, dev: bool) -> bool:
    """Say whether the last installation was of this lock; one with the tools of tests will do for running too."""
    enough = {_stamp(dev=True), _stamp(dev=dev)}
    return PYTHON.exists() and STAMP.exists() and STAMP.read_text() in enough


def _uv_at_hand() -> str | None:
    """Return a uv that is new enough: from the path, else from .venv, else None."""
    candidates = (shutil.which("uv"), str(VENV / "bin" / "uv"))
    return next((path for path in candidates if path and _is_new_enough(path)), None)


def _uv() -> str:
    """Return a uv that is new enough, putting one into .venv when there is none."""
    found = _uv_at_hand()
    if found:
        return found
    if not (VENV / "bin" / "pip").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
    wanted = f"uv>={OLDEST_UV[0]}.{OLDEST_UV[1]},<1"
    done = subprocess.run(
        [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wanted],
        check=False,
    )
    if done.returncode:
        raise CannotGoOn("uv, which installs Laurel's packages, could not be installed. See pip's words above.")
    return str(VENV / "bin" / "uv")


def _is_new_enough(uv: str) -> bool:
    try:
        answer = subprocess.run([uv, "--version"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return False
    version = re.search(r"(\d+)\.(\d+)", answer)
    return version is not None and (int(version[1]), int(version[2])) >= OLDEST_UV
