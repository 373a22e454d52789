"""The child process that draws pages: what it may reach, how it ends, how it comes back."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from credentials.renderer.client import SCRIPT, Page, Renderer, RenderError, RenderTimeout
from credentials.renderer.process import first_that_fits

pytestmark = pytest.mark.slow

CREATED = "2026-11-23T12:00:00+00:00"
SQUARE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><rect width="9" height="9"/></svg>'
)


@pytest.fixture(scope="module")
def renderer():
    renderer = Renderer()
    yield renderer
    renderer.stop()


def page(body: str, **details) -> Page:
    return Page(html=f"<html lang=en><title>T</title><body>{body}</body>", created=CREATED, assets={}, **details)


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)


@pytest.fixture
def listener():
    """A server that counts who calls."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        yield server


def callers(server: socket.socket) -> int:
    count = 0
    try:
        while True:
            server.accept()[0].close()
            count += 1
    except TimeoutError:
        return count


PAYLOADS = [
    '<img src="{at}" alt="x">',
    '<style>@import url("{at}");</style>',
    '<style>@import "{at}";</style>',
    '<p style="background: url({at})">x</p>',
    '<link rel="stylesheet" href="{at}">',
    '<link rel="attachment" href="{at}">',
    '<a rel="attachment" href="{at}">x</a>',
    '<img alt="x" src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 '
    'xmlns:xlink=%22http://www.w3.org/1999/xlink%22%3E%3Cimage xlink:href=%22{at}%22/%3E%3C/svg%3E">',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="{at}" width="9" height="9"/></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><use href="{at}#a"/></svg>',
    '<embed src="{at}"><object data="{at}"></object>',
    "<style>@font-face {{ font-family: f; src: url({at}) }} p {{ font-family: f }}</style><p>x</p>",
    '<ul style="list-style-image: url({at})"><li>x</li></ul>',
    "<style>p::before {{ content: url({at}) }}</style><p>x</p>",
    '<base href="{at}"><img src="x.png" alt="x">',
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_is_fetched_from_the_network(renderer, listener, payload):
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/secret"
    drawing = renderer.draw(page(payload.format(at=address)))
    assert callers(listener) == 0
    assert pypdf.PdfReader(BytesIO(drawing.pdf)).attachments == {}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_is_read_from_the_disk(renderer, payload, tmp_path):
    secret = tmp_path / "secret.css"
    secret.write_text("p::after { content: 'reached' }\nreached")
    drawing = renderer.draw(page(payload.format(at=secret.as_uri()) + "<p>here</p>"))
    assert "reached" not in text_of(drawing.pdf)
    assert b"reached" not in drawing.pdf
    assert pypdf.PdfReader(BytesIO(drawing.pdf)).attachments == {}


def test_only_the_assets_of_the_request_are_served(renderer):
    drawing = renderer.draw(
        Page(
            html='<html lang=en><title>T</title><img src="asset:a.svg" alt="a"><img src="asset:b.svg" alt="b">'
            '<img src="data:image/svg+xml,x" alt="c">',
            created=CREATED,
            assets={"asset:a.svg": ("image/svg+xml", SQUARE)},
        )
    )
    assert sorted(set(drawing.refused)) == ["asset:b.svg", "data:image/svg+xml,x"]
    later = renderer.draw(page('<img src="asset:a.svg" alt="a">'))
    assert set(later.refused) == {"asset:a.svg"}


def test_an_attachment_is_embedded_as_it_is(renderer):
    drawing = renderer.draw(page("<p>x</p>", attachment=("a.json", "facts", b'{"a": 1}')))
    assert dict(pypdf.PdfReader(BytesIO(drawing.pdf)).attachments) == {"a.json": [b'{"a": 1}']}


def test_the_child_knows_no_secret(renderer, monkeypatch):
    for name in ("SECRET_KEY", "LAUREL_KEK", "DATABASE_URL", "REDIS_URL", "EMAIL_URL", "PYTHONPATH"):
        monkeypatch.setenv(name, "canary-7f3a")
    renderer.stop()
    renderer.draw(page("<p>x</p>"))
    if not Path("/proc").exists():
        pytest.skip("needs /proc")
    environment = Path(f"/proc/{renderer.pid}/environ").read_bytes()
    opened = [os.readlink(link) for link in Path(f"/proc/{renderer.pid}/fd").iterdir()]
    assert b"canary-7f3a" not in environment
    assert [path for path in opened if "sqlite" in path or path.startswith("socket:")] == []


def test_the_child_has_its_limits(renderer):
    if not Path("/proc").exists():
        pytest.skip("needs /proc")
    renderer.draw(page("<p>x</p>"))
    limits = Path(f"/proc/{renderer.pid}/limits").read_text()
    assert limits.split("Max address space")[1].split()[0] == str(1 << 30)
    assert int(limits.split("Max cpu time")[1].split()[0]) < 60


@pytest.mark.parametrize(
    "deed",
    [
        "open('/etc/passwd')",
        "open('canary', 'w')",
        "__import__('socket').create_connection(('127.0.0.1', 9))",
        "__import__('subprocess').run(['true'])",
        "__import__('os').system('true')",
    ],
)
def test_the_locked_child_refuses(deed):
    program = (
        f"import runpy; child = runpy.run_path({str(SCRIPT)!r}, run_name='child')\n"
        f"import socket, subprocess\nchild['lock_doors']()\n"
        f"try:\n    {deed}\nexcept PermissionError as error:\n    print(error)\n"
    )
    said = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.startswith("The renderer ")


def test_a_child_killed_between_two_pages_is_replaced(renderer):
    first = renderer.draw(page("<p>same</p>"))
    os.kill(renderer.pid, signal.SIGKILL)
    assert renderer.draw(page("<p>same</p>")).pdf == first.pdf


def test_a_child_killed_in_the_middle_of_a_page_is_replaced(renderer):
    rows = "".join(f"<tr><td>{'<td>x'.join(map(str, range(20)))}" for _ in range(50))
    before = renderer.draw(page("<p>x</p>")) and renderer.pid
    killer = threading.Timer(0.3, os.kill, (before, signal.SIGKILL))
    killer.start()
    drawing = renderer.draw(page(f"<table>{rows}</table>"))
    killer.join()
    assert drawing.pages >= 1
    assert renderer.pid not in (None, before)  # None: it was killed after the page, and this tells nothing


BOMB = "<table>" + ("<tr>" + "<td>x y z" * 40) * 1500 + "</table>"


def test_a_page_that_takes_too_long_ends_and_the_next_one_is_drawn():
    renderer = Renderer()
    renderer.draw(page("<p>x</p>"))
    renderer.wall_seconds = 3
    began = time.monotonic()
    with pytest.raises(RenderTimeout, match="over 3 s"):
        renderer.draw(page(BOMB))
    assert time.monotonic() - began < 5
    assert renderer.pid is None
    renderer.wall_seconds = 15
    assert renderer.draw(page("<p>next</p>")).pages == 1
    renderer.stop()


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(BOMB, marks=pytest.mark.stack),  # takes its 15 s: not in the inner loop
        "<div>" * 2000,
        "<style>@page { size: 100000cm 100000cm }</style><p>x",
        "<p style='font-size: 1000000pt'>x",
        "<div style='display: grid; grid-template-columns: repeat(100000, 1px)'>x</div>",
    ],
    ids=["table", "depth", "page", "font", "grid"],
)
def test_a_bomb_ends_within_fifteen_seconds_with_the_parent_alive(renderer, body):
    began = time.monotonic()
    with contextlib.suppress(RenderError):
        renderer.draw(page(body))
    assert time.monotonic() - began < 16
    assert renderer.draw(page("<p>alive</p>")).pages == 1


