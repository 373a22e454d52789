"""docker-compose.yml, read and carried out: each service's exact command, against private servers."""

import base64
import http.client
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from bin.processes import Processes
from bin.stack import free_port
from tests.servers import PostgresServer, RedisServer, redis_server, wait_for

pytestmark = pytest.mark.stack

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = {
    "SECRET_KEY": "a-secret-of-the-test-and-of-nothing-else-0123456789",
    "LAUREL_KEK": base64.b64encode(bytes(32)).decode(),
    "POSTGRES_PASSWORD": "postgres-password-of-the-test",
    "REDIS_PASSWORD": "redis-password-of-the-test",
    "PUBLIC_BASE_URL": "https://badges.example.edu",
    "ALLOWED_HOSTS": "badges.example.edu",
    "EMAIL_URL": "smtp://127.0.0.1:1",
    "DEFAULT_FROM_EMAIL": "Badges <badges@example.edu>",
}
SECRETS = {"SECRET_KEY", "LAUREL_KEK", "POSTGRES_PASSWORD", "REDIS_PASSWORD", "EMAIL_URL"}
VARIABLE = re.compile(r"\$\{(\w+)(?:(:-|:\?)([^}]*))?\}")


def filled_in(value: Any) -> Any:
    """Return a part of the file, its variables replaced as compose does it: `${X:?why}`, `${X:-default}`."""
    if isinstance(value, dict):
        return {name: filled_in(part) for name, part in value.items()}
    if isinstance(value, list):
        return [filled_in(part) for part in value]
    if not isinstance(value, str):
        return value

    def replace(match: re.Match[str]) -> str:
        name, kind, rest = match.groups()
        return rest if kind == ":-" and name not in ENVIRONMENT else ENVIRONMENT[name]

    return VARIABLE.sub(replace, value)


@pytest.fixture(scope="module")
def text() -> str:
    return (ROOT / "docker-compose.yml").read_text()


@pytest.fixture(scope="module")
def services(text: str) -> dict[str, Any]:
    return filled_in(yaml.safe_load(text))["services"]


def test_the_five_parts_and_the_set_up_are_there(services: dict[str, Any]) -> None:
    assert sorted(services) == ["postgres", "redis", "scheduler", "setup", "web", "worker"]
    assert all("healthcheck" in service for name, service in services.items() if name != "setup")


def test_no_secret_has_a_default(text: str) -> None:
    uses = VARIABLE.findall(text)
    assert {name for name, _, _ in uses} >= SECRETS
    assert {kind for name, kind, _ in uses if name in SECRETS} == {":?"}


def test_what_is_stored_is_stored_in_volumes(text: str, services: dict[str, Any]) -> None:
    assert sorted(yaml.safe_load(text)["volumes"]) == ["laurel-data", "postgres-data", "redis-data"]
    assert {name: service["volumes"] for name, service in services.items()} == {
        "setup": ["laurel-data:/data"],
        "web": ["laurel-data:/data"],
        "worker": ["laurel-data:/data"],
        "scheduler": ["laurel-data:/data"],
        "postgres": ["postgres-data:/var/lib/postgresql/data"],
        "redis": ["redis-data:/data"],
    }


def test_the_image_does_not_run_as_root() -> None:
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    assert [line for line in lines if line.startswith("USER")] == ["USER laurel"]
    assert lines.index("USER laurel") < next(i for i, line in enumerate(lines) if line.startswith("CMD"))


@dataclass
class Server:
    """The services as local processes, their environment mapped to private servers and a free port."""

    services: dict[str, Any]
    processes: Processes
    data: Path
    port: int
    hosts: dict[str, str]

    def environment(self, name: str) -> dict[str, str]:
        """Return a service's own environment, with other hosts' names and the container's paths replaced."""
        found = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "HOME": str(self.data)}
        for key, value in self.services[name]["environment"].items():
            for there, here in self.hosts.items():
                value = str(value).replace(there, here)  # noqa: PLW2901
            found[key] = value
        return found

    def run(self, name: str, command: list[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=ROOT,
            env=self.environment(name),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def is_healthy(self, name: str) -> bool:
        kind, *command = self.services[name]["healthcheck"]["test"]
        assert kind == "CMD"
        return self.run(name, command).returncode == 0


@pytest.fixture(scope="module")
def redis(services: dict[str, Any]) -> Iterator[RedisServer]:
    """Redis by the service's exact command, at a port and folder of ours."""
    with redis_server(*services["redis"]["command"]) as server:
        yield server


@pytest.fixture(scope="module")
def server(
    services: dict[str, Any],
    redis: RedisServer,
    private_postgres: PostgresServer,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Server]:
    """The set-up done, then web, worker and scheduler started, each by its exact command."""
    given = services["postgres"]["environment"]
    assert private_postgres.url.startswith(f"postgres://{given['POSTGRES_USER']}@")
    private_postgres.new_database(given["POSTGRES_DB"])
    data = tmp_path_factory.mktemp("compose")
    port = free_port()
    hosts = {
        "@postgres:5432": f"@127.0.0.1:{private_postgres.port}",
        "@redis:6379": f"@127.0.0.1:{redis.port}",
        "0.0.0.0:8000": f"127.0.0.1:{port}",
        "/data": str(data),
    }
    with Processes(data / "log") as processes:
        running = Server(services, processes, data, port, hosts)
        done = running.run("setup", services["setup"]["command"])
        assert done.returncode == 0, done.stderr
        for name in ("web", "worker", "scheduler"):
            processes.start(name, services[name]["command"], env=running.environment(name), cwd=ROOT)
        yield running


@pytest.mark.parametrize("name", ["web", "worker", "scheduler"])
def test_each_service_answers_its_health_check(server: Server, name: str) -> None:
    wait_for(
        lambda: server.is_healthy(name),
        lambda: f"{name} is not healthy:\n{server.processes.log_tail(name)}",
        seconds=60,
    )
    assert server.processes.dead() is None


def test_redis_asks_for_its_password(redis: RedisServer) -> None:
    assert redis.ask("PING") == "-NOAUTH Authentication required."


def test_the_web_process_serves_pages_behind_a_tls_proxy_only(server: Server) -> None:
    def ask(path: str, **headers: str) -> http.client.HTTPResponse:
        link = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
        link.request("GET", path, headers={"Host": "badges.example.edu", **headers})
        return link.getresponse()

    plain = ask("/")
    assert (plain.status, plain.headers["Location"]) == (301, "https://badges.example.edu/")
    behind = ask("/", **{"X-Forwarded-Proto": "https"})
    assert behind.status == 200
    assert behind.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
    style = re.search(rb'href="(/static/[^"]+\.css)"', behind.read())
    assert style is not None
    assert ask(style[1].decode(), **{"X-Forwarded-Proto": "https"}).status == 200


def test_it_refuses_to_start_without_a_secret(server: Server) -> None:
    environment = server.environment("web")
    del environment["LAUREL_KEK"]
    done = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Set LAUREL_KEK in the environment before starting Laurel in production." in done.stderr
