"""What Laurel needs from the operating system, and how to get it: apt on Debian and Ubuntu, else Homebrew."""

import ctypes
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bin.errors import CannotGoOn

MACOS = platform.system() == "Darwin"
HOMEBREW_LIBRARIES = [Path("/opt/homebrew/lib"), Path("/usr/local/lib")]
FONT_FOLDERS = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts"]
CHROMIUM_NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]
CHROMIUM_ON_MACOS = [
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
]


@dataclass(frozen=True)
class Need:
    """One thing the machine must have: its package names and how to see that it is there.

    An empty package name says that this system has it by itself, or that no package of it is known.
    """

    apt: str
    brew: str
    is_there: Callable[[], bool]


def has_library(linux: str, macos: str = "") -> bool:
    """Say whether the dynamic linker finds a library, by the file name it has on this system."""
    names = [str(folder / macos) for folder in HOMEBREW_LIBRARIES] if MACOS else [linux]
    for name in names:
        try:
            ctypes.CDLL(name)
        except OSError:
            continue
        return True
    return False


def has_font(start: str) -> bool:
    """Say whether a font file with this beginning is installed. macOS brings fonts for every script."""
    return MACOS or any(
        name.startswith(start) for folder in FONT_FOLDERS for _, _, names in os.walk(folder) for name in names
    )


def chromium() -> str | None:
    """Return the path of a Chromium or Chrome: $CHROMIUM, else one on the path, else macOS's folder."""
    if os.environ.get("CHROMIUM"):
        return os.environ["CHROMIUM"]
    on_path = next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)
    return on_path or next((str(path) for path in CHROMIUM_ON_MACOS if path.exists()), None)


# WeasyPrint loads Pango when it is imported, so no certificate is drawn without these.
TO_RUN = [
    Need("libpango-1.0-0", "pango", lambda: has_library("libpango-1.0.so.0", "libpango-1.0.0.dylib")),
    Need("libpangoft2-1.0-0", "pango", lambda: has_library("libpangoft2-1.0.so.0", "libpangoft2-1.0.0.dylib")),
    Need(
        "libharfbuzz-subset0",
        "harfbuzz",
        lambda: has_library("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
    ),
    # A learner's name may be in any script: without these fonts it would be drawn as boxes.
    Need("fonts-noto-core", "", lambda: has_font("NotoSans-Regular")),
    Need("fonts-noto-cjk", "", lambda: has_font("NotoSansCJK")),
]

TO_TEST_FAST = [Need("poppler-utils", "poppler", lambda: shutil.which("pdftotext") is not None)]

TO_TEST = [
    *TO_TEST_FAST,
    Need(
        "redis-server",
        "redis",
        lambda: bool(os.environ.get("LAUREL_TEST_REDIS_URL") or shutil.which("redis-server")),
    ),
    Need("chromium", "chromium", lambda: chromium() is not None),
    Need("qpdf", "qpdf", lambda: shutil.which("qpdf") is not None),
]


def virtual_environments() -> Need:
    """Debian and Ubuntu keep the part of Python that makes virtual environments in a package of its own."""
    return Need(
        f"python{sys.version_info.major}.{sys.version_info.minor}-venv",
        "",
        lambda: importlib.util.find_spec("ensurepip") is not None,
    )


def install_missing(needs: Iterable[Need]) -> None:
    """Install the packages of every need that is not met; do nothing, fast, when all are.

    Raises CannotGoOn with the line to run when this user may not install, or the system is not known.
    """
    missing = [need for need in needs if not need.is_there()]
    if not missing:
        return
    if shutil.which("apt-get"):
        _install_with_apt(sorted({need.apt for need in missing}))
    elif shutil.which("brew"):
        _install_with_brew(sorted({need.brew for need in missing if need.brew}))
    else:
        names = ", ".join(sorted({need.apt for need in missing}))
        raise CannotGoOn(
            "Laurel needs some system packages, and found neither apt-get nor Homebrew to install them.\n"
            f"Install what your system calls these, then run this again: {names}"
        )
    still = [need.apt for need in missing if not need.is_there()]
    if still:
        raise CannotGoOn(f"These were installed, but are still not found: {', '.join(still)}. Please look into it.")


def _install_with_apt(packages: Sequence[str]) -> None:
    update = ["apt-get", "update", "-qq"]
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    names = " ".join(packages)
    if os.geteuid() == 0:
        before: list[str] = []
    elif _may_use_sudo():
        before = ["sudo"]
    else:
        line = f"apt-get update && apt-get install -y --no-install-recommends {names}"
        with_sudo = line.replace("apt-get", "sudo apt-get")
        raise CannotGoOn(
            "Laurel needs some system packages that only an administrator may install. Run this line, "
            f"then start again:\n\n    {with_sudo if shutil.which('sudo') else f'su -c {line!r}'}\n"
        )
    print(f"Installing system packages: {names}", flush=True)
    quiet = [*before, "env", "DEBIAN_FRONTEND=noninteractive"]
    for command in ([*quiet, *update], [*quiet, *install]):
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode:
            raise CannotGoOn(f"{done.stdout[-2000:]}\nThis line failed: {' '.join(command)}")


def _may_use_sudo() -> bool:
    """Say whether sudo works: without a password, or by asking the person at the terminal."""
    if not shutil.which("sudo"):
        return False
    if subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0:
        return True
    return sys.stdin.isatty() and subprocess.run(["sudo", "-v"], check=False).returncode == 0


def _install_with_brew(packages: Sequence[str]) -> None:
    print(f"Installing with Homebrew: {' '.join(packages)}", flush=True)
    casks = [name for name in packages if name == "chromium"]
    formulas = [name for name in packages if name not in casks]
    for how, names in (([], formulas), (["--cask"], casks)):
        command = ["brew", "install", *how, *names]
        if names and subprocess.run(command, check=False).returncode:
            raise CannotGoOn(f"This line failed: {' '.join(command)}")


def library_variables() -> dict[str, str]:
    """Return what a child needs in its environment to find Homebrew's libraries; nothing elsewhere."""
    if not MACOS:
        return {}
    return {"DYLD_FALLBACK_LIBRARY_PATH": ":".join(str(folder) for folder in HOMEBREW_LIBRARIES)}
