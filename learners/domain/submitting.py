"""The learner's side of a submission: write, hand in, hand in again what was unmet, withdraw."""

import uuid

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from issuers.domain.audit import record
from issuers.exceptions import Conflict, DomainError
from issuers.models import User
from learners.enums import SubmissionState
from learners.models import Evidence, Learner, Submission
from learners.queries import current_marks
from learners.signals import submission_withdrawn
from rubrics.enums import EvidenceKind, RubricState
from rubrics.models import Rubric, RubricCriterion

MOST_PIECES = 20  # links and files for one sub-competency
# The input that a complaint about a kind of evidence belongs to
FIELDS = {EvidenceKind.TEXT: "text", EvidenceKind.LINK: "url", EvidenceKind.FILE: "file"}


@transaction.atomic
def start_submission(learner: Learner, *, rubric: Rubric, title: str, acting_user: User | None) -> Submission:
    """Open a draft for a published rubric. Effects: row, audit entry."""
    if rubric.state != RubricState.PUBLISHED:
        raise DomainError("This rubric is not published yet.", code="rubric_not_published")
    submission = Submission.objects.create(issuer=learner.issuer, learner=learner, rubric=rubric, title=title)
    record(learner.issuer, "learners.start_submission", actor=acting_user, about=submission)
    return submission


def lock_open_submission(submission: Submission) -> Submission:
    """Lock a submission for a change by its learner; raise Conflict when it is no longer theirs to change."""
    locked = Submission.objects.select_for_update(of=("self",)).select_related("rubric", "issuer").get(id=submission.id)
    if not locked.is_open:
        raise Conflict(
            f"This submission is {locked.get_state_display()}: it can't be changed now.",
            code="submission_closed",
        )
    return locked


def open_criteria(submission: Submission) -> list[RubricCriterion]:
    """Return the sub-competencies that the learner may write for in this round: all, or after a return the unmet.

    A weighted rule can fail with each one at its required level: then all of them are open again.
    """
    criteria = list(RubricCriterion.objects.filter(rubric_id=submission.rubric_id).order_by("position", "id"))
    if submission.round == 1:
        return criteria
    marks = current_marks(submission)
    unmet = [criterion for criterion in criteria if not (criterion.id in marks and marks[criterion.id].is_met)]
    return unmet or criteria


def open_criterion(submission: Submission, criterion_uuid: uuid.UUID) -> RubricCriterion:
    """Return one of `open_criteria`; raise DomainError when it isn't open in this round."""
    for criterion in open_criteria(submission):
        if criterion.uuid == criterion_uuid:
            return criterion
    raise DomainError("This sub-competency is met already, or isn't part of the rubric.", code="criterion_closed")


@transaction.atomic
def save_text(
    submission: Submission,
    *,
    criterion_uuid: uuid.UUID,
    text: str,
    seen_version: int | None,
    acting_user: User,
) -> Submission:
    """Keep what the learner has typed for one sub-competency.

    `seen_version` is the submission's version that the page was made from; when another tab saved since, raises
    Conflict and changes nothing. None skips that check. An empty text removes this round's text.
    Effects: evidence row, the submission's version. No audit entry: drafts are the learner's own.
    """
    submission = lock_open_submission(submission)
    if seen_version is not None and seen_version != submission.version:
        raise Conflict(
            "This draft was changed in another tab or on another device. Reload to see it; your text here is kept.",
            code="draft_changed_elsewhere",
        )
    criterion = open_criterion(submission, criterion_uuid)
    text = text.replace("\r\n", "\n")  # forms send line ends their own way; scripts don't
    if "\0" in text:
        raise DomainError("The text holds a character that can't be kept (NUL). Remove it.", field="text")
    if text.strip():
        check_kind(criterion, EvidenceKind.TEXT)
    if len(text) > 50_000:
        raise DomainError(
            f"The text has {len(text):,} characters; 50,000 can be kept. Attach it as a file.", field="text"
        )
    current = Evidence.objects.filter(
        submission=submission, criterion=criterion, kind=EvidenceKind.TEXT, removed_in_round=None
    ).first()
    if current and current.text == text:
        return submission
    if current and current.added_in_round == submission.round:
        if text.strip():
            current.text = text
            current.save(update_fields=["text", "updated_at"])
        else:
            current.delete()
        return touch(submission)
    if current:
        _drop(current, submission)
    if text.strip():
        Evidence.objects.create(
            issuer=submission.issuer,
            submission=submission,
            criterion=criterion,
            kind=EvidenceKind.TEXT,
            added_in_round=submission.round,
            text=text,
        )
    return touch(submission)


