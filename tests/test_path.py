"""The path that the platform exists for, walked through the domain functions."""

import json

import pytest
from django_scopes import scope

from credentials.domain.status import revoke_credential
from credentials.enums import CredentialStatus
from credentials.models import AchievementCredential, CertificateFile, StatusList
from credentials.standards import proof, status_list
from issuers.domain.audit import broken_entries
from issuers.models import SigningKey
from issuers.standards.multibase import decode_ed25519_public
from jobs.domain.queue import drain
from jobs.models import Job, OutgoingMail
from learners.enums import SubmissionState
from tests.programme import assess, hand_in, make_programme

pytestmark = pytest.mark.django_db


def test_a_submission_that_meets_every_sub_competency_becomes_a_signed_credential(
    mailoutbox, django_capture_on_commit_callbacks
):
    programme = make_programme()
    application = hand_in(programme)
    assess(programme, application.submission, levels=[2, 3, 2])
    drain()
    with scope(issuer=programme.issuer):
        credential = AchievementCredential.objects.get()
        key = SigningKey.objects.get()
        proof.verify(json.loads(credential.document), public_key=decode_ed25519_public(key.public_key_multibase))
        assert credential.status == CredentialStatus.VALID
        assert CertificateFile.objects.get().size > 1000
        assert list(broken_entries(programme.issuer)) == []
    assert [mail.state for mail in OutgoingMail.objects.all()] == ["sent"]
    assert [mail.to for mail in mailoutbox] == [["learner@harbour.example"]]
    assert set(Job.objects.values_list("state", flat=True)) == {"done"}


def test_what_is_unmet_goes_back_and_only_that_is_marked_again():
    programme = make_programme()
    application = hand_in(programme)
    assess(programme, application.submission, levels=[2, 1, 3])
    submission = application.submission
    submission.refresh_from_db()
    assert (submission.state, submission.round) == (SubmissionState.RETURNED, 2)
    hand_in(programme)
    assess(programme, submission, levels=[2])
    submission.refresh_from_db()
    assert submission.state == SubmissionState.PASSED
    with scope(issuer=programme.issuer):
        assert len(AchievementCredential.objects.get().results) == 3


def test_a_revoked_credential_is_revoked_in_the_published_status_list():
    programme = make_programme()
    application = hand_in(programme)
    assess(programme, application.submission, levels=[2, 2, 2])
    drain()
    with scope(issuer=programme.issuer):
        credential = AchievementCredential.objects.get()
        revoke_credential(
            credential, reason="error", note="Awarded to the wrong person.", acting_user=programme.registrar
        )
    drain()
    with scope(issuer=programme.issuer):
        credential.refresh_from_db()
        listed = json.loads(StatusList.objects.get().document)
        assert credential.status == CredentialStatus.REVOKED
    assert status_list.is_set(listed["credentialSubject"]["encodedList"], credential.status_index)
    assert not status_list.is_set(
        listed["credentialSubject"]["encodedList"], (credential.status_index + 1) % status_list.BITS
    )
