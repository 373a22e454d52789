"""A worker that dies by SIGKILL, again and again, loses no award and doubles none."""

import json
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping

import pytest

from bin.environment import ROOT
from tests.servers import PostgresServer, RedisServer
from tests.stack import Stack

AWARDS, KILLS = 200, 10


def counts(stack: Stack) -> dict:
    """Return what tests/count_awards.py prints for this stack."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.count_awards"],
        cwd=ROOT,
        env=stack.variables,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.stack
@pytest.mark.parametrize("setup", ["embedded", "server"])
def test_ten_kills_during_two_hundred_awards_lose_nothing_and_double_nothing(setup, request):
    chance = random.Random(20261123)
    servers: Mapping[str, str] = {}
    if setup == "server":
        postgres: PostgresServer = request.getfixturevalue("private_postgres")
        redis: RedisServer = request.getfixturevalue("private_redis")
        servers = {"DATABASE_URL": postgres.new_database(), "REDIS_URL": redis.url}
    with Stack(servers=servers) as stack:
        making = subprocess.Popen(
            [sys.executable, "-m", "tests.make_awards", str(AWARDS)],
            cwd=ROOT,
            env=stack.variables,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert making.stdout is not None
        for _ in range(KILLS):
            time.sleep(chance.uniform(1.5, 4))
            stack.kill_worker()
            if setup == "server":
                redis.flush()
            stack.start_worker()
        making.communicate(timeout=240)
        assert making.returncode == 0
        end = time.monotonic() + 240
        while (seen := counts(stack))["open_jobs"] and time.monotonic() < end:
            time.sleep(2)
        mailed = Counter(mail["To"] for mail in stack.mails())
    assert {name: seen[name] for name in ("credentials", "signed", "certificates", "status_indexes")} == {
        "credentials": AWARDS,
        "signed": AWARDS,
        "certificates": AWARDS,
        "status_indexes": AWARDS,
    }
    assert seen["open_jobs"] == 0
    assert seen["buried_jobs"] == 0
    assert seen["broken_audit_entries"] == []
    assert set(mailed.values()) <= {1}, "no address was mailed twice"
    # A mail that a kill interrupted is listed for a person instead of being sent again.
    assert seen["mails"]["sent"] + seen["mails"]["unknown"] == AWARDS
    assert seen["mails"]["unknown"] <= KILLS * 4, "one for each thread of each killed worker at the most"
    assert AWARDS - seen["mails"]["unknown"] <= len(mailed) <= AWARDS
