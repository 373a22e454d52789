"""Turns the demo's texts into rows, through the domain functions, each act at its own moment of the past year.

Acts of one institution run in the order of their moments, so that its audit log reads like a real one.
"""

import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone
from django_scopes import scope

from config.demo import INSTITUTIONS, types
from config.demo.clock import clock_at
from config.demo.documents import evidence_file
from credentials.domain.achievement import create_achievement, publish_achievement
from credentials.domain.application import apply_for_achievement
from credentials.domain.share import publish_credential
from credentials.domain.sign import sign_credential
from credentials.domain.status import revoke_credential
from credentials.enums import AchievementType, CertificateLayout
from credentials.models import Achievement, AchievementCredential, Application
from issuers.domain.issuer import add_member, create_issuer
from issuers.enums import Role
from issuers.models import Issuer, User
from jobs.models import Job, JobState
from learners.domain.assessing import claim_submission, finish_assessment, save_mark
from learners.domain.evidence_files import add_file
from learners.domain.roster import claim_learner, create_learner
from learners.domain.submitting import add_link, save_text, submit
from learners.models import Assessment, Submission
from rubrics.domain.authoring import CriterionDraft, LevelDraft, create_rubric, publish_rubric
from rubrics.models import Rubric, RubricCriterion

PASSWORD = "laurel-demo"  # noqa: S105 - told to everybody who starts the demo
BEFORE_ALL = timedelta(days=372)  # when the institutions were set up, counted back from today
BEHIND = 10  # priority of what the loaded past still owes: behind anything that people do now

Act = tuple[datetime, Callable[[], None]]


@transaction.atomic
def load_demo() -> bool:
    """Load the three demo institutions, all or nothing; return False when they are there already.

    Credentials come out signed. Their certificates and mails are jobs for the workers, behind all other work.
    """
    if User.objects.filter(email=INSTITUTIONS[0].people[0].email).exists():
        return False
    now = timezone.now()
    password = make_password(PASSWORD)  # once: hashing is slow on purpose
    earlier = set(Job.objects.values_list("id", flat=True))
    with tempfile.TemporaryDirectory(prefix="laurel-demo-") as folder:
        for institution in INSTITUTIONS:
            _InstitutionLoader(institution, now=now, folder=Path(folder), password=password).load()
    Job.objects.filter(state=JobState.READY).exclude(id__in=earlier).update(priority=BEHIND, run_after=now)
    return True


class _InstitutionLoader:
    """Loads one institution: people and badges first, then the journeys, act by act."""

    def __init__(self, institution: types.Institution, *, now: datetime, folder: Path, password: str) -> None:
        self.institution = institution
        self.now = now.astimezone(ZoneInfo(institution.time_zone))
        self.folder = folder
        self.password = password
        self.users: dict[str, User] = {}
        self.achievements: dict[str, Achievement] = {}

    def load(self) -> None:
        with clock_at(self.now - BEFORE_ALL):
            for person in self.institution.people:
                self.users[person.email] = self._make_user(person)
            self.administrator = self.users[self.institution.people[0].email]
            self.issuer = self._make_issuer()
        with scope(issuer=self.issuer):
            with clock_at(self.now - BEFORE_ALL + timedelta(hours=1)):
                for badge in self.institution.badges:
                    self.achievements[badge.key] = self._make_badge(badge)
            acts: list[Act] = []
            for journey in self.institution.journeys:
                acts += _JourneyLoader(self, journey).acts()
            for moment, act in sorted(acts, key=lambda item: item[0]):
                with clock_at(moment):
                    act()

    def at(self, moment: types.Moment) -> datetime:
        return moment.before(self.now)

    def _make_user(self, person: types.Person) -> User:
        user = User.objects.create(
            email=person.email, name=person.name, password=self.password, date_joined=timezone.now()
        )
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        return user

    def _make_issuer(self) -> Issuer:
        institution = self.institution
        issuer = create_issuer(
            name=institution.name,
            acting_user=self.administrator,
            description=f"{institution.description}\n\n{institution.place}",
            url=institution.url,
            email=institution.email,
            colour=institution.colour,
            time_zone=institution.time_zone,
        )
        for person in institution.people:
            for role in person.roles:
                if role is not types.Role.LEARNER:
                    user = self.users[person.email]
                    add_member(issuer, user=user, role=Role(role), acting_user=self.administrator)
        with scope(issuer=issuer):
            learners = [person for person in institution.people if types.Role.LEARNER in person.roles]
            for number, person in enumerate(learners, start=1):
                create_learner(
                    issuer,
                    name=person.name,
                    email=person.email,
                    student_number=f"S{20260000 + number}",
                    acting_user=self.administrator,
                )
                claim_learner(issuer, user=self.users[person.email])
        return issuer

    def _make_badge(self, badge: types.Badge) -> Achievement:
        rubric = publish_rubric(self._make_rubric(badge.rubric), acting_user=self.administrator)
        achievement = create_achievement(
            self.issuer,
            rubric=rubric,
            name=badge.name,
            description=badge.description,
            criteria_narrative=badge.criteria_narrative,
            achievement_type=AchievementType.BADGE if badge.tier == "Learner" else AchievementType.MICRO_CREDENTIAL,
            tags=list(badge.tags),
            language=badge.language,
            workload_hours=badge.workload_hours,
            level=f"EQF {badge.eqf_level}" if badge.eqf_level else "",
            validity_months=badge.validity_months,
            icon=badge.icon.key,
            colour=badge.icon.ground,
            accent_colour=badge.icon.ink,
            certificate_layout=CertificateLayout.CLASSIC if badge.tier is None else CertificateLayout.MODERN,
            signatory_name=self.institution.signatory_name,
            signatory_title=self.institution.signatory_title,
            acting_user=self.administrator,
        )
        publish_achievement(achievement, acting_user=self.administrator)
        achievement.refresh_from_db()
        return achievement

    def _make_rubric(self, rubric: types.Rubric) -> Rubric:
        return create_rubric(
            self.issuer,
            title=rubric.name,
            description=rubric.description,
            criteria=[
                CriterionDraft(
                    name=criterion.name,
                    description=criterion.description,
                    weight=criterion.weight,
                    required_level=criterion.level(criterion.required_level).points,
                    evidence_prompt=criterion.evidence_prompt,
                    evidence_kinds=[str(kind) for kind in criterion.evidence_kinds],
                    levels=[LevelDraft(level.name, level.descriptor, level.points) for level in criterion.levels],
                )
                for criterion in rubric.criteria
            ],
            acting_user=self.administrator,
        )


