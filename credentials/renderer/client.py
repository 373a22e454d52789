"""The parent's side of the renderer: one child for each worker process, started on demand, replaced when it fails."""

import base64
import contextlib
import logging
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from credentials.renderer.process import read_frame, write_frame

logger = logging.getLogger(__name__)

WALL_SECONDS = 15.0  # for one page, a new start of the child included; a job's lease is twice as long
RENDERS_BEFORE_RESTART = 500  # a young process holds no leak
SCRIPT = Path(__file__).with_name("process.py")
# What fonts and libraries need in order to be found. Nothing else of the worker's environment reaches the child.
PASSED_ON = (
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "XDG_CACHE_HOME",
    "XDG_DATA_HOME",
    "FONTCONFIG_FILE",
    "FONTCONFIG_PATH",
    "DYLD_FALLBACK_LIBRARY_PATH",
)


class RenderError(Exception):
    """A page could not be drawn. `str(error)` says why, for the operator."""


class RenderTimeout(RenderError):
    """A page took over the wall limit, and its child was ended."""


class _ChildGone(Exception):
    """The child ended in the middle of a conversation."""


@dataclass(frozen=True)
class Page:
    """What to draw. `assets` maps each address used in `html` to (media type, bytes); no other one is served."""

    html: str
    assets: dict[str, tuple[str, bytes]]
    created: str  # ISO 8601 with zone: the only date in the file
    root_sizes: tuple[float, ...] = (10.0,)  # points; the first that fits on one page is taken
    attachment: tuple[str, str, bytes] | None = None  # file name, description, bytes


@dataclass(frozen=True)
class Drawing:
    """What came of it.

    `refused` lists the addresses that the page asked for and did not get, `missing` the characters that no installed
    font has.
    """

    pdf: bytes
    pages: int
    root_size: float  # points
    refused: tuple[str, ...]
    missing: tuple[str, ...]


class Renderer:
    """Draws one page at a time; safe to call from several threads."""

    def __init__(self, *, wall_seconds: float = WALL_SECONDS, renders_before_restart: int = RENDERS_BEFORE_RESTART):
        self.wall_seconds = wall_seconds
        self.renders_before_restart = renders_before_restart
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._ready = False
        self._renders = 0

    @property
    def pid(self) -> int | None:
        """The child's process id, if one lives."""
        child = self._child
        return child.pid if child and child.poll() is None else None

    def start(self) -> None:
        """Start the child without waiting for it: it loads its libraries while the caller goes on."""
        with self._lock:
            self._living_child()

    def stop(self) -> None:
        """End the child."""
        with self._lock:
            self._end()

    def draw(self, page: Page) -> Drawing:
        """Return the page as PDF, or raise RenderError. A child that died is replaced once, within the same time."""
        request: dict[str, Any] = {
            "html": page.html,
            "root_sizes": page.root_sizes,
            "created": page.created,
            "assets": {
                address: {"type": kind, "data": base64.b64encode(data).decode()}
                for address, (kind, data) in page.assets.items()
            },
            "attachment": None,
        }
        if page.attachment:
            name, description, data = page.attachment
            request["attachment"] = {
                "name": name,
                "description": description,
                "data": base64.b64encode(data).decode(),
            }
        with self._lock:
            deadline = time.monotonic() + self.wall_seconds
            try:
                answer = self._ask(request, deadline)
            except _ChildGone:
                logger.warning("the renderer died; starting another")
                try:
                    answer = self._ask(request, deadline)
                except _ChildGone as error:
                    raise RenderError("The renderer died twice on this page.") from error
            self._renders += 1
            if self._renders >= self.renders_before_restart:
                self._end()
        if "error" in answer:
            raise RenderError(answer["error"])
        return Drawing(
            pdf=base64.b64decode(answer["pdf"]),
            pages=answer["pages"],
            root_size=answer["root_size"],
            refused=tuple(answer["refused"]),
            missing=tuple(answer["missing"]),
        )

    def forget_child(self) -> None:
        """Leave the child to the process that started it: called in a worker that was forked off."""
        self._lock = threading.Lock()
        self._child, self._ready, self._renders = None, False, 0

    def _ask(self, request: dict[str, Any], deadline: float) -> dict[str, Any]:
        child = self._living_child()
        assert child.stdin and child.stdout
        timed_out = threading.Event()

        def end() -> None:
            timed_out.set()
            child.kill()

        clock = threading.Timer(max(0.0, deadline - time.monotonic()), end)
        clock.daemon = True
        clock.start()
        try:
            if not self._ready:
                greeting = read_frame(child.stdout)
                if greeting is None:
                    raise _ChildGone
                if "error" in greeting:
                    raise RenderError(f"WeasyPrint does not start: {greeting['error']}")
                self._ready = True
            write_frame(child.stdin, request)
            answer = read_frame(child.stdout)
            if answer is None:
                raise _ChildGone
        except (_ChildGone, RenderError, OSError, ValueError) as error:
            self._end()
            if timed_out.is_set():
                raise RenderTimeout(f"The page took over {self.wall_seconds:g} s.") from error
            if isinstance(error, RenderError):
                raise
            raise _ChildGone from error
        finally:
            clock.cancel()
        result: dict[str, Any] = answer
        return result

    def _living_child(self) -> subprocess.Popen[bytes]:
        if self._child and self._child.poll() is None:
            return self._child
        self._end()
        self._child = subprocess.Popen(  # noqa: S603
            # -I: neither the environment nor the working folder decides what is imported.
            [sys.executable, "-I", str(SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={name: os.environ[name] for name in PASSED_ON if name in os.environ},
            cwd="/",
        )
        return self._child

    def _end(self) -> None:
        child, self._child, self._ready, self._renders = self._child, None, False, 0
        if child:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe:
                    with contextlib.suppress(OSError):  # bytes that it never read
                        pipe.close()


renderer = Renderer()
os.register_at_fork(after_in_child=renderer.forget_child)
