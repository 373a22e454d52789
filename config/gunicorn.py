"""How gunicorn serves Laurel.

LAUREL_BIND is the address to listen on (default 127.0.0.1:8000), WEB_CONCURRENCY the number of processes
(default 1, which suits SQLite); each has eight threads.
"""

import os
from pathlib import Path

bind = os.environ.get("LAUREL_BIND", "127.0.0.1:8000")
worker_class = "gthread"
threads = 8
# A certificate preview or a large upload may take a while; a page that takes longer than this is broken.
timeout = 60
graceful_timeout = 8
keepalive = 5
# The heartbeat file must not wait for a disk: on a busy one gunicorn would take a healthy worker for dead.
_MEMORY = Path("/dev/shm")  # noqa: S108 (a folder that Linux keeps in memory; gunicorn makes its own names in it)
worker_tmp_dir = str(_MEMORY) if _MEMORY.is_dir() else None
# It would stand at one fixed place in the home folder, where two Laurels on one machine would meet.
control_socket_disable = True
