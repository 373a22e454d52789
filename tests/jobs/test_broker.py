"""The folder broker: messages appear whole, are taken once, and a broken one stops nobody."""

import threading
from pathlib import Path
from queue import Empty

import pytest
from kombu import Connection

from jobs import broker


@pytest.fixture
def channel(tmp_path: Path):
    broker.register()
    options = {"data_folder_in": str(tmp_path), "data_folder_out": str(tmp_path)}
    with Connection("folder://localhost", transport_options=options) as connection:
        yield connection.channel()


def test_messages_come_back_oldest_first(channel):
    for number in range(3):
        channel._put("bell", {"number": number})
    assert [channel._get("bell")["number"] for _ in range(3)] == [0, 1, 2]
    with pytest.raises(Empty):
        channel._get("bell")


def test_a_message_that_cannot_be_read_is_dropped(channel, tmp_path):
    (tmp_path / "00000000000000000001_x.bell.msg").write_bytes(b"")
    channel._put("bell", {"number": 1})
    assert channel._get("bell") == {"number": 1}
    assert [path.name for path in tmp_path.glob("*.msg*")] == []


def test_each_message_reaches_one_of_two_readers_whole(channel):
    sent, taken = 300, []

    def read() -> None:
        while len(taken) < sent:
            try:
                taken.append(channel._get("bell")["number"])
            except Empty:
                continue

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for number in range(sent):
        channel._put("bell", {"number": number})
    for reader in readers:
        reader.join(timeout=30)
    assert sorted(taken) == list(range(sent))