class _JourneyLoader:
    """Tells one journey as acts with their moments."""

    def __init__(self, home: _InstitutionLoader, journey: types.Journey) -> None:
        self.home = home
        self.journey = journey
        self.user = home.users[journey.learner]
        self.rubric = home.institution.badge(journey.badge).rubric
        self.application: Application

    def acts(self) -> list[Act]:
        """Return what happened, each with its moment; a later act relies on the earlier ones."""
        at = self.home.at
        written = at(self.journey.started) + timedelta(minutes=40)
        acts: list[Act] = [(at(self.journey.started), self._apply)]
        for round_ in self.journey.rounds:
            if round_.submitted:
                written = at(round_.submitted) - timedelta(minutes=20)
            acts.append((written, lambda round_=round_: self._write(round_)))  # type: ignore[misc]
            if round_.submitted:
                acts.append((at(round_.submitted), self._submit))
            if round_.taken:
                acts.append((at(round_.taken), lambda round_=round_: self._take(round_)))  # type: ignore[misc]
            if round_.taken and round_.marks:
                last = at(round_.decided) if round_.decided else at(round_.taken) + timedelta(hours=1)
                acts.append((last - timedelta(minutes=2), lambda round_=round_: self._mark(round_)))  # type: ignore[misc]
            if round_.decided:
                decided = at(round_.decided)
                acts.append((decided, lambda round_=round_: self._decide(round_)))  # type: ignore[misc]
                written = decided + timedelta(days=1)
        if self.journey.state in (types.JourneyState.AWARDED, types.JourneyState.REVOKED):
            acts.append((acts[-1][0] + timedelta(seconds=1), self._sign))
            if self.journey.published:
                acts.append((acts[-1][0] + timedelta(hours=3), self._publish))
        if self.journey.revocation:
            acts.append((at(self.journey.revocation.revoked), self._revoke))
        return acts

    @property
    def submission(self) -> Submission:
        return Submission.objects.get(id=self.application.submission_id)

    def _criterion(self, key: str) -> RubricCriterion:
        position = [criterion.key for criterion in self.rubric.criteria].index(key)
        return RubricCriterion.objects.get(rubric=self.submission.rubric_id, position=position)

    def _assessment(self) -> Assessment:
        submission = self.submission
        return Assessment.objects.get(submission=submission, round=submission.round)

    def _apply(self) -> None:
        achievement = self.home.achievements[self.journey.badge]
        self.application = apply_for_achievement(achievement, acting_user=self.user)

    def _write(self, round_: types.Round) -> None:
        for item in round_.evidence:
            criterion = self._criterion(item.criterion)
            if item.kind is types.EvidenceKind.TEXT:
                save_text(
                    self.submission,
                    criterion_uuid=criterion.uuid,
                    text=f"{item.title}\n\n{item.text}",
                    seen_version=None,
                    acting_user=self.user,
                )
            elif item.kind is types.EvidenceKind.LINK:
                add_link(self.submission, criterion_uuid=criterion.uuid, url=item.url, acting_user=self.user)
            else:
                path = evidence_file(item.file, self.home.folder)
                upload = SimpleUploadedFile(item.file, path.read_bytes())
                add_file(self.submission, criterion_uuid=criterion.uuid, file=upload, acting_user=self.user)

    def _submit(self) -> None:
        submit(self.submission, acting_user=self.user)

    def _take(self, round_: types.Round) -> None:
        claim_submission(self.submission, acting_user=self._assessor(round_))

    def _mark(self, round_: types.Round) -> None:
        assessment = self._assessment()
        for mark in round_.marks:
            criterion = self._criterion(mark.criterion)
            points = self.rubric.criterion(mark.criterion).level(mark.level).points
            save_mark(
                assessment,
                criterion_uuid=criterion.uuid,
                level_uuid=criterion.levels.get(position=points).uuid,
                comment=mark.comment,
                seen_version=None,
                acting_user=self._assessor(round_),
            )

    def _decide(self, round_: types.Round) -> None:
        finish_assessment(self._assessment(), message=round_.comment, acting_user=self._assessor(round_))

    def _assessor(self, round_: types.Round) -> User:
        return self.home.users[round_.assessor or ""]

    def _credential(self) -> AchievementCredential:
        return AchievementCredential.objects.get(application=self.application)

    def _sign(self) -> None:
        sign_credential(self._credential())

    def _publish(self) -> None:
        publish_credential(self._credential(), acting_user=self.user)

    def _revoke(self) -> None:
        revocation = self.journey.revocation
        if revocation:
            revoke_credential(
                self._credential(),
                reason=revocation.kind,
                note=revocation.reason,
                acting_user=self.home.users[revocation.revoked_by],
            )
