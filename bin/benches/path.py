"""How long a learner waits: from the assessor's decision to the credential on its public page, and to the mail."""

import http.client
import json
import statistics
import subprocess
import time
from urllib.parse import urlencode

from bin.environment import ROOT
from bin.verbs.bench import explain
from tests.stack import Stack

DECISIONS = 7
PATIENCE = 30.0  # seconds, for one decision
PAUSE = 0.02  # seconds between two looks
CSRF = "a" * 32  # the cookie and the form field need only be equal


def measure(_: list[str]) -> dict[str, float]:
    """Return the medians over DECISIONS awards, made one at a time on an otherwise idle embedded set-up.

    The clock starts before the decision's transaction. The page counts when a stranger gets it: the learner's
    browser asks until the badge is signed, publishes it, and then the public page is read without a session.
    """
    explain("Starting web, worker and scheduler over SQLite and the file broker, in a folder of their own.")
    with Stack() as stack:
        decider = subprocess.Popen(
            [str(stack.python), "-m", "tests.decide_awards", str(DECISIONS)],
            cwd=ROOT,
            env=stack.variables,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert decider.stdin is not None and decider.stdout is not None
        addresses: list[str] = json.loads(decider.stdout.readline())
        to_page, to_mail = [], []
        for address in addresses:
            decider.stdin.write("decide\n")
            decider.stdin.flush()
            told = json.loads(decider.stdout.readline())
            page, mail = wait_for_both(stack, told["credential"], told["session"], address)
            to_page.append(page - told["decided"])
            to_mail.append(mail - told["decided"])
            explain(f"{address}: page after {to_page[-1]:.2f} s, mail after {to_mail[-1]:.2f} s")
        decider.stdin.close()
        decider.wait()
    return {
        "decision_to_page_s": round(statistics.median(to_page), 3),
        "decision_to_mail_s": round(statistics.median(to_mail), 3),
    }


def wait_for_both(stack: Stack, credential: str, session: str, address: str) -> tuple[float, float]:
    """Return the moments (seconds since the epoch) at which the public page and the mail were there."""
    page = mail = 0.0
    signed = False
    end = time.time() + PATIENCE
    while not (page and mail):
        if time.time() > end:
            raise TimeoutError(f"Credential {credential} did not arrive:\n{stack.processes.log_tail('worker')}")
        if not signed:
            signed = is_signed(stack, credential, session)
            if signed:
                publish(stack, credential, session)
        if signed and not page and ask(stack, "GET", f"/credentials/{credential}/")[0] == http.HTTPStatus.OK:
            page = time.time()
        if not mail and any("Your badge" in (one["Subject"] or "") for one in stack.mails(address)):
            mail = time.time()
        time.sleep(PAUSE)
    return page, mail


def is_signed(stack: Stack, credential: str, session: str) -> bool:
    """Ask the learner's own page, the way its script does, whether the badge is signed."""
    status, body = ask(
        stack,
        "GET",
        f"/me/credentials/{credential}/",
        headers={"Cookie": f"sessionid={session}", "Accept": "application/json"},
    )
    return status == http.HTTPStatus.OK and bool(json.loads(body)["signed"])


def publish(stack: Stack, credential: str, session: str) -> None:
    """Press the learner's button that makes the page public."""
    status, _ = ask(
        stack,
        "POST",
        f"/me/credentials/{credential}/publication/",
        body=urlencode({"visible": "yes", "csrfmiddlewaretoken": CSRF}),
        headers={
            "Cookie": f"sessionid={session}; csrftoken={CSRF}",
            "Content-Type": "application/x-www-form-urlencoded",
        },
    )
    if status != http.HTTPStatus.FOUND:
        raise RuntimeError(f"Publishing answered {status} instead of a redirect.")


def ask(
    stack: Stack, method: str, path: str, *, body: str | None = None, headers: dict[str, str] | None = None
) -> tuple[int, bytes]:
    """Send one request to the stack and return status and body."""
    link = http.client.HTTPConnection("127.0.0.1", stack.port, timeout=10)
    try:
        link.request(method, path, body=body, headers={"Host": f"localhost:{stack.port}", **(headers or {})})
        answer = link.getresponse()
        return answer.status, answer.read()
    finally:
        link.close()
