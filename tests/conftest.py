"""What every test may ask for. Unit tests need nothing; the rest name their servers and programs here."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache

from bin import machine, node
from tests.independent import Verifiers
from tests.servers import PostgresServer, RedisServer, postgres_server, redis_server
from tests.stack import Stack

ROOT = Path(__file__).resolve().parent.parent

# Playwright's synchronous interface runs an event loop, and Django would refuse the database inside one.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip browser tests, saying why, where there is no browser; on CI a missing browser is a failure."""
    if machine.chromium() or os.environ.get("CI"):
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason="No Chromium found: install one, or name it in $CHROMIUM."))


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    """Begin each test with no rate limit used up: counters live in the cache."""
    cache.clear()


@pytest.fixture(scope="session")
def vectors() -> Path:
    """The folder of third-party test vectors: beside the checkout, or where $LAUREL_VECTORS says."""
    folder = Path(os.environ.get("LAUREL_VECTORS", ROOT.parent / "shared" / "vectors"))
    if not folder.is_dir():
        pytest.skip(f"No test vectors at {folder}.")
    return folder


@pytest.fixture(scope="session")
def private_postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL of this test run alone, which tests may stop, kill and start again."""
    with postgres_server() as server:
        yield server


@pytest.fixture(scope="session")
def private_redis() -> Iterator[RedisServer]:
    """A Redis of this test run alone, which tests may stop, kill, flush and start again."""
    with redis_server() as server:
        yield server


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    """A running Laurel with the demo programmes, embedded set-up, shared by the tests of one module."""
    with Stack(demo=True) as running:
        yield running


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Drive the system's Chromium: nothing is downloaded, and nothing runs in it but the page."""
    return {
        **browser_type_launch_args,
        "executable_path": machine.chromium(),
        "args": [
            *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
            *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
        ],
    }


@pytest.fixture(scope="session")
def verify_independently() -> Verifiers:
    """A function that asks two verifiers written by others; see Verifiers.__call__."""
    return Verifiers(node.install())
