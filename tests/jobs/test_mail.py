"""Mail against a real mail server: sent once, refused with its reason, and never sent again when it is unknown."""

import socket
from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP
from django.db import transaction
from django.utils import timezone

from jobs.domain.mail import add_mail, resend_mail, settle_interrupted_mail
from jobs.domain.queue import drain
from jobs.models import Job, MailState, OutgoingMail

pytestmark = pytest.mark.django_db


class Sink:
    """Takes mail, or answers what it is told to."""

    def __init__(self) -> None:
        self.accepted: list[str] = []
        self.answer = "250 OK"
        self.hang_up = False

    async def handle_DATA(self, server: SMTP, session: object, envelope: object) -> str:
        if self.hang_up:
            self.accepted.append(envelope.content.decode())
            server.transport.close()
            return "250 OK"
        if self.answer.startswith("250"):
            self.accepted.append(envelope.content.decode())
        return self.answer


@pytest.fixture
def sink(settings) -> Iterator[Sink]:
    handler = Sink()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 5
    yield handler
    controller.stop()


def owe(subject: str = "Your badge", to: str = "lea@learners.example") -> OutgoingMail:
    with transaction.atomic():
        add_mail(kind="tests", key=subject, to=to, subject=subject, body_text="Hello", body_html="<p>Hello</p>")
    return OutgoingMail.objects.get()


def state(mail: OutgoingMail) -> str:
    mail.refresh_from_db()
    return mail.state


def test_the_same_news_is_mailed_once(sink):
    owe()
    mail = owe()
    drain()
    assert state(mail) == MailState.SENT
    assert len(sink.accepted) == 1
    assert f"Message-ID: <{mail.uuid}@laurel>" in sink.accepted[0]


def test_a_refusal_for_now_is_tried_again(sink):
    mail = owe()
    sink.answer = "451 Try later"
    drain()
    assert state(mail) == MailState.QUEUED
    sink.answer = "250 OK"
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        drain()
    assert state(mail) == MailState.SENT
    assert len(sink.accepted) == 1


def test_a_refusal_for_good_is_kept_with_its_reason_and_not_tried_again(sink):
    mail = owe()
    sink.answer = "550 No such person"
    drain()
    assert state(mail) == MailState.FAILED
    assert "No such person" in mail.last_error
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        drain()
    assert state(mail) == MailState.FAILED


def test_a_line_that_breaks_after_the_text_leaves_it_unknown_and_sends_no_second_mail(sink):
    mail = owe()
    sink.hang_up = True
    drain()
    assert state(mail) == MailState.UNKNOWN
    sink.hang_up = False
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        drain()
    assert len(sink.accepted) == 1
    resend_mail(mail)
    drain()
    assert state(mail) == MailState.SENT
    assert len(sink.accepted) == 2


def test_a_worker_that_died_while_sending_leaves_it_unknown():
    mail = owe()
    OutgoingMail.objects.update(state=MailState.SENDING, sending_since=timezone.now())
    assert settle_interrupted_mail() == 0
    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        assert settle_interrupted_mail() == 1
    assert state(mail) == MailState.UNKNOWN


def test_no_mail_server_at_all_means_later_and_not_never(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    mail = owe()
    drain()
    assert state(mail) == MailState.QUEUED
    assert Job.objects.get().state == "ready"


def test_a_line_break_in_a_subject_is_folded_away(sink):
    owe("Your badge\r\nBcc: everybody@learners.example")
    drain()
    assert "\nBcc:" not in sink.accepted[0]
