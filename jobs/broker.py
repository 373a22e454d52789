"""The embedded set-up's broker: a folder of messages, one file each, put and taken by atomic renames.

kombu's own file transport opens the message where readers look and writes it afterwards: a reader that comes between
finds it empty and ends the worker's consumer. Here a message appears whole, and one that can't be read is dropped:
messages are doorbells, and the sweep makes up for a lost one.
"""

import json
import os
import time
import uuid
from pathlib import Path
from queue import Empty
from typing import Any

from kombu.transport import TRANSPORT_ALIASES, filesystem, virtual
from kombu.utils.encoding import bytes_to_str, str_to_bytes
from kombu.utils.json import dumps, loads


class Channel(filesystem.Channel):
    """Messages in `data_folder_in`, named so that the oldest sorts first.

    Which queue an exchange leads to is kept in memory, declared alike by each process: kombu's file of it has the
    same race. So there is no broadcast, and no remote control of workers.
    """

    supports_fanout = False
    get_table = virtual.Channel.get_table

    def _put(self, queue: str, payload: Any, **kwargs: Any) -> None:
        """Put one message into the folder, whole."""
        folder = Path(self.data_folder_out)
        name = f"{time.time_ns():020d}_{uuid.uuid4()}.{queue}.msg"
        draft = folder / f"{name}.part"
        draft.write_bytes(str_to_bytes(dumps(payload)))
        draft.rename(folder / name)

    def _get(self, queue: str) -> Any:
        """Take the oldest message of a queue; raise Empty when there is none."""
        ending = f".{queue}.msg"
        for name in sorted(entry for entry in os.listdir(self.data_folder_in) if entry.endswith(ending)):
            taken = Path(self.data_folder_in) / f"{name}.taken"
            try:
                (Path(self.data_folder_in) / name).rename(taken)
            except FileNotFoundError:
                continue  # another worker was quicker
            content = taken.read_bytes()
            taken.unlink()
            try:
                return loads(bytes_to_str(content))
            except json.JSONDecodeError:
                continue
        raise Empty


class Transport(filesystem.Transport):
    """kombu's file transport over the channel above."""

    Channel = Channel


def register() -> None:
    """Make `folder://` a broker address."""
    TRANSPORT_ALIASES["folder"] = "jobs.broker:Transport"