@transaction.atomic
def add_link(submission: Submission, *, criterion_uuid: uuid.UUID, url: str, acting_user: User) -> Evidence:
    """Add a link (http or https) as evidence. Effects: evidence row, the submission's version."""
    submission = lock_open_submission(submission)
    criterion = open_criterion(submission, criterion_uuid)
    check_kind(criterion, EvidenceKind.LINK)
    check_room(submission, criterion)
    if not url.lower().startswith(("https://", "http://")):
        raise DomainError("A link begins with https:// or http://.", field="url")
    evidence = Evidence(
        issuer=submission.issuer,
        submission=submission,
        criterion=criterion,
        kind=EvidenceKind.LINK,
        added_in_round=submission.round,
        url=url,
    )
    try:
        evidence.full_clean(exclude=["issuer", "submission", "criterion"], validate_constraints=False)
    except ValidationError as error:
        raise DomainError(f"“{url[:80]}” isn't a whole address. Copy it from the browser.", field="url") from error
    evidence.save()
    touch(submission)
    return evidence


def check_kind(criterion: RubricCriterion, kind: EvidenceKind) -> None:
    """Raise DomainError when a sub-competency doesn't take this kind of evidence."""
    if criterion.evidence_kinds and kind not in criterion.evidence_kinds:
        raise DomainError(
            f"“{criterion.name}” takes {', '.join(criterion.evidence_kinds)} as evidence, not {kind.label}.",
            code="evidence_kind",
            field=FIELDS[kind],
        )


def check_room(submission: Submission, criterion: RubricCriterion) -> None:
    """Raise DomainError when a sub-competency holds as many links and files as an assessor can be asked to read."""
    pieces = Evidence.objects.filter(submission=submission, criterion=criterion, removed_in_round=None)
    if pieces.exclude(kind=EvidenceKind.TEXT).count() >= MOST_PIECES:
        raise DomainError(
            f"“{criterion.name}” holds {MOST_PIECES} links and files already. Remove one before adding another.",
            code="too_many_pieces",
            field="file",
        )


@transaction.atomic
def remove_evidence(evidence: Evidence, *, acting_user: User) -> None:
    """Take a piece back from the open round. What an earlier round handed in is only marked as dropped."""
    submission = lock_open_submission(evidence.submission)
    open_criterion(submission, evidence.criterion.uuid)
    _drop(evidence, submission)
    touch(submission)


def _drop(evidence: Evidence, submission: Submission) -> None:
    if evidence.added_in_round == submission.round:
        if evidence.file:
            name, storage = str(evidence.file.name), evidence.file.storage
            transaction.on_commit(lambda: storage.delete(name))
        evidence.delete()
    else:
        evidence.removed_in_round = submission.round
        evidence.save(update_fields=["removed_in_round", "updated_at"])


def touch(submission: Submission) -> Submission:
    """Count one saved change of a locked draft."""
    submission.version += 1
    submission.save(update_fields=["version", "updated_at"])
    return submission


def missing_evidence(submission: Submission) -> list[RubricCriterion]:
    """Return the sub-competencies of this round for which nothing is handed in yet."""
    filled = set(
        Evidence.objects.filter(submission=submission, removed_in_round=None).values_list("criterion_id", flat=True)
    )
    return [criterion for criterion in open_criteria(submission) if criterion.id not in filled]


@transaction.atomic
def submit(submission: Submission, *, acting_user: User | None) -> Submission:
    """Hand the round in.

    Raises DomainError naming each sub-competency without evidence. A second click changes nothing.
    Effects: state, audit entry.
    """
    locked = Submission.objects.select_for_update(of=("self",)).select_related("issuer").get(id=submission.id)
    if locked.state == SubmissionState.SUBMITTED:
        return locked
    if not locked.is_open:
        raise Conflict(f"This submission is {locked.get_state_display()}.", code="submission_closed")
    missing = missing_evidence(locked)
    if missing:
        names = ", ".join(f"“{criterion.name}”" for criterion in missing)
        raise DomainError(f"Evidence is still missing for {names}.", code="evidence_missing")
    locked.state = SubmissionState.SUBMITTED
    locked.submitted_at = timezone.now()
    locked.version += 1
    locked.save(update_fields=["state", "submitted_at", "version", "updated_at"])
    record(locked.issuer, "learners.submit", actor=acting_user, about=locked, data={"round": locked.round})
    return locked


@transaction.atomic
def withdraw(submission: Submission, *, acting_user: User) -> Submission:
    """Take the whole back before it is in review. Effects: state, audit entry, the news `submission_withdrawn`."""
    changed = Submission.objects.filter(
        id=submission.id,
        state__in=[SubmissionState.DRAFT, SubmissionState.RETURNED, SubmissionState.SUBMITTED],
    ).update(state=SubmissionState.WITHDRAWN, updated_at=timezone.now())
    submission.refresh_from_db()
    if not changed and submission.state != SubmissionState.WITHDRAWN:
        raise Conflict(f"This submission is {submission.get_state_display()}: it can't be withdrawn now.")
    if changed:
        record(submission.issuer, "learners.withdraw", actor=acting_user, about=submission)
        submission_withdrawn.send(sender=Submission, submission=submission, acting_user=acting_user)
    return submission
