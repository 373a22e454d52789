"""Reads of badges and credentials that several pages share, and the doors to what the public may see."""

import unicodedata
import uuid
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django_scopes import scopes_disabled

from credentials.enums import AchievementState, ApplicationState
from credentials.models import Achievement, AchievementCredential, AchievementVersion, Application, StatusList
from issuers.models import Issuer, SigningKey, User
from jobs.models import Job, JobState
from learners.enums import AssessmentState, SubmissionState
from learners.models import Evidence, Mark
from rubrics.models import RubricCriterion


# The catalogue ------------------------------------------------------------------------------------------------
def searchable(*texts: str) -> str:
    """Return texts as the search compares them: one line, without capitals and accents."""
    plain = unicodedata.normalize("NFKD", " ".join(texts).casefold())
    return " ".join("".join(sign for sign in plain if unicodedata.category(sign) != "Mn").split())


def listed_versions() -> QuerySet[AchievementVersion]:
    """Return the newest version of each badge in the public catalogue, newest first, whichever the institution.

    The pictures' bytes stay in the database: pages name their address.
    """
    with scopes_disabled():  # the catalogue is everybody's
        newer = AchievementVersion.objects.filter(achievement=OuterRef("achievement"), number__gt=OuterRef("number"))
        return (
            AchievementVersion.objects.filter(
                ~Exists(newer),
                is_listed=True,
                achievement__state=AchievementState.PUBLISHED,
                issuer__is_active=True,
            )
            .select_related("achievement", "issuer")
            .defer("image_png", "search_text")
            .order_by("-published_at", "-id")
        )


def find_versions(words: str, issuer_uuid: uuid.UUID | None) -> QuerySet[AchievementVersion]:
    """Return the listed versions that hold every word, of one institution if it is named."""
    found = listed_versions()
    if issuer_uuid:
        found = found.filter(issuer__uuid=issuer_uuid)
    for word in searchable(words).split()[:8]:
        found = found.filter(search_text__contains=word)
    return found


def behind(versions: QuerySet[AchievementVersion], last: uuid.UUID) -> QuerySet[AchievementVersion]:
    """Return the rows that follow the one named: paging by key costs the same on every page."""
    with scopes_disabled():
        row = AchievementVersion.objects.filter(uuid=last).values("published_at", "id").first()
    if row is None:
        return versions
    return versions.filter(
        Q(published_at__lt=row["published_at"]) | Q(published_at=row["published_at"], id__lt=row["id"])
    )


def issuers_in_catalogue() -> list[Issuer]:
    """Return the institutions with a badge in the catalogue, by name, each with their number as `badges`."""
    numbers = listed_versions().order_by().values("issuer").annotate(badges=Count("id"))
    by_id = {row["issuer"]: row["badges"] for row in numbers}
    issuers = list(Issuer.objects.filter(id__in=by_id).order_by("name", "id"))
    for issuer in issuers:
        issuer.badges = by_id[issuer.pk]  # type: ignore[attr-defined]
    return issuers


def public_achievement(achievement_uuid: uuid.UUID) -> Achievement | None:
    """Return a badge that was published at least once, or None: a draft is nobody's business."""
    with scopes_disabled():  # the address says whose it is
        return (
            Achievement.objects.select_related("issuer")
            .filter(uuid=achievement_uuid)
            .exclude(state=AchievementState.DRAFT)
            .filter(Exists(AchievementVersion.objects.filter(achievement=OuterRef("pk"))))
            .first()
        )


def version_of(achievement: Achievement, number: int | None) -> AchievementVersion | None:
    """Return one version of a badge without its picture's bytes, the newest when no number is given; None if absent."""
    versions = AchievementVersion.objects.filter(achievement=achievement).select_related("rubric").defer("image_png")
    if number is not None:
        versions = versions.filter(number=number)
    version = versions.order_by("-number").first()
    if version:
        version.achievement = achievement
    return version


# A learner's own ----------------------------------------------------------------------------------------------
def standing_of(achievement: Achievement, user: Any) -> tuple[Application | None, AchievementCredential | None]:
    """Return a person's open application for a badge and their standing credential of it, each if there is one."""
    if not user.is_authenticated:
        return None, None
    application = (
        Application.objects.filter(achievement=achievement, learner__user=user, state=ApplicationState.IN_PROGRESS)
        .select_related("submission")
        .first()
    )
    credential = AchievementCredential.objects.filter(
        achievement=achievement, learner__user=user, revoked_at=None
    ).first()
    return application, credential


def own_credentials(user: User) -> QuerySet[AchievementCredential]:
    """Return the person's own credentials in the scope that is open, newest first."""
    return (
        AchievementCredential.objects.filter(learner__user=user)
        .select_related("version__achievement", "issuer", "learner")
        .defer("version__image_png", "version__search_text")
        .order_by("-awarded_at", "-id")
    )