def test_four_threads_share_one_child(renderer):
    drawn: dict[int, str] = {}

    def work(number: int) -> None:
        drawn[number] = text_of(renderer.draw(page(f"<p>page {number}</p>")).pdf)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert drawn == {number: f"page {number}" for number in range(8)}


def test_the_child_is_replaced_after_so_many_pages():
    renderer = Renderer(renders_before_restart=2)
    pids = []
    for _ in range(3):
        renderer.start()
        pids.append(renderer.pid)
        renderer.draw(page("<p>x</p>"))
    renderer.stop()
    assert pids[0] == pids[1] != pids[2]


def test_the_child_ends_with_its_parent():
    program = (
        "import time\nfrom credentials.renderer.client import Page, Renderer\n"
        "renderer = Renderer()\n"
        f"renderer.draw(Page(html='<html lang=en><p>x', assets={{}}, created={CREATED!r}))\n"
        "print(renderer.pid, flush=True)\ntime.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as parent:
        child = int(parent.stdout.readline())
        parent.kill()
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and alive(child):
        time.sleep(0.05)
    assert not alive(child)


def alive(pid: int) -> bool:
    """Whether a process runs; one that waits to be buried doesn't."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"


def test_the_largest_size_that_fits_is_found_with_few_trials():
    for count in (1, 2, 5, 11):
        for answer in range(count):
            asked = []

            def fits(index, asked=asked, answer=answer):
                asked.append(index)
                return index >= answer

            assert first_that_fits(count, fits) == answer
            assert answer in asked
            assert len(asked) <= 7
