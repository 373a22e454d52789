"""Status lists are signed anew each day, so that no reader ever finds a stale one."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from django_scopes import scopes_disabled

from credentials.domain.status import renew_status_lists
from credentials.models import StatusList
from jobs.domain.queue import drain
from tests.programme import award, make_programme

pytestmark = pytest.mark.django_db


def test_a_list_is_signed_anew_after_a_day_and_only_once():
    award(make_programme())
    drain()
    with scopes_disabled():
        first = StatusList.objects.get().signed_at
        assert renew_status_lists() == 0
        with time_machine.travel(timezone.now() + timedelta(hours=25), tick=False):
            assert renew_status_lists() == 1
            assert renew_status_lists() == 1
            assert drain() == 1
            assert renew_status_lists() == 0
        assert StatusList.objects.get().signed_at - first >= timedelta(hours=24)
