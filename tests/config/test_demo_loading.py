"""The demo's texts as rows: everybody is where their journey says, and the past is told in its order."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_scopes import scopes_disabled

from config.demo import INSTITUTIONS
from config.demo.clock import clock_at
from config.demo.loading import PASSWORD, load_demo
from config.demo.types import JourneyState, Role
from credentials.enums import CredentialStatus
from credentials.models import Achievement, AchievementCredential
from issuers.domain.audit import broken_entries
from issuers.models import AuditEvent, Issuer, Membership, User
from jobs.models import Job
from learners.models import Evidence, Learner, Mark, Submission

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

JOURNEYS = [journey for institution in INSTITUTIONS for journey in institution.journeys]


@pytest.fixture(scope="module")
def loaded_at(django_db_setup: None, django_db_blocker: "pytest.FixtureRequest") -> Iterator[datetime]:
    """Load the demo once for this module, look at it outside all scopes, and take it back at the end."""
    with django_db_blocker.unblock(), transaction.atomic(), scopes_disabled():  # type: ignore[attr-defined]
        now = timezone.now()
        assert load_demo() is True
        yield now
        transaction.set_rollback(True)


def test_a_second_loading_changes_nothing(loaded_at: datetime) -> None:
    before = (User.objects.count(), Submission.objects.count(), AuditEvent.objects.count())
    assert load_demo() is False
    assert (User.objects.count(), Submission.objects.count(), AuditEvent.objects.count()) == before


def test_every_badge_is_published(loaded_at: datetime) -> None:
    assert Counter(Achievement.objects.values_list("state", flat=True)) == {"published": 34}


def test_everybody_can_sign_in_and_has_their_roles(loaded_at: datetime) -> None:
    for institution in INSTITUTIONS:
        issuer = Issuer.objects.get(name=institution.name)
        for person in institution.people:
            roles = set(
                Membership.objects.filter(issuer=issuer, user__email=person.email).values_list("role", flat=True)
            )
            assert roles == {str(role) for role in person.roles if role is not Role.LEARNER}
            is_learner = Learner.objects.filter(issuer=issuer, email=person.email).exists()
            assert is_learner == (Role.LEARNER in person.roles)
    assert User.objects.get(email=INSTITUTIONS[0].people[0].email).check_password(PASSWORD)


def test_every_submission_is_where_its_journey_says(loaded_at: datetime) -> None:
    state = {JourneyState.AWARDED: "passed", JourneyState.REVOKED: "passed"}
    expected = {
        (journey.learner, institution.badge(journey.badge).name): state.get(journey.state, str(journey.state))
        for institution in INSTITUTIONS
        for journey in institution.journeys
    }
    assert {
        (submission.learner.email, submission.title): submission.state
        for submission in Submission.objects.select_related("learner")
    } == expected


def test_all_evidence_and_all_marks_are_there(loaded_at: datetime) -> None:
    rounds = [round_ for journey in JOURNEYS for round_ in journey.rounds]
    assert Counter(Evidence.objects.values_list("kind", flat=True)) == Counter(
        str(item.kind) for round_ in rounds for item in round_.evidence
    )
    assert Mark.objects.count() == sum(len(round_.marks) for round_ in rounds)


def test_awards_are_signed_and_dated_when_they_were_decided(loaded_at: datetime) -> None:
    credentials = AchievementCredential.objects.select_related("learner", "version")
    awarded = [journey for journey in JOURNEYS if journey.state in (JourneyState.AWARDED, JourneyState.REVOKED)]
    assert Counter(credential.status for credential in credentials) == {
        CredentialStatus.VALID: len(awarded) - 1,
        CredentialStatus.REVOKED: 1,
    }
    found = {(credential.learner.email, credential.version.name): credential for credential in credentials}
    for institution in INSTITUTIONS:
        for journey in institution.journeys:
            decided = journey.rounds[-1].decided
            if journey not in awarded or decided is None:
                continue
            credential = found[journey.learner, institution.badge(journey.badge).name]
            age = loaded_at - credential.awarded_at
            assert timedelta(days=decided.days_ago - 1, hours=-1) < age < timedelta(days=decided.days_ago + 1, hours=1)
            assert credential.signed_at - credential.awarded_at < timedelta(minutes=1)
            assert bool(credential.published_at) == journey.published
            assert len(credential.results) == len(institution.badge(journey.badge).rubric.criteria)


def test_the_audit_log_holds_and_its_times_never_go_back(loaded_at: datetime) -> None:
    for issuer in Issuer.objects.filter(name__in=[institution.name for institution in INSTITUTIONS]):
        assert list(broken_entries(issuer)) == []
        times = list(AuditEvent.objects.filter(issuer=issuer).order_by("sequence").values_list("at", flat=True))
        assert times == sorted(times)
        assert len(times) > 50
        assert times[-1] < loaded_at


def test_what_the_past_still_owes_waits_behind_everything_else(loaded_at: datetime) -> None:
    assert Job.objects.exists()
    assert set(Job.objects.values_list("priority", flat=True)) == {10}


def test_the_sign_ins_name_a_person_for_every_role_and_the_password(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_demo", "--sign-ins")
    told = capsys.readouterr().out
    for institution in INSTITUTIONS:
        assert institution.name in told
        assert institution.people[0].email in told
    assert PASSWORD in told


def test_the_set_clock_runs_on_afterwards_even_when_an_act_fails() -> None:
    moment = timezone.now() - timedelta(days=30)
    with pytest.raises(RuntimeError), clock_at(moment):
        assert (timezone.now(), timezone.now().tzname()) == (moment, "UTC")
        raise RuntimeError
    assert timezone.now() > moment + timedelta(days=29)