def own_open_applications(user: User) -> list[Application]:
    """Return what a person is on the way to: returned first, then drafts, then what waits, each newest first.

    Each has `wanted` (sub-competencies in the rubric), `filled` (with evidence) and `met` (by a finished review).
    """
    pieces = Evidence.objects.filter(submission=OuterRef("submission"), removed_in_round=None)
    criteria = RubricCriterion.objects.filter(rubric=OuterRef("version__rubric"))
    applications: list[Application] = list(
        Application.objects.filter(learner__user=user, state=ApplicationState.IN_PROGRESS)
        .select_related("submission", "version__achievement", "issuer")
        .defer("version__image_png", "version__search_text")
        .annotate(
            wanted=_number(criteria.order_by().values("rubric").annotate(n=Count("id")).values("n")),
            filled=_number(
                pieces.order_by().values("submission").annotate(n=Count("criterion", distinct=True)).values("n")
            ),
        )
    )
    met = _met([application.submission_id for application in applications])
    for application in applications:
        application.met = met.get(application.submission_id, 0)  # type: ignore[attr-defined]
    order = {SubmissionState.RETURNED: 0, SubmissionState.DRAFT: 1, SubmissionState.SUBMITTED: 2}
    applications.sort(key=lambda each: each.submission.updated_at, reverse=True)
    applications.sort(key=lambda each: order.get(SubmissionState(each.submission.state), 3))
    return applications


def _number(values: Any) -> Coalesce:
    return Coalesce(Subquery(values, output_field=IntegerField()), 0)


def _met(submissions: list[int]) -> dict[int, int]:
    """Return submission id -> how many sub-competencies its newest marks meet."""
    newest: dict[tuple[int, int], bool] = {}
    marks = (
        Mark.objects.filter(assessment__submission__in=submissions, assessment__state=AssessmentState.FINISHED)
        .annotate(submission_id=F("assessment__submission_id"), reached=F("level__position"))
        .annotate(required=F("criterion__required_level"))
        .order_by("assessment__round")
    )
    for mark in marks.values("submission_id", "criterion_id", "reached", "required"):
        newest[mark["submission_id"], mark["criterion_id"]] = (mark["reached"] or 0) >= mark["required"]
    met: dict[int, int] = {}
    for (submission_id, _criterion), is_met in newest.items():
        met[submission_id] = met.get(submission_id, 0) + is_met
    return met


# A credential -------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class ReachedLevel:
    """What a credential says of one sub-competency. Positions count from 1, the lowest level; 0: not assessed."""

    name: str
    description: str
    levels: tuple[str, ...]
    reached: int
    required: int
    comment: str

    @property
    def reached_name(self) -> str:
        """The name of the level reached, or an empty text."""
        return self.levels[self.reached - 1] if self.reached else ""

    @property
    def required_name(self) -> str:
        """The name of the level required, or an empty text."""
        return self.levels[self.required - 1] if self.required else ""


def reached_levels(credential: AchievementCredential) -> list[ReachedLevel]:
    """Return the levels of a credential in its badge's order, from the frozen facts alone: no query."""
    results = {result["criterion"]: result for result in credential.results}
    rows = []
    for description in credential.version.document.get("resultDescription", []):
        levels = description.get("rubricCriterionLevel", [])
        positions = {level["id"]: number for number, level in enumerate(levels, start=1)}
        result = results.get(description["id"], {})
        rows.append(
            ReachedLevel(
                name=description["name"],
                description=description.get("description", ""),
                levels=tuple(level["name"] for level in levels),
                reached=positions.get(result.get("level", ""), 0),
                required=positions.get(description.get("requiredLevel", ""), 0),
                comment=result.get("comment", ""),
            )
        )
    return rows


def preparation_stuck(credential: AchievementCredential) -> bool:
    """Whether a job that makes this credential or its certificate was given up and waits for a person."""
    return Job.objects.filter(
        kind__in=["credentials.sign", "credentials.render_certificate"],
        key=str(credential.uuid),
        state=JobState.BURIED,
    ).exists()


# Doors: whose row is behind a public id -----------------------------------------------------------------------
def signed_credential(public_uuid: uuid.UUID) -> AchievementCredential | None:
    """Return the signed credential with this id, of any institution, public or not; None when there is none."""
    with scopes_disabled():
        return _with_parts().filter(uuid=public_uuid).first()


def published_credential(public_uuid: uuid.UUID) -> AchievementCredential | None:
    """Return the credential with this id when its holder has made it public; None for missing and private alike."""
    with scopes_disabled():
        return _with_parts().filter(uuid=public_uuid, published_at__isnull=False).first()


def published_credential_by_number(number: str) -> AchievementCredential | None:
    """Return the public credential with this number; None for missing and private alike."""
    with scopes_disabled():
        return _with_parts().filter(number=number, published_at__isnull=False).first()


def published_status_list(public_uuid: uuid.UUID) -> StatusList | None:
    """Return the status list with this id; its `document` is empty until it is first signed."""
    with scopes_disabled():
        return StatusList.objects.select_related("issuer").filter(uuid=public_uuid).first()


def issuer_by_uuid(public_uuid: uuid.UUID) -> Issuer | None:
    """Return the institution with this id; None when there is none."""
    return Issuer.objects.filter(uuid=public_uuid).first()


def key_of(issuer: Issuer, fragment: str) -> SigningKey | None:
    """Return the institution's key of this name, whatever its state; None when it never had one."""
    with scopes_disabled():
        return SigningKey.objects.filter(issuer=issuer, fragment=fragment).first()


def listed_achievements(issuer: Issuer) -> QuerySet[Achievement]:
    """Return the badges that an institution shows to the public, by name; asked for in its scope."""
    return Achievement.objects.filter(issuer=issuer, state=AchievementState.PUBLISHED, is_listed=True).order_by(
        "name", "id"
    )


def _with_parts() -> QuerySet[AchievementCredential]:
    return AchievementCredential.objects.exclude(document="").select_related("issuer", "achievement", "version")
